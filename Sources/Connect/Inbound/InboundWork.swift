import Store
import Values
import Web

/// Reads the mailboxes of all towns, one after the other; a mailbox that does not answer rests and holds no other up for
/// longer than one attempt.
func readMailboxes(_ app: App) async throws {
  let now = app.clock()
  for town in try await app.database.read({ tx in try tx.mailboxesDue(at: now) }) {
    if Task.isCancelled { return }
    do {
      _ = try await MailboxReader(app: app, carrier: outbox.carrier).read(town)
    } catch {
      app.log.error("mailbox \(town): \(error)")
      try await app.database.write { tx in
        try tx.endReading(of: town, fault: "\(error)", rest: now.adding(seconds: 300), now: now)
      }
    }
  }
}

/// Forgets what came in long ago, in small transactions.
func forgetOldInbound(_ app: App) async throws {
  let now = app.clock()
  let towns = try await app.database.read { tx in
    try tx.rows("SELECT id FROM place WHERE level = 'town' ORDER BY id").map { try $0.id("id", as: Place.self) }
  }
  for town in towns {
    while try await app.database.write({ tx in try tx.forgetInbound(of: town, now: now) }) {}
  }
}
