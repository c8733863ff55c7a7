/// The texts that cells of a workbook refer to by number, kept as one run of bytes.
struct XlsxStrings: XMLHandler {
  private static let limit = 5_000_000

  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []
  private var current: [UInt8] = []
  private var isInText = false
  private var isInPhonetic = false

  /// Nil when there is no text of this number.
  subscript(_ index: Int) -> String? {
    guard ends.indices.contains(index) else { return nil }
    let start = index == 0 ? 0 : Int(ends[index - 1])
    return String(decoding: bytes[start..<Int(ends[index])], as: UTF8.self)
  }

  mutating func start(_ tag: XMLTag) throws {
    switch tag.name {
    case "si": current.removeAll(keepingCapacity: true)
    case "t": isInText = !isInPhonetic
    case "rPh": isInPhonetic = true
    default: break
    }
  }

  mutating func text(_ piece: XMLText) throws { if isInText { try piece.append(to: &current) } }

  mutating func end(_ name: String) throws {
    switch name {
    case "t": isInText = false
    case "rPh": isInPhonetic = false
    case "si":
      guard ends.count < Self.limit else { throw DocumentError.tooLarge(.unpacked) }
      bytes.append(contentsOf: CellText.read(current).utf8)
      ends.append(UInt32(clamping: bytes.count))
    default: break
    }
  }
}
