import Foundation
import Governance
import Logging
import Store
import Values
import Web

@testable import Matters
@testable import Mechanism
@testable import People
@testable import Registers

func day(_ text: String) -> Day { Day(iso: text) ?? Day(number: -1) }

/// A village with a database of its own in memory of one test, without a server.
struct World: Sendable {
  let app: App
  let town: PlaceRow
  let village: PlaceRow
  let group: PlaceRow
  let folder: String

  var key: VillageKey { VillageKey(town: town.id, village: village.id) }
  static let now = day("2026-11-24").at(hour: 10, minute: 0)

  static func run(_ body: (World) async throws -> Void) async throws {
    let folder = NSTemporaryDirectory() + "registers-" + Secrets.token(bits: 64)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let database = try Database(url: "sqlite:\(folder)/test.sqlite")
    _ = try await database.migrate(
      [people, mechanism, matters(catalogues), registers(catalogues)].flatMap(\.migrations))
    let app = App(
      database: database, ledger: try Ledger(folder: folder, isNew: true), files: try Files(folder: folder),
      door: NoDoor(),
      settings: AppSettings(dataFolder: folder), nav: [], clock: { now })
    let (town, village, group) = try await app.write { w in
      func open(_ level: PlaceInfo.Level, _ code: String, _ name: String, _ parent: ID<Place>?) throws -> PlaceRow {
        try w.openPlace(NewPlace(level: level, parent: parent, code: code, nameZh: name))
      }
      let county = try open(.county, "5000", "试验县", nil)
      let town = try open(.town, "5101", "甲镇", county.id)
      let village = try open(.village, "510101", "清河村", town.id)
      return (town, village, try open(.group, "51010101", "一组", village.id))
    }
    try await body(World(app: app, town: town, village: village, group: group, folder: folder))
    await database.close()
  }

  /// A matter first reported `daysAgo` with one concern a name; telephones follow from the names.
  @discardableResult func matter(
    _ title: String, _ leaf: String = "CM0101", daysAgo: Int = 0, names: [String] = ["李小明"], unit: String = "",
    lead: String = "村（居）委会", channel: Channel = .web, inGroup: Bool = false
  ) async throws -> ID<Matter> {
    let (key, group) = (key, inGroup ? group.id : nil)
    return try await app.write { w in
      var matter: ID<Matter>?
      for name in names {
        var new = NewConcern(text: title, channel: channel, receivedAt: World.now.adding(days: -daysAgo))
        (new.reporterName, new.reporterPhone, new.reportingUnit) = (name, phone(of: name), unit)
        new.group = group
        let filed = try w.file(new, in: key, villageName: "清河村")
        let routing = Routing(
          matterClass: leaf.hasPrefix("GM") ? .government : leaf.hasPrefix("CM") ? .community : .personal, leaf: leaf,
          lead: lead, co: [], path: "council", basis: "", basisMark: "", limitDays: 5, urgency: .normal, reason: "试")
        let part: TriagePart = matter.map { TriagePart(.existing($0)) } ?? TriagePart(.new(title: title, routing))
        matter = try w.triage(w.tx.concern(filed.id, in: key), into: [part], villageName: "清河村").first
      }
      guard let matter else { throw NotFound() }
      return matter
    }
  }

  func page(_ selection: RegisterSelection, after: ID<Matter>? = nil, limit: Int = 50) async throws -> RegisterPage {
    try await app.database.read { tx in try tx.registerPage(selection, after: after, limit: limit) }
  }

  /// All rows, page by page.
  func lines(_ selection: RegisterSelection, limit: Int) async throws -> [RegisterLine] {
    var (lines, after): ([RegisterLine], ID<Matter>?) = ([], nil)
    repeat {
      let page = try await page(selection, after: after, limit: limit)
      lines += page.lines
      after = page.next
    } while after != nil
    return lines
  }
}

/// "138" and eight digits that follow from the name; "" without one.
func phone(of name: String) -> String {
  name.isEmpty ? "" : "138" + (name.unicodeScalars.reduce(0) { ($0 * 31 + Int($1.value)) % 100_000_000 }).padded(8)
}

private struct NoDoor: Door {
  func person<Known: Sendable>(
    session: String?, bearer: String?, now: Instant,
    besides: @escaping @Sendable (Transaction, SignedIn) throws -> Known
  ) async throws -> (person: SignedIn, known: Known)? { nil }
  func place(code: String) async throws -> PlaceInfo? { nil }
}
