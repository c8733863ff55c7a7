import Connect
import Foundation
import Mechanism
import Store
import Synchronization
import Values
import Web

/// Visits the folders of all connectors: lays out what waits, takes what came. Each is visited by one at a time.
final class FolderRounds: Sendable {
  let catalogues: Catalogues
  let unfinished = UnfinishedFiles()
  private let running = Mutex<Set<String>>([])

  /// Seconds for which one copy of the program has a folder; longer than a step takes, and made longer at each.
  static let leaseSeconds = 180

  /// Seconds for which a round waits for its visits.
  let patience: Double

  init(_ catalogues: Catalogues, patience: Double = 5) { (self.catalogues, self.patience) = (catalogues, patience) }

  /// All folders of a kind at once, each by an attempt of its own. One that does not answer holds no other up, and the
  /// next round neither: after `patience` seconds it goes on by itself, and rounds pass it by until it has ended.
  func visit(_ kind: FolderKind, _ app: App) async throws {
    let now = app.clock()
    let due = try await app.database.read { tx in try tx.foldersDue(kind, at: now) }
    guard !due.isEmpty else { return }
    let (ended, tell) = AsyncStream<Void>.makeStream()
    let visits = due.map { id in
      Task {
        do { _ = try await visit(id, app) } catch { app.log.error("exchange folder \(id): \(error)") }
        tell.yield()
      }
    }
    let limit = Task {
      try await Task.sleep(for: .seconds(patience))
      tell.finish()
    }
    await withTaskCancellationHandler {
      var left = due.count
      for await _ in ended {
        left -= 1
        if left == 0 { break }
      }
      limit.cancel()
    } onCancel: {
      // The program stops: between two files nothing more is begun.
      for visit in visits { visit.cancel() }
      tell.finish()
    }
  }

  /// Visits one. Event of each file; a folder that does not work rests.
  /// - Parameter prepares: whether missing trays are made first.
  func visit(_ id: ID<ConnectorRecord>, _ app: App, prepares: Bool = false) async throws -> FolderResult {
    let key = "\(app.holder.name) \(id)"
    guard running.withLock({ $0.insert(key).inserted }) else { return FolderResult(busy: true) }
    defer { running.withLock { _ = $0.remove(key) } }
    let (name, holder, now) = ("exchange \(id)", app.holder.name, app.clock())
    guard try await app.database.lease(name, holder: holder, now: now, seconds: Self.leaseSeconds) else {
      return FolderResult(busy: true)
    }
    let result = try await round(id, app, prepares: prepares)
    try await app.database.write { tx in
      _ = try tx.run("UPDATE lease SET until = 0 WHERE name = \(name) AND holder = \(holder)")
    }
    return result
  }

  private func round(_ id: ID<ConnectorRecord>, _ app: App, prepares: Bool) async throws -> FolderResult {
    let connector = try await app.database.read { tx in try tx.connector(id) }
    guard let trays = try await connector.trays(app) else { throw NotFound() }
    var round = FolderRound(connector: connector, trays: trays, app: app, rounds: self)
    do {
      // What lies in the data folder is ours to make; elsewhere a missing folder may be one that is not mounted.
      let isOurs = connector.folder?.kind == .folder && connector.folder?["root"] == ""
      if prepares || isOurs { try await trays.prepare() }
      if connector.isOn { try await round.run() }
      try await app.write { w in try w.endRest(of: id) }
    } catch let fault as FolderFault {
      round.result.fault = FolderStrings.words(of: fault)
      try await app.write { w in try w.rest(connector, for: fault) }
    } catch {
      await trays.close()
      throw error
    }
    await trays.close()
    return round.result
  }
}

/// What one visit did.
struct FolderResult: Encodable, Sendable {
  /// Orders laid out, and files of answers read.
  var orders = 0
  var files = 0
  /// Rows of those.
  var taken = 0
  var already = 0
  var refused = 0
  /// Files that are still being written, and left alone.
  var unfinished = 0
  /// Whether another visit was under way.
  var busy = false
  var fault: Text?

  static let sample = FolderResult(orders: 2, files: 1, taken: 3, refused: 1, fault: Text(same: ""))
}

/// Which files had no end when they were seen, and since when they do not change.
final class UnfinishedFiles: Sendable {
  private let seen = Mutex<[String: (digest: String, since: Instant)]>([:])
  private static let (patience, mostSeen) = (Int64(600_000), 1000)

  /// Whether such a file is to be left alone: until it has not changed for ten minutes.
  func waits(_ name: String, digest: String, now: Instant) -> Bool {
    seen.withLock { seen in
      if let earlier = seen[name], earlier.digest == digest {
        if now.milliseconds - earlier.since.milliseconds < Self.patience { return true }
        seen[name] = nil
        return false
      }
      if seen.count >= Self.mostSeen { seen = [:] }
      seen[name] = (digest, now)
      return true
    }
  }
}

extension Connector {
  /// The folder, ready to be used; nil without one.
  func trays(_ app: App) async throws -> (any Trays)? {
    guard let folder else { return nil }
    switch folder.kind {
    case .folder:
      let town = town
      let code = try await app.database.read { tx in
        try tx.row("SELECT code FROM place WHERE id = \(town)")?.text("code") ?? ""
      }
      let root = folder["root"]
      if !root.isEmpty, !app.settings.exchangeRoots.contains(root) { throw NotFound() }
      return LocalTrays(
        root: root.isEmpty ? app.settings.dataFolder + "/exchange" : root,
        path: [code] + folder["folder"].split(separator: "/").map(String.init), makesRoot: root.isEmpty)
    case .sftp:
      let secrets = try folderSecrets(app.ledger)
      let login =
        secrets["private_key"].flatMap { $0.isEmpty ? nil : $0 }
        .map { RemoteMachine.Login.key($0, passphrase: secrets["passphrase"] ?? "") }
        ?? .password(secrets["password"] ?? "")
      let machine = RemoteMachine(
        host: folder["host"], port: Int(folder["port"]) ?? 22, user: folder["user"], login: login,
        fingerprint: folder["fingerprint"], allowsPrivate: allowsPrivate)
      return RemoteTrays(files: RemoteFiles(machine, lane: id.value), path: folder["folder"])
    }
  }
}
