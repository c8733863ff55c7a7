import Foundation
import Governance
import Matters
import Testing
import Values
import Web

@testable import Connect
@testable import sanshi

/// A sealed concern (codebook §2) is looked for everywhere. Its words bear a mark that stands nowhere else.
@Suite struct SealedTests {
  private static let mark = "琉璃瓦"
  /// Everybody but the one reader; where each stands.
  private static let seekers: [(Role, String)] = [
    (.resident, TestTown.qinghe), (.collector, TestTown.qinghe), (.registerKeeper, TestTown.qinghe),
    (.villageCommittee, TestTown.qinghe), (.groupLeader, TestTown.qinghe + "01"), (.supervisor, TestTown.qinghe),
    (.serviceCentre, TestTown.qinghe), (.departmentHandler, TestTown.town), (.departmentHead, TestTown.town),
    (.dutyOfficer, TestTown.town), (.townOfficer, TestTown.town), (.townLeader, TestTown.town),
    (.countyOfficer, TestTown.county), (.administrator, TestTown.town), (.auditor, TestTown.town),
  ]

  private struct Sealed: Sendable {
    let id: ID<Concern>
    let number: String
    let token: String
  }

  private func report(_ text: String, _ more: [String: Any] = [:], in town: TestTown) async throws -> Sealed {
    let sent: [String: Any] = ["text": text, "confirmed": "1", "name": "苏某某", "phone": "19912345678"]
    let answer = try await town.resident.api(
      "/v/\(TestTown.qinghe)/report", sent.merging(more) { _, given in given })
    #expect(answer.status == 201, "\(answer.text)")
    #expect(answer.json["sealed"] as? Bool == true, "\(text)")
    let number = try required(answer.json["number"] as? String)
    let url = try required(answer.json["tracking_url"] as? String)
    let id = try await town.program.app.database.read { tx in
      try required(try tx.row("SELECT id FROM concern WHERE number = \(number)")).id("id", as: Concern.self)
    }
    return Sealed(id: id, number: number, token: url.components(separatedBy: "/r/").last ?? "")
  }

  /// Ticked, detected by its words, urgent, written down by a collector, and refused as discipline.
  private func fill(_ town: TestTown, _ people: [Role: Client]) async throws -> [Sealed] {
    let keeper = try required(people[.registerKeeper])
    var all = [
      try await report("办公室的账对不上\(Self.mark)", ["about_staff": "1"], in: town),
      try await report("村主任贪污低保款,\(Self.mark)的钱也进了他的口袋", in: town),
      try await report("村支书带人持刀砍人,\(Self.mark)", ["about_staff": "1"], in: town),
    ]
    let collector = try required(people[.collector])
    let entered = try await collector.api(
      "/v/\(TestTown.qinghe)/concerns",
      ["text": "有人说会计的事\(Self.mark)", "channel": "phone", "about_staff": "1", "reporter_phone": "19912345678"])
    #expect(entered.status == 201 && entered.json["sealed"] as? Bool == true, "\(entered.text)")
    let refused = try await town.concern("这件事要给纪检看\(Self.mark)", name: "苏某某", phone: "19912345678")
    let refusal = try await keeper.post(
      "/v/\(TestTown.qinghe)/concerns/\(refused.id)/refusal", [("code", "discipline"), ("answer", "已转纪检")])
    #expect(refusal.status == 303, "\(refusal.text.prefix(500))")
    all.append(Sealed(id: refused.id, number: refused.number, token: refused.token))
    // What its reporter and reader do later shows nowhere either.
    let added = try await town.resident.post("/r/\(all[0].token)/additions", [("text", "补充\(Self.mark)")])
    #expect(added.status == 303, "\(added.text.prefix(500))")
    return all
  }

  private func seekers(in town: TestTown) async throws -> [Role: Client] {
    var people: [Role: Client] = [:]
    for (role, code) in Self.seekers { people[role] = try await town.person(role, at: code) }
    return people
  }

  /// Every address that reads, with the concern's id and every search for its words.
  private func addresses(of concern: ID<Concern>, matter: ID<Matter>) -> [String] {
    let reads = doors.filter { $0.method == .get && $0.path != "/r/{token}" }
      .map { $0.address(concern: concern.description, matter: matter.description) }
    let (v, word) = ("/v/\(TestTown.qinghe)", Client.encoded(Self.mark))
    let searches = [
      "\(v)/matters?q=\(word)", "\(v)/open/search?q=\(word)", "\(v)/concerns?state=sealed",
      "\(v)/concerns?state=refused",
      "\(v)/concerns?state=notTakenUp", "\(v)/matters/\(concern)", "\(v)/photos/\(concern)", "\(v)/report?text=\(word)",
    ]
    let registers = ["government", "community", "private"].flatMap { name in
      ["", "/print", "/export.csv"].map { "\(v)/registers/\(name)\($0)?q=\(word)" }
        + ["", "/print", "/export.csv"].map { "\(v)/registers/\(name)\($0)" } + ["\(v)/open/\(name)?q=\(word)"]
    }
    return reads + searches + registers
  }

  @Test(arguments: Backend.all) func nobodyButTheReaderFindsASealedConcern(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let people = try await seekers(in: town)
      let matter = try await town.matter(title: "三组路灯不亮")
      let sealed = try await fill(town, people)
      for (role, client) in people.map({ ("\($0)", $1) }) + [("nobody", town.resident)] {
        for address in addresses(of: try required(sealed.first).id, matter: matter) {
          for path in [address, "/api/v1" + address] {
            try await expectNothing(of: sealed, in: try await client.get(path), "\(role) GET \(path)")
          }
        }
        for concern in sealed.dropFirst() {
          let path = "/v/\(TestTown.qinghe)/concerns/\(concern.id)"
          for end in ["", "/slip", "/second-appeal"] {
            let answer = try await client.get(path + end)
            #expect(answer.status != 200, "\(role) GET \(path + end)")
            try await expectNothing(of: sealed, in: answer, "\(role) GET \(path + end)")
          }
        }
      }
    }
  }

  private func expectNothing(of sealed: [Sealed], in answer: HTTPAnswer, _ what: String) async throws {
    // What somebody asked for is shown again in the field.
    let isEcho = what.contains("?")
    let text = answer.text
    if isEcho {
      let words = text.components(separatedBy: Self.mark).dropLast().map { $0.suffix(4) }
      let known = ["对不上", "低保款,", "砍人,", "的事", "看", "补充"]
      for before in words { #expect(!known.contains { before.hasSuffix($0) }, "\(what): …\(before)") }
    } else {
      #expect(!text.contains(Self.mark), "\(what)")
    }
    #expect(!text.contains("19912345678") && !text.contains("苏某某"), "\(what)")
    for concern in sealed where !what.contains(concern.id.description) {
      #expect(!text.contains(concern.number), "\(what)")
      #expect(!text.contains(concern.id.description), "\(what)")
    }
    for concern in sealed { #expect(!text.contains(concern.number), "\(what)") }
  }

  /// On the bell nothing is left of a concern that was sealed after the village had heard of it, nor of one that was
  /// sealed before it heard, nor does its reporter ring there any more.
  @Test(arguments: Backend.all) func theBellForgetsWhatWasSealed(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let people = try await seekers(in: town)
      let watchers = try [Role.registerKeeper, .villageCommittee, .townOfficer].map { try required(people[$0]) }
      func bells() async throws -> [String] {
        var all: [String] = []
        for watcher in watchers {
          let items = try await watcher.get("/api/v1/notices").items
          all += items.map { "\($0["text"] ?? "") \($0["href"] ?? "")" }
        }
        return all
      }
      let keeper = watchers[0]
      func seal(_ filed: FiledConcern) async throws {
        let answer = try await keeper.api(
          "/v/\(TestTown.qinghe)/concerns/\(filed.id)/refusal", ["code": "discipline", "answer": "已转纪检"])
        #expect(answer.status == 200, "\(answer.text)")
      }
      let (heard, other) = try await (town.concern("水沟堵了", phone: "19912345678"), town.concern("路灯坏了"))
      try await Outbox().run(town.program.app)
      #expect(try await bells().count == 4)
      try await seal(heard)
      let unheard = try await town.concern("会计的事", phone: "19912345678")
      try await seal(unheard)
      try await Outbox().run(town.program.app)
      let withdrawn = try await town.resident.api("/r/\(heard.token)/withdrawal", [:])
      #expect(withdrawn.status == 200, "\(withdrawn.text)")
      try await Outbox().run(town.program.app)
      let left = try await bells()
      #expect(left.count == 2 && left.allSatisfy { $0.contains(other.id.description) }, "\(left)")
      #expect(try await town.count("SELECT COUNT(*) AS n FROM notice WHERE audience = 'triage'") == 1)
    }
  }

  @Test(arguments: Backend.all) func writesFindNothingOfIt(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let people = try await seekers(in: town)
      let matter = try await town.matter(title: "三组路灯不亮")
      let sealed = try await fill(town, people)
      let concern = try required(sealed.first).id
      let (v, keeper) = ("/v/\(TestTown.qinghe)", try required(people[.registerKeeper]))
      let committee = try required(people[.villageCommittee])
      let writes = ["contact", "triage", "additions", "withdrawal", "refusal"]
      for write in writes {
        let fields = [
          ("text", "x"), ("why", "x"), ("code", "thanks"), ("answer", "x"), ("leaf", "CM0302"), ("title", "x"),
        ]
        let answer = try await keeper.post("\(v)/concerns/\(concern)/\(write)", fields)
        #expect(answer.status == 404, "\(write): \(answer.status)")
      }
      let decision = try await committee.post(
        "\(v)/concerns/\(concern)/appeal-decision", [("decision", "grant"), ("answer", "x")])
      #expect(decision.status == 404)
      for path in ["\(v)/report/suggestions", "/api/v1\(v)/report/suggestions"] {
        let answer = try await town.resident.post(path, [("text", "办公室的账对不上")])
        try await expectNothing(of: sealed, in: answer, "POST \(path)")
      }
      for path in ["\(v)/calls/numbers", "\(v)/registers/community/contacts", "\(v)/matters/\(matter)/reporters"] {
        try await expectNothing(of: sealed, in: try await keeper.post(path), "POST \(path)")
      }
      let looked = try await town.resident.post(
        "/lookup", [("number", try required(sealed.first).number), ("phone_tail", "5678")])
      #expect(looked.status == 422, "a sealed number is answered like one that does not exist")
      #expect(try await workbook(keeper, "\(v)/registers/community/export.xlsx").contains(Self.mark) == false)
    }
  }

  /// The text of a workbook, unpacked.
  private func workbook(_ client: Client, _ path: String) async throws -> String {
    let answer = try await client.get(path)
    #expect(answer.status == 200)
    return try XlsxText.of(answer.body)
  }

  @Test(arguments: Backend.all) func countsListsAndPagesAreAsIfItWereNotThere(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let people = try await seekers(in: town)
      _ = try await town.matter(title: "三组路灯不亮")
      _ = try await town.concern("桥栏杆断了")
      let (v, t) = ("/v/\(TestTown.qinghe)", "/t/\(TestTown.town)")
      let read = [
        v, "\(v)/concerns", "\(v)/matters", "\(v)/registers", "\(v)/registers/community", "\(v)/calls", "\(v)/events",
        t, "\(t)/villages", "\(t)/registers", "/c/\(TestTown.county)", "/home", "\(v)/mine", "\(v)/open/community",
      ]
      func all() async throws -> [String: String] {
        var texts: [String: String] = [:]
        for (role, client) in people {
          for path in read {
            // The head of the town's chain moves with whatever happens in the town.
            let text = try await client.get("/api/v1" + path).text
            texts["\(role) \(path)"] = text.components(separatedBy: "\"head\":")[0]
          }
        }
        return texts
      }
      let before = try await all()
      _ = try await report("村主任贪污低保款\(Self.mark)", in: town)
      _ = try await report("账对不上\(Self.mark)", ["about_staff": "1"], in: town)
      for (what, text) in try await all() where before[what] != text {
        let (old, new) = (parts(before[what] ?? ""), parts(text))
        Issue.record("\(what): \(old.subtracting(new)) became \(new.subtracting(old))")
      }
    }
  }

  private func parts(_ text: String) -> Set<Substring> { Set(text.split(separator: ",")) }

  @Test(arguments: Backend.all) func theReaderAndTheReporterHaveItsWords(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let people = try await seekers(in: town)
      let sealed = try await fill(town, people)
      let reader = try await town.person(.disciplineReader, at: TestTown.town)
      let stranger = try await town.person(.disciplineReader, at: TestTown.otherTown)
      let list = try await reader.get("/api/v1/t/\(TestTown.town)/sealed")
      #expect(list.items.count == sealed.count + 1)
      #expect(try await stranger.get("/api/v1/t/\(TestTown.otherTown)/sealed").items.isEmpty)
      for concern in sealed {
        let page = try await reader.get("/t/\(TestTown.town)/sealed/\(concern.id)")
        #expect(page.status == 200 && page.text.contains(Self.mark))
        #expect(try await stranger.get("/t/\(TestTown.town)/sealed/\(concern.id)").status == 403)
        #expect(try await stranger.get("/t/\(TestTown.otherTown)/sealed/\(concern.id)").status == 404)
        let own = try await town.resident.get("/r/\(concern.token)")
        #expect(own.status == 200 && own.text.contains(Self.mark))
      }
    }
  }

  @Test(arguments: Backend.all) func itsReporterStaysUnknownToTheVillage(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      _ = try await report("村主任贪污低保款\(Self.mark)", in: town)
      // The same telephone at the village, without a name: the sealed report's name does not come up.
      let filed = try await town.concern("路灯坏了", phone: "19912345678")
      let keeper = try await town.keeper()
      let shown = try await keeper.api("/v/\(TestTown.qinghe)/concerns/\(filed.id)/contact", [:])
      #expect(shown.json["phone"] as? String == "19912345678" && shown.json["name"] == nil, "\(shown.text)")
    }
  }
}
