/// Which cell styles show a number as a date or a time.
struct XlsxStyles: XMLHandler {
  enum Kind { case number, date, time, dateTime }

  private var custom: [Int: Kind] = [:]
  private var styles: [Kind] = []
  private var isInCellStyles = false

  /// The kind of the cell style with this index; a number when there is none.
  func kind(_ style: Int) -> Kind { styles.indices.contains(style) ? styles[style] : .number }

  mutating func start(_ tag: XMLTag) throws {
    switch tag.name {
    case "numFmt":
      guard let id = try tag.attribute("numFmtId").flatMap({ Int($0) }) else { return }
      custom[id] = Self.kind(ofCode: try tag.attribute("formatCode") ?? "")
    case "cellXfs": isInCellStyles = true
    case "xf" where isInCellStyles:
      let id = try tag.attribute("numFmtId").flatMap { Int($0) } ?? 0
      styles.append(custom[id] ?? Self.kind(ofBuiltIn: id))
    default: break
    }
  }

  mutating func end(_ name: String) { if name == "cellXfs" { isInCellStyles = false } }

  /// The formats that a file need not spell out, with those of Chinese Excel (27…36, 50…58).
  static func kind(ofBuiltIn id: Int) -> Kind {
    switch id {
    case 14...17, 27...31, 36, 50...54, 57, 58: .date
    case 18...21, 32...35, 45, 47, 55, 56: .time
    case 22: .dateTime
    default: .number
    }
  }

  /// Reads a format code such as `yyyy"年"m"月"d"日";@`, its first section.
  static func kind(ofCode code: String) -> Kind {
    var hasDate = false
    var hasTime = false
    var hasMonthOrMinute = false
    for character in letters(of: code) {
      switch character {
      case "y", "d", "e": hasDate = true
      case "h", "s": hasTime = true
      case "m": hasMonthOrMinute = true
      case "0", "#", "?": if !hasDate, !hasTime { return .number }
      default: break
      }
    }
    if hasMonthOrMinute, !hasTime { hasDate = true }
    return hasDate ? (hasTime ? .dateTime : .date) : hasTime ? .time : .number
  }

  /// Without quoted text, escaped characters, and what stands in brackets but `[h]`, a duration, which is a number.
  private static func letters(of code: String) -> [Character] {
    var result: [Character] = []
    var characters = code.lowercased()[...]
    if characters.hasPrefix("general") { return [] }
    while let character = characters.popFirst() {
      switch character {
      case ";": return result
      case "\"": characters = characters.drop { $0 != "\"" }.dropFirst()
      case "\\", "_", "*": characters = characters.dropFirst()
      case "[":
        let inside = characters.prefix { $0 != "]" }
        if let first = inside.first, "hms".contains(first), inside.allSatisfy({ $0 == first }) { return ["0"] }
        characters = characters.dropFirst(inside.count + 1)
      default: result.append(character)
      }
    }
    return result
  }
}
