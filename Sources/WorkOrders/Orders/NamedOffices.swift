import Foundation
import Governance
import Store
import Values
import Web

/// The offices in the values of a field, by name or id: several values, or one with commas of either script.
func officeList(_ values: [String]) -> [String] {
  var list: [String] = []
  for part in values.flatMap({ $0.split { ",，、;；\n".contains($0) } }) {
    let office = part.trimmingCharacters(in: .whitespaces)
    if !office.isEmpty, !list.contains(office) { list.append(office) }
  }
  return list
}

/// The offices that orders of a town may name: those described, dissolved ones too, those with people at the town or its
/// county, and those of the duty catalogue. An office is known by its Chinese name, which never changes.
struct NamedOffices: Sendable {
  private let byKey: [String: String]

  /// `ids`: of the offices that are described.
  init(names: some Sequence<String>, ids: [ID<Office>: String] = [:]) {
    var byKey = Dictionary(names.map { (Self.key($0), $0) }) { first, _ in first }
    for (id, name) in ids { byKey[id.description] = name }
    self.byKey = byKey
  }

  /// The office that is meant by a name or id; nil for none of them.
  func office(_ given: String) -> String? { byKey[Self.key(given)] }

  /// Spaces and the width of brackets make no difference.
  private static func key(_ name: String) -> String {
    String(
      name.filter { !$0.isWhitespace }.map { character in
        switch character {
        case "（": "("
        case "）": ")"
        default: character
        }
      })
  }
}

extension Transaction {
  func namedOffices(town: ID<Place>, _ rules: OrderRules) throws -> NamedOffices {
    let described = try offices(of: town)
    let named = rules.catalogue.leaves.flatMap { [$0.lead] + $0.coHandlers }
    return NamedOffices(
      names: try [committeeBody] + described.map(\.name.zh) + bodies(of: town) + named,
      ids: Dictionary(described.map { ($0.id, $0.name.zh) }) { first, _ in first })
  }
}

extension Write {
  /// The offices that a report complains of, as the town knows them.
  /// - Throws: `FieldErrors` of `about` for one that is none, and for a matter that is no report on an office.
  func accused(_ given: Set<String>, leaf: String, town: ID<Place>, _ rules: OrderRules) throws -> Set<String> {
    let asked = officeList(given.sorted())
    guard !asked.isEmpty else { return [] }
    guard isAboutOffice(leaf: leaf) else { throw FieldErrors("about", OrderStrings.aboutNobody) }
    let known = try tx.namedOffices(town: town, rules)
    return try Set(
      asked.map { one in
        guard let office = known.office(one) else { throw FieldErrors("about", OrderStrings.unknownOffice(one)) }
        return office
      })
  }

  /// The offices that a step or hand-over names; those unknown stay as they were written, for whoever checks them.
  func offices(_ given: [String], town: ID<Place>, _ rules: OrderRules) throws -> [String] {
    // Almost always they come as the pages and the catalogue write them.
    if given.allSatisfy(rules.names) { return given }
    let known = try tx.namedOffices(town: town, rules)
    return given.map { known.office($0) ?? $0 }
  }
}
