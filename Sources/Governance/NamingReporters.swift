import Values

/// Name and telephone of somebody who reported; either may be empty. The telephone is digits alone.
package struct ReporterContact: Sendable, Hashable {
  package let name: String
  package let phone: String

  package init(name: String, phone: String) { (self.name, self.phone) = (name, phone) }
}

/// What of a text would tell the others, or the public, who reported: the names and telephone numbers of reporters that
/// stand in it, each once, in the order of the reporters. A matter with twenty reporters tells all twenty the same words,
/// and none may learn of the others (rules.md §7, masks).
///
/// Spaces do not hide a name ("张 三"), nor spaces, hyphens, brackets and full-width digits a number. Left alone are names
/// of one letter, names in Latin letters that are a part of a longer word, and what people write for a name when they
/// give none.
package func contacts(of reporters: [ReporterContact], in text: String) -> [String] {
  let (words, digits) = (folded(text), figures(of: text))
  var found: [String] = []
  for reporter in reporters {
    let name = folded(reporter.name)
    if name.count >= 2, !noNames.contains(name), stands(name, in: words), !found.contains(reporter.name) {
      found.append(reporter.name)
    }
    if reporter.phone.count >= 7, digits.contains(reporter.phone), !found.contains(reporter.phone) {
      found.append(reporter.phone)
    }
  }
  return found
}

/// The refusal of words that are told to all reporters as they stand; nil when they name none of them.
package func namingRefusal(_ text: String, reporters: [ReporterContact]) -> Refusal? {
  let named = contacts(of: reporters, in: text)
  if named.isEmpty { return nil }
  return Refusal(
    rule: "namesReporter",
    reason: Text(
      zh: "这段话会原样告诉每一位反映人，里面写了反映人的姓名或电话：\(named.joined(separator: "、"))。",
      en: "These words go to every reporter as they stand, and name one of them: \(named.joined(separator: ", "))."),
    wayOut: Text(zh: "请去掉，改写成“反映人”或“您”。", en: "Take that out; write “the reporter” or “you” instead."))
}

/// What stands in the place of a name where none was given.
private let noNames: Set<String> = [
  "匿名", "无名", "不详", "未知", "本人", "群众", "村民", "居民", "业主", "住户", "市民", "网友", "反映人", "anonymous", "unknown",
]

/// Small letters without spaces between Chinese characters; in Latin script the spaces stay.
private func folded(_ text: String) -> String {
  var result: [Character] = []
  var hasSpace = false
  for letter in text.lowercased() {
    if letter.isWhitespace {
      hasSpace = true
      continue
    }
    if hasSpace, let last = result.last, isLatin(last), isLatin(letter) { result.append(" ") }
    hasSpace = false
    result.append(letter)
  }
  return String(result)
}

private func isLatin(_ letter: Character) -> Bool { letter.isASCII && (letter.isLetter || letter.isNumber) }

/// Whether the name stands there, not as a part of a longer word of Latin letters.
private func stands(_ name: String, in text: String) -> Bool {
  var rest = text[...]
  while let found = rest.firstRange(of: name) {
    let before = text[..<found.lowerBound].last
    let after = text[found.upperBound...].first
    let isPart = [(before, name.first), (after, name.last)].contains { outer, inner in
      (outer.map(isLatin) ?? false) && (inner.map(isLatin) ?? false)
    }
    if !isPart { return true }
    rest = rest[found.upperBound...]
  }
  return false
}

/// The figures of a text; those that separators alone keep apart stand together.
private func figures(of text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x30...0x39: result.unicodeScalars.append(scalar)
    case 0xFF10...0xFF19: result += Unicode.Scalar(scalar.value - 0xFF10 + 0x30).map { String($0) } ?? ""
    default: if !separators.contains(scalar) { result += " " }
    }
  }
  return result
}

private let separators: Set<Unicode.Scalar> = [
  " ", "\u{A0}", "\u{3000}", "-", "\u{2013}", "\u{2014}", "\u{FF0D}", ".", "\u{B7}", "(", ")", "\u{FF08}", "\u{FF09}",
]
