import Governance
import Mechanism
import People
import Store
import Values
import Web

let keepingMigrations = [
  Migration(
    "0024-keeping",
    [
      "CREATE INDEX person_kept ON person (town, made_at, id) WHERE erased_at IS NULL",
      "CREATE INDEX concern_person ON concern (town, person) WHERE person IS NOT NULL",
      "CREATE INDEX photo_file ON photo (file)",
    ])
]

/// Erases contact data whose keeping period is over (PIPL 19, 47): once every six hours, in small transactions.
let keepingWork = BackgroundWork("keeping", everySeconds: 21_600) { app in
  let towns = try await app.database.read { tx in
    try tx.rows("SELECT id FROM place WHERE level = 'town' ORDER BY id").map { try $0.id("id", as: Place.self) }
  }
  for town in towns {
    var last: KeptPerson? = .first
    while let after = last {
      last = try await app.write { w in try w.eraseContacts(town: town, after: after) }
    }
  }
}

/// Where a reporter stands among those whose contact data are kept: the longest known first.
struct KeptPerson: Sendable {
  let madeAt: Instant
  let id: ID<Person>

  /// Before all.
  static let first = KeptPerson(madeAt: Instant(milliseconds: .min), id: .min)
}

extension Write {
  /// Looks at the next 100 reporters and erases those whose concerns were all settled longer ago than the town keeps
  /// contact data, or promised to. Gives the last one looked at; nil at the end. Index: person_kept.
  func eraseContacts(town: ID<Place>, after last: KeptPerson) throws -> KeptPerson? {
    let history = try tx.keepingHistory(of: town)
    // Nobody whose row is younger than the shortest period can be due.
    let border = now.adding(days: -28)
    let people = try tx.rows(
      """
      SELECT id, village, made_at FROM person
      WHERE town = \(town) AND erased_at IS NULL AND made_at < \(border) AND (made_at, id) > (\(last.madeAt), \(last.id))
      ORDER BY made_at, id LIMIT 100
      """)
    for row in people {
      let (person, village): (ID<Person>, ID<Place>) = (try row.id("id"), try row.id("village"))
      guard let due = try tx.eraseDay(of: person, town: town, history), due <= now.day else { continue }
      try tx.run("UPDATE person SET name = '', phone = '', erased_at = \(now) WHERE id = \(person)")
      try erase([Touched(personEntity, person)], town: town, village: village, rule: KeptThing.contactData.rawValue)
    }
    return try people.last.map { KeptPerson(madeAt: try $0.instant("made_at"), id: try $0.id("id")) }
  }
}

extension Transaction {
  /// The day on which what a reporter left is to go: the last that one of their concerns gives; nil while one is open.
  fileprivate func eraseDay(of person: ID<Person>, town: ID<Place>, _ history: KeepingHistory) throws -> Day? {
    let concerns = try rows(
      """
      SELECT c.id, c.state, c.received_at,
        (SELECT MAX(d.at) FROM decision d WHERE d.town = c.town AND d.concern = c.id) AS decided_at,
        (SELECT COUNT(*) FROM matter_concern mc JOIN matter m ON m.id = mc.matter JOIN matter r ON r.id = m.root
          WHERE mc.town = c.town AND mc.concern = c.id AND r.closed_at IS NULL) AS open_matters,
        (SELECT MAX(r.closed_at) FROM matter_concern mc JOIN matter m ON m.id = mc.matter JOIN matter r ON r.id = m.root
          WHERE mc.town = c.town AND mc.concern = c.id) AS closed_at
      FROM concern c WHERE c.town = \(town) AND c.person = \(person)
      """)
    var last: Day?
    for concern in concerns {
      let state: ConcernState = try concern.choice("state")
      if state == .received || state == .appealed || state == .sealed || (concern.optionalInt("open_matters") ?? 0) > 0
      {
        return nil
      }
      let received = try concern.instant("received_at")
      let settled = concern.optionalInstant("closed_at") ?? concern.optionalInstant("decided_at") ?? received
      guard let rule = history.rule(.contactData, promisedAt: received),
        let due = Governance.eraseDay(closed: settled.day, rule: rule)
      else { return nil }
      last = max(last ?? due, due)
    }
    return last
  }
}
