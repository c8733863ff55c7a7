import Seeds
import Store
import Values

/// Which wording: a template ("received", "call_received"), a kind answer of a leaf or class, a refusal's answer.
package struct WordingKey: Hashable, Sendable, ExpressibleByStringLiteral {
  /// As stored and in addresses: "received", "answer.PM0101", "refusal.petition".
  package let name: String

  package init(_ name: String) { self.name = name }
  package init(stringLiteral value: String) { self.init(value) }

  /// `code`: of a leaf or, for those without an answer of their own, a class's stored name.
  package static func kindAnswer(_ code: String) -> WordingKey { WordingKey("answer.\(code)") }
  /// Of a message that goes out: "sms", "mail_subject", "staff_received".
  package static func message(_ key: String) -> WordingKey { WordingKey("message.\(key)") }
  package static func refusal(_ reason: ScopeReason) -> WordingKey { WordingKey("refusal.\(reason.rawValue)") }

  /// What kind of wording it is, for the headings of the list and for what may stand in braces.
  enum Kind: CaseIterable { case told, called, answer, refusal, message }

  var kind: Kind {
    if name.hasPrefix("answer.") { return .answer }
    if name.hasPrefix("refusal.") { return .refusal }
    if name.hasPrefix("message.") { return .message }
    return name.hasPrefix("call_") ? .called : .told
  }
}

extension WordingKey.Kind {
  /// What is filled in where it stands in braces.
  var placeholders: [String] {
    switch self {
    case .told, .called: ["village", "number", "class", "lead", "due", "reason"]
    case .answer: ["village", "phone", "lead", "due"]
    case .refusal: ["village", "phone", "reason"]
    case .message: ["village", "number", "lead", "text", "link", "off", "due", "count"]
    }
  }
}

/// All wordings of a town: its own where it has one, the shipped one else.
package struct Wordings: Sendable {
  private let own: [WordingKey: Text]

  package init(own: [WordingKey: Text]) { self.own = own }

  private static let shipped: [WordingKey: Text] = {
    let data = Shipped.current
    var all: [WordingKey: Text] = [:]
    for (key, text) in data.templates { all[WordingKey(key)] = text }
    for (code, text) in data.kindAnswers { all[.kindAnswer(code)] = text }
    for (key, text) in data.messages { all[.message(key)] = text }
    for refusal in data.refusals { all[.refusal(refusal.reason)] = refusal.answer }
    return all
  }()

  /// Every key that can be asked for and edited, by name.
  package static let keys: [WordingKey] = shipped.keys.sorted { $0.name < $1.name }

  package static func shippedText(_ key: WordingKey) -> Text? { shipped[key] }
  package func isTownsOwn(_ key: WordingKey) -> Bool { own[key] != nil }

  /// The wording with its braces; nil for a key that is not shipped.
  package func template(_ key: WordingKey) -> Text? { Self.shipped[key].map { own[key] ?? $0 } }

  /// The wording with what stands in braces filled in; what has no value falls away. Empty for an unknown key.
  package func text(_ key: WordingKey, _ values: [String: Text] = [:]) -> Text {
    guard let template = template(key) else { return Text(same: "") }
    return Text(
      zh: filled(template.zh, values.mapValues(\.zh)), en: filled(template.en, values.mapValues(\.en)))
  }

  /// A message with what stands in braces filled in. A line that names something without a value is left out, and two
  /// empty lines in a row become one.
  package func message(_ key: String, _ values: [String: Text]) -> Text {
    guard let template = template(.message(key)) else { return Text(same: "") }
    return Text(
      zh: filledLines(template.zh, values.mapValues(\.zh)), en: filledLines(template.en, values.mapValues(\.en)))
  }

  /// The kind answer of a leaf, or of the class where the leaf has none. Values: village, phone, lead, due.
  package func kindAnswer(leaf: String, class matterClass: MatterClass, _ values: [String: Text]) -> Text {
    let ofLeaf = WordingKey.kindAnswer(leaf)
    return text(template(ofLeaf) == nil ? .kindAnswer(matterClass.rawValue) : ofLeaf, values)
  }
}

// Templates are walked by bytes: finding where Chinese characters end takes far longer, and braces are bytes.

private func filledLines(_ template: String, _ values: [String: String]) -> String {
  var lines: [String] = []
  for bytes in template.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
    let line = String(Substring(bytes))
    if placeholders(in: line).contains(where: { (values[$0] ?? "").isEmpty }) { continue }
    if line.isEmpty, lines.last?.isEmpty ?? true { continue }
    lines.append(filled(line, values))
  }
  while lines.last?.isEmpty ?? false { lines.removeLast() }
  return lines.joined(separator: "\n")
}

/// One pass over the template, so that braces inside a value stay as they are.
private func filled(_ template: String, _ values: [String: String]) -> String {
  var result = ""
  var rest = template[...]
  while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
    let close = rest[open...].utf8.firstIndex(of: UInt8(ascii: "}"))
  {
    result += rest[..<open]
    result += values[String(rest[rest.utf8.index(after: open)..<close])] ?? ""
    rest = rest[rest.utf8.index(after: close)...]
  }
  return result + rest
}

/// The names in braces of a template, in their order.
func placeholders(in template: String) -> [String] {
  template.utf8.split(separator: UInt8(ascii: "{"), omittingEmptySubsequences: false).dropFirst().compactMap { part in
    part.firstIndex(of: UInt8(ascii: "}")).map { String(Substring(part[..<$0])) }
  }
}
