import Values

/// A telephone number as it is kept: ASCII digits alone, full-width ones made plain, +86 or 0086 taken off.
/// What cannot be a number stays as its digits; `phoneError` tells what is wrong.
package func normalizedPhone(_ text: String) -> String {
  let digits = String(text.unicodeScalars.compactMap(asciiDigit))
  let isAbroadForm = text.contains("+") || text.contains("\u{FF0B}") || digits.hasPrefix("0086")
  if digits.hasPrefix("0086") { return home(String(digits.dropFirst(4))) }
  if digits.hasPrefix("86"), isAbroadForm || digits.count == 13 && digits.dropFirst(2).first == "1" {
    return home(String(digits.dropFirst(2)))
  }
  return digits
}

/// Behind the country's number a land line has lost its 0.
private func home(_ digits: String) -> String {
  digits.hasPrefix("1") && digits.count == 11 || digits.hasPrefix("0") ? digits : "0" + digits
}

private func asciiDigit(_ scalar: Unicode.Scalar) -> Character? {
  switch scalar.value {
  case 0x30...0x39: Character(scalar)
  case 0xFF10...0xFF19: Unicode.Scalar(scalar.value - 0xFF10 + 0x30).map(Character.init)
  default: nil
  }
}

/// What is wrong with a telephone number, said without blame; nil when it is a mobile number (11 digits that begin
/// with 1), a land line with its area code, or empty.
package func phoneError(_ text: String) -> Text? {
  if text.allSatisfy(\.isWhitespace) { return nil }
  let allowed: Set<Character> = [
    "+", "-", "(", ")", ".", "\u{B7}", "\u{2013}", "\u{2014}", "\u{FF0B}", "\u{FF0D}", "\u{FF08}", "\u{FF09}",
  ]
  guard text.allSatisfy({ $0.isWhitespace || allowed.contains($0) || isDigit($0) }) else { return PhoneWords.letters }
  let digits = normalizedPhone(text)
  if digits.hasPrefix("1") { return difference(digits.count, 11...11, PhoneWords.mobile) }
  if digits.hasPrefix("01") || digits.hasPrefix("02") { return difference(digits.count, 11...11, PhoneWords.landLine) }
  if digits.hasPrefix("0") { return difference(digits.count, 11...12, PhoneWords.landLine) }
  return PhoneWords.areaCode
}

private func isDigit(_ letter: Character) -> Bool {
  letter.unicodeScalars.count == 1 && letter.unicodeScalars.first.flatMap(asciiDigit) != nil
}

private func difference(_ count: Int, _ range: ClosedRange<Int>, _ kind: Text) -> Text? {
  if count < range.lowerBound { return PhoneWords.short(kind, by: range.lowerBound - count) }
  if count > range.upperBound { return PhoneWords.long(kind, by: count - range.upperBound) }
  return nil
}

private enum PhoneWords {
  static let mobile = Text(zh: "手机号", en: "The mobile number")
  static let landLine = Text(zh: "座机号", en: "The telephone number")
  static let letters = Text(zh: "电话请只写数字", en: "Please write the telephone number in digits only")
  static let areaCode = Text(
    zh: "请写 11 位手机号，座机请加上区号，如 0830-1234567",
    en: "Please give an 11-digit mobile number, or a land line with its area code, such as 0830-1234567")

  static func short(_ kind: Text, by count: Int) -> Text {
    Text(
      zh: "\(kind.zh)少了\(chinese(count))位", en: "\(kind.en) lacks \(count == 1 ? "one digit" : "\(count) digits")")
  }
  static func long(_ kind: Text, by count: Int) -> Text {
    Text(
      zh: "\(kind.zh)多了\(chinese(count))位",
      en: "\(kind.en) has \(count == 1 ? "one digit" : "\(count) digits") too many")
  }
  private static func chinese(_ count: Int) -> String {
    let words = ["零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十"]
    return words.indices.contains(count) ? words[count] : " \(count) "
  }
}
