import Governance
import Seeds
import Values

package typealias ReplyPart = Seeds.ReplyPart

/// Which template of a reply: of a leaf, a top or of all; of which part; which of several.
package struct ReplyKey: Hashable, Sendable {
  /// "GM0902", "GM09", "general".
  package let code: String
  package let part: ReplyPart
  /// From 1, which is the shipped one where there is one; a town adds further ones up to `most`.
  package let number: Int

  package static let general = ShippedReply.general
  /// Templates of one code and outcome that a town may have.
  static let most = 5

  package init(_ code: String, _ part: ReplyPart, number: Int = 1) {
    (self.code, self.part, self.number) = (code, part, number)
  }

  /// "solved", "solved.2": as addresses and forms name it beside the code.
  package var place: String { number == 1 ? part.rawValue : "\(part.rawValue).\(number)" }
  /// "GM0902.solved", "GM0902.solved.2".
  package var name: String { "\(code).\(place)" }

  /// Of `place`; nil when there cannot be such a one.
  init?(_ code: String, place: String) {
    let pieces = place.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let number = pieces.count == 2 ? Int(pieces[1]) : 1
    guard let part = pieces.first.flatMap({ ReplyPart(rawValue: String($0)) }), let number else { return nil }
    guard part.isOutcome ? (1...Self.most).contains(number) : number == 1 && code == Self.general else { return nil }
    guard pieces.count == 1 || number > 1 else { return nil }
    self.init(code, part, number: number)
  }
}

/// A town's words for a template. Empty words stand for a return to what is shipped, or for one that was removed.
struct OwnReply: Sendable, Hashable {
  let text: Text
  /// From 1, with every change.
  let version: Int
}

/// The templates of a town: its own where it has one, the shipped one else.
package struct ReplyTemplates: Sendable {
  private let own: [ReplyKey: OwnReply]

  init(own: [ReplyKey: OwnReply]) { self.own = own }

  private static let shipped = Dictionary(
    Shipped.current.replies.map { (ReplyKey($0.code, $0.part), $0.text) }, uniquingKeysWith: { first, _ in first })

  static func shippedText(_ key: ReplyKey) -> Text? { shipped[key] }
  /// Codes with a template, shipped or the town's own.
  var codes: Set<String> { Set(Self.shipped.keys.map(\.code)).union(own.keys.filter(isTownsOwn).map(\.code)) }

  func isTownsOwn(_ key: ReplyKey) -> Bool { !(own[key]?.text.zh.isEmpty ?? true) }
  /// 0 as long as the town never changed it.
  func version(_ key: ReplyKey) -> Int { own[key]?.version ?? 0 }

  /// The words with their braces; nil when there are none of this key.
  package func text(_ key: ReplyKey) -> Text? { isTownsOwn(key) ? own[key]?.text : Self.shipped[key] }

  /// With these words in place of a template's; empty words change nothing.
  func with(_ key: ReplyKey, _ text: Text) -> ReplyTemplates {
    guard !text.zh.isEmpty else { return self }
    let words = Text(zh: text.zh, en: text.en.isEmpty ? text.zh : text.en)
    return ReplyTemplates(own: own.merging([key: OwnReply(text: words, version: version(key))]) { _, new in new })
  }

  /// Those of a code in the order of the outcomes.
  func keys(of code: String) -> [ReplyKey] {
    ReplyPart.allCases.flatMap { part in
      (1...ReplyKey.most).map { ReplyKey(code, part, number: $0) }.filter { text($0) != nil }
    }
  }

  /// Where a town's next template of a code and part goes; nil when it has as many as it may.
  func next(_ code: String, _ part: ReplyPart) -> ReplyKey? {
    guard part.isOutcome else { return nil }
    return (1...ReplyKey.most).map { ReplyKey(code, part, number: $0) }.first { text($0) == nil }
  }

  /// What a handler may choose from for a leaf: its own first, then those of its top, then the general ones.
  package func offered(leaf: String, top: String) -> [ReplyKey] {
    [leaf, top, ReplyKey.general].flatMap(keys).filter(\.part.isOutcome)
  }

  /// The nearest of an outcome: the leaf's, else its top's, else the general one.
  func nearest(_ part: ReplyPart, leaf: String, top: String) -> ReplyKey? {
    offered(leaf: leaf, top: top).first { $0.part == part }
  }

  /// The whole reply of a template: what all replies begin with, its words, what all end with, filled in. What has no
  /// value becomes a blank for the handler.
  package func reply(_ key: ReplyKey, _ values: [ReplyValue: Text]) -> Text {
    let parts = [ReplyKey(ReplyKey.general, .opening), key, ReplyKey(ReplyKey.general, .closing)].compactMap(text)
    return Text(
      zh: filled(parts.map(\.zh).joined(separator: "\n"), values.mapValues(\.zh), \.zh),
      en: filled(parts.map(\.en).joined(separator: "\n"), values.mapValues(\.en), \.en))
  }
}

/// What is filled in where it stands in braces: "{office}".
package enum ReplyValue: String, Sendable, CaseIterable {
  case salutation, title, number, village, place, received, office, phone, due, today, basis
}

/// One pass, so that braces inside a value stay as they are.
private func filled(_ template: String, _ values: [ReplyValue: String], _ side: KeyPath<Text, String>) -> String {
  var result = ""
  var rest = template[...]
  while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
    result += rest[..<open]
    if let name = ReplyValue(rawValue: String(rest[rest.index(after: open)..<close])) {
      let value = values[name] ?? ""
      result += value.isEmpty ? "【\(ReplyStrings.meaning(name)[keyPath: side])】" : value
    }
    rest = rest[rest.index(after: close)...]
  }
  return result + rest
}
