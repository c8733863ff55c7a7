import Values

/// Excel's day numbers: 1 is 1900-01-01, and 60 the 29th of February 1900 that never was. Or, in workbooks from old
/// Macintosh computers, 0 is 1904-01-01.
enum SerialDay {
  private static let epoch1900 = -25_569
  private static let epoch1904 = -24_107

  /// The day of a serial number; nil outside 1900…2199 and for the day that never was.
  static func day(_ serial: Int, from1904: Bool = false) -> Day? {
    guard (0...110_000).contains(serial) else { return nil }
    if from1904 { return Day(number: epoch1904 + serial) }
    guard serial > 0, serial != 60 else { return nil }
    return Day(number: epoch1900 + serial + (serial < 60 ? 1 : 0))
  }

  /// The 1900 serial number; nil before 1900-03-01, where readers differ.
  static func serial(of day: Day) -> Int? {
    let serial = day.number - epoch1900
    return (61...110_000).contains(serial) ? serial : nil
  }

  /// Day and second of the day; rounded to the second, so 0.99999999 is the next day.
  static func split(_ number: Double, from1904: Bool = false) -> (day: Day, second: Int)? {
    guard number.isFinite, number >= 0, number < 110_000 else { return nil }
    var whole = Int(number)
    var second = Int(((number - Double(whole)) * 86_400).rounded())
    if second == 86_400 { (whole, second) = (whole + 1, 0) }
    return day(whole, from1904: from1904).map { ($0, second) }
  }
}
