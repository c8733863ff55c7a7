import Governance
import Values

/// What the program ships as data: the duty catalogue, wordings, the work calendar, figures of law, the privacy notice.
package struct Shipped: Sendable {
  /// Tops and leaves in the order of the file: each top before its leaves.
  package let catalogue: [ShippedDuty]
  /// Answers to private matters by leaf code, and by class where a leaf has none.
  package let kindAnswers: [String: Text]
  /// One for each `ScopeReason`.
  package let refusals: [ShippedRefusal]
  package let calendar: WorkCalendar
  package let rules: [ShippedRule]
  private let rulesByKey: [String: [ShippedRule]]
  /// What reporters are told, by key; "call_…" is what is said on the telephone.
  package let templates: [String: Text]
  /// What messages say that go out by mail, telephone or to a group, by key; a line may be left out when what stands in
  /// its braces is missing.
  package let messages: [String: Text]
  /// Templates of the replies that offices write.
  package let replies: [ShippedReply]
  package let notice: [NoticePart]
  /// The bodies of the catalogue by their Chinese names; read through `bodyName`.
  package let bodies: [String: Text]

  /// Reads all files; the first fault is thrown.
  package static func load() throws(SeedError) -> Shipped {
    let rules = try ShippedRule.load()
    return Shipped(
      catalogue: try ShippedDuty.load(), kindAnswers: try loadTexts("kind-answers.tsv", key: "code"),
      refusals: try ShippedRefusal.load(), calendar: try loadCalendar(), rules: rules,
      rulesByKey: Dictionary(grouping: rules, by: \.key),
      templates: try loadTexts("templates.tsv", key: "key"), messages: try loadMessages(),
      replies: try ShippedReply.load(), notice: try NoticePart.load(),
      bodies: try loadBodies())
  }

  /// Read once. The program asks `check()` when it starts, so that a broken file stops it before anybody is served;
  /// without that check a broken file leaves everything empty.
  package static let current: Shipped = (try? loaded.get()) ?? nothing

  /// Throws what is wrong with the shipped files.
  package static func check() throws(SeedError) {
    let shipped = try loaded.get()
    guard let first = shipped.rules.first(where: { $0.key == "limit.general" })?.from else {
      throw SeedError(file: "rules.tsv", line: 0, what: "limit.general is missing")
    }
    for day in Set(shipped.rules.map(\.from)) where day >= first { _ = try shipped.orderLimits(on: day) }
  }

  /// The figure of a rule on a day, nil when there is none.
  package func rule(_ key: String, on day: Day) -> ShippedRule? { rulesByKey[key]?.first { $0.holds(on: day) } }

  private static let loaded: Result<Shipped, SeedError> = Result { () throws(SeedError) in try load() }
  private static let nothing = Shipped(
    catalogue: [], kindAnswers: [:], refusals: [], calendar: WorkCalendar([]), rules: [], rulesByKey: [:],
    templates: [:], messages: [:],
    replies: [], notice: [], bodies: [:])
}
