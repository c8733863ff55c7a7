import Values

private let monthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

/// "28-Nov-2026".
func mailboxDay(_ day: Day) -> String {
  "\(day.dayOfMonth)-\(monthNames[day.month - 1])-\(day.year)"
}

/// The number behind a name in what a mailbox answered: "UIDVALIDITY 12".
func mailboxNumber(_ name: String, in bytes: some Collection<UInt8>) -> Int64? {
  let words = String(decoding: bytes, as: UTF8.self).split { $0.isWhitespace || $0 == "(" || $0 == ")" }
  guard let at = words.firstIndex(where: { $0.uppercased() == name }), at + 1 < words.count else { return nil }
  return Int64(words[at + 1])
}

/// The numbers of "* SEARCH 4 5 9".
func mailboxSearch(_ bytes: [UInt8]) -> [Int64] {
  bytes.split(whereSeparator: { $0 == 10 || $0 == 13 }).flatMap { line -> [Int64] in
    let words = String(decoding: line, as: UTF8.self).split(separator: " ")
    guard words.count > 1, words[0] == "*", words[1].uppercased() == "SEARCH" else { return [] }
    return words.dropFirst(2).compactMap { Int64($0) }
  }
}

/// A letter as it lies in the mailbox, before it is fetched: bytes, and when it arrived.
struct LaidLetter: Equatable {
  let size: Int?
  let arrived: Instant?
}

/// Letters by number of `* 1 FETCH (UID 4 RFC822.SIZE 812 INTERNALDATE "28-Nov-2026 16:05:11 +0000")`.
func mailboxLetters(_ bytes: [UInt8]) -> [Int64: LaidLetter] {
  var letters: [Int64: LaidLetter] = [:]
  for line in bytes.split(whereSeparator: { $0 == 10 || $0 == 13 }) {
    guard let uid = mailboxNumber("UID", in: line) else { continue }
    let quoted = String(decoding: line, as: UTF8.self).split(separator: "\"", omittingEmptySubsequences: false)
    letters[uid] = LaidLetter(
      size: mailboxNumber("RFC822.SIZE", in: line).map { Int($0) },
      arrived: quoted.count > 1 ? mailboxTime(String(quoted[1])) : nil)
  }
  return letters
}

/// The time in "28-Nov-2026 16:05:11 +0000" (RFC 9051, date-time); nil when it is none.
func mailboxTime(_ text: String) -> Instant? {
  let words = text.split(separator: " ")
  guard words.count == 3, let zone = Int(words[2]) else { return nil }
  let date = words[0].split(separator: "-")
  guard date.count == 3, let month = monthNames.firstIndex(of: String(date[1])), let number = Int(date[0]),
    let year = Int(date[2]), let day = Day(year: year, month: month + 1, day: number),
    let time = Instant(iso: "\(day.iso)T\(words[1])Z")
  else { return nil }
  return time.adding(minutes: -(zone / 100 * 60 + zone % 100))
}
