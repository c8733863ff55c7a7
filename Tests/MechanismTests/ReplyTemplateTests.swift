import Governance
import Seeds
import Testing
import Values
import Web

@testable import Mechanism

/// The templates that offices choose from when they reply.
@Suite struct ReplyTemplateTests {
  private static let shipped = ReplyTemplates(own: [:])
  private static let solved = ReplyKey("GM0902", .solved)
  private static let own = Text(zh: "{place}来水了，是【日期】通的。", en: "Water is back at {place} since 【date】.")

  private static func templates(_ own: [ReplyKey: Text]) -> ReplyTemplates {
    ReplyTemplates(own: own.mapValues { OwnReply(text: $0, version: 1) })
  }

  @Test func theLeafComesFirstThenItsGroupThenAll() {
    let offered = Self.shipped.offered(leaf: "GM0902", top: "GM09")
    #expect(
      offered.map(\.name)
        == ["GM0902", "GM09", "general"].flatMap { code in
          ["solved", "explained", "notPossible"].map { "\(code).\($0)" }
        })
    // A leaf that has none for an outcome uses its group's; one that a town added uses its group's for all.
    let missing = Catalogue.shipped.leaves(in: .government).first {
      Self.shipped.text(ReplyKey($0.code, .notPossible)) == nil
    }
    #expect(missing.map { Self.shipped.nearest(.notPossible, leaf: $0.code, top: $0.parent)?.code } == missing?.parent)
    #expect(Self.shipped.nearest(.solved, leaf: "GM0981", top: "GM09")?.code == "GM09")
    #expect(Self.shipped.nearest(.solved, leaf: "CM0302", top: "CM03")?.code == "general")
    #expect(Self.shipped.offered(leaf: "CM0302", top: "CM03").count == 3)
  }

  /// Every reply that can be chosen for every government leaf, as it stands there at first.
  @Test func everyBlankIsRefusedUntilItIsFilledIn() throws {
    for leaf in Catalogue.shipped.leaves(in: .government) {
      let question = AskedQuestion(words: leaf.example, leafName: leaf.name, keywords: leaf.keywords)
      for key in Self.shipped.offered(leaf: leaf.code, top: leaf.parent) {
        let reply = Self.shipped.reply(key, ReplyStrings.examples)
        for words in [reply.zh, reply.en] {
          #expect(words.count < 1_600 && placeholders(in: words).isEmpty, "\(key.name)")
          let faults = faults(of: draft(words), to: question, shortest: 12)
          let found =
            faults.lazy.compactMap { fault -> [String]? in
              if case .unfilled(let places) = fault { places } else { nil }
            }.first ?? []
          let blanks = Set(words.matches(of: /【[^】]*】/).map { String($0.output) })
          #expect(!blanks.isEmpty && Set(found) == blanks, "\(key.name)")
          let written = words.replacing(/【[^】]*】/, with: leaf.example)
          let left = Governance.faults(of: draft(written), to: question, shortest: 12)
          #expect(left.isEmpty, "\(key.name): \(left)")
        }
      }
    }
  }

  private func draft(_ words: String) -> ReplyDraft {
    ReplyDraft(words: words, outcome: .notPossible, reason: "管径不够", basis: "《城市供水条例》")
  }

  @Test func whatHasNoValueBecomesABlank() {
    let key = ReplyKey(ReplyKey.general, .solved)
    let reply = Self.templates([key: Text(zh: "{phone}{due}{nonsense}", en: "{phone}")]).reply(
      key,
      [
        .phone: Text(same: "{due}"), .salutation: Text(same: "甲"),
      ])
    #expect(reply.zh.contains("\n{due}【截止日期】\n") && reply.zh.hasPrefix("甲"))
  }

  @Test func aTownWritesAddsAndGoesBack() async throws {
    try await MechanismTown.run { town in
      func read(_ id: ID<Place>) async throws -> ReplyTemplates {
        try await town.app.database.read { try $0.replyTemplates(of: id) }
      }
      func change(_ key: ReplyKey, _ text: Text?, _ expected: Int? = nil) async throws {
        try await town.write { w in try w.changeReplyTemplate(key, to: text, expected: expected, town: town.town) }
      }
      try await change(Self.solved, Self.own, 0)
      #expect(try await read(town.town).text(Self.solved) == Self.own)
      #expect(try await read(ID(9)).text(Self.solved) == ReplyTemplates.shippedText(Self.solved))
      await #expect(throws: DutyStrings.changedMeanwhile) { try await change(Self.solved, nil, 0) }
      await #expect(throws: DutyStrings.nothingChanged) { try await change(Self.solved, Self.own, 1) }

      let second = try #require(try await read(town.town).next("GM0902", .solved))
      #expect(second.name == "GM0902.solved.2")
      try await change(second, Self.own)
      #expect(try await read(town.town).offered(leaf: "GM0902", top: "GM09").prefix(2) == [Self.solved, second])
      try await change(second, nil)
      #expect(try await read(town.town).text(second) == nil)
      try await change(Self.solved, nil, 1)
      let back = try await read(town.town)
      #expect(!back.isTownsOwn(Self.solved) && back.version(Self.solved) == 2)
      let versions = try await town.app.database.read { try $0.replyVersions(of: Self.solved, town: town.town) }
      #expect(versions.map(\.version) == [2, 1] && versions.map(\.text.zh.isEmpty) == [true, false])
      #expect(try await town.faults().isEmpty)
    }
  }

  @Test(arguments: [
    ("GM0902", "solved", true), ("GM0902", "solved.2", true), ("GM0902", "solved.5", true),
    ("GM0902", "solved.6", false),
    ("GM0902", "solved.1", false), ("GM0902", "solved.0", false), ("GM0902", "solved.x", false), ("GM0902", "", false),
    ("GM0902", "opening", false), ("general", "opening", true), ("general", "closing.2", false),
    ("GM0902", "nothing", false),
  ])
  func aPlaceIsAnOutcomeWithANumber(code: String, place: String, isOne: Bool) {
    let key = ReplyKey(code, place: place)
    #expect((key != nil) == isOne)
    if let key { #expect(key.place == place) }
  }

  @Test(arguments: [
    ("{office}【日期】办完", "", nil), ("{nobody}好", "", "text_zh"), ("好", "{nobody}", "text_en"), ("", "Well", "text_zh"),
    ("【日期", "", "text_zh"), ("【\(String(repeating: "长", count: 81))】", "", "text_zh"),
    ("【\(String(repeating: "长", count: 80))】", "", nil), (String(repeating: "好", count: 601), "", "text_zh"),
    ("", "", nil),
  ])
  func wordsAreChecked(zh: String, en: String, field: String?) {
    let form = Form(fields: ["text_zh": [zh], "text_en": [en]])
    var found: FieldErrors?
    do { _ = try ReplyTemplateDraft(form, key: Self.solved) } catch { found = error }
    #expect(found?.all.map(\.field) == field.map { [$0] })
  }

  @Test func theTownsPagesShowAndChangeThem() async throws {
    try await MechanismTown.run { town in
      let (all, leaf, one) = (
        "/t/{town}/reply-templates", "/t/{town}/reply-templates/{code}", "/t/{town}/reply-templates/{code}/{part}"
      )
      let path = ["code": "GM0902", "part": "solved"]
      #expect(try await town.call(.get, "/t/{town}/wordings").text.contains("/t/town/reply-templates"))
      let list = try await town.call(.get, all).text
      #expect(list.contains("reply-templates/GM09\"") && !list.contains("reply-templates/PM01\""))
      #expect(try await town.call(.get, leaf, ["code": "GM09"]).text.contains("reply-templates/GM0902"))
      let page = try await town.call(.get, one, path).text
      #expect(page.contains("burst") && page.contains("0830-1234567"))
      let words = ["text_zh": Self.own.zh, "text_en": Self.own.en, "version": "0"]
      let preview = try await town.call(.post, one, path, form: words.merging(["preview": "1"]) { $1 }).text
      #expect(preview.contains("Water is back at Shiqiao, group 3"))
      #expect(try await town.call(.post, one, path, form: words).text == "/t/town/reply-templates/GM0902")
      #expect(try await town.call(.get, all).text.contains("1 of the town"))
      let json = try await town.call(.get, one, path, api: true).text
      #expect(json.contains("\"is_towns_own\":true") && json.contains("burst"))
      for unknown in ["GM0955", "nothing"] {
        await #expect(throws: NotFound.self) { try await town.call(.get, leaf, ["code": unknown]) }
      }
      await #expect(throws: NotFound.self) {
        try await town.call(.get, one, ["code": "GM0902", "part": "solved.3"])
      }
      let reset = ["reset": "1", "version": "1"]
      #expect(try await town.call(.post, one, path, form: reset, api: true).text.contains("\"is_towns_own\":false"))
    }
  }
}
