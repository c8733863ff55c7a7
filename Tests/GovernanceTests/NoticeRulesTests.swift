import Testing
import Values

@testable import Governance

@Suite struct NoticeRulesTests {
  private func at(_ hour: Int, _ minute: Int = 0, day: Int = 18) throws -> Instant {
    try #require(Day(year: 2026, month: 11, day: day)).at(hour: hour, minute: minute)
  }

  @Test(arguments: [
    // Over midnight.
    (1260, 480, 1259, false), (1260, 480, 1260, true), (1260, 480, 1439, true), (1260, 480, 0, true),
    (1260, 480, 479, true), (1260, 480, 480, false),
    // Within the day.
    (720, 840, 719, false), (720, 840, 720, true), (720, 840, 839, true), (720, 840, 840, false),
    // None at all.
    (0, 0, 0, false), (600, 600, 600, false),
  ])
  func quietHours(from: Int, until: Int, minute: Int, isQuiet: Bool) {
    #expect(QuietHours(from: from, until: until).contains(minute: minute) == isQuiet)
  }

  @Test func aMessageWaitsForTheEndOfTheQuietHours() throws {
    let quiet = QuietHours.usual
    #expect(try quiet.firstAllowed(from: at(20, 59)) == at(20, 59))
    #expect(try quiet.firstAllowed(from: at(21)) == at(8, day: 19))
    #expect(try quiet.firstAllowed(from: at(23, 59)) == at(8, day: 19))
    #expect(try quiet.firstAllowed(from: at(0, 0, day: 19)) == at(8, day: 19))
    #expect(try quiet.firstAllowed(from: at(7, 59)) == at(8))
    #expect(try quiet.firstAllowed(from: at(8)) == at(8))
  }

  /// Whatever the hours, the first moment allowed is not before now, not quiet, and at most a day away.
  @Test func theFirstMomentIsNeverQuiet() throws {
    let start = try at(0)
    for from in stride(from: 0, to: 1440, by: 95) {
      for until in stride(from: 0, to: 1440, by: 95) {
        let quiet = QuietHours(from: from, until: until)
        for minute in stride(from: 0, to: 1440, by: 37) {
          let now = start.adding(minutes: minute)
          let first = quiet.firstAllowed(from: now)
          #expect(first >= now && !quiet.contains(minute: first.minuteOfDay) && first <= now.adding(days: 1))
        }
      }
    }
  }

  @Test func pausesGrowAndEnd() {
    let pauses = (1...deliveryAttempts).map { retryPause(attempts: $0) }
    #expect(pauses.first == 60)
    #expect(pauses.last == .some(nil))
    let given = pauses.compactMap(\.self)
    #expect(given.count == deliveryAttempts - 1)
    #expect(zip(given, given.dropFirst()).allSatisfy { $0 < $1 })
    #expect(retryPause(attempts: 0) == nil)
  }

  @Test(arguments: [(1, 30), (2, 60), (3, 120), (6, 960), (7, 1800), (8, 1800), (400, 1800)])
  func aTransportRestsLongerEachTime(failures: Int, seconds: Int) {
    #expect(transportPause(failures: failures) == seconds)
  }

  @Test func theFourthMessageToAnUnconfirmedNumberWaitsForTheMorning() throws {
    let now = try at(15)
    for sent in 0..<3 { #expect(nextToUnconfirmed(sent: sent, now: now) == now) }
    #expect(try nextToUnconfirmed(sent: 3, now: now) == at(8, day: 19))
    #expect(try nextToUnconfirmed(sent: 9, now: now) == at(8, day: 19))
  }

  @Test(arguments: [
    ("received", false, true), ("triaged", false, true), ("progress", false, true), ("merged", false, true),
    ("notTakenUp", true, true), ("appealGranted", true, true), ("appealUpheld", true, true), ("answered", true, true),
    ("closed", true, true), ("order_closed", true, true), ("order_accept", false, true), ("sealedNote", true, true),
    ("withdrawn", false, false),
  ])
  func whatMustBeTold(step: String, isDuty: Bool, isSent: Bool) {
    #expect(isDutyToTell(step) == isDuty)
    #expect(isNews(step) == isSent)
  }
}
