import Documents
import Foundation
import Governance
import People
import Store
import Values

/// Why a row cannot be taken.
struct RowFault: Error, Hashable {
  let reason: Text
}

/// A row of a file, read and checked: what it says, nothing of this town yet.
struct ImportedRow: Sendable, Hashable {
  /// The longest text that is taken, in characters.
  static let longestText = 20_000

  var number = ""
  /// Nil: the file has no date for it.
  var date: DayReading?
  var title = ""
  /// Title and words together; never empty.
  var text = ""
  var category = ""
  var matterClass: MatterClass?
  /// The cell of the class, where it names none that is known.
  var unknownClass = ""
  /// Without the number of people; empty when nobody is named.
  var reporter = ""
  /// For how many people the reporter spoke, 1 or more.
  var people = 1
  /// The cell that told both.
  var reporterWords = ""
  /// Digits alone; empty when there is none or it is masked.
  var phone = ""
  var group = ""
  var place = ""
  var channel: Channel?
  var state: RowState?
  /// The cell that told `state`; empty when the reply holds its words.
  var stateWords = ""
  var lead = ""
  var reply = ""
  var closed: DayReading?

  /// Whether the file says what became of it.
  var hasHistory: Bool {
    if !reply.isEmpty || closed != nil { return true }
    return state.map { ![.received, .refused].contains($0) } ?? false
  }

  /// "陈九等20人"; for people without a name "等3人", and empty for one.
  var reporters: String { people > 1 ? "\(reporter)等\(people)人" : reporter }

  /// The same for the same words in the same village, whatever file they come in (plan: importing twice adds nothing).
  func importKey(village: ID<Place>) -> String {
    let words = text.filter { !$0.isWhitespace }
    let day = date.map { "\($0.day.iso) \($0.minute ?? -1)" } ?? ""
    return Secrets.sha256([village.description, number, day, reporterWords, words].joined(separator: "\u{1F}"))
  }
}

/// Reads the rows of a file by its mapping.
struct RowReader: Sendable {
  let mapping: ImportMapping
  /// The day of the import.
  let today: Day
  private let hasDates: Bool
  /// The year of the nearest row above whose date has one, else of the title rows; nil when there is none.
  private var year: Int?

  /// `head`: the first rows of the file.
  init(mapping: ImportMapping, today: Day, head: [[String]]) {
    (self.mapping, self.today) = (mapping, today)
    hasDates = mapping.has(.date)
    let numbers = head.prefix(max(0, mapping.header)).joined().flatMap { $0.split { !$0.isWholeNumber } }
    year = numbers.lazy.compactMap { Int($0) }.first { (1990...today.year).contains($0) }
  }

  /// Nil for a blank row.
  /// - Throws: `RowFault`.
  mutating func read(_ cells: [String]) throws(RowFault) -> ImportedRow? {
    var values: [ConcernColumn: String] = [:]
    for (index, key) in mapping.columns {
      guard cells.indices.contains(index), let column = ConcernColumn(rawValue: key) else { continue }
      values[column] = CellWords.cleaned(cells[index])
    }
    if values.values.allSatisfy(\.isEmpty) { return nil }
    func value(_ column: ConcernColumn) -> String { values[column] ?? "" }
    var row = ImportedRow()
    (row.number, row.title, row.category) = (value(.number), CellWords.line(value(.title)), value(.category))
    remember(value(.closed), value(.date))
    row.text = try text(title: row.title, body: value(.text))
    try readDays(value(.date), closed: value(.closed), &row)
    row.matterClass = ImportWords.matterClass(value(.matterClass)) ?? ImportWords.matterClass(row.category)
    row.reporterWords = String(CellWords.line(value(.reporter)).prefix(100))
    (row.reporter, row.people) = ImportWords.reporter(row.reporterWords)
    row.phone = try phone(value(.phone))
    (row.group, row.place) = (CellWords.line(value(.group)), String(CellWords.line(value(.place)).prefix(200)))
    row.channel = ImportWords.channel(value(.channel))
    (row.lead, row.reply) = (CellWords.line(value(.lead)), value(.reply))
    row.state = try state(value(.state)) ?? refusedClass(value(.matterClass))
    if row.matterClass == nil, row.state != .refused { row.unknownClass = CellWords.line(value(.matterClass)) }
    if row.state != nil { row.stateWords = value(.state).isEmpty ? value(.matterClass) : value(.state) }
    handle(value(.handling), &row)
    if row.reply.count > ImportedRow.longestText { throw RowFault(reason: ImportStrings.replyTooLong) }
    return row
  }

  /// A state that nobody knows is a mistake of the row: taken for an answer it would tell what never happened.
  private func state(_ cell: String) throws(RowFault) -> RowState? {
    if cell.isEmpty { return nil }
    guard let state = ImportWords.state(cell) else {
      throw RowFault(reason: ImportStrings.unknownState(String(cell.prefix(40))))
    }
    return state
  }

  /// How it went in free words: they tell the state where the column of the state does not, and are kept with the reply
  /// unless they are a state and nothing more. Words that tell none are no answer.
  private func handle(_ words: String, _ row: inout ImportedRow) {
    if words.isEmpty { return }
    let (told, hasReply) = (ImportWords.state(words), !row.reply.isEmpty)
    if row.state == nil, told != nil || (!hasReply && row.closed == nil) { row.state = told ?? .inProgress }
    if ImportWords.isStateAlone(words) {
      if row.stateWords.isEmpty { row.stateWords = words }
    } else {
      row.reply = [words, row.reply].filter { !$0.isEmpty }.joined(separator: "\n")
    }
  }

  /// "不予纳入" in the column of the class.
  private func refusedClass(_ text: String) -> RowState? {
    ImportWords.state(text) == .refused ? .refused : nil
  }

  private func text(title: String, body: String) throws(RowFault) -> String {
    let text =
      title.isEmpty || body.hasPrefix(title) ? body : [title, body].filter { !$0.isEmpty }.joined(separator: "\n")
    guard text.contains(where: { $0.isLetter || $0.isNumber }) else { throw RowFault(reason: ImportStrings.noText) }
    guard text.count <= ImportedRow.longestText, text.unicodeScalars.count <= ImportedRow.longestText * 2 else {
      throw RowFault(reason: ImportStrings.textTooLong(text.count))
    }
    return text
  }

  // MARK: Days

  /// The year of the last of the cells that has one.
  private mutating func remember(_ cells: String...) {
    for cell in cells { year = dated(cell)?.year ?? year }
  }

  /// The day of a cell that says its year.
  private func dated(_ cell: String) -> Day? {
    Self.isYearless(cell) ? nil : SheetDates.read(cell, context: today).map(\.day).flatMap { $0 > today ? nil : $0 }
  }

  /// "4月8日".
  private static func isYearless(_ cell: String) -> Bool { cell.prefixMatch(of: /[0-9０-９]{1,2}\s*月/) != nil }

  /// A row with an id may lack its date; then the day of the import holds. Of a day without a year the other date of
  /// the row tells it, before the rows above and the title.
  private func readDays(_ date: String, closed: String, _ row: inout ImportedRow) throws(RowFault) {
    if date.isEmpty, hasDates, row.number.isEmpty { throw RowFault(reason: ImportStrings.noDate) }
    let yearEnd = year.flatMap { Day(year: $0, month: 12, day: 31) } ?? today
    row.date = try day(date, until: dated(closed) ?? yearEnd, ImportStrings.badDate)
    row.closed = try day(closed, until: row.date?.day.adding(364) ?? yearEnd, ImportStrings.badClosingDate)
    if let date = row.date, let closed = row.closed, closed.day < date.day {
      throw RowFault(reason: ImportStrings.closedBefore(closed.day, date.day))
    }
  }

  /// `last`: without a year the latest such day until then is meant.
  private func day(_ cell: String, until last: Day, _ fault: (String) -> Text) throws(RowFault) -> DayReading? {
    if cell.isEmpty { return nil }
    guard let reading = SheetDates.read(cell, context: Self.isYearless(cell) ? min(last, today) : today) else {
      throw RowFault(reason: fault(String(cell.prefix(40))))
    }
    if reading.day > today { throw RowFault(reason: ImportStrings.futureDate(reading.day)) }
    return reading
  }

  /// Of several numbers the first; a masked one (our own register) is left out.
  private func phone(_ cell: String) throws(RowFault) -> String {
    if cell.isEmpty || cell.contains("*") { return "" }
    let parts = cell.split { ",，;；、/ \n".contains($0) }.map(String.init)
    let first = phoneError(cell) == nil ? cell : parts.first { phoneError($0) == nil } ?? cell
    if let error = phoneError(first) { throw RowFault(reason: ImportStrings.badPhone(error)) }
    return normalizedPhone(first)
  }
}

/// Repeated ids of one file: the same id with other words is a mistake of the file.
struct SeenNumbers: Sendable {
  private var texts: [String: Int] = [:]

  /// - Throws: `RowFault` when the id came before with another text.
  mutating func check(_ row: ImportedRow) throws(RowFault) {
    guard !row.number.isEmpty else { return }
    let words = row.text.filter { !$0.isWhitespace }.hashValue
    if let earlier = texts[row.number], earlier != words { throw RowFault(reason: ImportStrings.repeatedNumber) }
    texts[row.number] = words
  }
}

/// Cells as people's words: without control characters, marks that turn the writing direction, and space around.
enum CellWords {
  static func cleaned(_ cell: String) -> String {
    if cell.isEmpty { return "" }
    let lines = cell.unicodeScalars.split { $0 == "\n" || $0 == "\r" || $0 == "\u{2028}" }.compactMap { line in
      var kept = String.UnicodeScalarView()
      for scalar in line where !isControl(scalar) { kept.append(isSpace(scalar) ? " " : scalar) }
      let trimmed = String(kept).trimmingCharacters(in: .whitespaces)
      return trimmed.isEmpty ? nil : trimmed
    }
    return lines.joined(separator: "\n").precomposedStringWithCanonicalMapping
  }

  /// In one line.
  static func line(_ text: String) -> String { text.contains("\n") ? text.replacing("\n", with: " ") : text }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar == "\t" || scalar.properties.isWhitespace }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\t": false
    case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value): true
    case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}", "\u{200B}", "\u{200E}", "\u{200F}", "\u{FEFF}": true
    default: false
    }
  }
}
