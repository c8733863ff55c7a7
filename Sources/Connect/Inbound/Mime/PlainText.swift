import Foundation

/// The words of a page in HTML, for letters that bring nothing else: blocks end lines, what is quoted (`blockquote`) and
/// what is not shown is left out. Reads any text, in time that grows with its length alone.
func plainText(ofHTML html: String) -> String {
  var (result, silent) = ("", [String]())
  var rest = html[...]
  while let open = rest.firstIndex(of: "<") {
    if silent.isEmpty { result += unescaped(rest[..<open]) }
    if rest[open...].hasPrefix("<!--") {
      rest = rest[open...].range(of: "-->").map { rest[$0.upperBound...] } ?? ""
      continue
    }
    guard let close = rest[open...].firstIndex(of: ">") else {
      rest = ""
      break
    }
    let tag = rest[rest.index(after: open)..<close]
    let name = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }.lowercased()
    rest = rest[rest.index(after: close)...]
    if hidden.contains(name), !tag.hasSuffix("/") {
      if !tag.hasPrefix("/") {
        if silent.count < 100 { silent.append(name) }
      } else if let last = silent.lastIndex(of: name) {
        silent.removeSubrange(last...)
      }
    } else if silent.isEmpty, blocks.contains(name), !result.hasSuffix("\n") || name == "br" {
      result += "\n"
    }
  }
  return silent.isEmpty ? result + unescaped(rest) : result
}

private let hidden: Set<String> = ["head", "style", "script", "title", "blockquote", "template"]
private let blocks: Set<String> = [
  "br", "p", "div", "tr", "li", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "hr", "section",
]

private let entities: [Substring: String] = [
  "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "ldquo": "“", "rdquo": "”", "middot": "·",
  "mdash": "—", "hellip": "…", "ensp": " ", "emsp": " ",
]

/// Lines of the source are spaces to the reader; entities are the letters that they name.
private func unescaped(_ text: Substring) -> String {
  var (result, rest) = ("", text)
  while let mark = rest.firstIndex(of: "&") {
    result += rest[..<mark]
    let after = rest[rest.index(after: mark)...]
    let name = after.prefix(10).prefix { $0 != ";" }
    if let letter = letter(of: name), after.dropFirst(name.count).first == ";" {
      result += letter
      rest = after.dropFirst(name.count + 1)
    } else {
      result += "&"
      rest = after
    }
  }
  let line = (result + rest).map { $0.isNewline || $0 == "\t" || $0 == "\u{A0}" ? " " : $0 }
  return String(line).replacing(/\x20{2,}/, with: " ")
}

private func letter(of name: Substring) -> String? {
  if let known = entities[name] { return known }
  guard name.hasPrefix("#") else { return nil }
  let digits = name.dropFirst()
  let isHex = digits.hasPrefix("x") || digits.hasPrefix("X")
  let value = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
  return value.flatMap(Unicode.Scalar.init).map { String($0) }
}
