import Foundation
import Governance
import Mechanism
import Testing
import TriageEngine
import Values
import Web

@testable import Matters
@testable import Store
@testable import sanshi

/// What was suggested stands beside what was decided, and teaches.
@Suite struct LearningTests {
  private var v: String { "/v/\(TestTown.qinghe)" }

  private func suggestions(_ town: TestTown) async throws -> [SuggestionRow] {
    try await town.program.app.database.read { tx in
      try tx.rows("SELECT * FROM suggestion WHERE undone = 0 ORDER BY id").map(SuggestionRow.init)
    }
  }

  private func fields(_ leaf: String, _ title: String = "路灯") -> [(String, String)] {
    [("parts", "1"), ("leaf", leaf), ("title", title), ("reason", "现场看过")]
  }

  @Test(arguments: Backend.all) func theDecisionStandsBesideTheSuggestion(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let keeper = try await town.keeper()
      let (agreed, changed, refused) = (try await town.concern(), try await town.concern(), try await town.concern())
      let best = try required(Shipped.best("三组路口的路灯坏了,晚上看不见路"))
      _ = try await keeper.post("\(v)/concerns/\(agreed.id)/triage", fields(best)).expect(303)
      _ = try await keeper.post("\(v)/concerns/\(changed.id)/triage", fields("GM0204")).expect(303)
      _ = try await keeper.post(
        "\(v)/concerns/\(refused.id)/refusal", [("code", "thanks"), ("answer", "谢谢您的表扬,我们会继续努力")]
      ).expect(303)
      let rows = try await suggestions(town)
      #expect(rows.map(\.concern) == [agreed.id, changed.id, refused.id])
      #expect(rows.map(\.advice.leaf) == [best, best, best] && rows.map(\.advice.model) == [0, 0, 0])
      #expect(rows.map(\.decided.leaf) == [best, "GM0204", ""] && rows.map(\.agrees) == [true, false, false])
      #expect(rows[2].decided.scope == .thanks && rows[2].matter == nil)
      // No words of anybody.
      let text = try await town.program.app.database.read { tx in
        try tx.rows("SELECT * FROM suggestion").map { "\($0)" }.joined()
      }
      #expect(!text.contains("路灯"))
      let json = try await keeper.get("/api/v1\(v)/accuracy").json
      #expect(json["decisions"] as? Int == 3 && json["agreed"] as? Int == 1)
    }
  }

  @Test(arguments: Backend.all) func aLaterChangeOfClassCorrectsIt(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let keeper = try await town.keeper()
      let filed = try await town.concern()
      let best = try required(Shipped.best("三组路口的路灯坏了,晚上看不见路"))
      _ = try await keeper.post("\(v)/concerns/\(filed.id)/triage", fields(best)).expect(303)
      let matter = try required(try await suggestions(town).first?.matter)
      _ = try await keeper.post(
        "\(v)/matters/\(matter)/classification", [("leaf", "GM0901"), ("reason", "是县道上的灯")]
      ).expect(303)
      let rows = try await suggestions(town)
      #expect(rows.count == 1 && rows[0].decided.leaf == "GM0901" && !rows[0].agrees && rows[0].advice.leaf == best)
      let json = try await keeper.get("/api/v1\(v)/accuracy").json
      #expect(json["decisions"] as? Int == 1 && json["agreed"] as? Int == 0)
      let pair = try required((json["confusions"] as? [[String: Any]])?.first)
      #expect(pair["suggested"] as? String == best && pair["decided"] as? String == "GM0901")
    }
  }

  @Test(arguments: Backend.all) func aGrantedAppealTakesThePlaceOfTheRefusal(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (keeper, committee) = (try await town.keeper(), try await town.person(.villageCommittee, at: TestTown.qinghe))
      let filed = try await town.concern()
      _ = try await keeper.post(
        "\(v)/concerns/\(filed.id)/refusal", [("code", "noContent"), ("answer", "看不出是哪里的灯,请补充地点")]
      ).expect(303)
      _ = try await town.resident.post("/r/\(filed.token)/appeal", [("appeal_text", "是三组路口的灯")]).expect(303)
      _ = try await committee.post(
        "\(v)/concerns/\(filed.id)/appeal-decision", [("decision", "grant"), ("answer", "地点清楚了,请登记员分流")]
      ).expect(303)
      _ = try await keeper.post("\(v)/concerns/\(filed.id)/triage", fields("CM0302")).expect(303)
      let rows = try await suggestions(town)
      #expect(rows.count == 1 && rows[0].decided.leaf == "CM0302" && rows[0].decided.scope == nil)
    }
  }

  private static let ponds = ["村口", "桥边", "祠堂前", "学校后", "山脚下", "路边", "田头", "老井旁"]

  /// Residents tell of ponds, and the clerk decides that they are neighbours' affairs, where the shipped engine says
  /// otherwise.
  private func decide(_ town: TestTown, times: Int, leaf: String) async throws {
    let key = try town.key()
    for number in 0..<times {
      let place = Self.ponds[number % Self.ponds.count]
      let text = "\(place)鱼塘的水发绿，漂着死鱼，第\(number)天了，我叫司马相如"
      let filed = try await town.concern(text, name: "司马相如", phone: "199\(20_000_000 + number)")
      try await town.program.app.write { w in
        let catalogue = try catalogues.current(town: key.town, day: w.now.day, in: w.tx)
        let duty = try required(catalogue.catalogue.duty(leaf))
        let part = TriagePart(
          .new(title: "鱼塘", Routing(duty: duty)), advice: Advice(of: text, by: catalogue))
        try w.triage(try w.tx.concern(filed.id, in: key), into: [part], villageName: "清河村")
      }
    }
  }

  private func suggested(_ town: TestTown) async throws -> (leaf: String, model: Int) {
    let keeper = try await town.keeper()
    let filed = try await town.concern("晒坝边鱼塘的水发绿，漂着死鱼，好多天了")
    let json = try await keeper.get("/api/v1\(v)/concerns/\(filed.id)").json
    let suggestion = try required(json["suggestion"] as? [String: Any])
    let first = try required((suggestion["leaves"] as? [[String: Any]])?.first)
    return (try required(first["code"] as? String), try required(suggestion["model"] as? Int))
  }

  @Test(arguments: Backend.all) func decisionsMoveTheSuggestionOfALikeConcern(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (app, id) = (town.program.app, try town.key().town)
      let before = try await suggested(town)
      #expect(before.leaf != "PM0301" && before.model == 0)
      try await decide(town, times: 19, leaf: "PM0301")
      #expect(try await learn(town: id, app) == nil, "nineteen decisions are not enough")
      try await decide(town, times: 6, leaf: "PM0301")
      let model = try required(try await learn(town: id, app))
      #expect(model.number == 1 && model.decisions == 20 && model.heldOut == 5)
      #expect(model.isTaken && model.right == 5 && model.rightBefore == 0)
      let after = try await suggested(town)
      #expect(after.leaf == "PM0301" && after.model == 1)
      #expect(try await learn(town: id, app) == nil, "nothing new was decided")
      // Another town has learnt nothing.
      let other = try town.key(TestTown.riverside).town
      #expect(try await catalogues.current(town: other, day: town.clock.now.day, in: app.database).model == 0)
      // No name of a reporter is in what was learnt.
      let text = try await app.database.read { tx in try tx.row("SELECT text FROM learnt_text")?.text("text") }
      let learnt = try required(text)
      #expect(learnt.contains("鱼塘") && !learnt.contains("司马") && !learnt.contains("相如"))
    }
  }

  @Test(arguments: Backend.all) func aWorseVersionIsNotTaken(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (app, id) = (town.program.app, try town.key().town)
      try await decide(town, times: 25, leaf: "PM0301")
      #expect(try await learn(town: id, app)?.isTaken == true)
      // From now on the clerks decide otherwise about every concern but the fifth, which is held out.
      town.clock.advance(minutes: 60)
      for _ in 0..<8 {
        try await decide(town, times: 4, leaf: "GM0601")
        try await decide(town, times: 1, leaf: "PM0301")
      }
      let model = try required(try await learn(town: id, app))
      #expect(!model.isTaken && model.right < model.rightBefore && model.number == 2)
      #expect(try await catalogues.current(town: id, day: town.clock.now.day, in: app.database).model == 1)
      let officer = try await town.person(.townOfficer, at: TestTown.town)
      let versions = try await officer.get("/api/v1/t/\(TestTown.town)/accuracy").json["versions"] as? [[String: Any]]
      #expect(versions?.map { $0["number"] as? Int } == [2, 1, 0])
      #expect(versions?.map { $0["in_use"] as? Bool } == [false, true, false])
    }
  }

  /// Two copies of the program that both believe to have the lease make one version.
  @Test(arguments: Backend.all) func twoCopiesMakeOneVersion(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (app, id) = (town.program.app, try town.key().town)
      try await decide(town, times: 25, leaf: "PM0301")
      async let one = learn(town: id, app)
      async let other = learn(town: id, app)
      let made = try await [one, other].compactMap(\.self)
      let stored = try await app.database.read { tx in try tx.learntModels(of: id, limit: 10) }
      #expect(made.count == 1 && stored.map(\.number) == [1])
      #expect(learningWork.name == "learning")
      let (now, database) = (town.clock.now, app.database)
      #expect(try await database.lease(learningWork.name, holder: "one", now: now, seconds: 900))
      #expect(try await !database.lease(learningWork.name, holder: "other", now: now, seconds: 900))
    }
  }

  @Test(arguments: Backend.all) func whatWasLearntCannotBeChangedUnseen(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (app, id) = (town.program.app, try town.key().town)
      try await decide(town, times: 25, leaf: "PM0301")
      _ = try await learn(town: id, app)
      _ = try await app.database.write { tx in try tx.run("UPDATE learnt_text SET text = text || '\n水 0:900'") }
      await #expect(throws: DatabaseError.self) { try await app.database.read { tx in try tx.learnt(of: id) } }
    }
  }

  @Test func theFiguresAndLessonsAreReadByIndex() async throws {
    try await TestTown.run(on: .sqlite) { town in
      try await decide(town, times: 25, leaf: "PM0301")
      let (key, day) = (try town.key(), town.clock.now.day)
      let plans = Plans()
      try await town.program.app.database.read { tx in
        let tx = Transaction(Explaining(tx.connection, plans))
        _ = try tx.accuracy(town: key.town, village: key.village, on: day)
        _ = try tx.hasDecided(town: key.town, after: Instant(milliseconds: 0), atLeast: 20)
        _ = try tx.decisions(of: key.town, before: (Instant(milliseconds: .max), .max), limit: 200)
        _ = try tx.learnt(of: key.town)
      }
      #expect(plans.scans.isEmpty, "\(plans.scans)")
    }
  }
}

/// The shipped engine's first suggestion.
private enum Shipped {
  static func best(_ text: String) -> String? { TownCatalogue.shipped.engine.classify(text).first?.code }
}

extension HTTPAnswer {
  /// The answer, when it has the status.
  fileprivate func expect(_ status: Int) throws -> HTTPAnswer {
    guard self.status == status else { throw Failed(what: "\(self.status): \(text.suffix(1500))") }
    return self
  }
}
