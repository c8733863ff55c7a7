import Governance
import Mechanism
import Matters
import People
import Registers
import Seeds
import Store
import Values
import Web
import WorkOrders

/// Fills an empty database with the demonstration county: places, an account for each role, and concerns in every state,
/// with dates relative to today.
package struct Demonstration: Sendable {
  let app: App
  let data: DemoData
  /// The end of the story: now.
  let today: Instant

  package init(app: App) throws {
    self.app = app
    data = try DemoData.load()
    today = app.clock()
  }

  /// What the person at the terminal is told.
  package struct Logins: Sendable {
    package let password: String
    package let accounts: [(login: String, name: String, role: Role, place: Text)]
    package let places: [(code: String, name: Text, level: PlaceInfo.Level)]
  }

  /// Throws `Refusal` when the database has anything in it.
  package func fill() async throws -> Logins {
    if try await app.database.read({ tx in try tx.hasPlaces() }) { throw Self.notEmpty }
    let password = Secrets.token(bits: 60)
    let hash = try Secrets.passwordHash(password)
    let cast = try await write(at: today.adding(days: -200)) { w in try openAll(hash, w) }
    let acts = try story(cast).sorted { $0.at < $1.at }
    var day = acts.first?.at.day ?? today.day
    for act in acts {
      try await passTime(from: &day, to: act.at.day)
      try await write(at: act.at, by: act.actor, act.run)
    }
    try await passTime(from: &day, to: today.day)
    try await write(at: today) { w in
      let old = today.adding(days: -2)
      try w.tx.run("UPDATE outbox SET called_at = made_at WHERE wants_call = 1 AND made_at < \(old)")
    }
    // Up to this moment, so that nothing moves when the server starts.
    try await moveOrders(at: today)
    try await Heads(folder: app.settings.dataFolder).write(from: app.database)
    return Logins(
      password: password,
      accounts: data.people.map {
        ($0.login, $0.name, $0.role, cast.places[$0.placeCode]?.name ?? Text(same: $0.placeCode))
      },
      places: data.places.compactMap { place in cast.places[place.code].map { (place.code, $0.name, $0.level) } })
  }

  /// What time does to orders by itself, on each day that begins.
  private func passTime(from day: inout Day, to end: Day) async throws {
    while day < end {
      day = day.adding(1)
      try await moveOrders(at: day.start)
    }
  }

  private func moveOrders(at instant: Instant) async throws {
    var app = app
    app.clock = { instant }
    for work in workOrders(catalogues).work where work.name == "orders" { try await work.run(app) }
  }

  private static let notEmpty = Refusal(
    rule: "databaseNotEmpty", reason: Text(zh: "数据库里已有内容。", en: "The database already holds something."),
    wayOut: Text(
      zh: "演示数据只写进空的数据库，请换一个 --data 文件夹。",
      en: "Demonstration data go into an empty database; choose another --data folder."))

  /// A write at a moment of the story.
  func write<T: Sendable>(
    at instant: Instant, by actor: ID<Account>? = nil, _ body: @escaping @Sendable (Write) throws -> T
  ) async throws -> T {
    try await app.database.write { [ids = app.ids, ledger = app.ledger] tx in
      try body(Write(tx: tx, actor: actor, now: instant, ids: ids, ledger: ledger))
    }
  }

  private func openAll(_ passwordHash: String, _ w: Write) throws -> Cast {
    var cast = Cast()
    for place in data.places {
      guard let level = PlaceInfo.Level(rawValue: place.level) else { continue }
      let row = try w.openPlace(
        NewPlace(
          level: level, parent: cast.places[place.parent]?.id, code: place.code, nameZh: place.name.zh,
          nameEn: place.name.en, phone: place.phone, address: place.address))
      cast.places[place.code] = DemoSite(
        id: row.id, town: row.town, village: row.village, level: level, name: place.name,
        phone: place.phone, parent: place.parent)
    }
    for person in data.people {
      guard let site = cast.places[person.placeCode] else { continue }
      let account = try w.openAccount(
        NewAccount(
          place: site.town ?? site.id, login: person.login, name: person.name, passwordHash: passwordHash,
          isDemonstration: true),
        roles: [NewRole(role: person.role, place: site.id, body: person.body ?? person.kind, from: w.now.day)])
      cast.accounts[person.placeCode, default: [:]][person.role] = account
      if let body = person.body, person.role.isOfDepartment { cast.handlers["\(person.placeCode) \(body)"] = account }
    }
    for office in data.offices {
      guard let town = cast.places[office.placeCode]?.id else { continue }
      let details = OfficeDetails(
        nameEn: "", kind: OfficeKind(guessedFrom: office.name), phone: office.phone, address: office.address)
      try w.openOffice(named: office.name, details, town: town)
    }
    try openConnections(cast, w)
    for (code, site) in cast.places where site.village == site.id {
      guard let town = site.town, let keeper = cast.accounts[code]?[.registerKeeper] else { continue }
      try w.nameKeeper(
        NewKeeper(account: keeper, from: w.now.day), in: VillageKey(town: town, village: site.id))
    }
    for landmark in data.landmarks {
      guard let site = cast.places[landmark.villageCode], let town = site.town else { continue }
      let id = w.ids.next(StoredFile.self)
      try w.tx.run(
        """
        INSERT INTO landmark (id, town, village, name_zh, name_en, lat, lon)
        VALUES (\(id), \(town), \(site.id), \(landmark.name.zh), \(landmark.name.en), \(landmark.lat), \(landmark.lon))
        """)
      try w.record(
        "landmark_added", Touched(Entity("landmark"), id), town: town, village: site.id)
      cast.landmarks["\(landmark.villageCode) \(landmark.name.zh)"] = id.value
    }
    return cast
  }
}

/// A place of the demonstration.
struct DemoSite: Sendable {
  let id: ID<Place>
  let town: ID<Place>?
  let village: ID<Place>?
  let level: PlaceInfo.Level
  let name: Text
  let phone: String
  let parent: String
}

/// Who and what takes part.
struct Cast: Sendable {
  var places: [String: DemoSite] = [:]
  var accounts: [String: [Role: ID<Account>]] = [:]
  var landmarks: [String: Int64] = [:]
  /// Who works in an office, by the code of the town and the name of the office.
  var handlers: [String: ID<Account>] = [:]
}

/// One write of the story.
struct Act: Sendable {
  let at: Instant
  let actor: ID<Account>?
  let run: @Sendable (Write) throws -> Void
}
