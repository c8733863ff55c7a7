/// Gathers cells to rows as a sheet goes by.
struct SheetHandler: XMLHandler {
  /// The `t` of a cell: how its value is to be read.
  private enum Kind { case number, shared, text, boolean, date }

  private static let lastRow = 1_048_576
  private static let longestValue = 1 << 20

  let part: String
  let styles: XlsxStyles
  let strings: XlsxStrings
  let from1904: Bool
  private var filler: MergeFiller
  private let body: ([String]) throws -> Void

  private var row = 0
  private var cells: [String] = []
  private var blanks = 0
  private var column = -1
  private var kind = Kind.number
  private var style = 0
  private var value: [UInt8] = []
  private var isInValue = false
  private var isInPhonetic = false

  init(
    part: String, styles: XlsxStyles, strings: XlsxStrings, from1904: Bool, merges: [MergedArea],
    body: @escaping ([String]) throws -> Void
  ) {
    (self.part, self.styles, self.strings, self.from1904) = (part, styles, strings, from1904)
    filler = MergeFiller(merges)
    self.body = body
  }

  mutating func start(_ tag: XMLTag) throws {
    switch tag.name {
    case "c": try startCell(tag)
    case "v", "t": isInValue = !isInPhonetic
    case "rPh": isInPhonetic = true
    case "row": try startRow(tag)
    default: break
    }
  }

  mutating func text(_ piece: XMLText) throws {
    guard isInValue else { return }
    try piece.append(to: &value)
    guard value.count <= Self.longestValue else { throw DocumentError.damaged(part) }
  }

  mutating func end(_ name: String) throws {
    switch name {
    case "c": try endCell()
    case "v", "t": isInValue = false
    case "rPh": isInPhonetic = false
    case "row": try deliver()
    default: break
    }
  }

  /// Rows that the file leaves out are blank, but a merged area may reach over them.
  private mutating func startRow(_ tag: XMLTag) throws {
    let number = try tag.attribute("r").map { Int($0) ?? -1 } ?? row + 1
    guard number > row, number <= Self.lastRow else { throw DocumentError.damaged(part) }
    cells.removeAll(keepingCapacity: true)
    while row + 1 < number {
      row += 1
      try deliver()
    }
    row = number
    column = -1
  }

  private mutating func startCell(_ tag: XMLTag) throws {
    if let reference = try tag.attribute("r") {
      guard let place = CellReference.parse(reference.utf8) else { throw DocumentError.damaged(part) }
      column = place.column
    } else {
      column += 1
    }
    style = try tag.attribute("s").flatMap { Int($0) } ?? 0
    kind =
      switch try tag.attribute("t") {
      case "s": .shared
      case "str", "inlineStr", "e": .text
      case "b": .boolean
      case "d": .date
      default: .number
      }
    value.removeAll(keepingCapacity: true)
  }

  private mutating func endCell() throws {
    guard !value.isEmpty else { return }
    let text = try readValue()
    guard !text.isEmpty else { return }
    guard column < SheetLimits.columns else { throw DocumentError.tooLarge(.columns) }
    while cells.count <= column { cells.append("") }
    cells[column] = text
  }

  private func readValue() throws -> String {
    switch kind {
    case .text: return CellText.read(value)
    case .boolean: return value.first == UInt8(ascii: "1") ? "TRUE" : "FALSE"
    case .date: return XlsxValue.isoDate(String(decoding: value, as: UTF8.self))
    case .number:
      let text = String(decoding: value, as: UTF8.self)
      return XlsxValue.date(text, kind: styles.kind(style), from1904: from1904)
    case .shared:
      guard let index = Int(String(decoding: value, as: UTF8.self)), let text = strings[index] else {
        throw DocumentError.damaged(part)
      }
      return text
    }
  }

  /// Hands the row on, after the blank ones before it; blank rows wait, since none come at the end.
  private mutating func deliver() throws {
    try filler.fill(&cells, row: row)
    while cells.last?.isEmpty == true { cells.removeLast() }
    guard !cells.isEmpty else {
      blanks += 1
      return
    }
    guard row <= SheetLimits.rows else { throw DocumentError.tooLarge(.rows) }
    while blanks > 0 {
      blanks -= 1
      try body([])
    }
    try body(cells)
    cells.removeAll(keepingCapacity: true)
  }
}
