import Governance
import Mechanism
import Store
import Values
import Web

/// Days for which deliveries and notices are kept; what was said to whom stands on the tracking page.
private let deliveryDays = 90
private let noticeDays = 180

/// Forgets old deliveries and notices, and the mail addresses of reporters whose keeping period is over, in small
/// transactions.
func forgetOldNotices(_ app: App) async throws {
  let now = app.clock()
  // A county is its own tenant for the notices of its offices.
  let towns = try await app.database.read { tx in
    try tx.rows("SELECT id FROM place WHERE level IN ('town', 'county') ORDER BY id").map {
      try $0.id("id", as: Place.self)
    }
  }
  for town in towns {
    while try await app.database.write({ tx in try tx.forgetNotices(of: town, now: now) }) {}
    var last = ID<Concern>.min
    while let next = try await app.write({ [last] w in try w.eraseMailAddresses(town: town, after: last) }) {
      last = next
    }
  }
}

extension Transaction {
  /// Whether there was something to forget. Indexes: delivery_list, notice_town.
  fileprivate func forgetNotices(of town: ID<Place>, now: Instant) throws -> Bool {
    let delivery: ID<DeliveryRecord> = IDs.first(at: now.adding(days: -deliveryDays))
    let notice: ID<NoticeRecord> = IDs.first(at: now.adding(days: -noticeDays))
    let deliveries = try run(
      """
      DELETE FROM delivery WHERE id IN (SELECT id FROM delivery WHERE town = \(town) AND id < \(delivery) LIMIT 500)
      """)
    let notices = try run(
      "DELETE FROM notice WHERE id IN (SELECT id FROM notice WHERE town = \(town) AND id < \(notice) LIMIT 500)")
    return deliveries + notices > 0
  }
}

extension Transaction {
  /// Forgets what the offices were told of a concern before it was sealed. Index: notice_place.
  func forgetNotices(ofSealed concern: ID<Concern>, in key: Spread.VillageIDs) throws {
    let audiences = NoticeScope.all.filter { $0 != .readSealed }.map(\.rawValue)
    try run(
      """
      DELETE FROM notice WHERE town = \(key.town) AND place IN (\(key.village), \(key.town))
        AND audience IN (\(values: audiences)) AND concern = \(concern)
      """)
  }
}

extension Write {
  /// Looks at the next 100 mail addresses and erases those of concerns that were settled longer ago than the town keeps
  /// contact data, or promised to. Gives the last one looked at; nil at the end. Index: notice_choice_mail.
  fileprivate func eraseMailAddresses(town: ID<Place>, after last: ID<Concern>) throws -> ID<Concern>? {
    let history = try tx.keepingHistory(of: town)
    let rows = try tx.rows(
      """
      SELECT n.id, n.village, c.state, c.received_at,
        (SELECT MAX(d.at) FROM decision d WHERE d.town = c.town AND d.concern = c.id) AS decided_at,
        (SELECT COUNT(*) FROM matter_concern mc JOIN matter m ON m.id = mc.matter JOIN matter r ON r.id = m.root
          WHERE mc.town = c.town AND mc.concern = c.id AND r.closed_at IS NULL) AS open_matters,
        (SELECT MAX(r.closed_at) FROM matter_concern mc JOIN matter m ON m.id = mc.matter JOIN matter r ON r.id = m.root
          WHERE mc.town = c.town AND mc.concern = c.id) AS closed_at
      FROM notice_choice n JOIN concern c ON c.id = n.id
      WHERE n.town = \(town) AND n.mail <> '' AND n.id > \(last) ORDER BY n.id LIMIT 100
      """)
    for row in rows {
      let concern: ID<Concern> = try row.id("id")
      guard let rule = history.rule(.contactData, promisedAt: try row.instant("received_at")),
        let settled = try settledDay(row), let due = eraseDay(closed: settled, rule: rule), due <= now.day
      else { continue }
      try tx.run("UPDATE notice_choice SET mail = '', channel = 'page', changed_at = \(now) WHERE id = \(concern)")
      try erase(
        [Touched(noticeChoiceEntity, concern)], town: town, village: try row.id("village"), rule: rule.thing.rawValue)
    }
    return try rows.last?.id("id")
  }

  /// The day on which the concern was settled; nil while it is open.
  private func settledDay(_ row: Row) throws -> Day? {
    let state: ConcernState = try row.choice("state")
    let isOpen = [.received, .appealed, .sealed].contains(state) || (row.optionalInt("open_matters") ?? 0) > 0
    if isOpen { return nil }
    return try (row.optionalInstant("closed_at") ?? row.optionalInstant("decided_at") ?? row.instant("received_at")).day
  }
}
