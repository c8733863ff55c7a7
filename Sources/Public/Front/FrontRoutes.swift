import People
import Store
import Values
import Web

private let takes = [Parameter("q", FrontStrings.search), Parameter("town", FrontStrings.townCode)]

let frontRoutes: [Route] = [
  .get("/", needs: .anybody, FrontStrings.summary, takes: takes, mount: .page) { request in
    let view = try await FrontView(request)
    if view.isEmpty, try await needsSetup(request.app.database) { return .redirect(Link.setup) }
    return .page(request.frontPage(view))
  },
  .get(
    "/villages", needs: .anybody, FrontStrings.villagesSummary, takes: takes, gives: VillagesJSON.sample, mount: .api
  ) { request in
    let view = try await FrontView(request)
    return try await request.answer(json: VillagesJSON(view)) { request.frontPage(view) }
  },
]

/// What the front page offers to choose from.
struct FrontView: Sendable {
  /// So many villages stand on one page; of more, the towns stand first.
  static let most = 200

  /// What was searched for, and the town that was chosen by its code; "" = none.
  let search: String
  let townCode: String
  let villages: [VillageChoice]
  /// Shown instead of the villages where these are too many.
  let towns: [TownChoice]
  /// Whether more would fit than are shown.
  let isCut: Bool

  init(_ request: Request) async throws {
    let search = String(request.query["q"].prefix(40))
    let townCode = placeCodeError(request.query["town"]) == nil ? request.query["town"] : ""
    (self.search, self.townCode) = (search, townCode)
    (villages, towns, isCut) = try await request.app.database.read { tx in
      let most = townCode.isEmpty ? Self.most : 2000
      let found = try tx.villageChoices(town: townCode, name: search, limit: most + 1)
      if found.count > most, search.isEmpty { return ([], try tx.townChoices(limit: 1000), true) }
      return (Array(found.prefix(most)), [], found.count > most)
    }
  }

  var isEmpty: Bool { villages.isEmpty && towns.isEmpty && search.isEmpty && townCode.isEmpty }

  /// The villages of each town, in their order.
  var byTown: [(town: Text, villages: [VillageChoice])] {
    var groups: [(code: String, town: Text, villages: [VillageChoice])] = []
    for village in villages {
      if groups.last?.code == village.townCode {
        groups[groups.count - 1].villages.append(village)
      } else {
        groups.append((village.townCode, village.town, [village]))
      }
    }
    return groups.map { ($0.town, $0.villages) }
  }
}

/// The villages and urban communities of this program.
struct VillagesJSON: Encodable, Sendable {
  struct Choice: Encodable, Sendable {
    let code: String
    let name: Text
    let townCode: String
    let townName: Text
  }
  let villages: [Choice]
  /// Too many to list: ask again with the code of one of these towns.
  let towns: [Town]
  /// Whether there are more than are listed.
  let isCut: Bool

  struct Town: Encodable, Sendable {
    let code: String
    let name: Text
  }

  init(_ view: FrontView) {
    villages = view.villages.map {
      Choice(code: $0.code, name: $0.name, townCode: $0.townCode, townName: $0.town)
    }
    towns = view.towns.map { Town(code: $0.code, name: $0.name) }
    isCut = view.isCut
  }

  private init() {
    let town = Text(zh: "三岔镇", en: "Sancha Town")
    villages = [
      Choice(
        code: "510999101201", name: Text(zh: "青山村", en: "Qingshan Village"), townCode: "510999101", townName: town)
    ]
    towns = [Town(code: "510999101", name: town)]
    isCut = false
  }

  static let sample = VillagesJSON()
}
