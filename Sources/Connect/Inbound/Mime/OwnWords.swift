import Foundation

/// What the sender wrote themselves: without the letter they answer and without what their program or they themselves
/// put under each letter. Cuts only where a line says so plainly, so that nothing of a complaint is lost; when all would
/// be cut, nothing is.
package func ownWords(_ letter: String) -> String {
  let unified = letter.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
  let lines = unified.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  let end = lines.indices.first { beginsQuotation(lines, at: $0) || beginsSignature(lines[$0]) } ?? lines.count
  let own = tidy(lines[..<end].filter { !isQuoted($0) })
  return own.isEmpty ? tidy(lines.filter { !isQuoted($0) }) : own
}

private func tidy(_ lines: some Collection<String>) -> String {
  let text = lines.map { $0.replacing(/\s+$/, with: "") }.joined(separator: "\n")
  return text.replacing(/\n{3,}/, with: "\n\n").trimmingCharacters(in: .whitespacesAndNewlines)
}

private func isQuoted(_ line: String) -> Bool { line.drop { $0 == " " }.hasPrefix(">") }

/// A line that programs put over the letter that is answered.
private func beginsQuotation(_ lines: [String], at index: Int) -> Bool {
  let line = lines[index].trimmingCharacters(in: .whitespaces)
  // At most three lines of what a program writes; a person's paragraph is longer.
  guard line.count <= 300 else { return false }
  if marks.contains(where: line.hasPrefix) { return true }
  if line.hasPrefix("---"), line.hasSuffix("---"), markWords.contains(where: line.contains) { return true }
  let next = lines.dropFirst(index + 1).first { !$0.allSatisfy(\.isWhitespace) } ?? ""
  // "On Mon, … wrote:", "在 2026年…，… 写道：".
  if ["wrote:", "写道：", "写道:", "来信："].contains(where: line.hasSuffix),
    isQuoted(next) || line.contains("@") || line.contains(/\d/)
  {
    return true
  }
  // "发件人：… 发送时间：…" as some programs set it above.
  return headings.contains(where: line.hasPrefix)
    && lines.dropFirst(index + 1).prefix(3).contains { line in sentAt.contains(where: line.hasPrefix) }
}

private let marks = ["________________________________", "-----Original Message-----", "----- Original Message"]
private let markWords = ["原始邮件", "原邮件", "转发邮件", "Original Message", "Original", "Forwarded"]
private let headings = ["发件人:", "发件人：", "From:", "*From:*", "*发件人:*"]
private let sentAt = [
  "发送时间", "日期", "Sent:", "Date:", "*Sent:*", "*Date:*", "*发送时间", "时间:", "时间：", "收件人", "To:",
]

/// "-- " by the custom of mail, and what phones add.
private func beginsSignature(_ line: String) -> Bool {
  if line == "-- " || line == "--" { return true }
  let line = line.trimmingCharacters(in: .whitespaces)
  return line.count <= 40
    && ["发自我的", "来自我的", "从我的", "Sent from my ", "Get Outlook for ", "获取 Outlook", "使用手机邮箱"].contains(
      where: line.hasPrefix)
}
