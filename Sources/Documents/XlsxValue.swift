import Foundation
import Values

extension CellText {
  /// Text as it stood in a workbook: escapes undone, control characters removed.
  static func read(_ bytes: [UInt8]) -> String { clean(unescaped(String(decoding: bytes, as: UTF8.self))) }
}

/// The value of a cell of a workbook as text.
enum XlsxValue {
  /// A number as Excel shows it without a format: up to 15 digits, whole numbers without a point.
  static func number(_ text: String) -> String {
    if text.utf8.count <= 15, text.utf8.allSatisfy({ (48...57).contains($0) }) { return text }
    guard let value = Double(text), value.isFinite else { return text }
    if value == value.rounded(), abs(value) < 1e15 { return String(Int64(value)) }
    let short = String(format: "%.15g", value)
    return short
  }

  /// A serial number as "2026-03-05", "2026-03-05 09:05" or "09:05", with ":ss" when there are seconds; whatever is no
  /// date stays a number.
  static func date(_ text: String, kind: XlsxStyles.Kind, from1904: Bool) -> String {
    guard kind != .number, let value = Double(text) else { return number(text) }
    if value >= 0, value < 1, kind != .date || !from1904 {
      let seconds = Int((value * 86_400).rounded()) % 86_400
      return kind == .date ? number(text) : clock(seconds)
    }
    guard let (day, second) = SerialDay.split(value, from1904: from1904) else { return number(text) }
    return second == 0 ? day.iso : "\(day.iso) \(clock(second))"
  }

  /// An ISO date, "2026-03-05T00:00:00": the day alone at midnight.
  static func isoDate(_ text: String) -> String {
    let parts = text.split(separator: "T", maxSplits: 1)
    guard parts.count == 2, Day(iso: String(parts[0])) != nil else { return text }
    let time = parts[1].prefix { $0 != "." && $0 != "Z" }
    if time.hasPrefix("00:00:00") || time == "00:00" { return String(parts[0]) }
    return "\(parts[0]) \(time.hasSuffix(":00") && time.count == 8 ? time.dropLast(3) : time)"
  }

  private static func clock(_ second: Int) -> String {
    let clock = "\((second / 3600).padded(2)):\((second / 60 % 60).padded(2))"
    return second % 60 == 0 ? clock : "\(clock):\((second % 60).padded(2))"
  }
}
