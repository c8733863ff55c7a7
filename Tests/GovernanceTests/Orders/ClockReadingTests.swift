import Governance
import Testing
import Values

struct ClockReadingTests {
  /// How it was counted, in both languages.
  @Test(
    arguments: [
      (
        "2026-09-30 10:00", 5, "收到 9月30日；10月1–7日放假；10月10日调休上班；截止10月13日",
        "Received 30 Sep; 1–7 Oct off; 10 Oct is a working day; due 13 Oct"
      ),
      (
        "2026-02-13 10:00", 5, "收到 2月13日；2月14日调休上班；2月15–23日放假；截止2月27日",
        "Received 13 Feb; 14 Feb is a working day; 15–23 Feb off; due 27 Feb"
      ),
      (
        "2025-01-27 10:00", 3, "收到 1月27日；1月28日–2月4日放假；截止2月7日", "Received 27 Jan; 28 Jan – 4 Feb off; due 7 Feb"
      ),
      (
        "2026-04-30 18:10", 5, "收到 4月30日 18:10，已下班；5月1–5日放假；算作5月6日收到；5月9日调休上班；截止5月12日",
        "Received 30 Apr at 18:10, after hours; 1–5 May off; counts as received 6 May; 9 May is a working day; due 12 May"
      ),
      ("2026-03-07 10:00", 1, "收到 3月7日，不上班；算作3月9日收到；截止3月10日", nil),
      ("2026-03-02 10:00", 5, "收到 3月2日；截止3月9日", "Received 2 Mar; due 9 Mar"),
      ("2025-12-31 10:00", 2, "收到 12月31日；2026年1月1–3日放假；2026年1月4日调休上班；截止2026年1月5日", nil),
    ] as [(String, Int, String, String?)])
  func explanation(received: String, days: Int, zh: String, en: String?) throws {
    let reading = try orderClock(workingDays(days), received).reading(at: moment(received), calendar: calendar)
    #expect(reading.explanation.zh == zh)
    if let en { #expect(reading.explanation.en == en) }
  }

  @Test func anExplanationTellsPausesAndExtensions() throws {
    let clock = try orderClock(
      workingDays(5), "2026-03-02 10:00", .paused(.reporter, moment("2026-03-03 10:00")),
      .resumed(.reporter, moment("2026-03-05 10:00")), .extended(workingDays(2), moment("2026-03-09 10:00")))
    let words = clock.reading(at: moment("2026-03-09 10:00"), calendar: calendar).explanation
    #expect(words.zh == "收到 3月2日；3月3–5日等反映人补充，不计 2 个工作日；3月9日批准延长 2 个工作日；截止3月13日")
    #expect(
      words.en == "Received 2 Mar; 3–5 Mar waiting for the reporter: 2 working days not counted; "
        + "extended by 2 working days on 9 Mar; due 13 Mar")
  }

  @Test func aPetitionThatEndsOnAHolidayMoves() throws {
    let words = try orderClock(orderLimits.petition.answer, "2026-03-02 10:00")
      .reading(at: moment("2026-03-02 10:00"), calendar: calendar).explanation
    #expect(words.zh == "收到 3月2日；第 60 天5月1日不上班，顺延；截止5月6日")
    #expect(words.en == "Received 2 Mar; day 60, 1 May, is a day off: moves on; due 6 May")
  }

  @Test(arguments: [
    ("2026-03-02 10:00", 5, false), ("2026-12-31 10:00", 1, true), ("2026-12-28 10:00", 3, false),
    ("2027-03-01 10:00", 1, true),
  ])
  func aYearNotSetIsSaid(received: String, days: Int, isWarned: Bool) throws {
    let reading = try orderClock(workingDays(days), received).reading(at: moment(received), calendar: calendar)
    #expect((reading.warning != nil) == isWarned)
    if isWarned { #expect(reading.warning?.zh.contains("2027") ?? false) }
  }

  /// The town learns in September that Sat 10-10 is no working day after all.
  @Test func aChangedHolidayListIsShown() throws {
    let years = calendar.years.values.map { year in
      CalendarYear(
        year: year.year, daysOff: year.daysOff, makeUp: year.makeUp.filter { $0 != day("2026-10-10") },
        provisional: year.provisional, mark: year.mark)
    }
    let changed = WorkCalendar(years)
    let clock = try orderClock(workingDays(5), "2026-09-30 10:00")
    let change = try #require(clock.change(from: calendar, to: changed))
    #expect(change.before == day("2026-10-13").end && change.after == day("2026-10-14").end)
    #expect(change.words.zh == "放假安排改了，截止日从 10月13日 周二 改为 10月14日 周三。")
    let untouched = try orderClock(workingDays(5), "2026-03-02 10:00")
    #expect(untouched.change(from: calendar, to: changed) == nil)
    #expect(clock.change(from: calendar, to: calendar) == nil)
  }

  /// Both sides of each border, by every limit that ships.
  @Test(arguments: OrderKind.allCases)
  func lightsChangeAtTheirBorders(kind: OrderKind) throws {
    let clock = try orderClock(orderLimits[kind].answer, "2026-03-02 10:00")
    let reading = clock.reading(at: moment("2026-03-02 10:00"), calendar: calendar)
    let (due, amber) = (try #require(reading.due), try #require(reading.amberFrom))
    func light(_ instant: Instant) -> Light? { clock.reading(at: instant, calendar: calendar).light }
    #expect(light(amber) == .amber && light(due) == .amber)
    if amber > clock.started { #expect(light(amber.adding(seconds: -1)) == .green) }
    #expect(light(Instant(milliseconds: due.milliseconds + 1)) == .red)
  }

  @Test func aTownMayChooseItsAmber() throws {
    var shandong = orderLimits
    shandong.amber = AmberBorder(oneIn: 1000, leastDays: 1)
    let events: [ClockEvent] = [.started(moment("2026-03-02 10:00"))]
    let clock = try #require(OrderClock(limit: workingDays(15), limits: shandong, events: events))
    #expect(clock.reading(at: moment("2026-03-19 23:59"), calendar: calendar).light == .green)
    #expect(clock.reading(at: moment("2026-03-20 00:00"), calendar: calendar).light == .amber)
  }
}

/// Laws that hold for any order; seeded, so that a failure comes again.
struct ClockLawTests {
  private struct Example {
    let limit: Limit
    let events: [ClockEvent]
    let pause: [ClockEvent]
  }

  private static func examples(_ count: Int) -> [Example] {
    var random = Seeded(state: 20_260_302)
    return (0..<count).map { _ in
      let start = day("2025-01-01").at(hour: 0, minute: Int.random(in: 0..<900_000, using: &random))
      let units: [Limit.Unit] = [.workingDays, .workingDays, .days, .hours]
      let limit = Limit(
        Int.random(in: 1...40, using: &random), units[Int.random(in: 0..<4, using: &random)], .designDefault)
      let asked = start.adding(minutes: Int.random(in: 0..<40_000, using: &random))
      let replied = asked.adding(minutes: Int.random(in: 0..<40_000, using: &random))
      let reason = PauseReason.allCases[Int.random(in: 0..<PauseReason.allCases.count, using: &random)]
      var events: [ClockEvent] = [.started(start)]
      if Bool.random(using: &random) {
        let more = Limit(Int.random(in: 1...limit.amount, using: &random), limit.unit, .designDefault)
        events.append(.extended(more, start.adding(minutes: 60)))
      }
      return Example(limit: limit, events: events, pause: [.paused(reason, asked), .resumed(reason, replied)])
    }
  }

  private static func clock(_ example: Example, _ more: [ClockEvent]) throws -> OrderClock {
    try #require(OrderClock(limit: example.limit, limits: orderLimits, events: example.events + more))
  }

  @Test func aPauseNeverShortens() throws {
    for example in Self.examples(2000) {
      let plain = try #require(Self.clock(example, []).due(calendar))
      let paused = try #require(Self.clock(example, example.pause).due(calendar))
      #expect(paused >= plain, "\(example)")
      // And it gives back no more than it took, unless days off lie between.
      if example.limit.unit == .hours, case .paused(_, let from) = example.pause[0],
        case .resumed(_, let to) = example.pause[1]
      {
        #expect(paused.milliseconds - plain.milliseconds <= to.milliseconds - from.milliseconds)
      }
    }
  }

  @Test func dueIsNeverOnADayOff() throws {
    for example in Self.examples(2000) where example.limit.unit != .hours {
      let due = try #require(Self.clock(example, example.pause).due(calendar))
      #expect(calendar.isWorkingDay(due.day) && due == due.day.end)
    }
  }

  @Test func anExtensionLengthens() throws {
    for example in Self.examples(500) {
      let more = ClockEvent.extended(Limit(1, example.limit.unit, .designDefault), moment("2025-01-01 10:00"))
      let before = try #require(Self.clock(example, example.pause).due(calendar))
      let after = try #require(Self.clock(example, example.pause + [more]).due(calendar))
      #expect(example.limit.unit == .days ? after >= before : after > before)
    }
  }

  @Test func theExplanationEndsWithTheDueDate() throws {
    for example in Self.examples(1000) {
      let clock = try Self.clock(example, example.pause)
      let reading = clock.reading(at: clock.started, calendar: calendar)
      let due = try #require(reading.due)
      guard case .due(let said, _)? = reading.notes.last else {
        Issue.record("no due date at the end")
        return
      }
      #expect(said == due)
      let minute = example.limit.unit == .hours ? " \(due.clock)" : ""
      #expect(reading.explanation.zh.hasSuffix("\(due.day.month)月\(due.day.dayOfMonth)日\(minute)"))
    }
  }

  /// The limit and what the pauses took are all the working days up to the due date.
  @Test func theExplanationAddsUp() throws {
    for (index, example) in Self.examples(2000).enumerated() where example.limit.unit == .workingDays {
      let start = try Self.clock(example, []).started
      let frozen: [ClockEvent] = [
        .paused(.frozen, start.adding(days: index % 9)), .resumed(.frozen, start.adding(days: 7 + index % 11)),
      ]
      let clock = try Self.clock(example, example.pause + frozen)
      let reading = clock.reading(at: clock.started, calendar: calendar)
      let taken = reading.notes.reduce(0) { sum, note in
        if case .paused(_, _, _, let days, _) = note { sum + days } else { sum }
      }
      let due = try #require(reading.due)
      #expect(calendar.workingDays(from: clock.firstDay(calendar), to: due.day) == clock.wholeAmount + taken)
    }
  }

  /// The border kept beside an order and the light counted at a moment agree, on every day of its run.
  @Test func bordersAgreeWithTheLight() throws {
    for example in Self.examples(60) where example.limit.unit == .workingDays {
      let clock = try Self.clock(example, [])
      let due = try #require(clock.due(calendar))
      for day in clock.started.day.number...due.day.number + 2 {
        let now = Day(number: day).at(hour: 23, minute: 59)
        let expected = light(
          opened: clock.started, due: due, now: now, calendar: calendar, limitDays: clock.wholeAmount)
        #expect(clock.reading(at: now, calendar: calendar).light == expected)
      }
    }
  }
}
