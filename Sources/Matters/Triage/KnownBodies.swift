import Mechanism
import Seeds
import Store
import Values
import Web

/// The bodies that may be responsible for a matter of a town: those of its catalogue, the bodies of a village, its offices.
package struct KnownBodies: Sendable {
  private let names: [String: String]

  /// `offices`: those that the town has besides.
  package init(_ catalogue: Catalogue, offices: [String]) {
    let duties = catalogue.leaves + catalogue.retired
    let all = duties.flatMap { [$0.lead] + $0.coHandlers } + Shipped.current.bodies.keys + offices
    var names: [String: String] = [:]
    for name in all where !name.isEmpty {
      for written in [name, bodyName(name).en] { names[Self.plain(written)] = names[Self.plain(written)] ?? name }
    }
    self.names = names
  }

  /// The name as it is kept, for how somebody wrote it, in Chinese or English; nil for a body that is not known.
  package func name(of written: String) -> String? { names[Self.plain(written)] }

  /// The names in a language, each once, in order.
  func names(_ l: Language) -> [String] { Set(names.values.map { bodyName($0)(l) }).sorted() }

  /// Brackets count alike in full and half width, and spaces do not count.
  private static func plain(_ name: String) -> String {
    name.replacing("\u{FF08}", with: "(").replacing("\u{FF09}", with: ")").lowercased().filter { !$0.isWhitespace }
  }
}

extension Request {
  /// The bodies of the town of the address.
  func knownBodies(_ catalogue: Catalogue) async throws -> KnownBodies {
    let (town, sources) = (try town(), app.bodies)
    let offices = try await app.database.read { tx in try sources.flatMap { try $0(tx, town) } }
    return KnownBodies(catalogue, offices: offices)
  }
}
