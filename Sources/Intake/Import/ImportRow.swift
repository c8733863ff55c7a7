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

  init(mapping: ImportMapping, today: Day) {
    (self.mapping, self.today) = (mapping, today)
    hasDates = mapping.has(.date)
  }

  /// Nil for a blank row.
  /// - Throws: `RowFault`.
  func read(_ cells: [String]) throws(RowFault) -> ImportedRow? {
    var values: [ConcernColumn: String] = [:]
    for (index, key) in mapping.columns {
      guard cells.indices.contains(index), let column = ConcernColumn(rawValue: key) else { continue }
      values[column] = CellWords.cleaned(cells[index])
    }
    if values.values.allSatisfy(\.isEmpty) { return nil }
    func value(_ column: ConcernColumn) -> String { values[column] ?? "" }
    var row = ImportedRow()
    (row.number, row.title, row.category) = (value(.number), CellWords.line(value(.title)), value(.category))
    row.text = try text(title: row.title, body: value(.text))
    row.date = try date(value(.date), number: row.number)
    row.closed = try day(value(.closed), ImportStrings.badClosingDate)
    if let date = row.date, let closed = row.closed, closed.day < date.day {
      throw RowFault(reason: ImportStrings.closedBefore(closed.day, date.day))
    }
    row.matterClass = ImportWords.matterClass(value(.matterClass)) ?? ImportWords.matterClass(row.category)
    row.reporterWords = String(CellWords.line(value(.reporter)).prefix(100))
    (row.reporter, row.people) = ImportWords.reporter(row.reporterWords)
    row.phone = try phone(value(.phone))
    (row.group, row.place) = (CellWords.line(value(.group)), String(CellWords.line(value(.place)).prefix(200)))
    row.channel = ImportWords.channel(value(.channel))
    (row.lead, row.reply) = (CellWords.line(value(.lead)), value(.reply))
    row.state = try state(value(.state)) ?? refusedClass(value(.matterClass))
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

  /// A row with an id may lack its date; then the day of the import holds.
  private func date(_ cell: String, number: String) throws(RowFault) -> DayReading? {
    if cell.isEmpty, hasDates, number.isEmpty { throw RowFault(reason: ImportStrings.noDate) }
    return try day(cell, ImportStrings.badDate)
  }

  private func day(_ cell: String, _ fault: (String) -> Text) throws(RowFault) -> DayReading? {
    if cell.isEmpty { return nil }
    guard let reading = SheetDates.read(cell, context: today) else {
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
