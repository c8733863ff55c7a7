import Governance
import Testing
import Values

struct OrderClockTests {
  /// rules.md, cases 39 to 43 and 45, and the other days off of 2025 and 2026 with their make-up days.
  @Test(arguments: [
    (39, "2026-09-30 10:00", 5, "2026-10-13"), (40, "2026-02-13 10:00", 5, "2026-02-27"),
    (41, "2025-01-27 10:00", 3, "2025-02-07"), (42, "2026-09-18 10:00", 5, "2026-09-24"),
    (43, "2026-04-30 18:10", 5, "2026-05-12"), (45, "2026-03-02 10:00", 20, "2026-03-30"),
    // 2025: New Year, Qingming, May with Sun 04-27, Dragon Boat, October with Sun 09-28 and Sat 10-11.
    (0, "2024-12-31 10:00", 1, "2025-01-02"), (0, "2025-01-24 10:00", 1, "2025-01-26"),
    (0, "2025-04-03 10:00", 1, "2025-04-07"), (0, "2025-04-25 10:00", 1, "2025-04-27"),
    (0, "2025-04-30 10:00", 1, "2025-05-06"), (0, "2025-05-30 10:00", 1, "2025-06-03"),
    (0, "2025-09-26 10:00", 3, "2025-09-30"), (0, "2025-09-30 10:00", 3, "2025-10-11"),
    // 2026: New Year with Sun 01-04, Spring Festival with Sat 02-28, Qingming, Dragon Boat, Mid-autumn.
    (0, "2025-12-31 10:00", 1, "2026-01-04"), (0, "2026-02-27 10:00", 1, "2026-02-28"),
    (0, "2026-04-03 10:00", 1, "2026-04-07"), (0, "2026-06-18 10:00", 1, "2026-06-22"),
    (0, "2026-09-24 10:00", 1, "2026-09-28"),
  ])
  func due(number: Int, received: String, days: Int, expected: String) throws {
    let clock = try orderClock(workingDays(days), received)
    #expect(clock.due(calendar) == day(expected).end, "case \(number)")
  }

  /// rules.md, case 44: 60 days end on a holiday and move; the 30 more are counted from the 60th, not from where it moved.
  @Test func aPetition() throws {
    let petition = orderLimits[.petition]
    let settle = try orderClock(petition.answer, "2026-03-02 10:00")
    #expect(settle.due(calendar) == day("2026-05-06").end)
    let more = try #require(petition.longestExtension)
    let extended = try orderClock(petition.answer, "2026-03-02 10:00", .extended(more, moment("2026-04-20 10:00")))
    #expect(extended.due(calendar) == day("2026-06-01").end)
    let tell = try #require(petition.tell)
    #expect(try orderClock(tell, "2026-03-02 10:00").due(calendar) == day("2026-03-17").end)
  }

  @Test func anInformationRequestIsExtendedAsLongAgain() throws {
    let limit = orderLimits[.informationRequest]
    let more = try #require(limit.longestExtension)
    let extended = try orderClock(limit.answer, "2026-03-02 10:00", .extended(more, moment("2026-03-20 10:00")))
    #expect(extended.due(calendar) == calendar.day(40, workingDaysAfter: day("2026-03-02")).end)
  }

  /// Each office by its own hours: the same message, another day of receipt.
  @Test(arguments: [
    (DutyHours.usual, "2026-03-02 17:30", "2026-03-03"), (.usual, "2026-03-02 17:31", "2026-03-04"),
    (.usual, "2026-03-07 10:00", "2026-03-10"), (.usual, "2026-03-02 06:00", "2026-03-03"),
    (.always, "2026-03-02 23:59", "2026-03-03"), (.always, "2026-03-07 10:00", "2026-03-09"),
    (.always, "2026-10-01 10:00", "2026-10-08"),
    (DutyHours(opens: 540, closes: 960), "2026-03-02 16:01", "2026-03-04"),
    (DutyHours(opens: 540, closes: 960, isOpenOnDaysOff: true), "2026-03-07 16:00", "2026-03-09"),
    (DutyHours(opens: 540, closes: 960, isOpenOnDaysOff: true), "2026-03-08 16:01", "2026-03-10"),
  ])
  func hours(hours: DutyHours?, received: String, expected: String) throws {
    let clock = try orderClock(workingDays(1), received, hours: try #require(hours))
    #expect(clock.due(calendar) == day(expected).end)
  }

  @Test(arguments: [(0, 1440, true), (-1, 60, false), (60, 60, false), (0, 1441, false), (600, 540, false)])
  func hoursHaveAnOrder(opens: Int, closes: Int, isValid: Bool) {
    #expect((DutyHours(opens: opens, closes: closes) != nil) == isValid)
  }

  @Test func whetherAnOfficeIsOpen() {
    #expect(DutyHours.usual.isOpen(at: moment("2026-03-02 17:30"), calendar: calendar))
    #expect(!DutyHours.usual.isOpen(at: moment("2026-03-02 08:29"), calendar: calendar))
    #expect(!DutyHours.usual.isOpen(at: moment("2026-10-01 10:00"), calendar: calendar))
    #expect(DutyHours.usual.isOpen(at: moment("2026-10-10 10:00"), calendar: calendar))
    #expect(DutyHours.always.isOpen(at: moment("2026-10-01 23:59"), calendar: calendar))
    #expect(DutyHours.usual.name == Text(zh: "工作日 08:30–17:30", en: "Working days 08:30–17:30"))
  }

  /// Clock hours run through nights and days off.
  @Test func danger() throws {
    let clock = try orderClock(orderLimits.danger.answer, "2026-09-30 20:00")
    #expect(clock.due(calendar) == moment("2026-10-01 20:00"))
    #expect(clock.reading(at: moment("2026-10-01 11:59"), calendar: calendar).light == .green)
    #expect(clock.reading(at: moment("2026-10-01 12:00"), calendar: calendar).light == .amber)
    #expect(clock.reading(at: moment("2026-10-01 20:00"), calendar: calendar).light == .amber)
    #expect(clock.reading(at: moment("2026-10-01 20:00:01"), calendar: calendar).light == .red)
    let reading = clock.reading(at: moment("2026-10-01 14:40"), calendar: calendar)
    #expect(reading.remaining == Text(zh: "还剩 5 小时 20 分", en: "5 h 20 min left"))
    #expect(reading.explanation.zh == "收到 9月30日 20:00；按钟点计算，放假不停；截止10月1日 20:00")
  }

  @Test(arguments: [
    // A leaf's own days prevail, but neither over danger nor over the law; U1 shortens.
    (OrderKind.general, Int?.none, Urgency.normal, workingDays(7)), (.general, 10, .normal, workingDays(10)),
    (.simple, 3, .normal, workingDays(3)), (.complex, nil, .soon, workingDays(1)),
    (.hard, nil, .normal, workingDays(30)),
    (.enquiry, 2, .normal, workingDays(2)),
    (.danger, 10, .normal, Limit(24, .hours, .designDefault)),
    (.general, 10, .danger, Limit(24, .hours, .designDefault)),
    (.petition, 7, .life, Limit(24, .hours, .designDefault)), (.petition, 7, .normal, Limit(60, .days, .verified)),
    (.informationRequest, 7, .soon, Limit(20, .workingDays, .verified)),
  ])
  func limits(kind: OrderKind, leafDays: Int?, urgency: Urgency, expected: Limit) {
    #expect(orderLimits.answer(kind, leafDays: leafDays, urgency: urgency) == expected)
  }

  @Test(arguments: [
    (OrderKind.general, Urgency.normal, "2026-10-08 23:59"), (.general, .danger, "2026-09-30 12:00"),
    (.danger, .normal, "2026-09-30 12:00"), (.general, .life, "2026-09-30 10:30"),
    (.petition, .normal, "2026-10-13 23:59"),
  ])
  func acceptOrReturn(kind: OrderKind, urgency: Urgency, expected: String) {
    let by = orderLimits.acceptBy(
      handedOver: moment("2026-09-30 10:00"), kind: kind, urgency: urgency, hours: .usual, calendar: calendar)
    #expect(by.day == moment(expected).day && by.clock == moment(expected).clock)
  }
}

struct AcceptanceTests {
  @Test(arguments: [
    ("2026-03-03 23:59", "2026-03-02 12:00", "2026-03-02 12:00"),
    ("2026-03-03 12:00", "2026-03-09 12:00", "2026-03-03 12:00"),
    // Handed on when it was overdue: whoever gets it may still send it back.
    ("2026-03-03 12:00", "2026-03-01 12:00", "2026-03-03 12:00"),
  ])
  func neverLaterThanDue(by: String, due: String, expected: String) {
    let found = acceptance(moment(by), handedOver: moment("2026-03-02 10:00"), due: moment(due))
    #expect(found == moment(expected))
    #expect(acceptance(moment(by), handedOver: moment("2026-03-02 10:00"), due: nil) == moment(by))
  }
}

struct ClockPauseTests {
  /// Received Mon 2026-03-02, 5 days: due Mon 03-09. Asked Tue 03-03.
  @Test(arguments: [
    ("2026-03-03 16:00", "2026-03-09"), ("2026-03-03 18:00", "2026-03-10"), ("2026-03-04 10:00", "2026-03-10"),
    ("2026-03-04 18:00", "2026-03-11"), ("2026-03-06 10:00", "2026-03-12"), ("2026-03-07 10:00", "2026-03-13"),
    ("2026-03-09 10:00", "2026-03-13"), ("2026-03-16 10:00", "2026-03-20"),
    // At most ten working days.
    ("2026-03-17 10:00", "2026-03-23"), ("2026-03-18 10:00", "2026-03-23"), ("2026-03-31 10:00", "2026-03-23"),
  ])
  func asking(replied: String, expected: String) throws {
    let clock = try orderClock(
      workingDays(5), "2026-03-02 10:00", .paused(.reporter, moment("2026-03-03 10:00")),
      .resumed(.reporter, moment(replied)))
    #expect(clock.due(calendar) == day(expected).end)
  }

  /// Asked on the last day: that day is had again once the reply is there. A petition's too, on the day it moved to.
  @Test func askingOnTheLastDay() throws {
    let days = try orderClock(
      workingDays(5), "2026-03-02 10:00", .paused(.reporter, moment("2026-03-09 16:00")),
      .resumed(.reporter, moment("2026-03-12 10:00")))
    #expect(days.due(calendar) == day("2026-03-12").end)
    #expect(days.isPaused(at: moment("2026-03-10 10:00"), calendar))
    let petition = try orderClock(
      orderLimits.petition.answer, "2026-03-02 10:00", .paused(.reporter, moment("2026-05-06 16:00")),
      .resumed(.reporter, moment("2026-05-09 10:00")))
    #expect(petition.due(calendar) == day("2026-05-09").end)
  }

  @Test func whileTheReporterIsAskedTheClockStandsAndThenGoesOnByItself() throws {
    let clock = try orderClock(workingDays(5), "2026-03-02 10:00", .paused(.reporter, moment("2026-03-03 10:00")))
    let reading = clock.reading(at: moment("2026-03-10 10:00"), calendar: calendar)
    #expect(reading.isPaused && reading.light == nil)
    #expect(reading.due == day("2026-03-23").end)
    #expect(reading.remaining.zh == "暂停：等反映人补充，最迟 3月17日 周二恢复计时")
    let after = clock.reading(at: moment("2026-03-17 00:00"), calendar: calendar)
    #expect(!after.isPaused && after.light == .green)
  }

  @Test func frozenItHasNoDueDate() throws {
    let clock = try orderClock(workingDays(5), "2026-03-02 10:00", .paused(.frozen, moment("2026-03-03 10:00")))
    let reading = clock.reading(at: moment("2026-06-01 10:00"), calendar: calendar)
    #expect(reading.due == nil && reading.amberFrom == nil && reading.light == nil && reading.isPaused)
    #expect(reading.explanation.zh == "收到 3月2日；3月3日起暂停办理，停止计时；恢复计时后再定截止日")
  }

  @Test func whatIsOverdueStaysRedWhenItIsPaused() throws {
    let clock = try orderClock(workingDays(1), "2026-03-02 10:00", .paused(.frozen, moment("2026-03-04 10:00")))
    let reading = clock.reading(at: moment("2026-03-05 10:00"), calendar: calendar)
    #expect(reading.due == day("2026-03-03").end && reading.light == .red && !reading.isPaused)
  }

  /// Two pauses at a time count once.
  @Test func pausesThatOverlap() throws {
    let events: [ClockEvent] = [
      .started(moment("2026-03-02 10:00")), .paused(.expert, moment("2026-03-03 10:00")),
      .paused(.reporter, moment("2026-03-04 10:00")), .resumed(.expert, moment("2026-03-05 10:00")),
      .resumed(.reporter, moment("2026-03-06 10:00")),
    ]
    let days = try #require(OrderClock(limit: workingDays(5), limits: orderLimits, events: events))
    #expect(days.due(calendar) == day("2026-03-12").end)
    let hours = try #require(OrderClock(limit: Limit(48, .hours, .designDefault), limits: orderLimits, events: events))
    #expect(hours.due(calendar) == moment("2026-03-07 10:00"))
  }

  @Test func eventsThatDoNotFitChangeNothing() throws {
    let plain = try orderClock(workingDays(5), "2026-03-02 10:00")
    let odd = try orderClock(
      workingDays(5), "2026-03-02 10:00", .resumed(.court, moment("2026-03-03 10:00")),
      .extended(Limit(30, .days, .verified), moment("2026-03-03 10:00")))
    #expect(odd.due(calendar) == plain.due(calendar))
    // The computer's clock was set back before the reporter's answer was entered.
    let back = try orderClock(
      workingDays(5), "2026-03-02 10:00", .paused(.reporter, moment("2026-03-04 10:00")),
      .resumed(.reporter, moment("2026-03-03 10:00")))
    #expect(back.due(calendar) == plain.due(calendar))
    #expect(
      OrderClock(limit: workingDays(5), limits: orderLimits, events: [.answered(moment("2026-03-04 10:00"))]) == nil)
  }

  @Test func reopeningStartsAnew() throws {
    let clock = try orderClock(
      workingDays(5), "2026-03-02 10:00", .extended(workingDays(5), moment("2026-03-05 10:00")),
      .answered(moment("2026-03-20 10:00")), .started(moment("2026-03-23 10:00")))
    #expect(clock.extensions.isEmpty && clock.answered == nil)
    #expect(clock.due(calendar) == day("2026-03-30").end)
  }

  @Test(arguments: [("2026-03-09 23:59", Light.green, "按时答复"), ("2026-03-10 00:00", .red, "超期答复")])
  func answered(at: String, light: Light, words: String) throws {
    let clock = try orderClock(workingDays(5), "2026-03-02 10:00", .answered(moment(at)))
    let reading = clock.reading(at: moment("2026-06-01 10:00"), calendar: calendar)
    #expect(reading.light == light && reading.remaining.zh == words && !reading.isPaused)
  }
}
