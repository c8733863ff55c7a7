/// A rectangle of merged cells: rows from 1, columns from 0.
struct MergedArea: Sendable, Hashable {
  let rows: ClosedRange<Int>
  let columns: ClosedRange<Int>

  /// Reads "A1:C3"; nil for anything else.
  init?(_ reference: String) {
    let ends = reference.split(separator: ":").map { CellReference.parse($0.utf8) }
    guard ends.count == 2, let first = ends[0], let last = ends[1],
      let top = first.row, let bottom = last.row, top <= bottom, first.column <= last.column
    else { return nil }
    (rows, columns) = (top...bottom, first.column...last.column)
  }
}

/// The merged areas of a sheet. They stand behind its rows, so they are gathered before the rows are read.
struct MergeFinder: XMLHandler {
  private static let limit = 200_000
  private(set) var areas: [MergedArea] = []

  mutating func start(_ tag: XMLTag) throws {
    guard tag.name == "mergeCell", let area = try tag.attribute("ref").flatMap({ MergedArea($0) }) else { return }
    guard areas.count < Self.limit else { throw DocumentError.tooLarge(.merges) }
    areas.append(area)
  }
}

/// Repeats the value of each merged area over its cells, as the rows go by in order.
struct MergeFiller {
  private let areas: [MergedArea]
  private var next = 0
  private var active: [(area: MergedArea, value: String)] = []

  init(_ areas: [MergedArea]) {
    self.areas = areas.filter { $0.columns.lowerBound < SheetLimits.columns }
      .sorted { $0.rows.lowerBound < $1.rows.lowerBound }
  }

  /// Fills the cells of the row with this number, from 1; rows must come in order, none left out.
  mutating func fill(_ cells: inout [String], row: Int) throws {
    guard next < areas.count || !active.isEmpty else { return }
    active.removeAll { $0.area.rows.upperBound < row }
    while next < areas.count, areas[next].rows.lowerBound <= row {
      let area = areas[next]
      next += 1
      guard area.rows.lowerBound == row, area.columns.lowerBound < cells.count else { continue }
      let value = cells[area.columns.lowerBound]
      if !value.isEmpty { active.append((area, value)) }
    }
    // Areas of a real sheet never overlap, so no row has more of them than columns.
    guard active.count <= SheetLimits.columns else { throw DocumentError.tooLarge(.merges) }
    for (area, value) in active {
      let last = min(area.columns.upperBound, SheetLimits.columns - 1)
      while cells.count <= last { cells.append("") }
      for column in area.columns.lowerBound...last { cells[column] = value }
    }
  }
}

/// How large a table may be.
package enum SheetLimits {
  package static let rows = 1_000_000
  package static let columns = 200
}

/// "AB12": column from 0, row from 1.
enum CellReference {
  static func parse(_ text: some Sequence<UInt8>) -> (column: Int, row: Int?)? {
    var column = 0
    var row = 0
    for byte in text {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0: column = column * 26 + Int(byte) - 64
      case UInt8(ascii: "0")...UInt8(ascii: "9"): row = row * 10 + Int(byte) - 48
      case UInt8(ascii: "$"): continue
      default: return nil
      }
      guard column <= 16_384, row <= 1_048_576 else { return nil }
    }
    return column == 0 ? nil : (column - 1, row == 0 ? nil : row)
  }
}
