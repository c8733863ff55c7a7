import Governance
import Testing
import Values

struct DeadlineTests {
  private let limits = DefaultLimits.product

  @Test(arguments: [
    (7, Urgency.normal, 7), (1, .normal, 1), (7, .soon, 1), (1, .soon, 1), (0, .soon, 0), (15, .danger, 1),
    (15, .life, 1),
  ])
  func limitDays(leaf: Int, urgency: Urgency, expected: Int) {
    #expect(limits.limitDays(leafDays: leaf, urgency: urgency) == expected)
  }

  @Test(arguments: [
    (Urgency.life, "2026-09-30 23:45", "2026-10-01 00:15"), (.danger, "2026-09-30 23:00", "2026-10-01 01:00"),
  ])
  func dangerIsAcceptedByTheClock(urgency: Urgency, received: String, expected: String) {
    #expect(limits.acceptBy(received: moment(received), urgency: urgency, calendar: calendar) == moment(expected))
  }

  @Test func theRestIsAcceptedInAWorkingDay() {
    let by = limits.acceptBy(received: moment("2026-09-30 10:00"), urgency: .normal, calendar: calendar)
    #expect(by == day("2026-10-08").end)
  }

  @Test func answersAreDue() {
    let received = moment("2026-09-30 10:00")
    func due(_ urgency: Urgency) -> Instant {
      limits.dueAt(received: received, leafDays: 5, urgency: urgency, calendar: calendar)
    }
    #expect(due(.normal) == day("2026-10-13").end)
    #expect(due(.soon) == day("2026-10-08").end)
    #expect(due(.danger) == moment("2026-10-01 10:00"))
    #expect(due(.life) == moment("2026-10-01 10:00"))
  }

  /// rules.md §6, defaults of this product: all design defaults.
  @Test func shippedFigures() {
    let expected: [(Limit, Int, Limit.Unit)] = [
      (limits.acceptLife, 30, .minutes), (limits.acceptDanger, 2, .hours), (limits.accept, 1, .workingDays),
      (limits.contact, 24, .hours), (limits.appeal, 5, .workingDays), (limits.privateAnswer, 3, .workingDays),
      (limits.privateOffer, 30, .days), (limits.reopen, 15, .workingDays), (limits.alarmPasses, 30, .minutes),
      (limits.followUp, 5, .workingDays), (limits.pause, 10, .workingDays), (limits.soon, 1, .workingDays),
    ]
    for (limit, amount, unit) in expected { #expect(limit == Limit(amount, unit, .designDefault)) }
    #expect(limits.appeal.name.zh == "5 个工作日")
    #expect(limits.accept.name.en == "1 working day")
  }

  @Test func calendarDaysMoveOffAHoliday() {
    #expect(
      Limit(60, .days, .verified).end(from: moment("2026-03-02 10:00"), calendar: calendar) == day("2026-05-06").end)
  }
}

struct KeepingRuleTests {
  @Test(arguments: [
    ("2026-03-02", 24, "2028-03-02"), ("2024-02-29", 24, "2026-02-28"), ("2026-02-28", 24, "2028-02-28"),
    ("2026-08-31", 6, "2027-02-28"), ("2026-12-31", 2, "2027-02-28"), ("2026-11-30", 1, "2026-12-30"),
    ("2026-03-02", 0, "2026-03-02"),
  ])
  func eraseDay(closed: String, months: Int, expected: String) {
    let rule = KeepingRule(thing: .contactData, months: months, mark: .designDefault)
    #expect(Governance.eraseDay(closed: day(closed), rule: rule)?.iso == expected)
  }

  @Test(
    arguments: [
      (24, 60, 24), (24, 12, 12), (24, 24, 24), (60, 24, 24), (nil, 24, 24), (nil, nil, nil), (24, nil, 24),
    ] as [(Int?, Int?, Int?)])
  func aPromiseIsNotMadeLonger(promised: Int?, now: Int?, kept: Int?) {
    func rule(_ months: Int?) -> KeepingRule { KeepingRule(thing: .contactData, months: months, mark: .designDefault) }
    #expect(rule(now).keeping(rule(promised)).months == kept)
  }

  @Test(arguments: [
    (1, "1 个月", "1 month"), (6, "6 个月", "6 months"), (12, "1 年", "1 year"), (18, "18 个月", "18 months"),
    (24, "2 年", "2 years"), (60, "5 年", "5 years"), (0, "0 个月", "0 months"),
  ])
  func periodsInWords(months: Int, zh: String, en: String) {
    let words = KeepingRule.period(months: months)
    #expect(words.zh == zh && words.en == en)
  }

  @Test func shippedRules() {
    let months = Dictionary(KeepingRule.defaults.map { ($0.thing, $0.months) }) { first, _ in first }
    #expect(months == [.contactData: 24, .recordings: 6, .archive: nil, .eventLog: nil])
    let archive = KeepingRule(thing: .archive, months: nil, mark: .designDefault)
    #expect(Governance.eraseDay(closed: day("2026-03-02"), rule: archive) == nil)
  }
}
