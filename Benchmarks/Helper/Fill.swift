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
/// With `--orders N` all matters are the government's and open, and the oldest N are handed to their office.
///
/// Filled rows have no events, decisions or outbox rows: `verify` is no part of any benchmark, and no list reads them.
struct Fill: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Fill an empty, migrated database.")
  @Option(help: "sqlite:PATH or postgres://…") var database: String
  @Option(help: "The data folder, for the event key.") var data: String
  @Option var matters = 10_000
  @Option var villages = 1
  @Option(help: "So many matters have a work order.") var orders = 0
  @Flag(help: "All matters are open.") var open = false

  func run() async throws {
    let database = try Database(url: database)
    let ground = try await makeGround(in: database)
    if database.dialect == .postgres {
      _ = try await database.write { tx in try tx.run("DROP INDEX search_entry_tokens") }
    }
    var rows = FillRows(ground: ground, isOpen: open || orders > 0, isGovernment: orders > 0)
    var works = try FillOrders(now: ground.now)
    var filled = 0
    while filled < matters {
      let batch = (0..<min(500, matters - filled)).map { rows.next(filled + $0, of: matters) }
      let handed = try batch.prefix(max(0, orders - filled)).map { try works.next($0) }
      filled += batch.count
      try await database.write { tx in
        try tx.insert(batch)
        try tx.insert(handed)
      }
      if filled % 50_000 == 0 { FileHandle.standardError.write(Data("\(filled) matters\n".utf8)) }
    }
    let counters = rows.counters.merging(works.counters, uniquingKeysWith: +)
    try await database.write { tx in try tx.insert(counters) }
    let tokens = orders > 0 ? try await openOffices(works.offices, ground, in: database) : [:]
    try await finish(database)
    print(try rows.facts(tokens: tokens))
    await database.close()
  }

  private func finish(_ database: Database) async throws {
    _ = try await database.write { tx in
      // SQLite looks at its rows when the server begins.
      if tx.dialect == .postgres {
        try tx.run("SET LOCAL maintenance_work_mem = '512MB'")
        try tx.run(
          "CREATE INDEX search_entry_tokens ON search_entry USING gin (tokens) WITH (gin_pending_list_limit = 256)")
        try tx.run("ANALYZE")
      }
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
    try openAccount(
      "keeper", [NewRole(role: .registerKeeper, place: first.key.village, from: w.now.day)], ground.token, hash,
      town: first.key.town, w)
  }

  /// An account with a token for all that its roles may do.
  private func openAccount(
    _ login: String, _ roles: [NewRole], _ token: String, _ hash: String, town: ID<Place>, _ w: Write
  ) throws {
    let account = try w.openAccount(
      NewAccount(place: town, login: login, name: "戚碧清", passwordHash: hash), roles: roles)
    let all = Set(roles.flatMap { capabilities(of: $0.role) }).map(\.rawValue).sorted().joined(separator: " ")
    try w.tx.run(
      """
      INSERT INTO api_token (id, town, account, name, token, capabilities, until_day, made_at)
      VALUES (\(w.ids.next(Account.self).value), \(town), \(account), 'bench', \(Secrets.sha256(token)), \(all),
        \(w.now.day.adding(300)), \(w.now))
      """)
  }

  /// The officer and the administrator of the town, and a handler of the offices with the most orders; their tokens.
  private func openOffices(_ offices: [String], _ ground: Ground, in database: Database) async throws
    -> [String: String]
  {
    guard let town = ground.villages.first?.key.town else { return [:] }
    let (ids, ledger) = (IDs(), try Ledger(folder: data, isNew: false))
    let hash = try Secrets.passwordHash(Secrets.token(bits: 80))
    return try await database.write { tx in
      let w = Write(tx: tx, actor: nil, now: ground.now, ids: ids, ledger: ledger)
      let day = w.now.day
      let roles = [
        "officer": [NewRole(role: .townOfficer, place: town, from: day)],
        "administrator": [NewRole(role: .administrator, place: town, from: day)],
        "handler": offices.map { NewRole(role: .departmentHandler, place: town, body: $0, from: day) },
      ]
      return try roles.reduce(into: [:]) { tokens, one in
        let token = Secrets.token(bits: 160)
        try openAccount(one.key, one.value, token, hash, town: town, w)
        tokens[one.key] = token
      }
    }
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
