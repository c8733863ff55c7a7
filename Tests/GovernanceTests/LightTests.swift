import Governance
import Testing
import Values

struct LightTests {
  /// Received Mon 2026-03-02, due Fri 2026-03-20 (14 working days) or Tue 03-10 (6).
  @Test(arguments: [
    // 6 days: amber at 2 left.
    (6, "2026-03-10", "2026-03-05 10:00", Light.green), (6, "2026-03-10", "2026-03-06 10:00", .amber),
    (6, "2026-03-10", "2026-03-10 23:59:59", .amber), (6, "2026-03-10", "2026-03-11 00:00", .red),
    // 5 days: a third is 1.
    (5, "2026-03-09", "2026-03-05 10:00", .green), (5, "2026-03-09", "2026-03-06 10:00", .amber),
    // 1 day: amber from the beginning.
    (1, "2026-03-03", "2026-03-02 10:00", .amber), (1, "2026-03-03", "2026-03-04 00:00", .red),
    // 14 days: amber at 4 left.
    (14, "2026-03-20", "2026-03-13 10:00", .green), (14, "2026-03-20", "2026-03-16 10:00", .amber),
  ])
  func colour(limit: Int, due: String, now: String, expected: Light) {
    let opened = moment("2026-03-02 10:00")
    let found = light(opened: opened, due: day(due).end, now: moment(now), calendar: calendar, limitDays: limit)
    #expect(found == expected)
    // The limit counted from the opening is the same.
    #expect(light(opened: opened, due: day(due).end, now: moment(now), calendar: calendar) == expected)
  }

  @Test func anHourLimitTurnsRedOnTheMinute() {
    let (opened, due) = (moment("2026-03-02 10:00"), moment("2026-03-02 12:00"))
    #expect(light(opened: opened, due: due, now: due, calendar: calendar) == .amber)
    #expect(light(opened: opened, due: due, now: due.adding(seconds: 1), calendar: calendar) == .red)
    #expect(lightWords(due: due, now: opened, calendar: calendar).zh == "今天 12:00 到期")
    #expect(lightWords(due: due, now: due.adding(minutes: 1), calendar: calendar).zh == "已超期")
  }

  @Test(arguments: [
    ("2026-03-06 10:00", "还剩 2 个工作日", "2 working days left"),
    ("2026-03-09 10:00", "还剩 1 个工作日", "1 working day left"),
    ("2026-03-10 23:59", "今天到期", "Due today"),
    ("2026-03-11 00:00", "已超期 1 个工作日", "1 working day overdue"),
    ("2026-03-15 12:00", "已超期 3 个工作日", "3 working days overdue"),
  ])
  func words(now: String, zh: String, en: String) {
    let words = lightWords(due: day("2026-03-10").end, now: moment(now), calendar: calendar)
    #expect(words == Text(zh: zh, en: en))
  }

  @Test func wordsOverAWeekend() {
    #expect(lightWords(due: day("2026-03-06").end, now: moment("2026-03-07 10:00"), calendar: calendar).zh == "已超期")
    // Clock hours may end on a day off.
    let due = moment("2026-03-07 10:00")
    #expect(lightWords(due: due, now: moment("2026-03-06 10:00"), calendar: calendar).zh == "3月7日 周六到期")
  }
}
