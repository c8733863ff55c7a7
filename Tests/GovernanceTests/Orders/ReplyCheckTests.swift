import Governance
import Testing
import Values

struct ReplyCheckTests {
  private static let water = AskedQuestion(
    words: "三组自来水连着停了三天，水管爆了没人修", leafName: Text(zh: "公共供水", en: "Public water supply"),
    keywords: ["停水", "自来水", "水压", "water"],
    others: [
      (Text(zh: "集镇路灯与公共设施", en: "Street lights"), ["路灯", "灯不亮", "灯杆"]),
      (Text(zh: "涉农补贴", en: "Farm subsidies"), ["补贴", "地力补贴"]),
    ])

  private static func faults(
    _ words: String, _ outcome: OrderOutcome = .solved, reason: String = "", basis: String = ""
  )
    -> [ReplyFault]
  {
    Governance.faults(
      of: ReplyDraft(words: words, outcome: outcome, reason: reason, basis: basis), to: water, shortest: 12)
  }

  @Test(arguments: [
    "自来水管已经修好，昨天下午恢复供水，还有问题请打电话找水务站。",
    "三组爆裂的水管昨天换了新的，目前供水正常。",
    "The burst water main was repaired yesterday evening.",
    "水管在8月3日换好，张XX现场看过，供水正常。",
  ])
  func good(words: String) { #expect(Self.faults(words).isEmpty, "\(Self.faults(words))") }

  @Test(arguments: ["", "  \n　", "。。。！？", "……"])
  func empty(words: String) { #expect(Self.faults(words) == [.empty]) }

  @Test(arguments: [("已修好自来水。", true), ("自来水管已修好，请放心用", true), ("自来水管已修好，请您放心用", false), ("Water fixed", true)])
  func short(words: String, isShort: Bool) {
    #expect(Self.faults(words).contains(.tooShort(least: 12)) == isShort)
  }

  @Test(arguments: [
    ("{village}的自来水管已修好，昨天恢复供水。", ["{village}"]), ("自来水管已于____修好，昨天恢复供水。", ["____"]),
    ("自来水管已于X月X日修好，昨天恢复供水。", ["X月", "X日"]), ("自来水管已于××年修好，××站负责。", ["××年", "××站"]),
    ("自来水管已修好（请填写日期），昨天恢复供水。", ["（请填写日期）"]), ("自来水管已由【 】修好，昨天恢复供水。", ["【 】"]),
    ("自来水管已修好，｛单位｝负责，｛单位｝电话。", ["｛单位｝"]), ("The water main was repaired by [insert name].", ["[insert name]"]),
    ("自来水管【日期】【几点】修好，昨天恢复供水。", ["【日期】", "【几点】"]),
    (
      "The water main was repaired by 【the whole name of the office and the person who did it】.",
      [
        "【the whole name of the office and the person who did it】"
      ]
    ),
    // None: a number, a mask, an ordinary bracket, a model number.
    ("自来水管已修好，张XX看过（水务站），昨天恢复供水。", []), ("自来水表型号是 LX 20 的，已经换好并恢复供水。", []),
    ("自来水管按水办【2025】12号修好，昨天恢复供水。", []),
    ("自来水管按《供水条例》修好，昨天恢复供水。", []),
    ("自来水管［事项］修好，昨天恢复供水。", ["［事项］"]), ("自来水管[经办人姓名]修好，昨天恢复供水。", ["[经办人姓名]"]),
    ("自来水管〔日期〕修好，昨天恢复供水。", ["〔日期〕"]), ("自来水管由{单位}修好，昨天恢复供水。", ["{单位}"]),
    ("The water main was repaired on [date] by the station.", ["[date]"]), ("自来水管__修好，昨天恢复供水。", ["__"]),
    ("自来水管按水办〔2026〕12号修好，昨天恢复供水。", []), ("【已办结】自来水管修好，昨天恢复供水。", []),
    ("【温馨提示】自来水管修好，昨天恢复供水。", []), ("自来水管［三组］修好，昨天恢复供水[1]。", []),
    ("【正在办理】自来水管已换，昨天恢复供水。", []),
  ])
  func unfilled(words: String, places: [String]) {
    #expect(Self.faults(words) == (places.isEmpty ? [] : [.unfilled(places)]))
  }

  @Test func manyBlanksAreOneSentence() {
    let reason = ReplyFault.unfilled(["【甲】", "【乙】", "【丙】", "【丁】", "【戊】"]).reason
    #expect(reason.zh.contains("【甲】、【乙】、【丙】等 5 处") && reason.en.contains("and 2 more"))
    #expect(!ReplyFault.unfilled(["【甲】"]).reason.zh.contains("等"))
  }

  @Test func anotherQuestion() {
    let lights = Self.faults("路灯已经派人检修，灯杆也换了，今晚就亮。")
    #expect(lights == [.otherQuestion(about: Text(zh: "集镇路灯与公共设施", en: "Street lights"))])
    #expect(lights[0].reason.zh.contains("集镇路灯"))
    #expect(Self.faults("感谢您的反映，我们已经收到，正在处理，请您理解和支持。") == [.otherQuestion(about: nil)])
  }

  @Test func confirmedReplyIsNotComparedWithTheQuestion() {
    func faults(_ words: String) -> [ReplyFault] {
      Governance.faults(of: ReplyDraft(words: words, outcome: .solved), to: nil, shortest: 12)
    }
    #expect(faults("感谢您的反映，我们已经收到，正在处理，请您理解和支持。").isEmpty)
    #expect(faults("{lead}好") == [.tooShort(least: 12), .unfilled(["{lead}"])])
  }

  @Test func notPossibleNeedsReasonAndBasis() {
    let words = "您要的自来水单独接管这次不能办，可以先用公共水站。"
    #expect(Self.faults(words, .notPossible) == [.withoutBasis])
    #expect(Self.faults(words, .notPossible, reason: "管径不够", basis: " ") == [.withoutBasis])
    #expect(Self.faults(words, .notPossible, reason: "管径不够", basis: "《城市供水条例》").isEmpty)
    #expect(Self.faults(words, .explained).isEmpty)
  }

  @Test func allAtOnce() {
    #expect(Self.faults("{lead}好", .notPossible).count == 4)
    let faults: [ReplyFault] = [
      .empty, .tooShort(least: 12), .unfilled(["____"]), .withoutBasis, .otherQuestion(about: nil),
    ]
    #expect(Set(faults.map(\.reason)).count == faults.count)
  }
}
