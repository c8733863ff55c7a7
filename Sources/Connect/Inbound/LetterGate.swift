import Values

/// Why something that came was not taken; stands in the administrator's list.
package enum NotTaken: String, Sendable, Codable, CaseIterable {
  /// Written by a program: an absence, a receipt.
  case automatic
  /// Sent to many.
  case bulk
  case list
  /// Our own letter came back, or one that went around.
  case ownLoop
  case ownSender
  /// Another letter could not be delivered.
  case report
  /// More than `lettersADay` from one address.
  case tooMany
  case noSender
  case noText
  case tooLarge
  case unreadable
  /// Something of it breaks a rule of the report form.
  case notAccepted
}

/// Letters of one address that are taken in a day; two programs that answer each other stop there.
package let lettersADay = 5

/// Why a letter is nobody's report and must not be answered; nil when it is a person's.
/// - Parameter own: the addresses from which and under which the town itself sends and reads, lower-case.
package func loopFault(_ letter: ReceivedLetter, own: Set<String>) -> NotTaken? {
  let header = letter.header
  func field(_ name: String) -> String { header.value(name) }
  let sender = letter.from?.address.lowercased() ?? ""
  let loops = header.all("x-loop").map { $0.lowercased() }
  if loops.contains(where: own.contains) || isOurs(letter.messageID, own: own) { return .ownLoop }
  if own.contains(sender) { return .ownSender }
  let people: Set = ["mailer-daemon", "postmaster", "mail-daemon"]
  if letter.isReport || header["return-path"] == "<>" || people.contains(String(sender.prefix { $0 != "@" })) {
    return .report
  }
  if header.has("auto-submitted"), field("auto-submitted") != "no" { return .automatic }
  if header.has("x-autoreply") || header.has("x-autorespond") { return .automatic }
  if header.has("list-id") { return .list }
  if ["bulk", "junk", "list"].contains(field("precedence")) { return .bulk }
  if field("precedence") == "auto_reply" { return .automatic }
  return sender.isEmpty ? .noSender : nil
}

/// Whether a Message-ID is one of our letters'.
private func isOurs(_ key: String, own: Set<String>) -> Bool {
  let domains = own.compactMap { $0.split(separator: "@").last }
  return deliveryID(ofKey: key) != nil && domains.contains { key.lowercased().hasSuffix("@\($0)") }
}

/// The delivery whose letter bears this Message-ID; nil when it is none of ours.
func deliveryID(ofKey key: String) -> ID<DeliveryRecord>? {
  let local = key.prefix { $0 != "@" }
  return local.hasPrefix("sanshi-") ? ID<DeliveryRecord>(String(local.dropFirst("sanshi-".count))) : nil
}
