import Governance
import Testing
import Values

struct HandingOverTests {
  private static func duty(
    _ body: String = "水务站", _ leaf: String = "GM0902", basis: String = "《城市供水条例》", until: String? = nil
  ) -> CitedDuty {
    CitedDuty(body: body, leaf: leaf, basis: basis, from: day("2026-01-01"), until: until.map(day))
  }

  @Test(
    arguments: [
      (duty(), nil), (nil, "orderWithoutDuty"), (duty("规划建设办"), "orderWithoutDuty"),
      (duty("水务站", "GM0901"), "orderWithoutDuty"), (duty(basis: " "), "orderWithoutDuty"),
      (duty(until: "2026-03-01"), "orderDutyEnded"), (duty(until: "2026-03-02"), nil),
    ] as [(CitedDuty?, String?)])
  func needsTheCitedDuty(duty: CitedDuty?, expected: String?) {
    let found = handOverRefusal(leaf: "GM0902", to: "水务站", citing: duty, on: day("2026-03-02"), about: ["水务站"])
    #expect(found?.rule == expected)
  }

  @Test func aReportOnAnOfficeNeverGoesToIt() {
    let duty = CitedDuty(body: "派出所", leaf: "GM1003", basis: "《信访工作条例》", from: day("2026-01-01"))
    func refusal(_ about: Set<String>) -> String? {
      handOverRefusal(leaf: "GM1003", to: "派出所", citing: duty, on: day("2026-03-02"), about: about)?.rule
    }
    #expect(refusal(["派出所"]) == "orderToOfficeConcerned")
    #expect(refusal(["水务站"]) == nil && refusal([]) == nil)
  }

  @Test(
    arguments: [
      // An ordinary complaint about water is the water station's own work.
      ("GM0902", ["水务站"], ["水务站"], ["水务站"], false),
      ("GM1001", ["水务站"], ["纪检监察办"], ["水务站"], true), ("GM1001", ["水务站"], ["纪检监察办"], ["纪检监察办"], false),
      // Even as a co-handler, and for somebody with a second post elsewhere.
      ("GM1001", ["水务站"], ["纪检监察办", "水务站"], ["水务站"], true),
      ("GM1001", ["水务站"], ["纪检监察办"], ["纪检监察办", "水务站"], true),
      // Unknown whom it concerns: only those who deal with it.
      ("GM1002", [], ["纪检监察办"], ["财政所"], true), ("GM1002", [], ["纪检监察办"], ["纪检监察办"], false),
      // Who belongs to no body is judged by the place alone.
      ("GM1002", ["水务站"], ["纪检监察办"], [], false),
    ] as [(String, Set<String>, Set<String>, Set<String>, Bool)])
  func hidden(leaf: String, about: Set<String>, by: Set<String>, reader: Set<String>, expected: Bool) {
    #expect(hidesOrder(leaf: leaf, about: about, handledBy: by, from: reader) == expected)
  }

  @Test(
    arguments: [
      (false, "2026-03-03 23:59", "不归我们管", nil), (false, "2026-03-04 00:00", "不归我们管", "returnTooLate"),
      (false, "2026-03-03 10:00", " \n", "returnWithoutReason"),
      (true, "2026-03-03 10:00", "不归我们管", "returnAfterDecision"),
    ] as [(Bool, String, String, String?)])
  func returning(isFinal: Bool, now: String, reason: String, expected: String?) {
    let by = orderLimits.acceptBy(
      handedOver: moment("2026-03-02 10:00"), kind: .general, urgency: .normal, hours: .usual, calendar: calendar)
    #expect(returnRefusal(isFinal: isFinal, acceptBy: by, now: moment(now), reason: reason)?.rule == expected)
  }

  @Test(
    arguments: [
      (.village, .town, "村里办不了", nil), (.town, .county, "县里的职责", nil), (.county, .town, "归镇里办", nil),
      (.town, .village, "村里能办", nil), (.village, .county, "急", "passedOverLevels"),
      (.town, .town, "急", "passedOverLevels"),
      (.village, .group, "急", "passedOverLevels"), (.village, .town, "", "passedWithoutReason"),
    ] as [(PlaceLevel, PlaceLevel, String, String?)])
  func passing(from: PlaceLevel, to: PlaceLevel, reason: String, expected: String?) {
    #expect(passRefusal(from: from, to: to, reason: reason)?.rule == expected)
  }

  @Test func theHistoryGoesWithIt() {
    func passing(_ from: PlaceLevel, _ to: PlaceLevel) -> Passing {
      Passing(from: from, to: to, at: moment("2026-03-02 10:00"), reason: "原因")
    }
    #expect(level(of: .village, after: []) == .village)
    #expect(level(of: .village, after: [passing(.village, .town), passing(.town, .county)]) == .county)
    #expect(level(of: .village, after: [passing(.village, .town), passing(.town, .village)]) == .village)
    #expect(level(of: .village, after: [passing(.town, .county)]) == nil)
    #expect(level(of: .village, after: [passing(.village, .county)]) == nil)
  }

  /// rules.md, case 54.
  @Test(arguments: [(0, true), (5, true), (6, false)]) func spokespersons(count: Int, isAllowed: Bool) {
    let refusal = spokespersonsRefusal(count, most: orderLimits.spokespersons)
    #expect((refusal == nil) == isAllowed)
    if let refusal { #expect(refusal.reason.zh.contains("5 人") && refusal.rule == "tooManySpokespersons") }
  }
}

struct ExtendingTests {
  private let due = day("2026-03-09").end

  @Test(
    arguments: [
      (5, 0, "2026-03-09 23:59", "等检测报告", nil), (1, 0, "2026-03-03 10:00", "等检测报告", nil),
      (6, 0, "2026-03-09 10:00", "等检测报告", "extensionTooLong"), (0, 0, "2026-03-09 10:00", "等检测报告", "extensionTooLong"),
      (5, 1, "2026-03-09 10:00", "等检测报告", "extensionOnce"), (5, 0, "2026-03-10 00:00", "等检测报告", "extensionTooLate"),
      (5, 0, "2026-03-09 10:00", "　", "extensionWithoutReason"),
    ] as [(Int, Int, String, String, String?)])
  func extending(days: Int, earlier: Int, now: String, reason: String, expected: String?) {
    let found = extensionRefusal(
      by: workingDays(days), longest: orderLimits.longestExtension(.simple, limit: workingDays(5)), earlier: earlier,
      due: due, now: moment(now), reason: reason)
    #expect(found?.rule == expected)
  }

  @Test func byTheLawAndInItsUnit() {
    let longest = orderLimits.longestExtension(.petition, limit: orderLimits.petition.answer)
    func rule(_ limit: Limit) -> String? {
      extensionRefusal(
        by: limit, longest: longest, earlier: 0, due: due, now: moment("2026-03-05 10:00"), reason: "原因")?.rule
    }
    #expect(rule(Limit(30, .days, .verified)) == nil)
    #expect(rule(Limit(31, .days, .verified)) == "extensionTooLong")
    #expect(rule(workingDays(30)) == "extensionTooLong")
  }

  @Test func ratedOnce() {
    #expect(ratingRefusal(hasRated: false) == nil)
    #expect(ratingRefusal(hasRated: true)?.rule == "ratedBefore")
  }

  @Test(
    arguments: [
      ("2026-03-23", "又漏水了", nil), ("2026-03-24", "又漏水了", "reopenTooLate"), ("2026-03-05", " ", "reopenWithoutReason"),
    ] as [(String, String, String?)])
  func notSolved(today: String, reason: String, expected: String?) {
    let found = notSolvedRefusal(
      closed: day("2026-03-02"), today: day(today), limits: orderLimits, calendar: calendar, reason: reason)
    #expect(found?.rule == expected)
  }

  @Test func twoAtOnce() {
    #expect(changedMeanwhileRefusal(seen: 3, current: 3) == nil)
    #expect(changedMeanwhileRefusal(seen: 3, current: 4)?.rule == "changedMeanwhile")
  }
}

struct AnswerFiguresTests {
  @Test(
    arguments: [
      ([1, 2, 3, 4], 4, nil), ([], 0, nil), ([5, 1, 3, 2, 4], 5, "3 100"), ([1, 2, 3, 4, 5, 6], 3, "3.5 50"),
      ([1, 1, 1, 1, 1], 0, "1 0"), ([0, 0, 0, 0, 9, 9, 9, 9], 1, "4.5 13"),
    ] as [([Int], Int, String?)])
  func figures(days: [Int], inTime: Int, expected: String?) {
    let times = days.enumerated().map { AnswerTime(days: $1, isInTime: $0 < inTime) }
    let figures = AnswerFigures(times, fewest: orderLimits.fewestCases)
    #expect(figures.map { "\($0.median) \($0.percentInTime)" } == expected)
  }

  /// 100 and 0 say all and none, nothing else.
  @Test func roundingNeverSaysAllOrNone() {
    for inTime in 0...1000 {
      let figures = AnswerFigures((0..<1000).map { AnswerTime(days: 1, isInTime: $0 < inTime) }, fewest: 5)
      #expect((figures?.percentInTime == 100) == (inTime == 1000))
      #expect((figures?.percentInTime == 0) == (inTime == 0))
    }
  }

  @Test func words() {
    let figures = AnswerFigures((1...6).map { AnswerTime(days: $0, isInTime: true) }, fewest: 5)
    #expect(figures?.words.zh == "6 件，一半在 3.5 个工作日内答复，按时 100%")
    #expect(AnswerFigures.tooFew(5).zh == "不到 5 件，暂不公布")
  }
}
