import Foundation
import Governance
import Matters
import Testing
import Values
import Web

@testable import sanshi

@Suite struct AlarmTests {
  private var v: String { "/v/\(TestTown.qinghe)" }

  private func ringing(_ client: Client) async throws -> [[String: Any]] {
    let answer = try await client.get("/alarms.json")
    #expect(answer.status == 200, "\(answer.text)")
    return answer.json["alarms"] as? [[String: Any]] ?? []
  }

  private func report(_ text: String, in town: TestTown) async throws {
    let answer = try await town.resident.api("\(v)/report", ["text": text, "confirmed": "1"])
    #expect(answer.status == 201, "\(answer.text)")
  }

  private struct Ears: Sendable {
    let keeper, committee, duty, officer, leader, otherVillage, otherTown: Client

    init(_ town: TestTown) async throws {
      keeper = try await town.keeper()
      committee = try await town.person(.villageCommittee, at: TestTown.qinghe)
      duty = try await town.person(.dutyOfficer, at: TestTown.town)
      officer = try await town.person(.townOfficer, at: TestTown.town)
      leader = try await town.person(.townLeader, at: TestTown.town)
      otherVillage = try await town.keeper(TestTown.willow)
      otherTown = try await town.person(.dutyOfficer, at: TestTown.otherTown)
    }
  }

  @Test(arguments: Backend.all, ["厨房着火了,有人被困在里面", "隔壁天天打老人,身上都有伤"])
  func dangerRingsAtTheVillageAndTheDutyOfficerAtOnce(on backend: Backend, text: String) async throws {
    try await TestTown.run(on: backend) { town in
      let ears = try await Ears(town)
      try await report(text, in: town)
      for client in [ears.keeper, ears.committee, ears.duty] {
        let alarms = try await ringing(client)
        #expect(alarms.count == 1)
        #expect((alarms.first?["phones"] as? [[String: Any]] ?? []).isEmpty == false, "no numbers to call")
      }
      for client in [ears.officer, ears.leader, ears.otherVillage, ears.otherTown] {
        #expect(try await ringing(client).isEmpty)
      }
    }
  }

  @Test(arguments: Backend.all, ["路灯不亮", "气死了,垃圾桶又满了", "昨天演练着火,大家都学会了"])
  func whatIsNoDangerRingsNowhere(on backend: Backend, text: String) async throws {
    try await TestTown.run(on: backend) { town in
      let ears = try await Ears(town)
      try await report(text, in: town)
      for client in [ears.keeper, ears.duty] { #expect(try await ringing(client).isEmpty) }
    }
  }

  @Test(arguments: Backend.all) func whoTakesItIsLoggedAndItStopsForAll(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let ears = try await Ears(town)
      try await report("厨房着火了,有人被困在里面", in: town)
      let alarm = try required(try await ringing(ears.keeper).first)
      let id = try required(alarm["id"] as? String)
      town.clock.advance(minutes: 3)
      // Another village's clerk finds no such alarm.
      #expect(try await ears.otherVillage.post("/v/\(TestTown.willow)/alarms/\(id)/acknowledgement").status == 404)
      #expect(try await ringing(ears.keeper).count == 1)
      let taken = try await ears.keeper.post(try required(alarm["acknowledge_url"] as? String))
      #expect(taken.status == 303, "\(taken.text.prefix(300))")
      for client in [ears.keeper, ears.committee, ears.duty] { #expect(try await ringing(client).isEmpty) }
      let now = town.clock.now
      let row = try await town.program.app.database.read { tx in try required(try tx.row("SELECT * FROM alarm")) }
      #expect(row.optionalInstant("acknowledged_at") == now && row.optionalInt64("acknowledged_by") != nil)
      let events = try await town.count("SELECT COUNT(*) AS n FROM event WHERE kind = 'alarm_acknowledged'")
      #expect(events == 1)
      // Taken twice changes nothing.
      #expect(try await ears.duty.post("\(v)/alarms/\(id)/acknowledgement").status == 303)
    }
  }

  @Test(arguments: Backend.all) func afterHalfAnHourItPassesOn(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (ears, app) = (try await Ears(town), town.program.app)
      try await report("厨房着火了,有人被困在里面", in: town)
      func level() async throws -> Int {
        try await app.database.read { tx in try tx.count("SELECT level FROM alarm") }
      }
      town.clock.advance(minutes: 29)
      try await alarmWork.run(app)
      #expect(try await level() == 0)
      #expect(try await ringing(ears.leader).isEmpty)
      town.clock.advance(minutes: 1)
      try await alarmWork.run(app)
      #expect(try await level() == 1)
      for client in [ears.keeper, ears.duty, ears.officer, ears.leader] {
        #expect(try await ringing(client).count == 1)
      }
      for client in [ears.otherVillage, ears.otherTown] { #expect(try await ringing(client).isEmpty) }
      town.clock.advance(minutes: 30)
      try await alarmWork.run(app)
      #expect(try await level() == 2)
      town.clock.advance(minutes: 300)
      try await alarmWork.run(app)
      #expect(try await level() == 2)
      // Taken by the town it stops everywhere and passes no further.
      let alarm = try required(try await ringing(ears.leader).first)
      let id = try required(alarm["id"] as? String)
      #expect(try await ears.leader.post("/t/\(TestTown.town)/alarms/\(id)/acknowledgement").status == 303)
      #expect(try await ringing(ears.keeper).isEmpty)
    }
  }

  @Test(arguments: Backend.all) func whatIsSealedRingsForTheTownWithoutItsWords(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let ears = try await Ears(town)
      let reader = try await town.person(.disciplineReader, at: TestTown.town)
      let sent = try await town.resident.api(
        "\(v)/report", ["text": "村主任持刀砍人,琉璃瓦", "confirmed": "1", "about_staff": "1"])
      #expect(sent.status == 201 && sent.json["sealed"] as? Bool == true, "\(sent.text)")
      let heard = try await ringing(reader)
      #expect(heard.count == 1 && (heard.first?["title"] as? String ?? "").contains("琉璃瓦"), "\(heard)")
      // The duty officer knows that there is one, so that somebody acts.
      let duty = try await ears.duty.get("/alarms.json")
      #expect((duty.json["alarms"] as? [Any])?.count == 1)
      #expect(!duty.text.contains("琉璃瓦") && !duty.text.contains("清河村"), "\(duty.text)")
      town.clock.advance(minutes: 31)
      try await alarmWork.run(town.program.app)
      for client in [ears.keeper, ears.committee, ears.officer, ears.leader, ears.otherTown] {
        #expect(try await ringing(client).isEmpty)
      }
    }
  }

  @Test(arguments: Backend.all) func historyFromAnOldRegisterRingsNowhere(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (key, keeper) = (try town.key(), try await town.keeper())
      _ = try await town.program.app.write { w in
        var new = NewConcern(text: "厨房着火了", channel: .importFile, receivedAt: w.now)
        (new.urgency, new.isHistory) = (.life, true)
        return try w.file(new, in: key, villageName: "清河村")
      }
      #expect(try await ringing(keeper).isEmpty)
    }
  }
}
