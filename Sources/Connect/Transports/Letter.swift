import Foundation
import Values

/// A letter as it is sent by SMTP (RFC 5322): plain text in UTF-8. Its Message-ID is made of the delivery's key, so that
/// the same letter sent twice is the same letter.
package func letter(_ message: Message, from: String, sender: String, at now: Instant) -> [UInt8] {
  let domain = from.split(separator: "@").last.map(String.init) ?? "localhost"
  var lines = [
    "From: \(encodedWords(sender)) <\(from)>",
    "To: <\(oneLine(message.to))>",
    "Subject: \(encodedWords(message.subject))",
    "Date: \(mailDate(now))",
    "Message-ID: <\(message.key)@\(domain)>",
    "Auto-Submitted: \(message.answers.isEmpty ? "auto-generated" : "auto-replied")",
    "X-Loop: \(from)",
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: base64",
  ]
  if message.answers.contains("@") {
    let key = oneLine(message.answers)
    lines += ["In-Reply-To: <\(key)>", "References: <\(key)>"]
  }
  if !message.off.isEmpty { lines.append("List-Unsubscribe: <\(oneLine(message.off))>") }
  lines.append("")
  lines += folded(Data(message.body.replacing("\n", with: "\r\n").utf8).base64EncodedString(), at: 76)
  return Array((lines.joined(separator: "\r\n") + "\r\n").utf8)
}

/// Words of a header (RFC 2047): ASCII as it is, anything else in pieces of at most 75 letters.
func encodedWords(_ text: String) -> String {
  let line = oneLine(text)
  let plain =
    line.utf8.allSatisfy { (32...126).contains($0) } && !line.contains(where: { "<>\"@,;:()[]\\=".contains($0) })
  if plain { return line }
  var pieces: [String] = []
  var piece: [UInt8] = []
  for letter in line {
    let bytes = Array(String(letter).utf8)
    if piece.count + bytes.count > 42 {
      pieces.append(Data(piece).base64EncodedString())
      piece = []
    }
    piece += bytes
  }
  pieces.append(Data(piece).base64EncodedString())
  return pieces.map { "=?UTF-8?B?\($0)?=" }.joined(separator: "\r\n ")
}

/// Nothing of a value ends a line of the header.
private func oneLine(_ text: String) -> String {
  String(text.map { $0.isNewline ? " " : $0 })
}

private func folded(_ text: String, at width: Int) -> [String] {
  Array(text.utf8).chunks(of: width).map { String(decoding: $0, as: UTF8.self) }
}

/// "Wed, 18 Nov 2026 09:00:00 +0800".
func mailDate(_ now: Instant) -> String {
  let day = now.day
  let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
  let second = Int(now.milliseconds / 1000 % 60)
  return "\(days[day.weekday - 1]), \(day.dayOfMonth) \(months[day.month - 1]) \(day.year) "
    + "\(now.clock):\(second.padded(2)) +0800"
}

/// What became of a letter. 4 means later, 5 never; without such a code the machine itself could not be spoken with.
func outcomeOfLetter(_ reply: Reply) -> Fate {
  guard let fault = reply.fault else { return .accepted(reply.text) }
  let answer = reply.text.isEmpty ? fault : "\(fault): \(reply.text)"
  // A refused password is nothing about this letter.
  if fault.lowercased().contains("login") || reply.status == 535 || reply.status == 530 { return .unreachable(answer) }
  switch reply.status {
  case 500...599: return .refused(answer)
  case 421, 454: return .unreachable(answer)
  case 400...499: return .later(answer)
  default: return .unreachable(answer)
  }
}
