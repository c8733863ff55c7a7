import Documents
import Governance
import Matters
import Mechanism
import Seeds
import TriageEngine
import Values
import Web

/// A row ready to be written: the concern it becomes, and what the register says became of it.
struct PreparedRow: Sendable {
  /// The line of the file, from 1.
  let line: Int
  /// The number in the file; one of our own register leads to the matter it came from.
  let number: String
  let isUndated: Bool
  let concern: NewConcern
  let outcome: Outcome

  enum Outcome: Sendable {
    /// Waits to be sorted; a reply of the file is kept beside it.
    case waiting(reply: String)
    case matter(HistoricMatter)
    case refused(ScopeReason, answer: String)
  }
}

/// A matter as an old register has it.
struct HistoricMatter: Sendable {
  let title: String
  let routing: Routing
  let state: MatterState
  let reply: String
  let closedAt: Instant?
}

/// Makes rows ready for a village: finds its groups, class and leaf, and what the engine says of the words.
struct RowPreparer: Sendable {
  let key: VillageKey
  /// By `ImportWords.foldedGroup` of their names.
  let groups: [String: ID<Place>]
  let town: TownCatalogue
  /// The bodies that the town has, to know an office from a category.
  let bodies: KnownBodies
  /// Whether the village shows suggestions: else no leaf is guessed.
  let isAdvised: Bool
  let now: Instant
  /// The class of the whole file, as its title tells ("大事登记簿"); nil when it does not.
  let fileClass: MatterClass?
  /// Whether the file tells what became of its rows, so that none of them is news: it has a column of the class, the
  /// state, the reply or the closing date, or is a register by its title.
  let isRegister: Bool

  /// What accuses staff goes sealed to the town, whatever class and state the file gives it.
  /// - Throws: `RowFault` for "not taken up" without its reason, and for a class that nobody knows.
  func prepare(_ row: ImportedRow, line: Int) throws(RowFault) -> PreparedRow {
    let received = received(row, line: line)
    let isAccusation = town.engine.aboutStaff(row.text) != nil
    let outcome = isAccusation ? .waiting(reply: leftover(row)) : try outcome(row, received: received)
    var concern = NewConcern(text: row.text, channel: row.channel ?? .importFile, receivedAt: received)
    concern.reporterPhone = row.phone
    if ImportWords.isUnit(row.reporter) {
      (concern.reportingUnit, concern.sourceKind) = (row.reporters, .unit)
    } else if row.reporter.isEmpty {
      // Several people without a name: the number stays, and no person is made up.
      concern.reportingUnit = row.reporters
    } else {
      concern.reporterName = row.reporters
    }
    concern.group = groups[ImportWords.foldedGroup(row.group)]
    let unknownGroup = concern.group == nil ? row.group : ""
    concern.placeText = [unknownGroup, row.place].filter { !$0.isEmpty }.joined(separator: " ")
    concern.importKey = row.importKey(village: key.village)
    concern.isHistory = isHistory(received: received, outcome)
    concern.sortsByReceipt = true
    concern.isSealed = isAccusation
    judge(row, outcome, &concern)
    return PreparedRow(
      line: line, number: row.number, isUndated: (row.date ?? row.closed) == nil, concern: concern, outcome: outcome)
  }

  /// News older than this many days at the import is history: its limits would be over before anybody could see it.
  static let newsDays = 30

  /// The file and the age decide, not the single cell: an empty cell of an old register starts no clock.
  private func isHistory(received: Instant, _ outcome: PreparedRow.Outcome) -> Bool {
    if isRegister || now.day.number - received.day.number > Self.newsDays { return true }
    if case .waiting = outcome { return false }
    return true
  }

  /// Rows without a time are spread by their line from 9:00 on: they keep the order of the file, and no two of them
  /// share a millisecond. Without a date the day of closing stands for it, else the day of the import.
  private func received(_ row: ImportedRow, line: Int) -> Instant {
    guard let date = row.date ?? row.closed else {
      return Instant(milliseconds: now.milliseconds - 1_000_000 + Int64(line % 1_000_000))
    }
    let start = date.minute.map { date.day.at(hour: $0 / 60, minute: $0 % 60) } ?? date.day.at(hour: 9, minute: 0)
    let spread = Int64(line % (date.minute == nil ? 36_000_000 : 60_000))
    return min(Instant(milliseconds: start.milliseconds + spread), now)
  }

  /// What waits to be sorted is read by the engine: danger rings only when it is of these days.
  private func judge(_ row: ImportedRow, _ outcome: PreparedRow.Outcome, _ concern: inout NewConcern) {
    switch outcome {
    case .waiting:
      guard !concern.isHistory else { return }
      let urgency = town.engine.urgency(of: row.text).level
      concern.urgency = now.day.number - concern.reportedDay.number <= 2 ? urgency : min(urgency, .soon)
    case .refused(let reason, _): concern.isSealed = reason == .discipline
    case .matter: break
    }
  }

  // MARK: What became of it

  private func outcome(_ row: ImportedRow, received: Instant) throws(RowFault) -> PreparedRow.Outcome {
    if row.state == .refused {
      let texts = [row.category, row.lead, row.reply]
      guard let reason = ImportWords.scopeReason(in: texts) else {
        throw RowFault(reason: ImportStrings.noRefusalReason)
      }
      return .refused(reason, answer: row.reply)
    }
    guard let (matterClass, duty) = try category(row) else { return .waiting(reply: leftover(row)) }
    let state = matterState(row, class: matterClass)
    return .matter(
      HistoricMatter(
        title: title(row), routing: routing(row, class: matterClass, duty: duty), state: state, reply: row.reply,
        closedAt: state == .closed ? closed(row, received: received) : nil))
  }

  /// What the file says of a row that still has to be sorted: who is responsible, its state, when it was closed, the
  /// reply.
  private func leftover(_ row: ImportedRow) -> String {
    let state = row.state == .received ? "" : row.stateWords
    let closed = row.closed.map { "\(ConcernColumn.closed.name.zh)：\($0.day.iso)" } ?? ""
    let lead = lead(row)
    let body = lead.isEmpty ? "" : "\(ConcernColumn.lead.name.zh)：\(lead)"
    return [body, state, closed, row.reply].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func routing(_ row: ImportedRow, class matterClass: MatterClass, duty: Duty?) -> Routing {
    let standard = Self.standard(matterClass)
    let told = lead(row)
    let lead = told.isEmpty ? duty?.lead ?? ImportStrings.committee.zh : told
    return Routing(
      matterClass: matterClass, leaf: duty?.code ?? "", lead: lead,
      co: lead == duty?.lead ? duty?.coHandlers ?? [] : [],
      path: duty?.path.rawValue ?? standard.rawValue, basis: duty?.basis?.zh ?? "",
      basisMark: duty?.basisMark?.rawValue ?? "", limitDays: duty?.days ?? 5, urgency: .normal,
      reason: ImportStrings.routingReason.zh)
  }

  private static func standard(_ matterClass: MatterClass) -> DutyPath {
    switch matterClass {
    case .government: .serviceCentre
    case .community: .council
    case .personal: .handbook
    }
  }

  private func matterState(_ row: ImportedRow, class matterClass: MatterClass) -> MatterState {
    let state: MatterState =
      switch row.state {
      case .closed: .closed
      case .answered: .answered
      case .awaitingDeliberation: .awaitingDeliberation
      case .inPublication: .inPublication
      case .inProgress, .received, .refused: .inProgress
      case nil: row.closed != nil ? .closed : row.reply.isEmpty ? .inProgress : .answered
      }
    return MatterState.states(of: matterClass).contains(state) ? state : .inProgress
  }

  private func closed(_ row: ImportedRow, received: Instant) -> Instant {
    guard let closed = row.closed else { return received }
    let at = closed.minute.map { closed.day.at(hour: $0 / 60, minute: $0 % 60) } ?? closed.day.at(hour: 17, minute: 0)
    return max(min(at, now), received)
  }

  /// The title, or the first words.
  private func title(_ row: ImportedRow) -> String {
    if !row.title.isEmpty { return String(row.title.prefix(100)) }
    let line = row.text.prefix { !$0.isNewline }
    if line.count <= 60 { return String(line) }
    let sentence = line.prefix { !"。!?！？;；".contains($0) }
    return sentence.count <= 60 ? String(sentence) : sentence.prefix(59) + "…"
  }
}

extension RowPreparer {
  /// The class that the title rows over the header or the file's name tell.
  static func fileClass(head: [[String]], header: Int, name: String) -> MatterClass? {
    let titles = head.prefix(max(0, header)).flatMap { $0 }
    return ImportWords.matterClass(Set(titles).sorted().joined(separator: " ")) ?? ImportWords.matterClass(name)
  }
}
