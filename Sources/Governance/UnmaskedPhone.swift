/// Whether the text has a whole telephone number: a mobile number, also behind 86, written together or in the usual
/// groups ("138 1234 5678"), in ASCII or full-width digits; or a land line with its area code.
/// A public list that has one is not exported (rules.md, case 53). Ids, dates and masked numbers are none.
package func hasUnmaskedPhone(in text: String) -> Bool {
  guard hasDigitsEnough(text) else { return false }
  let runs = digitRuns(in: text)
  for start in runs.indices {
    if isPhone(runs[start].digits) { return true }
    var (joined, lengths) = (runs[start].digits, [runs[start].digits.count])
    for next in runs[(start + 1)...].prefix(2) {
      guard next.isJoined else { break }
      joined += next.digits
      lengths.append(next.digits.count)
      if groupings.contains(lengths), isMobile(joined) { return true }
      if lengths.count == 2, (3...4).contains(lengths[0]), isLandLine(joined) { return true }
    }
  }
  return false
}

/// Most texts have fewer digits than a number: told from the bytes alone (0xEF begins a full-width one).
private func hasDigitsEnough(_ text: String) -> Bool {
  var count = 0
  for byte in text.utf8 where (0x30...0x39).contains(byte) || byte == 0xEF { count += 1 }
  return count >= 10
}

/// How people group the eleven digits of a mobile number.
private let groupings: Set<[Int]> = [[3, 4, 4], [3, 8], [7, 4], [4, 7], [4, 4, 3], [3, 3, 5]]

private struct DigitRun {
  var digits: String
  /// Whether one separator alone (space, hyphen, dot, bracket) stands between it and the run before.
  var isJoined: Bool
}

private func digitRuns(in text: String) -> [DigitRun] {
  var runs: [DigitRun] = []
  var (isInside, gap) = (false, "")
  for letter in text.unicodeScalars {
    if let digit = digit(letter) {
      if isInside {
        runs[runs.count - 1].digits.append(digit)
      } else {
        runs.append(DigitRun(digits: String(digit), isJoined: gap.count == 1 && separators.contains(gap)))
      }
      (isInside, gap) = (true, "")
    } else {
      if gap.count < 2 { gap.unicodeScalars.append(letter) }
      isInside = false
    }
  }
  return runs
}

private let separators: Set<String> = [
  " ", "\u{A0}", "\u{3000}", "-", "\u{2013}", "\u{2014}", "\u{FF0D}", ".", "\u{B7}", ")", "\u{FF09}",
]

private func digit(_ letter: Unicode.Scalar) -> Character? {
  switch letter.value {
  case 0x30...0x39: Character(letter)
  case 0xFF10...0xFF19: Unicode.Scalar(letter.value - 0xFF10 + 0x30).map(Character.init)
  default: nil
  }
}

private func isPhone(_ digits: String) -> Bool {
  if digits.count == 13 || digits.count == 15 {
    return (digits.hasPrefix("86") || digits.hasPrefix("0086")) && isMobile(String(digits.suffix(11)))
  }
  return isMobile(digits) || isLandLine(digits)
}

private func isMobile(_ digits: String) -> Bool {
  digits.count == 11 && digits.first == "1" && ("3"..."9").contains(digits.dropFirst().first ?? "0")
}

/// 010 or 02x and eight digits, or 03xx to 09xx and seven or eight.
private func isLandLine(_ digits: String) -> Bool {
  guard digits.first == "0", let second = digits.dropFirst().first else { return false }
  return "12".contains(second) ? digits.count == 11 : ("3"..."9").contains(second) && (11...12).contains(digits.count)
}
