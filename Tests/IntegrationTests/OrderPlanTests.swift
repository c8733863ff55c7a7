import Foundation
import Governance
import Matters
import Mechanism
import Store
import Testing
import Values

@testable import Store
@testable import WorkOrders
@testable import sanshi

/// What grows with the orders is found by an index and comes in the index's order, on both databases.
@Suite struct OrderPlanTests {
  private static let water = "自来水公司（水务站）"

  /// Every combination of office, village, state, light, beginning of the leaf and "closed".
  private static func filters(village: ID<Place>) -> [OrderFilter] {
    var found = [OrderFilter()]
    func widen(_ change: (inout OrderFilter) -> Void) {
      found += found.map { filter in
        var filter = filter
        change(&filter)
        return filter
      }
    }
    widen { $0.office = water }
    widen { $0.village = village }
    widen { $0.state = .accepted }
    widen { $0.leaf = "GM09" }
    widen { $0.isClosed = true }
    let lights = found.flatMap { filter in
      OrderLight.allCases.map { light in
        var filter = filter
        filter.light = light
        return filter
      }
    }
    let ages = found.flatMap { filter in
      OrderAge.allCases.map { age in
        var filter = filter
        filter.age = age
        return filter
      }
    }
    return found + lights + ages
  }

  /// Some orders in every list; the last one's number.
  private func fill(_ town: TestTown) async throws -> ID<Order> {
    let (key, keeper) = (try town.key(), try await town.keeper())
    let body = try required(Catalogue.shipped.duty("GM0902")).lead
    var last = ID<Order>(0)
    for number in 0..<6 {
      let matter = try await town.matter(leaf: "GM0902", title: "三组水管爆了停水第\(number)处")
      let made = try await keeper.api("/v/\(TestTown.qinghe)/matters/\(matter)/orders", ["office": body])
      last = try required(ID<Order>(try required(made.json["id"] as? String)))
    }
    try await town.program.app.database.write { tx in
      if tx.dialect == .postgres { try tx.run("ANALYZE") }
      #expect(try tx.orders(of: key.town, where: OrderFilter(), after: nil, limit: 9, now: town.clock.now).count == 6)
    }
    return last
  }

  private func expectIndexes(
    _ town: TestTown, _ what: String, maySort: Bool = false,
    _ body: @escaping @Sendable (Transaction) throws -> Void
  ) async throws {
    let plans = Plans()
    try await town.program.app.database.write { tx in
      // PostgreSQL reads small tables from end to end; with that made dear it tells whether an index would do.
      if tx.dialect == .postgres {
        for way in ["seqscan", "bitmapscan", "sort", "incremental_sort"] {
          try tx.run(SQL(unchecked: "SET LOCAL enable_\(way) = off"))
        }
      }
      try body(Transaction(Explaining(tx.connection, plans)))
    }
    #expect(!plans.all.isEmpty, "\(what) read nothing")
    #expect(plans.scans.isEmpty, "\(what): \(plans.scans)")
    #expect(maySort || plans.sorts.isEmpty, "\(what): \(plans.sorts)")
  }

  @Test(arguments: Backend.all) func listsComeInTheirOrderHoweverTheyAreNarrowed(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (key, now, last) = (try town.key(), town.clock.now, try await fill(town))
      try await expectIndexes(town, "lists") { tx in
        for filter in Self.filters(village: key.village) {
          for after in [nil, last] {
            _ = try tx.orders(of: key.town, where: filter, after: after, limit: 51, now: now)
          }
        }
      }
    }
  }

  @Test(arguments: Backend.all) func whatElseGrowsIsFoundByIndex(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (key, now, last) = (try town.key(), town.clock.now, try await fill(town))
      let concern = try await town.concern()
      try await expectIndexes(town, "what hangs on an order or an office") { tx in
        _ = try tx.ordersToHelp(Self.water, town: key.town, limit: 50)
        _ = try tx.disputes(of: key.town, limit: 51)
        _ = try tx.extensions(of: key.town, office: Self.water, limit: 51)
        _ = try tx.extensions(of: key.town, after: nil)
        _ = try tx.extensions(of: key.town, after: try tx.order(last, in: key))
        _ = try tx.orderSteps(of: last, town: key.town)
        _ = try tx.order(of: ID<Matter>(1), town: key.town)
        _ = try tx.hasOpenOrders(office: Self.water, town: key.town)
        _ = try tx.openOrders(of: key.town)
        _ = try tx.answerFigures(of: key.town, now: now)
        for order in [nil, try tx.order(last, in: key)] {
          _ = try tx.questionsToEnd(askedUpTo: now, after: order, limit: 200)
          _ = try tx.lateOrders(now: now, after: order, limit: 200)
          _ = try tx.standingAnswers(upTo: now, after: order, limit: 200)
        }
      }
      // The few ratings of one order and the few orders of one concern are put in order.
      try await expectIndexes(town, "ratings", maySort: true) { tx in
        _ = try tx.ratings(of: last, town: key.town)
        _ = try tx.ratableOrders(of: try tx.concern(token: concern.token))
      }
    }
  }

  /// Pages of one order each pass every order once, in the order of the whole list.
  @Test(arguments: Backend.all) func pagesFollowEachOther(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (key, now) = (try town.key(), town.clock.now)
      _ = try await fill(town)
      try await town.program.app.database.read { tx in
        for filter in Self.filters(village: key.village) {
          let whole = try tx.orders(of: key.town, where: filter, after: nil, limit: 51, now: now).map(\.order.id)
          var (pages, after): ([ID<Order>], ID<Order>?) = ([], nil)
          while let next = try tx.orders(of: key.town, where: filter, after: after, limit: 1, now: now).first {
            pages.append(next.order.id)
            after = next.order.id
          }
          #expect(pages == whole, "\(filter)")
        }
      }
    }
  }

  @Test(arguments: Backend.all) func officesAreCountedAsTheirOrdersMove(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (key, last) = (try town.key(), try await fill(town))
      let body = try required(Catalogue.shipped.duty("GM0902")).lead
      let officer = try await town.person(.townOfficer, at: TestTown.town)
      let moved = try await officer.api(
        "/v/\(TestTown.qinghe)/orders/\(last)/steps",
        ["step": "reassign", "office": "规划建设办", "basis": "《城市供水条例》", "text": "由建设办统一处理。"])
      #expect(moved.status == 200, "\(moved.text)")
      let open = try await town.program.app.database.read { tx in try tx.openOrders(of: key.town) }
      #expect(open == [body: 5, "规划建设办": 1])
    }
  }
}
