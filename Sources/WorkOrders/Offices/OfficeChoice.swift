import Governance
import Markup
import Seeds
import Store
import Values
import Web

/// Offices to choose from: those the catalogue proposes first, all others by whose they are.
struct OfficeChoice: Sendable {
  private(set) var proposed: [String]
  /// Described by the town's administrator.
  private(set) var town: [String]
  /// With people at the county.
  private(set) var county: [String]
  /// Named by the duty catalogue alone.
  private(set) var catalogue: [String]

  var all: [String] { proposed + town + county + catalogue }

  func without(_ names: some Sequence<String>) -> OfficeChoice {
    let left = Set(names)
    var choice = self
    for list in [\OfficeChoice.proposed, \.town, \.county, \.catalogue] {
      choice[keyPath: list].removeAll(where: left.contains)
    }
    return choice
  }

  fileprivate var groups: [ChoiceGroup] {
    func group(_ title: Text, _ names: [String]) -> ChoiceGroup {
      ChoiceGroup(title, names.map { (value: $0, label: bodyName($0)) })
    }
    return [
      group(OfficeStrings.ofTown, town), group(OfficeStrings.ofCounty, county),
      group(OfficeStrings.ofCatalogue, catalogue),
    ]
  }
}

extension Transaction {
  /// `proposed` in this order; `led`: what else the catalogue names. Dissolved offices are left out.
  func officeChoice(proposed: [String], led: [String], town: ID<Place>, on day: Day) throws -> OfficeChoice {
    let described = try offices(of: town)
    let own = described.filter { $0.dissolvedAt == nil }.map(\.name.zh)
    let county = try place(town).map { try officeMembers(of: $0.county, on: day).map(\.body) } ?? []
    var seen = Set(described.filter { $0.dissolvedAt != nil }.map(\.name.zh))
    func new(_ names: [String]) -> [String] { names.filter { !$0.isEmpty && seen.insert($0).inserted } }
    return OfficeChoice(
      proposed: new(proposed), town: new(own), county: new(county.sorted()), catalogue: new(led.sorted()))
  }
}

/// The field under the proposed offices that takes any other one.
let otherOfficeField = "other_office"

extension Request {
  /// The proposed offices as cards, of which one is taken or, with `many`, any; below them all others.
  /// `extra`: a card of its own after them. A form with neither is answered at the field `office`.
  @HTMLBuilder
  func officeFields(
    _ choice: OfficeChoice, label: Text, extra: (value: String, label: Text)? = nil, selected: Set<String>,
    other: String, many: Bool = false, name: (String) -> Text = bodyName, hint: Text? = nil, errors: FieldErrors?
  ) -> HTML {
    let cards =
      choice.proposed.map { (value: $0, label: name($0), hint: Text?.none) }
      + (extra.map { [(value: $0.value, label: $0.label, hint: nil)] } ?? [])
    let isAlone = cards.isEmpty
    if many, !isAlone {
      checkboxes(
        name: "office", label: label, options: cards, selected: selected, hint: hint, errors: errors, required: true,
        reader: reader)
    } else if !isAlone {
      radioCards(
        name: "office", label: label, options: cards, selected: selected.first, hint: hint, errors: errors,
        required: true, reader: reader)
    }
    groupedSelectField(
      name: isAlone ? "office" : otherOfficeField,
      label: isAlone ? label : many ? OfficeStrings.oneMore : OfficeStrings.another,
      none: isAlone ? OrderStrings.officeMissing : OfficeStrings.noOther, groups: choice.groups,
      selected: other.isEmpty ? selected.first ?? "" : other,
      hint: isAlone
        ? (many ? OfficeStrings.moreLater : hint) : many ? OfficeStrings.oneMoreHint : OfficeStrings.anotherHint,
      errors: errors,
      required: isAlone, reader: reader)
  }
}
