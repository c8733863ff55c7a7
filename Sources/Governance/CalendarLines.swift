import Values

/// A line of a year's list that cannot be taken.
package struct CalendarFault: Sendable, Hashable {
  /// From 1; nil for what concerns the whole list.
  package let line: Int?
  package let reason: Text

  /// "第 3 行：……"
  package var words: Text {
    guard let line else { return reason }
    return Text(zh: "第 \(line) 行：", en: "Line \(line): ") + reason
  }
}

/// Why a list was not taken: every wrong line.
package struct CalendarFaults: Error, Sendable, Hashable {
  package let all: [CalendarFault]
}

extension CalendarYear {
  /// How many days off a year's list has, weekends within the holidays included.
  package static let fewestDaysOff = 10
  package static let mostDaysOff = 40
  /// The most lines of a list that are read.
  package static let mostLines = 200

  /// Reads the list of one year as people paste it: "2027-02-05..2027-02-11 off", "2027-02-14 work", the words 放假 and
  /// 上班, or the columns year, kind, from, to of a table. Empty lines and lines that begin with "#" are left out.
  /// - Throws: every line that cannot be read, lies in another year, overlaps another, or makes a weekday a make-up day;
  ///   and a list with fewer or more days off than a year has.
  package init(year: Int, lines text: String, mark: RuleMark) throws(CalendarFaults) {
    var faults: [CalendarFault] = []
    let entries = CalendarEntry.entries(of: text, year: year, &faults)
    for (index, entry) in entries.enumerated() {
      if !entry.isOff, entry.numbers.contains(where: { Day(number: $0).weekday <= 5 }) {
        faults.append(CalendarFault(line: entry.line, reason: CalendarEntry.weekday))
      }
      if let other = entries[..<index].first(where: { $0.days.overlaps(entry.days) }) {
        faults.append(CalendarFault(line: entry.line, reason: CalendarEntry.overlaps(other.line)))
      }
    }
    let off = entries.filter(\.isOff).map(\.days).sorted { $0.lowerBound < $1.lowerBound }
    let count = Set(off.flatMap { $0.lowerBound.number...$0.upperBound.number }).count
    if faults.isEmpty, !(Self.fewestDaysOff...Self.mostDaysOff).contains(count) {
      faults.append(CalendarFault(line: nil, reason: CalendarEntry.count(count)))
    }
    guard faults.isEmpty else {
      throw CalendarFaults(all: faults.sorted { ($0.line ?? .max) < ($1.line ?? .max) })
    }
    let makeUp = entries.filter { !$0.isOff }.flatMap(\.numbers).sorted().map(Day.init(number:))
    self.init(year: year, daysOff: off, makeUp: makeUp, provisional: false, mark: mark)
  }

  /// The list as it can be pasted again, by date.
  package var lines: String {
    let off = daysOff.map { days in
      (days.lowerBound, days.lowerBound == days.upperBound ? "" : "..\(days.upperBound.iso)", "off")
    }
    return (off + makeUp.map { ($0, "", "work") }).sorted { $0.0 < $1.0 }
      .map { "\($0.0.iso)\($0.1) \($0.2)" }.joined(separator: "\n")
  }
}

/// One line of a list.
private struct CalendarEntry {
  let line: Int
  let days: ClosedRange<Day>
  let isOff: Bool

  var numbers: ClosedRange<Int> { days.lowerBound.number...days.upperBound.number }

  static func entries(of text: String, year: Int, _ faults: inout [CalendarFault]) -> [CalendarEntry] {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    if lines.count > CalendarYear.mostLines { faults.append(CalendarFault(line: nil, reason: tooManyLines)) }
    var entries: [CalendarEntry] = []
    for (index, line) in lines.prefix(CalendarYear.mostLines).enumerated() {
      let tokens = tokens(of: line)
      guard let first = tokens.first, !first.hasPrefix("#"), first.lowercased() != "year" else { continue }
      do throws(Unreadable) {
        entries.append(try CalendarEntry(tokens, line: index + 1, year: year))
      } catch {
        faults.append(CalendarFault(line: index + 1, reason: error.reason))
      }
    }
    return entries
  }

  private struct Unreadable: Error { let reason: Text }

  private static func tokens(of line: Substring) -> [String] {
    var text = String(line)
    for (mark, meaning) in [
      ("..", " "), ("～", " "), ("~", " "), ("至", " "), ("到", " "), ("年", "-"), ("月", "-"), ("日", " "),
    ] {
      text = text.replacing(mark, with: meaning)
    }
    return text.split { $0.isWhitespace || $0 == "," || $0 == "，" || $0 == "：" }.map(String.init)
  }

  private init(_ tokens: [String], line: Int, year: Int) throws(Unreadable) {
    var rest = tokens[...]
    // A table begins with the year and may end with columns of its own.
    let isTable = tokens[0].count == 4 && Int(tokens[0]) != nil
    if isTable {
      guard Int(tokens[0]) == year else { throw Unreadable(reason: Self.otherYear(year)) }
      rest = rest.dropFirst()
      while let last = rest.last, Self.columns.contains(last) { rest = rest.dropLast() }
    }
    let kinds = rest.compactMap { Self.kinds[$0.lowercased()] }
    let days = rest.compactMap(Self.day)
    guard kinds.count + days.count == rest.count, kinds.count == 1, let from = days.first, days.count <= 2 else {
      throw Unreadable(reason: Self.unreadable)
    }
    let to = days.last ?? from
    guard from <= to else { throw Unreadable(reason: Self.backwards) }
    guard from.year == year, to.year == year else { throw Unreadable(reason: Self.otherYear(year)) }
    (self.line, self.days, isOff) = (line, from...to, kinds[0])
  }

  /// True: off.
  private static let kinds = [
    "off": true, "放假": true, "休": true, "休息": true, "work": false, "makeup": false, "上班": false, "班": false,
    "调休": false, "调休上班": false,
  ]
  /// What the shipped table says besides: how sure, and whether provisional.
  private static let columns: Set = ["V", "K", "D", "yes", "no"]

  private static func day(_ token: String) -> Day? {
    let parts = token.split { $0 == "-" || $0 == "/" }.map(String.init)
    guard parts.count == 3, let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]) else {
      return nil
    }
    return Day(year: year, month: month, day: day)
  }
}

extension CalendarEntry {
  static let unreadable = Text(
    zh: "看不懂，请写成“2027-02-05..2027-02-11 off”（放假）或“2027-02-14 work”（上班）。",
    en: "not understood; write “2027-02-05..2027-02-11 off” or “2027-02-14 work”.")
  static let backwards = Text(zh: "最后一天在第一天前面。", en: "the last day lies before the first.")
  static let weekday = Text(zh: "调休上班只能是周六或周日。", en: "a make-up day is a Saturday or Sunday.")
  static let tooManyLines = Text(
    zh: "最多 \(CalendarYear.mostLines) 行。", en: "At most \(CalendarYear.mostLines) lines.")

  static func otherYear(_ year: Int) -> Text {
    Text(zh: "不在 \(year) 年；别的年份请录到那一年。", en: "not in \(year); enter other years on their own.")
  }

  static func overlaps(_ line: Int) -> Text {
    Text(zh: "和第 \(line) 行有同一天。", en: "has a day of line \(line) again.")
  }

  static func count(_ count: Int) -> Text {
    let (fewest, most) = (CalendarYear.fewestDaysOff, CalendarYear.mostDaysOff)
    return Text(
      zh: "一年放假 \(fewest) 到 \(most) 天，这里是 \(count) 天，请核对。",
      en: "A year has \(fewest) to \(most) days off; here are \(count). Please check.")
  }
}
