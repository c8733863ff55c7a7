import Governance
import Store
import Values
import Web

extension Transaction {
  /// Concerns of a village to be sorted: danger first, then by the moment until which somebody must have accepted them;
  /// those from old registers, for which no clock runs, come last. Indexes: concern_urgent, concern_waiting,
  /// concern_waiting_history.
  package func concernsWaiting(in key: VillageKey, limit: Int) throws -> [ConcernRow] {
    let urgent = try rows(
      """
      SELECT * FROM concern
      WHERE town = \(key.town) AND village = \(key.village) AND state = 'received' AND sealed = 0 AND is_history = 0
        AND urgency >= 2
      ORDER BY accept_by, id LIMIT \(limit)
      """
    ).map(ConcernRow.init)
    let all = try rows(
      """
      SELECT * FROM concern
      WHERE town = \(key.town) AND village = \(key.village) AND state = 'received' AND sealed = 0 AND is_history = 0
      ORDER BY accept_by, id LIMIT \(limit)
      """
    ).map(ConcernRow.init)
    let running = (urgent + all.filter { $0.urgency < .danger }).prefix(limit)
    guard running.count < limit else { return Array(running) }
    return try running + historyWaiting(in: key, limit: limit - running.count)
  }

  /// What old registers left without a class, the oldest first.
  private func historyWaiting(in key: VillageKey, limit: Int) throws -> [ConcernRow] {
    try rows(
      """
      SELECT * FROM concern
      WHERE town = \(key.town) AND village = \(key.village) AND state = 'received' AND sealed = 0 AND is_history = 1
      ORDER BY id LIMIT \(limit)
      """
    ).map(ConcernRow.init)
  }

  /// The concern to be sorted next, other than the one just done; of an old register when nothing else waits.
  func nextWaiting(after done: ID<Concern>, in key: VillageKey) throws -> ID<Concern>? {
    try concernsWaiting(in: key, limit: 2).first { $0.id != done }?.id
  }

  /// The decisions on a concern, newest first: sorted, refused, appeals, withdrawn. Index: decision_concern.
  func decisions(concern: ID<Concern>, town: ID<Place>) throws -> [DecisionRow] {
    try rows(
      "SELECT * FROM decision WHERE town = \(town) AND concern = \(concern) ORDER BY id DESC LIMIT 200"
    ).map(DecisionRow.init)
  }

  /// What was added or corrected later, oldest first.
  func laterWords(of concern: ID<Concern>, town: ID<Place>) throws -> [AdditionRow] {
    try additions(to: concern, town: town).map(AdditionRow.init)
  }

  /// What reporters of a matter and of those merged into it added or corrected, the newest 50, oldest first; nothing of
  /// sealed or withdrawn concerns. Indexes: matter_root, concern_addition_concern.
  package func laterWords(ofRoot root: ID<Matter>, in key: VillageKey) throws -> [AdditionRow] {
    try rows(
      """
      SELECT a.* FROM matter m CROSS JOIN matter_concern mc CROSS JOIN concern c CROSS JOIN concern_addition a
      WHERE m.town = \(key.town) AND m.root = \(root) AND mc.town = m.town AND mc.matter = m.id AND c.id = mc.concern
        AND c.sealed = 0 AND c.state <> 'withdrawn' AND a.town = c.town AND a.concern = c.id
        AND a.kind IN ('added', 'corrected')
      ORDER BY a.id DESC LIMIT 50
      """
    ).map(AdditionRow.init).reversed()
  }

  /// What the reporter was told, oldest first.
  func toldLines(of concern: ID<Concern>, town: ID<Place>) throws -> [ToldRow] {
    try told(concern, town: town).map(ToldRow.init)
  }

  /// The appeals of a concern, oldest first. Index: appeal_concern.
  package func appeals(of concern: ID<Concern>, town: ID<Place>) throws -> [AppealRow] {
    try rows("SELECT * FROM appeal WHERE town = \(town) AND concern = \(concern) ORDER BY id").map(AppealRow.init)
  }

  /// The appeals of a round that wait for a decision in these villages, oldest first. Index: appeal_waiting.
  func appealsWaiting(round: Int, town: ID<Place>, villages: [ID<Place>], limit: Int) throws -> [AppealRow] {
    try rows(
      """
      SELECT a.* FROM appeal a JOIN concern c ON c.id = a.concern
      WHERE a.town = \(town) AND a.village IN (\(values: villages)) AND a.round = \(round) AND a.decided_at IS NULL
        AND c.state = \(ConcernState.appealed.rawValue) AND c.sealed = 0
      ORDER BY a.id LIMIT \(limit)
      """
    ).map(AppealRow.init)
  }

  /// Where a concern is, in words: group, landmark, what was written; "" when nothing is known.
  func placeWords(of concern: ConcernRow) throws -> Text {
    var parts: [Text] = []
    if let group = concern.group, let row = try row("SELECT name_zh, name_en FROM place WHERE id = \(group)") {
      let group = try name(row)
      // "三组8号" tells the group already; so with a landmark.
      if !concern.placeText.contains(group.zh) { parts.append(group) }
    }
    if let landmark = concern.landmark,
      let row = try row("SELECT name_zh, name_en FROM landmark WHERE town = \(concern.key.town) AND id = \(landmark)")
    {
      let landmark = try name(row)
      if !concern.placeText.contains(landmark.zh) { parts.append(landmark) }
    }
    if !concern.placeText.isEmpty { parts.append(Text(same: concern.placeText)) }
    return Text(zh: parts.map(\.zh).joined(separator: " "), en: parts.map(\.en).joined(separator: ", "))
  }

  private func name(_ row: Row) throws -> Text {
    let (zh, en) = (try row.text("name_zh"), try row.text("name_en"))
    return Text(zh: zh, en: en.isEmpty ? zh : en)
  }

  /// A matter of the village by its number. Index: matter_number.
  func matter(number: String, in key: VillageKey) throws -> MatterRow? {
    try row(
      "SELECT * FROM matter WHERE town = \(key.town) AND number = \(number) AND village = \(key.village)"
    ).map(MatterRow.init)
  }
}

/// An appeal against "not taken up".
package struct AppealRow: Sendable {
  package let id: Int64
  package let key: VillageKey
  package let concern: ID<Concern>
  /// 1: the village committee decides; 2: the town.
  package let round: Int
  package let text: String
  package let madeAt: Instant
  package let dueAt: Instant
  package let decidedBy: ID<Account>?
  package let decidedAt: Instant?
  package let isGranted: Bool
  package let answer: String

  init(_ row: Row) throws {
    id = try row.int64("id")
    key = VillageKey(town: try row.id("town"), village: try row.id("village"))
    concern = try row.id("concern")
    round = try row.int("round")
    text = try row.text("text")
    madeAt = try row.instant("made_at")
    dueAt = try row.instant("due_at")
    decidedBy = row.optionalID("decided_by")
    decidedAt = row.optionalInstant("decided_at")
    isGranted = row.optionalInt("granted") == 1
    answer = try row.text("answer")
  }
}

extension [AppealRow] {
  /// Which rounds were granted.
  var grantedRounds: Set<Int> { Set(filter(\.isGranted).map(\.round)) }
}

/// Words that came after the first ones.
package struct AdditionRow: Sendable {
  /// "added" or "corrected".
  let kind: String
  package let text: String
  package let at: Instant
  /// Nil: by the reporter.
  package let account: ID<Account>?

  init(_ row: Row) throws {
    (kind, text, at) = try (row.text("kind"), row.text("text"), row.instant("at"))
    account = row.optionalID("account")
  }
}

/// A line that the reporter was told.
struct ToldRow: Sendable {
  let text: Text
  let at: Instant
  let wantsCall: Bool
  let calledAt: Instant?

  init(_ row: Row) throws {
    text = Text(zh: try row.text("text_zh"), en: try row.text("text_en"))
    at = try row.instant("made_at")
    wantsCall = try row.bool("wants_call")
    calledAt = row.optionalInstant("called_at")
  }
}
