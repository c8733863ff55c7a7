import Governance
import Values

/// A calendar as a file (RFC 5545): lines of at most 75 bytes, ended by CR LF.
struct ICalendar: Sendable {
  struct Event: Sendable {
    /// The same for the same thing, wherever it is read.
    let uid: String
    let summary: String
    let detail: String
    let url: String
    let due: Instant
  }
  let name: String
  let events: [Event]
  /// When it was made.
  let madeAt: Instant

  var text: String {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Sanshi//Deadlines//ZH", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
      "X-WR-CALNAME:" + Self.escaped(name), "REFRESH-INTERVAL;VALUE=DURATION:PT1H", "X-PUBLISHED-TTL:PT1H",
    ]
    for event in events { lines += self.lines(of: event) }
    lines.append("END:VCALENDAR")
    return lines.map { Self.folded($0) + "\r\n" }.joined()
  }

  private func lines(of event: Event) -> [String] {
    [
      "BEGIN:VEVENT", "UID:" + Self.escaped(event.uid), "DTSTAMP:" + Self.utc(madeAt),
    ] + Self.times(event.due) + [
      "SUMMARY:" + Self.escaped(event.summary), "DESCRIPTION:" + Self.escaped(event.detail), "URL:" + event.url,
      "TRANSP:TRANSPARENT", "END:VEVENT",
    ]
  }

  /// A limit that runs to the end of a day is an event of that whole day, in whatever zone it is read; one in minutes or
  /// hours is a moment, in UTC.
  private static func times(_ due: Instant) -> [String] {
    let day = due.day
    guard due == day.end else { return ["DTSTART:" + utc(due)] }
    return ["DTSTART;VALUE=DATE:" + compact(day), "DTEND;VALUE=DATE:" + compact(day.adding(1))]
  }

  /// "20261118T010000Z"
  private static func utc(_ instant: Instant) -> String { instant.iso.filter { $0 != "-" && $0 != ":" } }
  /// "20261118"
  private static func compact(_ day: Day) -> String { day.iso.filter { $0 != "-" } }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\", ";", ",": result += "\\" + String(character)
      case "\n", "\r\n": result += "\\n"
      default: result.append(character)
      }
    }
    return result
  }

  /// A long line goes on in the next after a space; no letter is cut in two.
  static func folded(_ line: String) -> String {
    var (result, length) = ("", 0)
    for scalar in line.unicodeScalars {
      let size = String(scalar).utf8.count
      if length + size > 75 {
        result += "\r\n "
        length = 1
      }
      result.unicodeScalars.append(scalar)
      length += size
    }
    return result
  }
}
