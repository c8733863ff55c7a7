import Foundation
import Values

/// A table whose rows the event chain vouches for. It has the columns `id` and `town` (0 above the towns).
package struct Entity: Sendable, Hashable {
  package let table: String
  /// Columns that change without an event (times of last use).
  package let except: Set<String>

  package init(_ table: String, except: Set<String> = []) { (self.table, self.except) = (table, except) }
}

/// One row that an event changed.
package struct Touched: Sendable, Hashable {
  package let entity: Entity
  package let id: Int64

  package init(_ entity: Entity, _ id: some Bindable) {
    self.entity = entity
    if case .integer(let value) = id.bound { self.id = value } else { self.id = 0 }
  }
}

/// Writes the event chains: one chain a town, each event linked to the one before by a keyed hash.
///
/// An event tells who, when, what and a commitment to each changed row; the keyed digest itself, with its salt, stands
/// in `event_row` and can be erased with the row while the chain stays whole. Names, contact data and a concern's words
/// never stand in an event. The key lives in the data folder, outside the database.
package struct Ledger: Sendable {
  let key: [UInt8]

  package init(key: [UInt8]) { self.key = key }

  /// Reads `event.key` of the folder, or makes it (32 random bytes, readable by the owner alone) where nothing has been
  /// written with another key yet.
  package init(folder: String, isNew: Bool) throws {
    let path = folder + "/event.key"
    if let data = FileManager.default.contents(atPath: path), data.count == 32 {
      self.init(key: Array(data))
      return
    }
    guard !FileManager.default.fileExists(atPath: path) else {
      throw DatabaseError("the key file \(path) does not hold 32 bytes")
    }
    guard isNew else {
      throw DatabaseError("\(path) is missing, but the database was written with it; put the key back from a backup")
    }
    let fresh = Secrets.random(32)
    let made = FileManager.default.createFile(
      atPath: path, contents: Data(fresh), attributes: [.posixPermissions: 0o600])
    guard made else { throw DatabaseError("the key file \(path) cannot be written") }
    self.init(key: fresh)
  }

  /// Appends an event to the chain of its town.
  func append(_ event: NewEvent, in tx: Transaction) throws {
    let rows = Set(event.touching).sorted { ($0.entity.table, $0.id) < ($1.entity.table, $1.id) }
    var (place, touched): ((seq: Int64, previous: String)?, [String]) = (nil, [])
    for part in rows.chunks(of: 50) {
      let selects = part.map { SQL(unchecked: "SELECT * FROM \($0.entity.table) WHERE id = ") + "\($0.id)" }
      // The chain's row is taken in one go with the first rows: nobody else of the town writes from here to the end.
      let found = try tx.rowsOfEach((place == nil ? [next(event.town)] : []) + selects)
      let taken = try place ?? found[0].first.map(place(of:)) ?? begin(event.town, in: tx)
      place = taken
      for (row, current) in zip(part, found.suffix(part.count)) {
        touched.append(try seal(row, as: current.first, town: event.town, seq: taken.seq, in: tx))
      }
    }
    guard let (seq, previous) = place else { throw DatabaseError("an event that touches nothing") }
    let stored = StoredEvent(
      town: event.town, seq: seq, at: event.at.milliseconds, actor: event.actor?.value, village: event.village,
      kind: event.kind, subject: event.subject.entity.table, subjectID: event.subject.id, note: event.note,
      touched: touched.joined(separator: " "), previous: previous)
    let hash = stored.hash(key: key)
    try tx.send(
      """
      INSERT INTO event (town, seq, at, actor, village, kind, subject, subject_id, note, touched, previous, hash)
      VALUES (\(stored.town), \(stored.seq), \(stored.at), \(stored.actor), \(stored.village), \(stored.kind),
        \(stored.subject), \(stored.subjectID), \(stored.note), \(stored.touched), \(previous), \(hash))
      """)
    try tx.send("UPDATE chain SET hash = \(hash) WHERE town = \(event.town)")
  }

  /// Takes the next number of the chain; the row stays locked until the transaction ends.
  private func next(_ town: Int64) -> SQL {
    "UPDATE chain SET seq = seq + 1 WHERE town = \(town) RETURNING seq, hash"
  }

  private func place(of row: Row) throws -> (seq: Int64, previous: String) {
    (try row.int64("seq"), try row.text("hash"))
  }

  /// The first number of a town's chain.
  private func begin(_ town: Int64, in tx: Transaction) throws -> (seq: Int64, previous: String) {
    try tx.run("INSERT INTO chain (town, seq, hash) VALUES (\(town), 0, \(genesis(town))) ON CONFLICT DO NOTHING")
    guard let row = try tx.row(next(town)) else { throw DatabaseError("the chain of town \(town) cannot be begun") }
    return try place(of: row)
  }

  func genesis(_ town: Int64) -> String { Secrets.hmac("genesis \(town)", key: key) }

  /// Stores the keyed digest of the row as it now stands; gives "table:id:commitment".
  private func seal(
    _ row: Touched, as current: Row?, town: Int64, seq: Int64, in tx: Transaction
  ) throws -> String {
    guard let current else { return "\(row.entity.table):\(row.id):gone" }
    let salt = Secrets.hex(Secrets.random(8))
    let digest = digest(of: current, entity: row.entity, salt: salt)
    try tx.send(
      """
      INSERT INTO event_row (town, entity, row_id, seq, salt, digest)
      VALUES (\(town), \(row.entity.table), \(row.id), \(seq), \(salt), \(digest))
      """)
    return "\(row.entity.table):\(row.id):\(Self.commitment(to: digest))"
  }

  /// A token of 130 bits that only the holder of the key can make, and always makes the same for the same purpose:
  /// a reporter's tracking link can be printed again although the database holds its digest alone.
  package func token(for purpose: String) -> String {
    String(Secrets.base32(Secrets.hmacBytes("token " + purpose, key: key)).prefix(26))
  }

  static func commitment(to digest: String) -> String { String(Secrets.sha256(digest).prefix(32)) }

  /// The keyed digest of a row: its columns by name, nulls left out, so that a later nullable column changes nothing.
  func digest(of row: Row, entity: Entity, salt: String) -> String {
    var text = salt + "|" + entity.table
    for place in row.columns.sorted where !entity.except.contains(row.columns.names[place]) {
      let name = row.columns.names[place]
      switch row.values[place] {
      case .null: continue
      case .integer(let number): text += "|\(name)=\(number)"
      case .real(let number): text += "|\(name)=\(number)"
      case .text(let string): text += "|\(name)=\(string.utf8.count):\(string)"
      }
    }
    return Secrets.hmac(text, key: key)
  }
}

/// What a use case says of its change.
struct NewEvent {
  let town: Int64
  let village: Int64?
  let at: Instant
  let actor: ID<Account>?
  let kind: String
  let subject: Touched
  let note: String
  let touching: [Touched]
}

/// An event as it stands in the table, but for its hash.
struct StoredEvent {
  let town: Int64
  let seq: Int64
  let at: Int64
  let actor: Int64?
  let village: Int64?
  let kind: String
  let subject: String
  let subjectID: Int64
  let note: String
  let touched: String
  let previous: String

  func hash(key: [UInt8]) -> String {
    let fields = [
      previous, "\(town)", "\(seq)", "\(at)", actor.map(String.init) ?? "-", village.map(String.init) ?? "-", kind,
      subject, "\(subjectID)", note, touched,
    ]
    return Secrets.hmac(fields.map { "\($0.utf8.count):\($0)" }.joined(), key: key)
  }
}
