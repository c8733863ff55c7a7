import Governance
import Store
import Values
import Web

/// Empties the outbox: lines become deliveries, deliveries go out over their transports, each transport for itself.
package struct Outbox: Sendable {
  let carrier = Carrier()

  package init() {}

  /// Threads over which one transport sends at once, when it may.
  private static let lanes = 8
  private static let linesAtOnce = 200

  /// Works until nothing is left to be done now. A transport that is slow or dead keeps only its own messages waiting:
  /// lines are taken and the other transports served meanwhile.
  package func run(_ app: App) async throws {
    try await withThrowingTaskGroup(of: ID<TransportRecord>?.self) { group in
      var busy: Set<ID<TransportRecord>> = []
      var hasTimer = false
      while true {
        while try await spread(app) == Self.linesAtOnce {}
        let now = app.clock()
        let due = try await app.database.read { tx in try tx.transportsDue(at: now) }
        for transport in due where busy.insert(transport).inserted {
          group.addTask {
            await empty(transport, app)
            return transport
          }
        }
        if busy.isEmpty { break }
        if !hasTimer {
          group.addTask {
            try? await Task.sleep(for: .seconds(1))
            return nil
          }
          hasTimer = true
        }
        switch try await group.next() {
        case .some(.some(let done)): busy.remove(done)
        default: hasTimer = false
        }
        if Task.isCancelled { break }
      }
      group.cancelAll()
    }
  }

  /// Takes the next lines of reporters and of offices; gives how many of the one kind that has more.
  package func spread(_ app: App) async throws -> Int {
    let (ledger, url) = (app.ledger, app.settings.publicURL)
    return try await app.write { w in
      var spread = Spread(w, ledger, publicURL: url)
      return max(try spread.take(limit: Self.linesAtOnce), try spread.takeOrderNews(limit: Self.linesAtOnce))
    }
  }

  /// Sends what a transport has to send now. What goes wrong on our own side lets the transport rest and stands with it.
  private func empty(_ id: ID<TransportRecord>, _ app: App) async {
    do {
      try await send(all: id, app)
    } catch {
      app.log.error("transport \(id): \(error)")
      let until = app.clock().adding(seconds: transportPause(failures: 5))
      _ = try? await app.database.write { tx in
        try tx.run(
          """
          UPDATE transport SET failures = failures + 1, paused_until = \(until), last_answer = \(String("\(error)".prefix(300)))
          WHERE id = \(id)
          """)
      }
    }
  }

  private func send(all id: ID<TransportRecord>, _ app: App) async throws {
    var outcomes: [(ID<DeliveryRecord>, Fate)] = []
    repeat {
      let (now, done, begins) = (app.clock(), outcomes, !Task.isCancelled)
      let (ledger, url, holder) = (app.ledger, app.settings.publicURL, app.holder.name)
      let step = try await app.database.write { tx -> (OpenTransport, [Begun])? in
        guard let transport = try tx.openTransport(id) else { return nil }
        let turn = Turn(tx: tx, ledger: ledger, publicURL: url, transport: transport, now: now, begins: begins)
        guard let begun = try turn.run(done, holder: holder) else { return nil }
        return (try OpenTransport(transport, ledger), begun)
      }
      guard let (open, begun) = step else { return }
      outcomes = await send(begun, over: open, at: now)
    } while true
  }

  /// Hands the messages over, on as many threads as there may be on their way.
  private func send(_ begun: [Begun], over open: OpenTransport, at now: Instant) async -> [(
    ID<DeliveryRecord>, Fate
  )] {
    let size = max(1, (begun.count + Self.lanes - 1) / Self.lanes)
    return await withTaskGroup(of: [(ID<DeliveryRecord>, Fate)].self) { group in
      for part in begun.chunks(of: size) {
        group.addTask {
          let replies = await carrier.send(
            part.map { open.exchange($0.message, at: now) }, over: open.transport.id.value,
            goesOn: { if case .unreachable = open.outcome($0) { false } else { true } })
          return zip(part, replies).map { ($0.id, open.outcome($1)) }
            + part.dropFirst(replies.count).map { ($0.id, .untouched) }
        }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
  }
}
