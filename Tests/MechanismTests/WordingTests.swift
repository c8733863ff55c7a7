import Governance
import Store
import Testing
import Values
import Web

@testable import Mechanism

@Suite struct WordingTests {
  @Test func everyKeyHasATitleAndItsBracesAreKnown() throws {
    // Kind answers, refusals, templates, messages.
    #expect(Wordings.keys.count == 36 + 14 + 14 + 35)
    for key in Wordings.keys {
      let text = try #require(Wordings.shippedText(key))
      #expect(key.title.zh != key.name, "\(key.name)")
      for name in placeholders(in: text.zh) { #expect(key.kind.placeholders.contains(name), "\(key.name): \(name)") }
    }
  }

  @Test func valuesAreFilledInOnceAndMissingOnesFallAway() {
    let wordings = Wordings(own: ["received": Text(zh: "编号{number},{village}{", en: "No {number} {village}{")])
    let values = ["number": Text(same: "{village}"), "other": Text(same: "x")]
    #expect(wordings.text("received", values) == Text(zh: "编号{village},{", en: "No {village} {"))
    #expect(wordings.text("unknown").zh.isEmpty)
  }

  @Test func aLeafWithoutAnAnswerHasThatOfItsClass() {
    let wordings = Wordings(own: [.kindAnswer("private"): Text(zh: "私事", en: "private")])
    #expect(wordings.kindAnswer(leaf: "PM0181", class: .personal, [:]).zh == "私事")
    #expect(wordings.kindAnswer(leaf: "PM0101", class: .personal, [:]).zh != "私事")
  }

  @Test func aTownChangesAWordingAndGoesBack() async throws {
    try await MechanismTown.run { town in
      let own = Text(zh: "收到了", en: "Got it")
      try await town.write { w in try w.changeWording("received", to: own, town: town.town) }
      #expect(try await town.app.database.read { try $0.wordings(of: town.town) }.text("received") == own)
      #expect(try await town.app.database.read { try $0.wordings(of: ID(9)) }.text("received") != own)
      try await town.write { w in try w.changeWording("received", to: nil, town: town.town) }
      #expect(try await !town.app.database.read { try $0.wordings(of: town.town) }.isTownsOwn("received"))
      await #expect(throws: NotFound.self) {
        try await town.write { w in try w.changeWording("nothing", to: own, town: town.town) }
      }
      #expect(try await town.faults().isEmpty)
    }
  }

  @Test func anUnknownBraceIsNamed() {
    let form = Form(fields: ["text_zh": ["{phone}您好"], "text_en": ["{nonsense}"]])
    let error = #expect(throws: FieldErrors.self) { try WordingDraft(form, key: "received") }
    #expect(error?.all.map(\.field) == ["text_zh", "text_en"])
  }

  @Test func aTownSetsItsKeepingPeriods() async throws {
    try await MechanismTown.run { town in
      try await town.write { w in
        try w.setKeepingRules([.contactData: 12, .recordings: 6, .eventLog: 1], town: town.town)
      }
      let rules = try await town.app.database.read { try $0.keepingRules(of: town.town) }
      #expect(rules.map(\.months) == [12, 6, nil, nil])
      try await town.write { w in try w.setKeepingRules([.contactData: 13], town: town.town) }
      #expect(try await town.app.database.read { try $0.keepingRules(of: town.town) }.first?.months == 13)
      #expect(try await town.faults().isEmpty)
    }
  }

  @Test(arguments: [("", 1), ("0", 1), ("1", 0), ("60", 0), ("61", 1), ("two", 1)])
  func aKeepingPeriodIsOneTo60Months(months: String, faults: Int) {
    let form = Form(fields: ["contactData": [months], "recordings": ["6"]])
    var errors = FieldErrors()
    do { _ = try KeepingRuleDraft(form) } catch { errors = error }
    #expect(errors.all.count == faults)
  }
}
