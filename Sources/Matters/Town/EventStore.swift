import Store
import Values
import Web

/// The index of a village's own events in the chain of its town.
package let eventMigrations: [Migration] = [
  Migration("0023-events-by-village", ["CREATE INDEX event_village ON event (town, village, seq)"])
]

/// An event as the page of events shows it: who, when, what; never anybody's words.
struct EventRow: Sendable {
  let seq: Int64
  let at: Instant
  let account: ID<Account>?
  let kind: String
  let subject: String
  let subjectID: Int64
  /// Codes and numbers only.
  let note: String
  let hash: String

  init(_ row: Row) throws {
    (seq, at) = (try row.int64("seq"), try row.instant("at"))
    account = row.optionalID("actor")
    (kind, subject, subjectID) = (try row.text("kind"), try row.text("subject"), try row.int64("subject_id"))
    (note, hash) = (try row.text("note"), try row.text("hash"))
  }
}

extension Transaction {
  /// The events of a village, newest first: those before `last`, at most `limit`. Events of sealed concerns name no
  /// village, and those from before a concern was sealed are left out. Index: event_village.
  func events(in key: VillageKey, before last: Int64?, limit: Int) throws -> [EventRow] {
    try rows(
      """
      SELECT seq, at, actor, kind, subject, subject_id, note, hash FROM event
      WHERE town = \(key.town) AND village = \(key.village) AND seq < \(last ?? .max)
        AND NOT (subject = 'concern' AND EXISTS (SELECT 1 FROM concern c WHERE c.id = subject_id AND c.sealed = 1))
        AND NOT (subject = 'alarm' AND EXISTS (
          SELECT 1 FROM alarm a JOIN concern c ON c.id = a.concern WHERE a.id = subject_id AND c.sealed = 1))
      ORDER BY seq DESC LIMIT \(limit)
      """
    ).map(EventRow.init)
  }

  /// The numbers of concerns, by id, for what events are about; none of a sealed one.
  func numbers(ofConcerns ids: [ID<Concern>], in key: VillageKey) throws -> [ID<Concern>: String] {
    var numbers: [ID<Concern>: String] = [:]
    for part in Array(Set(ids)).chunks(of: 200) {
      let found = try rows(
        """
        SELECT id, number FROM concern
        WHERE town = \(key.town) AND village = \(key.village) AND sealed = 0 AND id IN (\(values: Array(part)))
        """)
      for row in found { numbers[try row.id("id")] = try row.text("number") }
    }
    return numbers
  }

  /// The numbers of matters, by id, for what events are about.
  func numbers(ofMatters ids: [ID<Matter>], in key: VillageKey) throws -> [ID<Matter>: String] {
    var numbers: [ID<Matter>: String] = [:]
    for part in Array(Set(ids)).chunks(of: 200) {
      let found = try rows(
        """
        SELECT id, number FROM matter
        WHERE town = \(key.town) AND village = \(key.village) AND id IN (\(values: Array(part)))
        """)
      for row in found { numbers[try row.id("id")] = try row.text("number") }
    }
    return numbers
  }
}
