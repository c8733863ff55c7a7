import Foundation
import Governance
import Matters
import Mechanism
import People
import Store
import Testing
import Values

@testable import Store
@testable import WorkOrders
@testable import sanshi

/// The board of all open orders: its figures are those of the lists they lead to, an office sees its own.
@Suite struct BoardTests {
  private static let planning = "规划建设办"
  private static var board: String { "/api/v1/t/\(TestTown.town)/orders/board" }

  private struct Scene {
    let water: String
    let orders: [String]
  }

  /// Two orders of the water office in one village, one in the other; one of them handed on to the planning office.
  private func fill(_ town: TestTown) async throws -> Scene {
    let body = try required(Catalogue.shipped.duty("GM0902")).lead
    var orders: [String] = []
    for (number, code) in [TestTown.qinghe, TestTown.qinghe, TestTown.willow].enumerated() {
      let matter = try await town.matter(leaf: "GM0902", title: "水管爆了停水第\(number)处", in: code)
      let keeper = try await town.person(.registerKeeper, at: code)
      let made = try await keeper.api("/v/\(code)/matters/\(matter)/orders", ["office": body])
      #expect(made.status == 201, "\(made.text)")
      orders.append(try required(made.json["id"] as? String))
    }
    let officer = try await town.person(.townOfficer, at: TestTown.town)
    let moved = try await officer.api(
      "/v/\(TestTown.willow)/orders/\(orders[2])/steps",
      ["step": "reassign", "office": Self.planning, "basis": "《城市供水条例》", "text": "由建设办统一处理。"])
    #expect(moved.status == 200, "\(moved.text)")
    let handler = try await town.person(.departmentHandler, at: TestTown.town, body: body)
    let taken = try await handler.api("/v/\(TestTown.qinghe)/orders/\(orders[0])/steps", ["step": "accept"])
    #expect(taken.status == 200, "\(taken.text)")
    return Scene(water: body, orders: orders)
  }

  /// The rows of a board by key: open and waiting.
  private func rows(_ answer: HTTPAnswer) throws -> [String: [Int]] {
    #expect(answer.status == 200, "\(answer.text.prefix(300))")
    let items = try required(answer.json["items"] as? [[String: Any]])
    return try items.reduce(into: [:]) { rows, item in
      let figures = try required(item["figures"] as? [String: Any])
      rows[try required(item["key"] as? String)] = [
        try required(figures["open"] as? Int), try required(figures["waiting"] as? Int),
      ]
    }
  }

  @Test(arguments: Backend.all) func theTownSeesItsWholeStock(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let scene = try await fill(town)
      let officer = try await town.person(.townOfficer, at: TestTown.town)
      let offices = try rows(try await officer.get(Self.board))
      #expect(offices == [scene.water: [2, 1], Self.planning: [1, 1]])
      let villages = try rows(try await officer.get(Self.board + "?by=village"))
      #expect(villages == [TestTown.qinghe: [2, 1], TestTown.willow: [1, 1]])
      let first = try await officer.get(Self.board + "?by=village&limit=1")
      #expect(try rows(first).count == 1)
      let next = try required(first.json["next"] as? String)
      #expect(
        try rows(try await officer.get(Self.board + "?by=village&limit=1&after=\(next)")) == [TestTown.willow: [1, 1]])
      let leaves = try rows(try await officer.get(Self.board + "?by=category"))
      #expect(leaves == ["GM09": [3, 2], "GM0902": [3, 2]])
      let page = try await officer.get("/t/\(TestTown.town)/orders/board")
      #expect(page.status == 200 && page.text.contains("工单总览"))
    }
  }

  @Test(arguments: Backend.all) func anOfficeSeesItsOwnWithWhoHasHowMuch(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let scene = try await fill(town)
      let head = try await town.person(.departmentHead, at: TestTown.town, body: scene.water)
      let other = try await town.person(.departmentHead, at: TestTown.town, body: Self.planning)
      let own = try await head.get(Self.board)
      #expect(try rows(own) == [scene.water: [2, 1]])
      let handlers = try required(own.json["handlers"] as? [[String: Any]])
      #expect(handlers.count == 2 && handlers.contains { $0["name"] is NSNull || $0["name"] == nil })
      let asked = "?office=" + (scene.water.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")
      for query in ["", asked] {
        #expect(try rows(try await other.get(Self.board + query)) == [Self.planning: [1, 1]])
      }
      #expect(try rows(try await other.get(Self.board + asked + "&by=village")) == [TestTown.willow: [1, 1]])
      #expect(try rows(try await other.get(Self.board + "?by=category")) == ["GM09": [1, 1], "GM0902": [1, 1]])
      let stranger = try await town.person(.townOfficer, at: TestTown.otherTown)
      #expect(try await stranger.get(Self.board).status == 403)
      let keeper = try await town.keeper()
      #expect(try await keeper.get(Self.board).status == 403)
    }
  }

  @Test(arguments: Backend.all) func figuresAgeAndAgreeWithTheirLists(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (key, scene) = (try town.key(), try await fill(town))
      let made = try required(ID<Order>(scene.orders[0]))
      let epoch = IDs.first(at: Instant(milliseconds: 0), Order.self)
      #expect(epoch.value == 0)
      // Ids carry the clock of the machine: the day on which it made the order.
      let day = try required(
        (0...40_000).lazy.map(Day.init(number:)).last { IDs.first(at: $0.start, Order.self).value <= made.value })
      try await town.program.app.database.read { tx in
        for (later, age) in [(0, OrderAge.week), (7, .week), (8, .month), (30, .month), (31, .older)] {
          let now = day.adding(later).at(hour: 23, minute: 59)
          let stock = try BoardStock<String>(tx.boardEntries(office: scene.water, town: key.town), now: now) {
            try $0.text("leaf")
          }
          #expect(stock.figures.ages == [age: 2] && stock.parts["GM0902"]?.open == 2)
          for other in OrderAge.allCases {
            let filter = OrderFilter(office: scene.water, age: other)
            let list = try tx.orders(of: key.town, where: filter, after: nil, limit: 9, now: now)
            #expect(list.count == (other == age ? 2 : 0), "\(later) \(other)")
          }
          for (light, count) in [(OrderLight.red, stock.figures.overdue), (.amber, stock.figures.dueSoon)] {
            let filter = OrderFilter(office: scene.water, light: light)
            #expect(try tx.orders(of: key.town, where: filter, after: nil, limit: 9, now: now).count == count)
          }
        }
      }
    }
  }

  @Test(arguments: Backend.all) func aPausedClockIsCountedAndListed(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (key, scene, now) = (try town.key(), try await fill(town), town.clock.now)
      let handler = try await town.person(.departmentHandler, at: TestTown.town, body: scene.water)
      let asked = try await handler.api(
        "/v/\(TestTown.qinghe)/orders/\(scene.orders[0])/steps", ["step": "askReporter", "text": "水表号是多少？"])
      #expect(asked.status == 200, "\(asked.text)")
      let officer = try await town.person(.townOfficer, at: TestTown.town)
      let list = try await officer.get("/api/v1/t/\(TestTown.town)/orders?state=askingReporter")
      #expect((list.json["items"] as? [Any])?.count == 1, "\(list.text.prefix(300))")
      try await town.program.app.database.read { tx in
        let stock = try BoardStock<Int>(tx.boardEntries(village: key.village, town: key.town), now: now) { _ in 0 }
        #expect(stock.figures.asking == 1 && stock.figures.open == 2)
      }
    }
  }

  @Test(arguments: Backend.all) func listsTakeAVillagesCodeAndRefuseWhatTheTownHasNot(on backend: Backend) async throws
  {
    try await TestTown.run(on: backend) { town in
      _ = try await fill(town)
      let officer = try await town.person(.townOfficer, at: TestTown.town)
      let list = "/api/v1/t/\(TestTown.town)/orders"
      let village = try town.key(TestTown.willow).village
      for asked in [TestTown.willow, village.description] {
        let found = try await officer.get(list + "?village=" + asked)
        #expect((found.json["items"] as? [Any])?.count == 1, "\(found.text.prefix(300))")
      }
      for wrong in ["village=999", "village=\(TestTown.riverside)", "village=\(TestTown.town)", "office=nowhere"] {
        let refused = try await officer.get(list + "?" + wrong)
        #expect(
          refused.status == 422 && refused.text.contains(String(wrong.prefix { $0 != "=" })),
          "\(wrong): \(refused.text)")
      }
      #expect(try await officer.get(Self.board + "?office=nowhere").status == 422)
      let page = try await officer.get("/t/\(TestTown.town)/orders?leaf=GM0902")
      #expect(page.text.contains("name=\"leaf\"") && page.text.contains("value=\"GM0902\" selected"))
    }
  }

  @Test(arguments: Backend.all) func theBoardIsReadFromIndexes(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (key, scene, now) = (try town.key(), try await fill(town), town.clock.now)
      let plans = Plans()
      try await town.program.app.database.write { tx in
        if tx.dialect == .postgres {
          try tx.run("ANALYZE")
          for way in ["seqscan", "bitmapscan", "sort", "incremental_sort"] {
            try tx.run(SQL(unchecked: "SET LOCAL enable_\(way) = off"))
          }
        }
        let read = Transaction(Explaining(tx.connection, plans))
        _ = try read.boardEntries(office: scene.water, town: key.town)
        _ = try read.boardEntries(village: key.village, town: key.town)
        _ = try read.boardEntries(leaf: "GM0902", town: key.town)
        _ = try read.leaves(from: "", town: key.town)
        _ = try read.handlerLoads(office: scene.water, town: key.town, now: now)
        _ = try read.knows(office: "nowhere", town: key.town, .shipped)
      }
      #expect(!plans.all.isEmpty && plans.scans.isEmpty && plans.sorts.isEmpty, "\(plans.scans) \(plans.sorts)")
    }
  }

  @Test func whatIsBeyondAThousandIsSaidToBeMore() throws {
    let now = Instant(milliseconds: 1_800_000_000_000)
    var figures = BoardFigures()
    for number in 1...3 {
      figures.add(
        BoardEntry(
          id: ID(Int64(number)), state: number == 3 ? .frozen : .accepted,
          dueKey: number == 3 ? .max : now.milliseconds + Int64(number - 2), amberAt: number == 3 ? nil : now), now: now
      )
    }
    #expect((figures.open, figures.overdue, figures.dueSoon, figures.frozen) == (3, 1, 1, 1))
    var sum = figures
    figures.isMore = true
    sum.add(figures)
    #expect(sum.isMore && sum.open == 6)
  }
}
