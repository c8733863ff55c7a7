import Documents
import Governance
import Matters
import Mechanism
import Seeds
import Store
import Values

/// What stands in the cells of a register, in one language and as far as the reader may see it.
struct RegisterWords: Sendable {
  let language: Language
  let catalogue: Catalogue
  let groups: [ID<Place>: Text]
  let contacts: RegisterContacts

  init(_ backdrop: RegisterBackdrop, _ contacts: RegisterContacts, _ language: Language) {
    (self.language, catalogue, self.contacts) = (language, backdrop.catalogue, contacts)
    groups = Dictionary(backdrop.groups.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  func cell(_ column: RegisterColumn, _ line: RegisterLine) -> Cell {
    let matter = line.matter
    return switch column {
    case .number: .text(matter.number)
    case .date: .day(matter.shownDay)
    case .matter: text(title(of: line))
    case .routing: text(routing(of: matter))
    case .reporter: text(reporter(of: line))
    case .contact: text(contact(of: line))
    case .state: text(state(of: line))
    case .matterClass: text(matter.routing.matterClass.name(language))
    case .leaf: text(category(matter.routing.leaf))
    case .lead: text(bodyName(matter.routing.lead)(language))
    case .group: text(matter.group.map { groups[$0]?(language) ?? "" } ?? "")
    case .place: text(safe(matter.placeText))
    case .channel: text(channel(of: matter))
    case .urgency: text((line.all.map(\.shownUrgency).max() ?? matter.shownUrgency).name(language))
    case .due: day(due(of: line))
    case .closed: day(line.all.allSatisfy { $0.closedAt != nil } ? line.all.compactMap(\.closedAt).max() : nil)
    case .basis: text(matter.routing.basis)
    case .reply: text(safe(matter.reply))
    case .concerns: .integer(line.all.reduce(0) { $0 + $1.concerns })
    case .joins: .integer(line.all.reduce(0) { $0 + $1.joins })
    }
  }

  private func text(_ text: String) -> Cell { text.isEmpty ? .empty : .text(text) }
  private func day(_ instant: Instant?) -> Cell { instant.map { .day($0.day) } ?? .empty }
  func safe(_ text: String) -> String { contacts.safe(text) }

  /// "路灯不亮(12处)" for a family.
  func title(of line: RegisterLine) -> String {
    guard let family = line.family else { return safe(line.matter.title) }
    return RegisterStrings.family(safe(family.title), family.count)(language)
  }

  /// By content and department (D6): "路灯照明 · 村（居）委会".
  func routing(of matter: MatterRow) -> String {
    let category = category(matter.routing.leaf)
    let parts = [category, matter.routing.lead.isEmpty ? "" : bodyName(matter.routing.lead)(language)]
    return parts.filter { !$0.isEmpty }.joined(separator: " · ")
  }

  func category(_ leaf: String) -> String { catalogue.duty(leaf)?.name(language) ?? leaf }

  func channel(of matter: MatterRow) -> String { Channel(rawValue: matter.channel)?.name(language) ?? matter.channel }

  /// The earliest reporter, and how many there are: "李**等20人"; empty when all withdrew.
  func reporter(of line: RegisterLine) -> String {
    guard let first = line.first else { return "" }
    guard !contacts.hides(line.matter) else { return RegisterStrings.protected(language) }
    let (speaker, people) = spokesperson(of: first.unit.isEmpty ? first.name : first.unit)
    let name = first.unit.isEmpty ? contacts.name(speaker) : safe(speaker)
    let shown = name.isEmpty ? RegisterStrings.anonymous(language) : name
    let all = first.reporters + people - 1
    return all > 1 ? RegisterStrings.andOthers(shown, all)(language) : shown
  }

  func contact(of line: RegisterLine) -> String {
    guard let first = line.first, !contacts.hides(line.matter) else { return "" }
    return contacts.phone(first.phone)
  }

  /// Of a family with several states: how many in each, in the order of work.
  func state(of line: RegisterLine) -> String {
    let counts = Dictionary(grouping: line.all, by: \.shownState).mapValues(\.count)
    guard counts.count > 1 else { return line.matter.shownState.name(language) }
    let parts = MatterState.allCases.compactMap { state in counts[state].map { "\(state.name(language)) \($0)" } }
    return parts.joined(separator: language == .zh ? "、" : ", ")
  }

  /// The nearest limit of what is still open.
  func due(of line: RegisterLine) -> Instant? {
    line.all.filter { $0.closedAt == nil }.compactMap(\.shownDueAt).min()
  }

  /// The matters of a family on paper: "三组路口(青山村-2026-0012)".
  func places(of line: RegisterLine) -> [String] {
    line.members.map { member in
      let place = safe(member.placeText.isEmpty ? member.title : member.placeText)
      return language == .zh ? "\(place)(\(member.number))" : "\(place) (\(member.number))"
    }
  }
}

/// The period of a register as it stands on paper.
func periodWords(_ filter: RegisterFilter, today: Day) -> Text {
  switch (filter.from, filter.to) {
  case (let from?, let to?): RegisterStrings.period(from.iso, to.iso)
  case (let from?, nil): RegisterStrings.since(from.iso, today: today.iso)
  case (nil, let to?): RegisterStrings.until(to.iso)
  case (nil, nil): RegisterStrings.until(today.iso)
  }
}
