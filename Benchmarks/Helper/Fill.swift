import ArgumentParser
import Foundation
import Governance
import People
import Store
import Values
import Web

/// Fills a migrated, empty database by plain statements: places, one account with an API token, then concerns and matters
/// with their links, reporters, counters and search entries. Prints what the drivers need as JSON.
///
/// Filled rows have no events, decisions or outbox rows: `verify` is no part of any benchmark, and no list reads them.
struct Fill: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Fill an empty, migrated database.")
  @Option(help: "sqlite:PATH or postgres://…") var database: String
  @Option(help: "The data folder, for the event key.") var data: String
  @Option var matters = 10_000
  @Option var villages = 1
  @Flag(help: "All matters are open.") var open = false

  func run() async throws {
    let database = try Database(url: database)
    let ground = try await makeGround(in: database)
    if database.dialect == .postgres {
      _ = try await database.write { tx in try tx.run("DROP INDEX search_entry_tokens") }
    }
    var rows = FillRows(ground: ground, isOpen: open)
    var filled = 0
    while filled < matters {
      let batch = (0..<min(500, matters - filled)).map { rows.next(filled + $0, of: matters) }
      filled += batch.count
      try await database.write { tx in try tx.insert(batch) }
      if filled % 50_000 == 0 { FileHandle.standardError.write(Data("\(filled) matters\n".utf8)) }
    }
    let counters = rows.counters
    try await database.write { tx in try tx.insert(counters) }
    try await finish(database)
    print(try rows.facts())
    await database.close()
  }

  private func finish(_ database: Database) async throws {
    _ = try await database.write { tx in
      if tx.dialect == .postgres {
        try tx.run("SET LOCAL maintenance_work_mem = '512MB'")
        try tx.run(
          "CREATE INDEX search_entry_tokens ON search_entry USING gin (tokens) WITH (gin_pending_list_limit = 256)")
      }
      try tx.run("ANALYZE")
    }
  }

  /// A county, towns of thirty villages, each with eight groups; the keeper of the first village with a token for all.
  private func makeGround(in database: Database) async throws -> Ground {
    let (ids, ledger) = (IDs(), try Ledger(folder: data, isNew: true))
    let now = App.systemClock()
    let hash = try Secrets.passwordHash(Secrets.token(bits: 80))
    let wanted = villages
    return try await database.write { tx in
      let w = Write(tx: tx, actor: nil, now: now, ids: ids, ledger: ledger)
      let county = try w.openPlace(NewPlace(level: .county, parent: nil, code: "510900", nameZh: "清河县"))
      var ground = Ground(now: now, token: Secrets.token(bits: 160))
      var town = county
      for number in 0..<wanted {
        if number % 30 == 0 {
          let code = "5109\(number / 30 + 100)"
          town = try w.openPlace(NewPlace(level: .town, parent: county.id, code: code, nameZh: "镇\(number / 30 + 1)"))
        }
        ground.villages.append(try openVillage(number, in: town, w))
      }
      try openKeeper(ground, hash, w)
      return ground
    }
  }

  private func openVillage(_ number: Int, in town: PlaceRow, _ w: Write) throws -> Ground.Village {
    let place = try w.openPlace(
      NewPlace(level: .village, parent: town.id, code: "\(510_900_100_000 + number)", nameZh: "村\(number + 1)"))
    let groups = try (1...8).map { group in
      try w.openPlace(
        NewPlace(level: .group, parent: place.id, code: "\(510_900_100_000 + number)\(group)", nameZh: "\(group)组")
      ).id
    }
    return Ground.Village(
      key: VillageKey(town: town.town ?? town.id, village: place.id), code: place.code, name: place.nameZh,
      groups: groups)
  }

  private func openKeeper(_ ground: Ground, _ hash: String, _ w: Write) throws {
    guard let first = ground.villages.first else { return }
    let account = try w.openAccount(
      NewAccount(place: first.key.town, login: "keeper", name: "戚碧清", passwordHash: hash),
      roles: [NewRole(role: .registerKeeper, place: first.key.village, from: w.now.day)])
    let all = capabilities(of: .registerKeeper).map(\.rawValue).sorted().joined(separator: " ")
    let token = w.ids.next(Account.self).value
    try w.tx.run(
      """
      INSERT INTO api_token (id, town, account, name, token, capabilities, until_day, made_at)
      VALUES (\(token), \(first.key.town), \(account), 'bench', \(Secrets.sha256(ground.token)), \(all),
        \(w.now.day.adding(300)), \(w.now))
      """)
  }
}

/// The places that are filled.
struct Ground: Sendable {
  struct Village: Sendable {
    let key: VillageKey
    let code: String
    let name: String
    let groups: [ID<Place>]
  }
  let now: Instant
  let token: String
  var villages: [Village] = []
}
