import Governance
import Store
import Synchronization
import Values

/// What was read and made for a page, kept until the town's next event: every write has its event in the same
/// transaction, so that the number of the last one tells whether anything changed. Holds at most 16 MiB; what was not
/// asked for longest goes first.
package final class Kept: Sendable {
  private struct Entry {
    let seq: Int
    let value: any Sendable
    let bytes: Int
    var used: Int
  }

  private struct Shelf {
    var entries: [String: Entry] = [:]
    var (bytes, clock) = (0, 0)
  }

  private let shelf = Mutex(Shelf())
  private let limit: Int

  package init(limit: Int = 16 << 20) { self.limit = limit }

  /// What stands under the key since the event `seq`; nil when there is nothing, or something older.
  package func find<T: Sendable>(_ key: String, at seq: Int, as _: T.Type = T.self) -> T? {
    shelf.withLock { shelf in
      guard var entry = shelf.entries[key], entry.seq == seq else { return nil }
      shelf.clock += 1
      entry.used = shelf.clock
      shelf.entries[key] = entry
      return entry.value as? T
    }
  }

  package func store(_ value: some Sendable, under key: String, at seq: Int, bytes: Int) {
    guard bytes < limit / 4 else { return }
    shelf.withLock { shelf in
      shelf.clock += 1
      let old = shelf.entries.updateValue(
        Entry(seq: seq, value: value, bytes: bytes, used: shelf.clock), forKey: key)
      shelf.bytes += bytes - (old?.bytes ?? 0)
      guard shelf.bytes > limit else { return }
      // Half goes at once, so that making room is rare.
      for (key, entry) in shelf.entries.sorted(by: { $0.value.used < $1.value.used }) where shelf.bytes > limit / 2 {
        shelf.entries[key] = nil
        shelf.bytes -= entry.bytes
      }
    }
  }
}

/// What can stand in `Kept`: it knows how large it is.
package protocol Keepable: Sendable {
  var byteCount: Int { get }
}

extension Array: Keepable where Element == UInt8 {
  package var byteCount: Int { count }
}

extension Request {
  /// What `make` makes of what `read` reads, or what was made of it since the town's last event for the same address,
  /// language and rights. A minute at most: limits and lights follow the clock. Only for what is the same for everybody
  /// with these rights: never for forms, whose tokens belong to one person.
  package func kept<Rows: Sendable, Made: Keepable>(
    town: ID<Place>, read: @escaping @Sendable (Store.Transaction) throws -> Rows, make: (Rows) throws -> Made
  ) async throws -> Made {
    let key = "\(isAPI)|\(reader.path)|\(reader.language)|\(now.milliseconds / 60_000)|\(rights)"
    let (seq, old, rows) = try await app.database.read { [kept = app.kept] tx in
      let seq = try tx.count("SELECT seq FROM chain WHERE town = \(town)")
      if let old = kept.find(key, at: seq, as: Made.self) { return (seq, old as Made?, nil as Rows?) }
      return (seq, nil, try read(tx))
    }
    if let old { return old }
    guard let rows else { throw NotFound() }
    let made = try make(rows)
    app.kept.store(made, under: key, at: seq, bytes: made.byteCount + key.utf8.count)
    return made
  }

  /// All that decides what the person may see here.
  private var rights: String {
    guard let person else { return "" }
    let posts = person.posts.map { post in
      "\(post.role.rawValue)@\(post.place.id)\(post.body ?? "") \(post.from.number)-\(post.until?.number ?? 0)"
    }
    let token = person.tokenCapabilities.map { $0.map(\.rawValue).sorted().joined(separator: ",") } ?? "*"
    return posts.joined(separator: ";") + "/" + token
  }
}
