import Values
import Web

/// Reads a pasted list, one place a line: "name", "code name", "name,code", "code TAB name TAB english name"; several names
/// on a line where each looks like a place. Blank lines, a line of titles and the marks of numbering are left out.
/// - Throws: `FieldErrors` of `lines`, a message for each line that cannot be read.
package func placeLines(_ text: String) throws(FieldErrors) -> [PlaceLine] {
  var reader = PlaceReader()
  for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
    reader.read(String(line), number: index + 1)
  }
  guard reader.errors.isEmpty else { throw reader.errors }
  return reader.found
}

private struct PlaceReader {
  private(set) var found: [PlaceLine] = []
  private(set) var errors = FieldErrors()
  /// What the columns are, where a line of titles told it.
  private var columns: [PlaceTitle?] = []
  private var isFirst = true

  mutating func read(_ line: String, number: Int) {
    let fields = PlaceFields(withoutMark(line))
    guard !fields.all.allSatisfy(\.isEmpty), !(isFirst && isTitle(line)) else { return }
    isFirst = false
    do throws(LineFault) {
      found += try places(fields, PlaceFields(line).all, number: number)
    } catch {
      errors.add("lines", PlaceStrings.line(number, error.text))
    }
  }

  /// Whether it is a line of titles, or the heading over them: "青山镇各村名单".
  private mutating func isTitle(_ line: String) -> Bool {
    let whole = PlaceFields(line).all
    if whole.count == 1, ["名单", "一览表", "清单", "列表"].contains(where: whole[0].hasSuffix) { return true }
    let titles = whole.map { PlaceTitle($0) }
    if titles.contains(.name) || titles.allSatisfy({ $0 != nil }) {
      columns = titles
      isFirst = false
      return true
    }
    let words = line.split(whereSeparator: \.isWhitespace).map { PlaceTitle(String($0)) }
    let isTitle = words.count > 1 && words.allSatisfy { $0 != nil }
    if isTitle { isFirst = false }
    return isTitle
  }

  /// - Parameter whole: the fields with the mark of numbering, for finding them by their titles.
  private func places(_ fields: PlaceFields, _ whole: [String], number: Int) throws(LineFault) -> [PlaceLine] {
    var kept = fields.all.filter { !$0.isEmpty && !isSerial($0) }
    if columns.contains(.name) {
      // Fields past the titles are read as without them.
      let titles = columns + Array(repeating: .name, count: max(0, whole.count - columns.count))
      kept = zip(whole, titles).filter { $1 != nil && $1 != .other && !($1 == .serial && isSerial($0)) }
        .map { withoutMark($0.0) }.filter { !$0.isEmpty }
    }
    if kept.count == 1, !fields.isQuoted { kept = divided(kept[0]) }
    let codes = kept.indices.filter { isCode(kept[$0], first: $0 == 0) }
    let names = kept.indices.filter { !codes.contains($0) }.map { kept[$0] }
    guard codes.count < 2 else { throw LineFault(PlaceStrings.codesOnALine) }
    guard let first = names.first else { throw LineFault(PlaceStrings.noName) }
    for name in names where !isName(name) { throw LineFault(PlaceStrings.notAName(name)) }
    if names.count > 1, names.allSatisfy(isChinese) || names.allSatisfy({ looksLikePlace($0) && !isChinese($0) }) {
      let other = names.first { !looksLikePlace($0) } ?? names[1]
      guard codes.isEmpty, names.allSatisfy(looksLikePlace) else { throw LineFault(PlaceStrings.notRead(other)) }
      return names.map { PlaceLine(number: number, code: nil, nameZh: $0, nameEn: "") }
    }
    let english = names.dropFirst()
    if let other = english.first(where: isChinese) { throw LineFault(PlaceStrings.notRead(other)) }
    let code = codes.first.map { asciiForm(kept[$0]) }
    return [PlaceLine(number: number, code: code, nameZh: first, nameEn: english.joined(separator: " "))]
  }
}

private struct LineFault: Error {
  let text: Text
  init(_ text: Text) { self.text = text }
}

/// What a column of a list of places is, by its title.
private enum PlaceTitle {
  case serial, code, name, english, other

  init?(_ title: String) {
    switch String(asciiForm(title).lowercased().filter { $0.isLetter || $0.isNumber }) {
    case "序号", "no", "号", "行号", "编号": self = .serial
    case "code", "代码", "编码", "区划代码", "村代码", "村编码", "统计用区划代码", "行政区划代码": self = .code
    case "name", "名称", "村名", "村名称", "地方", "村", "社区", "村社区", "村居", "行政村", "社区名称", "村社区名称", "组名", "组", "村民小组", "village",
      "namezh", "中文名称":
      self = .name
    case "英文", "英文名", "英文名称", "english", "englishname", "nameen": self = .english
    case "备注", "说明", "note", "notes": self = .other
    default: return nil
    }
  }
}

/// The fields of a line, divided by tabs, commas, semicolons and 、; what stands in quotation marks is one field.
private struct PlaceFields {
  private(set) var all: [String] = []
  private(set) var isQuoted = false

  init(_ line: String) {
    var field = ""
    var isOpen = false
    for letter in line {
      if letter == "\"" {
        isOpen.toggle()
        isQuoted = true
      } else if !isOpen, dividers.contains(letter) {
        all.append(trimmed(field))
        field = ""
      } else {
        field.append(letter)
      }
    }
    all.append(trimmed(field))
  }
}

private let dividers: Set<Character> = ["\t", ",", ";", "\u{FF0C}", "\u{FF1B}", "\u{3001}"]

/// The parts of a field between spaces: a code and a name, a Chinese name and an English one, several names. A name with
/// spaces in it stays whole.
private func divided(_ field: String) -> [String] {
  let parts = field.split(whereSeparator: \.isWhitespace).map(String.init)
  guard parts.count > 1 else { return [field] }
  if parts.allSatisfy({ looksLikePlace($0) && isChinese($0) }) { return parts }
  let codes = parts.indices.filter { isCode(parts[$0], first: $0 == 0) }
  if !codes.isEmpty {
    let rest = parts.indices.filter { !codes.contains($0) }.map { parts[$0] }.joined(separator: " ")
    return codes.map { parts[$0] } + (rest.isEmpty ? [] : divided(rest))
  }
  let rest = parts.dropFirst().joined(separator: " ")
  return isChinese(parts[0]) && !isChinese(rest) ? [parts[0], rest] : [field]
}

/// Without "1.", "2、", "（3）", "①", "一、", "- " before it.
private func withoutMark(_ line: String) -> String {
  let plain = trimmed(line)
  let number = /[(（]?(?:[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3})[)）.．、:：]|[0-9０-９]{1,3}\s+(?=\S\S)/
  let sign = /[①-⑳\-*•·●▪■○–—]/
  let end = plain.prefixMatch(of: number)?.endIndex ?? plain.prefixMatch(of: sign)?.endIndex ?? plain.startIndex
  return trimmed(plain[end...])
}

private func trimmed(_ text: some StringProtocol) -> String {
  let start = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
  return String(start.reversed().drop { $0.isWhitespace }.reversed())
}

/// Full-width digits, letters and brackets as their ASCII ones.
private func asciiForm(_ text: String) -> String {
  String(
    String.UnicodeScalarView(
      text.unicodeScalars.map { scalar in
        (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(UInt8(scalar.value - 0xFEE0)) : scalar
      }))
}

/// A code has a digit, so that an English name is none; after the first field it is digits alone.
private func isCode(_ text: String, first: Bool) -> Bool {
  let plain = asciiForm(text)
  guard placeCodeError(plain) == nil else { return false }
  return first ? plain.contains(where: \.isNumber) : plain.allSatisfy(\.isNumber)
}

/// A number of one to three digits counts the lines.
private func isSerial(_ text: String) -> Bool {
  (1...3).contains(text.count) && asciiForm(text).allSatisfy { ("0"..."9").contains($0) }
}

private func isChinese(_ text: String) -> Bool {
  text.unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) || (0x20000...0x3134F).contains($0.value) }
}

private func isName(_ text: String) -> Bool {
  text.contains(where: \.isLetter) && !text.contains { dividers.contains($0) || "\u{201C}\u{201D}\"".contains($0) }
    && !(isChinese(text) && text.contains(where: \.isWhitespace))
}

private func looksLikePlace(_ name: String) -> Bool {
  let plain = name.lowercased()
  return name.count > 1 && placeEnds.contains(where: plain.hasSuffix)
}

private let placeEnds = [
  "村", "社区", "居委会", "村委会", "居民委员会", "村民委员会", "组", "队", "镇", "乡", "街道", "village", "community",
]
