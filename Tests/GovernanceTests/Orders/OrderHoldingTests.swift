import Governance
import Testing
import Values

struct OrderHoldingTests {
  private static let (asker, other) = (ID<Account>(1), ID<Account>(2))

  @Test(
    arguments: [
      ([1, 2], .officeHead), ([2], .officeHead), ([1], .townOffice), ([], .townOffice),
    ] as [(Set<Int64>, OrderActor)])
  func whoDecidesOnAnExtension(heads: Set<Int64>, expected: OrderActor) {
    #expect(extensionDecider(heads: Set(heads.map { ID<Account>($0) }), askedBy: Self.asker) == expected)
  }

  @Test(
    arguments: [
      // The only head asked: the town decides, he does not.
      (1, [.office, .officeHead], [1], "extensionBySamePerson"), (2, [.townOffice, .supervisor], [1], nil),
      // Another head is there: the town leaves it to him.
      (2, [.townOffice, .supervisor], [1, 2], "orderActor"), (2, [.office, .officeHead], [1, 2], nil),
      // An office without a head; the deputy of the head.
      (2, [.townOffice], [], nil), (3, [.office, .officeHead], [1], nil),
    ] as [(Int64, Set<OrderActor>, Set<Int64>, String?)])
  func deciding(person: Int64, actors: Set<OrderActor>, heads: Set<Int64>, expected: String?) {
    let found = decisionRefusal(
      askedBy: Self.asker, by: ID<Account>(person), being: actors, heads: Set(heads.map { ID<Account>($0) }))
    #expect(found?.rule == expected)
    if let found { #expect(found.wayOut.zh.contains("负责人")) }
  }

  @Test func notToTheSameOffice() {
    #expect(reassignRefusal(from: "水务站", to: "水务站")?.rule == "reassignedToSameOffice")
    #expect(reassignRefusal(from: "水务站", to: "派出所") == nil && reassignRefusal(from: "", to: "派出所") == nil)
  }

  @Test(
    arguments: [
      (.askReporter, 0, "nobodyToAsk"), (.askReporter, 1, nil), (.closeWithdrawn, 0, nil),
      (.closeWithdrawn, 1, "reportersRemain"), (.answer, 0, nil), (.recordProgress, 0, nil),
    ] as [(OrderStep, Int, String?)])
  func withdrawn(step: OrderStep, reporters: Int, expected: String?) {
    #expect(withdrawalRefusal(of: step, reporters: reporters)?.rule == expected)
  }

  @Test func whatIsNotTakenUpInTime() {
    #expect(
      OrderState.allCases.filter { $0.lateName != nil }.reduce(into: Set()) { $0.insert($1) } == OrderState.untaken)
    #expect(OrderState.handedOver.lateName?.zh == "未按时签收")
  }

  /// The answer of Monday 2 March 2026 stands from Tuesday 24 March on; days off do not count.
  @Test(
    arguments: [
      (15, "2026-03-23 23:59", "2026-03-01"), (15, "2026-03-24 00:00", "2026-03-02"),
      (10, "2026-10-16 09:00", "2026-09-27"), (1, "2026-03-02 09:00", "2026-02-27"),
    ])
  func daysAgo(count: Int, now: String, expected: String) {
    let last = calendar.lastDay(workingDaysAgo: count, now: moment(now))
    #expect(calendar.day(count, workingDaysAfter: last).end < moment(now))
    #expect(calendar.day(count, workingDaysAfter: last.adding(1)).end >= moment(now))
    #expect(last == day(expected))
  }

  /// A question's time is over when the clock goes on: asked on Monday 2 March, on Monday 16 March.
  @Test(
    arguments: ["2026-03-15 23:59", "2026-03-16 00:00", "2026-03-16 12:00", "2026-10-20 09:00", "2026-02-28 09:00"])
  func waitingEndsAsTheClockGoesOn(now: String) throws {
    let last = calendar.lastDay(waited: 10, now: moment(now))
    for (asked, isOver) in [(last, true), (last.adding(1), false)] {
      let at = asked.start.adding(minutes: 9 * 60)
      let clock = try orderClock(workingDays(300), "2025-10-09 10:00", .paused(.reporter, at))
      #expect(clock.isPaused(at: max(at, moment(now)), calendar) == !isOver)
    }
  }

  // MARK: All questions together stop the clock for ten working days

  @Test func askedAgainItIsStoppedForWhatIsLeft() throws {
    // Asked on the 3rd, answered on the 9th: four of ten; asked again on the 10th, six are left.
    let clock = try orderClock(
      workingDays(15), "2026-03-02 10:00", .paused(.reporter, moment("2026-03-03 10:00")),
      .resumed(.reporter, moment("2026-03-09 10:00")), .paused(.reporter, moment("2026-03-10 10:00")))
    #expect(clock.isPaused(at: moment("2026-03-17 23:59"), calendar))
    #expect(!clock.isPaused(at: moment("2026-03-18 00:00"), calendar))
    #expect(clock.pauseLeft(.reporter, calendar) == 0)
    #expect(clock.due(calendar)?.day == day("2026-04-07"))
  }

  @Test func usedUpItRunsOnAndSaysSo() throws {
    let events: [ClockEvent] = [
      .paused(.reporter, moment("2026-03-03 10:00")), .resumed(.reporter, moment("2026-03-17 10:00")),
    ]
    let once = try orderClock(workingDays(15), "2026-03-02 10:00", events[0], events[1])
    let again = try orderClock(
      workingDays(15), "2026-03-02 10:00", events[0], events[1], .paused(.reporter, moment("2026-03-18 10:00")))
    #expect(once.pauseLeft(.reporter, calendar) == 0)
    #expect(again.due(calendar) == once.due(calendar))
    #expect(!again.isPaused(at: moment("2026-03-18 11:00"), calendar))
    let reading = again.reading(at: moment("2026-03-18 11:00"), calendar: calendar)
    #expect(reading.light != nil && reading.explanation.zh.contains("不再停"))
  }

  /// A question answered on its day takes nothing; other reasons have a time of their own.
  @Test func whatTakesNothing() throws {
    let asked = try orderClock(
      workingDays(7), "2026-03-02 10:00", .paused(.reporter, moment("2026-03-03 10:00")),
      .resumed(.reporter, moment("2026-03-03 11:00")))
    #expect(asked.pauseLeft(.reporter, calendar) == 10)
    #expect(asked.pauseLeft(.thirdParty, calendar) == 15 && asked.pauseLeft(.frozen, calendar) == nil)
    let reopened = try orderClock(
      workingDays(7), "2026-03-02 10:00", .paused(.reporter, moment("2026-03-03 10:00")),
      .resumed(.reporter, moment("2026-03-30 10:00")), .started(moment("2026-04-01 10:00")))
    #expect(reopened.pauseLeft(.reporter, calendar) == 10)
  }
}
