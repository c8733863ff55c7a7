import Documents
import Foundation
import Values
import Web

/// Which column of a file is what.
package struct ImportMapping: Codable, Hashable, Sendable {
  /// The row of the header, from 0; the data begin in the row after it.
  package var header: Int
  /// The key of `ConcernColumn` by column, from 0; each key at most once.
  package var columns: [Int: String]

  package init(header: Int, columns: [Int: String]) { (self.header, self.columns) = (header, columns) }

  /// What the program makes of the first rows; nil when it finds no header.
  package init?(proposedFor head: [[String]]) {
    guard let found = HeaderFinder(ConcernColumn.known).find(in: head) else { return nil }
    self.init(header: found.row, in: head)
  }

  /// What the program makes of one row as the header. Which column is the class its cells tell better than its name:
  /// 类别 is used for classes and for categories.
  init(header row: Int, in head: [[String]]) {
    var names = head.indices.contains(row) ? head[row] : []
    var columns = Self.guessed(names, ConcernColumn.known)
    if let telling = Self.classColumn(columns, width: names.count, head.dropFirst(row + 1)) {
      names[telling] = ""
      columns = Self.guessed(names, ConcernColumn.known.filter { $0.key != ConcernColumn.matterClass.rawValue })
      columns[telling] = ConcernColumn.matterClass.rawValue
    }
    self.init(header: row, columns: columns)
  }

  private static func guessed(_ names: [String], _ known: [KnownColumn]) -> [Int: String] {
    let pairs = HeaderFinder(known).guess(names).compactMap { guess in guess.key.map { (guess.index, $0) } }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  /// The column whose cells are classes, where the headers led to another one or to none.
  private static func classColumn(_ columns: [Int: String], width: Int, _ rows: ArraySlice<[String]>) -> Int? {
    func tells(_ index: Int) -> Bool {
      let cells = rows.compactMap { $0.indices.contains(index) ? CellWords.cleaned($0[index]) : nil }.filter {
        !$0.isEmpty
      }
      let classes = cells.count(where: ImportWords.isClassName)
      return classes > 0
        && cells.count { ImportWords.isClassName($0) || ImportWords.state($0) == .refused } * 4 >= cells.count * 3
    }
    let named = columns.first { $0.value == ConcernColumn.matterClass.rawValue }?.key
    if let named, tells(named) { return nil }
    let open = [nil, ConcernColumn.category.rawValue]
    return (0..<width).first { open.contains(columns[$0]) && tells($0) }
  }

  /// Reads `header` (from 1) and `column_0`, `column_1`, … of a form.
  /// - Throws: `FieldErrors`: no column for the words, one key twice, a key that nobody knows.
  init(_ form: Form, width: Int) throws {
    var errors = FieldErrors()
    header = (form.int("header", in: 1...HeaderFinder.depth, &errors) ?? 1) - 1
    columns = [:]
    var used: Set<String> = []
    for index in 0..<width {
      let (field, key) = ("column_\(index)", form["column_\(index)"])
      if key.isEmpty { continue }
      if ConcernColumn(rawValue: key) == nil { errors.add(field, ImportStrings.unknownColumn) }
      if !used.insert(key).inserted { errors.add(field, ImportStrings.columnTwice) }
      columns[index] = key
    }
    if !used.contains(ConcernColumn.text.rawValue), !used.contains(ConcernColumn.title.rawValue) {
      errors.add("column_0", ImportStrings.noTextColumn)
    }
    guard errors.isEmpty else { throw errors }
  }

  package var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }

  init?(json: String) {
    guard let read = try? JSONDecoder().decode(ImportMapping.self, from: Data(json.utf8)) else { return nil }
    self = read
  }

  func has(_ column: ConcernColumn) -> Bool { columns.values.contains(column.rawValue) }
}

extension ConcernColumn {
  /// What the column holds, for people.
  var name: Text {
    switch self {
    case .number: Text(zh: "编号", en: "Number")
    case .date: Text(zh: "日期", en: "Date")
    case .title: Text(zh: "标题", en: "Title")
    case .text: Text(zh: "事项、内容", en: "Matter, words")
    case .category: Text(zh: "归口、类目", en: "Routing, category")
    case .matterClass: Text(zh: "大事、小事、私事", en: "Class")
    case .reporter: Text(zh: "反映单位（个人）", en: "Reporter")
    case .phone: Text(zh: "联系方式", en: "Contact")
    case .group: Text(zh: "组", en: "Group")
    case .place: Text(zh: "地点", en: "Place")
    case .channel: Text(zh: "渠道", en: "Channel")
    case .state: Text(zh: "状态", en: "State")
    case .handling: Text(zh: "办理情况", en: "How it went")
    case .lead: Text(zh: "责任单位", en: "Responsible body")
    case .reply: Text(zh: "答复", en: "Reply")
    case .closed: Text(zh: "办结日期", en: "Closed on")
    }
  }
}
