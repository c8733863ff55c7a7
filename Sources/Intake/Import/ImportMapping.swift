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

  /// What the program makes of one row as the header. Which column is the class and which the responsible body their
  /// cells tell better than their names: 类别 is used for classes and for categories, 归口 for categories and offices.
  init(header row: Int, in head: [[String]]) {
    var names = head.indices.contains(row) ? head[row] : []
    var known = ConcernColumn.known
    let rows = head.dropFirst(row + 1)
    var told: [Int: String] = [:]
    func guessed() -> [Int: String] { Self.guessed(names, known).merging(told) { _, told in told } }
    func tell(_ column: ConcernColumn, _ index: Int?) {
      guard let index else { return }
      names[index] = ""
      known.removeAll { $0.key == column.rawValue }
      told[index] = column.rawValue
    }
    tell(.matterClass, Self.classColumn(guessed(), width: names.count, rows))
    tell(.lead, Self.leadColumn(guessed(), names, rows))
    self.init(header: row, columns: guessed())
  }

  private static func guessed(_ names: [String], _ known: [KnownColumn]) -> [Int: String] {
    let pairs = HeaderFinder(known).guess(names).compactMap { guess in guess.key.map { (guess.index, $0) } }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  /// The 归口 that is not the category: another column is, or most of its cells are none while another column is the class
  /// or could be the category, or some are bodies.
  private static func leadColumn(_ columns: [Int: String], _ names: [String], _ rows: ArraySlice<[String]>) -> Int? {
    if columns.values.contains(ConcernColumn.lead.rawValue) { return nil }
    return names.indices.first { index in
      guard ImportWords.isRoutingName(names[index]) else { return false }
      if columns[index] == nil { return true }
      let cells = filled(index, rows)
      guard columns[index] == ConcernColumn.category.rawValue, !cells.isEmpty,
        cells.count(where: ImportWords.tellsCategory) * 2 < cells.count
      else { return false }
      var others = names
      others[index] = ""
      return columns.values.contains(ConcernColumn.matterClass.rawValue)
        || guessed(others, ConcernColumn.known).values.contains(ConcernColumn.category.rawValue)
        || cells.contains(where: ImportWords.looksLikeBody)
    }
  }

  private static func filled(_ index: Int, _ rows: ArraySlice<[String]>) -> [String] {
    rows.compactMap { $0.indices.contains(index) ? CellWords.cleaned($0[index]) : nil }.filter { !$0.isEmpty }
  }

  /// The column whose cells are classes, where the headers led to another one or to none.
  private static func classColumn(_ columns: [Int: String], width: Int, _ rows: ArraySlice<[String]>) -> Int? {
    func tells(_ index: Int) -> Bool {
      let cells = filled(index, rows)
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

  /// What each column of a file with these headers is taken for, in order.
  func uses(of header: [String]) -> [Text] {
    (0..<max(header.count, (columns.keys.max() ?? -1) + 1)).map { index in
      let name = header.indices.contains(index) ? CellWords.line(CellWords.cleaned(header[index])) : ""
      return ImportStrings.use(index + 1, name, columns[index].flatMap(ConcernColumn.init(rawValue:)))
    }
  }
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
