import Values

/// The hours in which a person wants no message: from and until in minutes of the day in China, 0..<1440. They may pass
/// midnight; equal ones mean none.
package struct QuietHours: Sendable, Hashable, Codable {
  package let from: Int
  package let until: Int

  package init(from: Int, until: Int) { (self.from, self.until) = (from, until) }

  /// From nine in the evening until eight in the morning.
  package static let usual = QuietHours(from: 21 * 60, until: 8 * 60)
  package static let none = QuietHours(from: 0, until: 0)

  package func contains(minute: Int) -> Bool {
    if from == until { return false }
    return from < until ? (from..<until).contains(minute) : minute >= from || minute < until
  }

  /// When a message that is ready at `now` may go out: now, or the end of the quiet hours.
  package func firstAllowed(from now: Instant) -> Instant {
    guard contains(minute: now.minuteOfDay) else { return now }
    let end = now.day.at(hour: until / 60, minute: until % 60)
    return end > now ? end : end.adding(days: 1)
  }
}

/// How often a message that could not be delivered yet is tried in all: about one and a half days.
package let deliveryAttempts = 9

/// Seconds until a message is tried again after so many attempts (1 or more); nil = no more.
package func retryPause(attempts: Int) -> Int? {
  let pauses = [60, 300, 900, 3600, 7200, 14_400, 28_800, 43_200]
  return pauses.indices.contains(attempts - 1) ? pauses[attempts - 1] : nil
}

/// Seconds that a whole transport rests after it failed so many times in a row (1 or more): half a minute, doubled up to
/// half an hour. Nothing is tried over it meanwhile, so a dead one costs one attempt each time.
package func transportPause(failures: Int) -> Int { min(1800, 30 << min(max(0, failures - 1), 10)) }

/// Days after which news is no longer sent; it stands on the tracking page and on the list of calls.
package let newsDays = 3

/// The most messages a day to a telephone number that nobody has confirmed: somebody else may own it.
package let unconfirmedADay = 3

/// When the next message may go to an unconfirmed number which has got `sent` today: now, or the next morning at eight.
package func nextToUnconfirmed(sent: Int, now: Instant) -> Instant {
  sent < unconfirmedADay ? now : now.day.adding(1).at(hour: 8, minute: 0)
}

/// Whether a step must be told even to who wants no other news: the decision, the answer and the end (plan D4).
package func isDutyToTell(_ step: String) -> Bool {
  ["notTakenUp", "appealGranted", "appealUpheld", "answered", "closed", "order_closed", "sealedNote"].contains(step)
}

/// Whether a step is sent out at all: not what the reporter has just done themselves.
package func isNews(_ step: String) -> Bool { step != "withdrawn" }
