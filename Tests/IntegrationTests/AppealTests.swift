import Governance
import Matters
import People
import Store
import Testing
import Values
import Web

@testable import sanshi

@Suite struct AppealTests {
  private var v: String { "/v/\(TestTown.qinghe)" }

  /// A concern that the keeper did not take up.
  private func refused(_ town: TestTown, by keeper: Client) async throws -> FiledConcern {
    let filed = try await town.concern("还是上次那件事", name: "张三", phone: "19900001234")
    let answer = try await keeper.post(
      "\(v)/concerns/\(filed.id)/refusal", [("code", "answeredBefore"), ("answer", "已经答复过")])
    #expect(answer.status == 303, "\(answer.text.prefix(300))")
    return filed
  }

  private func appeal(_ filed: FiledConcern, in town: TestTown) async throws -> HTTPAnswer {
    try await town.resident.api("/r/\(filed.token)/appeal", ["appeal_text": "这次不一样"])
  }

  private func state(_ filed: FiledConcern, in town: TestTown) async throws -> ConcernRow {
    let key = try town.key()
    return try await town.program.app.database.read { tx in try tx.concern(filed.id, in: key) }
  }

  @Test(arguments: Backend.all) func aGrantedAppealEntersAgainWithItsFirstDate(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (keeper, committee) = try await (town.keeper(), town.person(.villageCommittee, at: TestTown.qinghe))
      let filed = try await refused(town, by: keeper)
      let first = try await state(filed, in: town).receivedAt
      town.clock.advance(minutes: 60)
      #expect(try await appeal(filed, in: town).status == 200)
      let due = try await town.program.app.database.read { tx in
        try required(try tx.row("SELECT due_at FROM appeal WHERE concern = \(filed.id)")).instant("due_at")
      }
      // Wednesday the 18th of November and five working days.
      #expect(due.day == Day(year: 2026, month: 11, day: 25))
      #expect(try await committee.get("/api/v1/home").text.contains(filed.number), "it waits on the committee's desk")
      let decided = try await committee.api(
        "\(v)/concerns/\(filed.id)/appeal-decision", ["decision": "grant", "answer": "我们再看"])
      #expect(decided.status == 200, "\(decided.text)")
      let now = try await state(filed, in: town)
      #expect(now.state == .received && now.receivedAt == first)
      #expect(try await town.resident.get("/r/\(filed.token)").text.contains("我们再看"))
    }
  }

  @Test(arguments: Backend.all) func whoeverRefusedDoesNotDecideTheAppeal(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let both = try await town.person([.registerKeeper, .villageCommittee], at: TestTown.qinghe)
      let filed = try await refused(town, by: both)
      #expect(try await appeal(filed, in: town).status == 200)
      let own = try await both.api(
        "\(v)/concerns/\(filed.id)/appeal-decision", ["decision": "uphold", "answer": "还是一样"])
      #expect(own.status == 409 && own.text.contains("appealBySamePerson"), "\(own.text)")
      #expect(try await state(filed, in: town).state == .appealed)
      // The keeper alone may not decide at all.
      let keeper = try await town.keeper()
      #expect(
        try await keeper.api("\(v)/concerns/\(filed.id)/appeal-decision", ["decision": "grant", "answer": "x"]).status
          == 403)
    }
  }

  @Test(arguments: Backend.all) func theSecondAppealIsTheTownsAndThereIsNoThird(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (keeper, committee) = try await (town.keeper(), town.person(.villageCommittee, at: TestTown.qinghe))
      let officer = try await town.person(.townOfficer, at: TestTown.town)
      let filed = try await refused(town, by: keeper)
      #expect(try await appeal(filed, in: town).status == 200)
      // The town does not decide the first.
      let early = try await officer.api(
        "\(v)/concerns/\(filed.id)/second-appeal", ["decision": "grant", "answer": "x"])
      #expect(early.status == 409, "\(early.text)")
      let upheld = try await committee.api(
        "\(v)/concerns/\(filed.id)/appeal-decision", ["decision": "uphold", "answer": "村里看过了"])
      #expect(upheld.status == 200, "\(upheld.text)")
      #expect(try await appeal(filed, in: town).status == 200)
      let again = try await committee.api(
        "\(v)/concerns/\(filed.id)/appeal-decision", ["decision": "grant", "answer": "x"])
      #expect(again.status == 409, "the village does not decide the second: \(again.text)")
      #expect(try await officer.get("/api/v1/home").text.contains(filed.number))
      let last = try await officer.api(
        "\(v)/concerns/\(filed.id)/second-appeal", ["decision": "uphold", "answer": "镇里也看过了"])
      #expect(last.status == 200, "\(last.text)")
      let third = try await appeal(filed, in: town)
      #expect(third.status == 409 && third.text.contains("appealsUsedUp"), "\(third.text)")
      #expect(try await town.resident.get("/r/\(filed.token)").text.contains("镇里也看过了"))
    }
  }

  private func refuse(_ filed: FiledConcern, _ code: String, by keeper: Client) async throws -> HTTPAnswer {
    try await keeper.api("\(v)/concerns/\(filed.id)/refusal", ["code": code, "answer": "不予纳入"])
  }

  @Test(arguments: Backend.all) func theTownsGrantIsNotRefusedAway(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (keeper, committee) = try await (town.keeper(), town.person(.villageCommittee, at: TestTown.qinghe))
      let officer = try await town.person(.townOfficer, at: TestTown.town)
      let filed = try await refused(town, by: keeper)
      #expect(try await appeal(filed, in: town).status == 200)
      let upheld = try await committee.api(
        "\(v)/concerns/\(filed.id)/appeal-decision", ["decision": "uphold", "answer": "村里看过了"])
      #expect(upheld.status == 200, "\(upheld.text)")
      #expect(try await appeal(filed, in: town).status == 200)
      let granted = try await officer.api(
        "\(v)/concerns/\(filed.id)/second-appeal", ["decision": "grant", "answer": "要办"])
      #expect(granted.status == 200, "\(granted.text)")
      for code in ["answeredBefore", "noContent"] {
        let again = try await refuse(filed, code, by: keeper)
        #expect(again.status == 409 && again.text.contains("refusalAfterTown"), "\(again.text)")
        #expect(again.text.contains("分流"), "the way out is named: \(again.text)")
      }
      let withdrawn = try await keeper.api("\(v)/concerns/\(filed.id)/withdrawal", ["why": "他说算了"])
      #expect(withdrawn.status == 409 && withdrawn.text.contains("withdrawalAfterTown"), "\(withdrawn.text)")
      #expect(try await state(filed, in: town).state == .received)
      let page = try await keeper.get("\(v)/concerns/\(filed.id)").text
      #expect(!page.contains("value=\"noContent\"") && page.contains("value=\"discipline\""))
      let sealed = try await refuse(filed, "discipline", by: keeper)
      #expect(sealed.status == 200, "\(sealed.text)")
    }
  }

  @Test(arguments: Backend.all) func theVillagesGrantSettlesThatReason(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (keeper, committee) = try await (town.keeper(), town.person(.villageCommittee, at: TestTown.qinghe))
      let filed = try await refused(town, by: keeper)
      #expect(try await appeal(filed, in: town).status == 200)
      let granted = try await committee.api(
        "\(v)/concerns/\(filed.id)/appeal-decision", ["decision": "grant", "answer": "我们再看"])
      #expect(granted.status == 200, "\(granted.text)")
      let again = try await refuse(filed, "answeredBefore", by: keeper)
      #expect(again.status == 409 && again.text.contains("refusalAfterAppeal"), "\(again.text)")
      // Another reason is open, since the town may still be asked about it.
      let other = try await refuse(filed, "noContent", by: keeper)
      #expect(other.status == 200, "\(other.text)")
      #expect(try await appeal(filed, in: town).status == 200)
    }
  }

  @Test(arguments: Backend.all) func anAppealIsTakenOnce(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let filed = try await refused(town, by: try await town.keeper())
      #expect(try await appeal(filed, in: town).status == 200)
      #expect(try await appeal(filed, in: town).status == 409)
      let empty = try await town.resident.api("/r/\(filed.token)/appeal", ["appeal_text": ""])
      #expect(empty.status == 422 && empty.text.contains("appeal_text"))
    }
  }
}
