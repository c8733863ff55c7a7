import Documents
import Governance
import Values
import Web

/// A year that a person pasted or sent as a file, checked.
struct CalendarDraft: Sendable {
  let year: CalendarYear
  let source: String
  /// The version of the year that the person saw.
  let expected: Int?

  /// The years that can be entered: from two back to three ahead.
  static func years(at now: Instant) -> ClosedRange<Int> { now.day.year - 2...now.day.year + 3 }

  init(_ form: Form, now: Instant) throws(FieldErrors) {
    var errors = FieldErrors()
    if form["year"].isEmpty { errors.add("year", WebWords.missing) }
    let year = form.int("year", in: Self.years(at: now), &errors)
    let source = form.required("source", max: 200, &errors)
    let expected = form.int("version", in: 0...Int.max, &errors)
    let lines = Self.lines(form)
    if lines.isEmpty { errors.add("list", WebWords.missing) }
    guard errors.isEmpty, let year, let source else { throw errors }
    do {
      self.year = try CalendarYear(year: year, lines: lines, mark: .verified)
    } catch {
      for fault in error.all { errors.add("list", fault.words) }
      throw errors
    }
    (self.source, self.expected) = (source, expected)
  }

  /// What was pasted; when nothing was, what the file says.
  static func lines(_ form: Form) -> String {
    if !form["list"].isEmpty { return form["list"] }
    guard let file = form.uploads("file").first, let text = try? TextDecoding.decode(file.bytes) else { return "" }
    return text.trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
