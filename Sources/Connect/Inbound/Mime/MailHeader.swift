import Foundation

/// The header of a letter or of a part of one (RFC 5322): names without regard to case, lines joined.
package struct MailHeader: Sendable {
  /// Fields and letters of a field that are read; the rest is passed over.
  private static let (mostFields, longestField) = (500, 20_000)

  private var fields: [String: [[UInt8]]] = [:]

  init(_ bytes: ArraySlice<UInt8>) {
    var (name, value, count) = ("", [UInt8](), 0)
    func keep(_ fields: inout [String: [[UInt8]]]) {
      if !name.isEmpty, count <= Self.mostFields { fields[name, default: []].append(value) }
    }
    for line in bytes.split(separator: 10, omittingEmptySubsequences: true) {
      let line = line.last == 13 ? line.dropLast() : line
      if let first = line.first, first == 32 || first == 9 {
        if value.count + line.count < Self.longestField { value += line }
        continue
      }
      keep(&fields)
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else {
        name = ""
        continue
      }
      name = String(decoding: line[..<colon], as: UTF8.self).trimmingCharacters(in: .whitespaces).lowercased()
      value = Array(line[line.index(after: colon)...].prefix(Self.longestField))
      count += 1
    }
    keep(&fields)
  }

  /// The first field of a name as it stands, without spaces around; "" without one.
  package subscript(_ name: String) -> String { all(name).first ?? "" }

  package func all(_ name: String) -> [String] {
    (fields[name.lowercased()] ?? []).map { text(of: $0, charset: "").trimmingCharacters(in: .whitespacesAndNewlines) }
  }

  package func has(_ name: String) -> Bool { fields[name.lowercased()] != nil }

  /// The first field of a name with its encoded words read (RFC 2047).
  package func words(_ name: String) -> String { decodedWords(self[name]) }

  /// "text/plain" of "Text/Plain; charset=…".
  func value(_ name: String) -> String {
    String(self[name].prefix { $0 != ";" }).trimmingCharacters(in: .whitespaces).lowercased()
  }

  /// A parameter of a field, also in pieces and with a charset of its own (RFC 2231); "" without one.
  func parameter(_ wanted: String, of name: String) -> String {
    var (plain, pieces) = ("", [Int: String]())
    var isEncoded = false
    for part in quotedSplit(self[name], at: ";").dropFirst() {
      guard let equals = part.firstIndex(of: "=") else { continue }
      let key = part[..<equals].trimmingCharacters(in: .whitespaces).lowercased()
      let value = unquoted(part[part.index(after: equals)...].trimmingCharacters(in: .whitespaces))
      let steps = key.split(separator: "*", omittingEmptySubsequences: false)
      guard steps.first.map(String.init) == wanted else { continue }
      if steps.count == 1 {
        plain = value
      } else {
        pieces[Int(steps[1]) ?? 0] = value
        isEncoded = isEncoded || key.hasSuffix("*")
      }
    }
    if pieces.isEmpty { return decodedWords(plain) }
    let joined = pieces.sorted { $0.key < $1.key }.map(\.value).joined()
    guard isEncoded else { return joined }
    let halves = joined.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
    let bytes = quotedPrintable(Array((halves.last ?? "").utf8.map { $0 == UInt8(ascii: "%") ? 61 : $0 }))
    return text(of: bytes, charset: halves.count == 3 ? String(halves[0]) : "")
  }
}

/// A person or office of a letter.
package struct MailBoxName: Sendable, Hashable {
  /// Empty when none stands there.
  package let name: String
  /// With a lower-case domain; "" when there is none.
  package let address: String
}

/// The addresses of a field such as From or To, at most 50.
func mailNames(_ field: String) -> [MailBoxName] {
  quotedSplit(field, at: ",").prefix(50).compactMap { part in
    let text = part.trimmingCharacters(in: .whitespacesAndNewlines)
    var (name, address) = ("", text)
    if let open = text.lastIndex(of: "<") {
      name = unquoted(text[..<open].trimmingCharacters(in: .whitespaces))
      address = String(text[text.index(after: open)...].prefix { $0 != ">" })
    }
    address = address.trimmingCharacters(in: .whitespaces)
    guard mailError(address) == nil, let at = address.lastIndex(of: "@") else { return nil }
    address = address[..<at] + address[at...].lowercased()
    return MailBoxName(name: decodedWords(name).trimmingCharacters(in: .whitespaces), address: address)
  }
}

/// "=?GB18030?B?…?=" read; neighbours of one charset are joined before, since some programs cut a letter in two.
func decodedWords(_ field: String) -> String {
  var (result, pending, charset) = ("", [UInt8](), "")
  var rest = Substring(field)
  func flush() -> String { pending.isEmpty ? "" : text(of: pending, charset: charset) }
  while let start = rest.range(of: "=?") {
    let before = rest[..<start.lowerBound]
    let after = rest[start.upperBound...]
    guard let word = encodedWord(after) else {
      result += flush() + before + "=?"
      (pending, rest) = ([], after)
      continue
    }
    // Spaces between two words belong to neither.
    let isNeighbour = !pending.isEmpty && before.allSatisfy(\.isWhitespace)
    if !isNeighbour || word.charset != charset {
      result += flush() + (isNeighbour ? "" : before)
      pending = []
    }
    (charset, rest) = (word.charset, word.rest)
    pending += word.bytes
  }
  return result + flush() + rest
}

private func encodedWord(_ text: Substring) -> (charset: String, bytes: [UInt8], rest: Substring)? {
  let parts = text.split(separator: "?", maxSplits: 2, omittingEmptySubsequences: false)
  guard parts.count == 3, let end = parts[2].range(of: "?="), !parts[0].isEmpty, parts[0].count <= 40 else {
    return nil
  }
  let content = Array(parts[2][..<end.lowerBound].utf8)
  let charset = String(parts[0].prefix { $0 != "*" }).lowercased()
  switch parts[1].lowercased() {
  case "b": return (charset, base64(content), parts[2][end.upperBound...])
  case "q": return (charset, quotedPrintable(content, isHeader: true), parts[2][end.upperBound...])
  default: return nil
  }
}

/// Splits at a mark that stands outside quotation marks.
private func quotedSplit(_ text: String, at mark: Character) -> [String] {
  var (parts, part, isQuoted, isEscaped) = ([String](), "", false, false)
  for letter in text {
    if isEscaped {
      isEscaped = false
    } else if letter == "\\", isQuoted {
      isEscaped = true
    } else if letter == "\"" {
      isQuoted.toggle()
    } else if letter == mark, !isQuoted {
      parts.append(part)
      part = ""
      continue
    }
    part.append(letter)
  }
  return parts + [part]
}

private func unquoted(_ text: String) -> String {
  guard text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") else { return text }
  var (result, isEscaped) = ("", false)
  for letter in text.dropFirst().dropLast() {
    if letter == "\\", !isEscaped {
      isEscaped = true
    } else {
      result.append(letter)
      isEscaped = false
    }
  }
  return result
}
