import Governance
import Matters
import Mechanism
import Store
import Testing
import Values
import Web
import WorkOrders

@testable import sanshi

@Suite struct VerifyTests {
  /// A town in which something of everything has happened.
  private func fill(_ town: TestTown) async throws {
    let key = try town.key()
    let (a, b) = try await (town.matter(reporters: 2), town.matter(reporters: 2))
    let urgent = try await town.concern("电线掉在路上,孩子就在旁边", urgency: .danger)
    let refused = try await town.concern("卖茶叶,买的加电话")
    _ = try await town.keeper()
    try await town.program.app.write { w in
      let merge = try w.merge([b], into: a, in: key, reason: "同一件事")
      try w.enter(.progress("看过了"), on: a, in: key)
      _ = try w.undoMerge(try required(merge.first), in: key, reason: "不是")
      _ = try w.makeFamily(of: [a, b], title: "路灯不亮", in: key)
      try w.release(a, title: "三组路灯不亮", place: "三组", isPublic: true, in: key)
      try w.refuse(try w.tx.concern(refused.id, in: key), reason: .advertising, answer: "广告不受理")
      try w.appeal(try w.tx.concern(refused.id, in: key), text: "不是广告")
      try w.add("还在冒火花", to: try w.tx.concern(urgent.id, in: key), kind: "added")
    }
  }

  private func text(_ town: TestTown, _ table: String) async throws -> Row? {
    try await town.program.app.database.read { tx in
      try tx.row(SQL(unchecked: "SELECT * FROM \(table) ORDER BY id LIMIT 1"))
    }
  }

  private func run(_ town: TestTown, _ sql: String) async throws {
    _ = try await town.program.app.database.write { tx in try tx.run(SQL(unchecked: sql)) }
  }

  @Test(arguments: Backend.all) func everyChangedRemovedOrInsertedRowIsNamed(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      try await fill(town)
      try await town.verify()
      var tried = 0
      for entity in town.program.slices.flatMap(\.entities) {
        guard let row = try await text(town, entity.table) else { continue }
        let id = try row.int64("id")
        try await expectFault(town, entity.table, id, "UPDATE \(entity.table) SET town = town + 1 WHERE id = \(id)")
        try await run(town, "UPDATE \(entity.table) SET town = town - 1 WHERE id = \(id)")
        try await town.verify()
        // A copy under another id, and the row itself under that id: inserted and removed.
        try await expectFault(town, entity.table, id, "UPDATE \(entity.table) SET id = 7 WHERE id = \(id)")
        try await run(town, "UPDATE \(entity.table) SET id = \(id) WHERE id = 7")
        try await town.verify()
        tried += 1
      }
      #expect(tried >= 12)
    }
  }

  /// By hand, past the program: a row is deleted, a matter gets another state. The row is named before the counter is.
  @Test(arguments: Backend.all) func aDeletedConcernAndAChangedStateAreNamed(on backend: Backend) async throws {
    try await TestTown.run(on: backend, verifying: false) { town in
      try await fill(town)
      let lone = try await town.concern("没有人动过的一条")
      let matter = try await town.matter(title: "桥栏杆断了")
      try await run(town, "UPDATE matter SET state = 'closed' WHERE id = \(matter)")
      var faults = try await town.verification().faults
      #expect(faults.first?.hasPrefix("matter \(matter) was changed since event ") == true, "\(faults)")
      try await run(town, "UPDATE matter SET state = 'inProgress' WHERE id = \(matter)")
      try await town.verify()
      try await run(town, "UPDATE concern SET state = 'withdrawn' WHERE id = \(lone.id)")
      #expect(try await town.verification().faults.first?.hasPrefix("concern \(lone.id) was changed") == true)
      try await run(town, "UPDATE concern SET state = 'received' WHERE id = \(lone.id)")
      try await run(town, "DELETE FROM concern WHERE id = \(lone.id)")
      faults = try await town.verification().faults
      #expect(faults.first?.hasPrefix("concern \(lone.id) was removed since event ") == true, "\(faults)")
      #expect(faults.contains { $0.hasPrefix("the counters of concerns are true") })
    }
  }

  /// Every kind of row, deleted by hand.
  @Test func everyDeletedRowIsNamed() async throws {
    try await TestTown.run(on: .sqlite, verifying: false) { town in
      try await fill(town)
      try await town.verify()
      for entity in town.program.slices.flatMap(\.entities) {
        guard let row = try await text(town, entity.table) else { continue }
        let id = try row.int64("id")
        try await run(town, "DELETE FROM \(entity.table) WHERE id = \(id)")
        let found = try await town.program.app.ledger.verify(
          town.program.app.database, entities: [entity], invariants: [], heads: [])
        #expect(found.faults.contains { $0.hasPrefix("\(entity.table) \(id) was removed") }, "\(entity.table)")
      }
    }
  }

  private func expectFault(_ town: TestTown, _ table: String, _ id: Int64, _ sql: String) async throws {
    try await run(town, sql)
    let faults = try await town.verification().faults
    let isNamed = faults.contains { $0.hasPrefix("\(table) \(id) ") || $0.hasPrefix("\(table) 7 ") }
    #expect(isNamed, "\(table): \(sql) gave \(faults)")
  }

  @Test(arguments: Backend.all) func aChangedOrRemovedEventIsFound(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      try await fill(town)
      let id = try town.key().town
      try await run(town, "UPDATE event SET note = 'x' || note WHERE town = \(id) AND seq = 3")
      #expect(try await town.verification().faults.contains { $0.contains("/3 was changed") })
      try await run(town, "UPDATE event SET note = substr(note, 2) WHERE town = \(id) AND seq = 3")
      try await town.verify()
      try await run(town, "UPDATE event SET seq = 100000 WHERE town = \(id) AND seq = 3")
      #expect(try await town.verification().faults.contains { $0.contains("/3 is missing") })
      try await run(town, "UPDATE event SET seq = 3 WHERE town = \(id) AND seq = 100000")
    }
  }

  @Test(arguments: Backend.all) func aCutTailIsFoundByAKnownHead(on backend: Backend) async throws {
    try await TestTown.run(on: backend, verifying: false) { town in
      try await fill(town)
      let id = try town.key().town
      let head = try await town.program.app.database.read { tx in
        try required(try tx.row("SELECT seq, hash FROM chain WHERE town = \(id)"))
      }
      let (seq, hash) = (try head.int64("seq"), try head.text("hash"))
      #expect(try await town.verification(heads: [.hash(hash)]).faults.isEmpty)
      // An intruder cuts the last event and everything that names it.
      try await run(town, "DELETE FROM event WHERE town = \(id) AND seq = \(seq)")
      try await run(town, "DELETE FROM event_row WHERE town = \(id) AND seq = \(seq)")
      try await run(
        town,
        "UPDATE chain SET seq = \(seq - 1), hash = (SELECT hash FROM event WHERE town = \(id) AND seq = \(seq - 1)) WHERE town = \(id)"
      )
      #expect(try await town.verification(heads: [.hash(hash)]).faults.contains { $0.contains("known head") })
    }
  }

  @Test(arguments: Backend.all) func erasingKeepsTheChainWholeAndIsReported(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      _ = try await town.concern("路灯坏了", name: "张三", phone: "19900001234")
      let key = try town.key()
      try await town.program.app.write { w in
        let row = try required(try w.tx.row("SELECT id FROM person WHERE town = \(key.town) LIMIT 1"))
        let id = try row.int64("id")
        try w.tx.run("UPDATE person SET name = '', phone = '', erased_at = \(w.now) WHERE id = \(id)")
        try w.erase([Touched(Entity("person"), id)], town: key.town, village: key.village, rule: "contact")
      }
      let result = try await town.verification()
      #expect(result.faults.isEmpty)
      // The digests of the event that made the person and of the one that filed the concern.
      #expect(result.erased == 2)
    }
  }

  /// What counts is gone: the things counted are still there.
  @Test(arguments: Backend.all) func aRemovedCounterIsFound(on backend: Backend) async throws {
    try await TestTown.run(on: backend, verifying: false) { town in
      try await fill(town)
      let key = try town.key()
      let (answered, waiting) = try await (town.matter(leaf: "GM0902"), town.matter(leaf: "GM0902"))
      try await town.program.app.write { w in
        for matter in [answered, waiting] {
          let order = NewOrder(office: try w.tx.matter(matter, in: key).routing.lead)
          try w.handOver(matter, order, in: key, version: nil, catalogues: catalogues)
        }
        for (step, outcome) in [(OrderStep.accept, OrderOutcome?.none), (.answer, .solved)] {
          try w.take(
            step, ofMatter: answered, in: key, words: "已经修好，水不漏了，有疑问请打村里电话。", outcome: outcome, by: [.office],
            catalogues: catalogues)
        }
      }
      try await town.verify()
      for (what, sql) in [
        ("matters", "DELETE FROM counter WHERE name = 'matter.government.answered'"),
        ("concerns", "DELETE FROM counter WHERE name = 'concern.received'"),
        ("open orders", "DELETE FROM counter WHERE name LIKE 'order.open.%'"),
      ] {
        try await run(town, sql)
        let faults = try await town.verification().faults
        #expect(faults.contains { $0.hasPrefix("the counters of \(what) are true") }, "\(what): \(faults)")
      }
      try await run(town, "DELETE FROM answer_tally")
      #expect(try await town.verification().faults.contains { $0.hasPrefix("the tally of answers is true") })
    }
  }

  @Test(arguments: Backend.all) func aFalseCounterIsFound(on backend: Backend) async throws {
    try await TestTown.run(on: backend, verifying: false) { town in
      _ = try await town.matter()
      try await run(town, "UPDATE counter SET n = n + 1 WHERE name = 'matter.community.inProgress'")
      #expect(try await town.verification().faults.contains { $0.hasPrefix("the counters of matters are true") })
    }
  }
}
