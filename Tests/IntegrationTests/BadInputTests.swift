import Foundation
import Governance
import Matters
import Testing
import Values
import Web

@testable import sanshi

@Suite struct BadInputTests {
  /// A report as the form of the village page sends it.
  private func report(_ client: Client, _ fields: [String: Any]) async throws -> HTTPAnswer {
    try await client.api("/v/\(TestTown.qinghe)/report", fields.merging(["confirmed": "1"]) { given, _ in given })
  }

  private func fields(of answer: HTTPAnswer) -> [String] {
    (answer.json["errors"] as? [[String: String]] ?? []).compactMap { $0["field"] }
  }

  @Test(arguments: Backend.all) func whatCannotBeTakenNamesItsField(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let cases: [([String: Any], String)] = [
        (["text": ""], "text"), (["text": String(repeating: "😀", count: 10_000)], "text"),
        (["text": "路灯坏了", "phone": "1380013800"], "phone"),
        (["text": "路灯坏了", "lat": "91", "lon": "104"], "lat"), (["text": "路灯坏了", "group": "nonsense"], "group"),
      ]
      for (sent, field) in cases {
        let answer = try await report(town.resident, sent)
        #expect(answer.status == 422, "\(sent.keys) gave \(answer.status) \(answer.text.prefix(200))")
        #expect(answer.headers["content-type"] == "application/problem+json")
        #expect(fields(of: answer).contains(field), "\(field): \(answer.text.prefix(300))")
      }
      let count = try await town.count("SELECT COUNT(*) AS n FROM concern")
      #expect(count == 0)
    }
  }

  @Test(arguments: Backend.all) func theErrorSpeaksTheReadersLanguage(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let path = "/api/v1/v/\(TestTown.qinghe)/report"
      let body = Data(#"{"text": "", "confirmed": "1"}"#.utf8)
      let zh = try await town.resident.send("POST", path, ["Content-Type": "application/json"], body)
      let en = try await town.resident.send(
        "POST", path, ["Content-Type": "application/json", "Accept-Language": "en-GB,en"], body)
      #expect(zh.text.contains("请"))
      #expect(en.status == 422 && !en.text.contains("请"))
    }
  }

  @Test(arguments: Backend.all) func aFormThatIsRejectedComesBackFilled(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let answer = try await town.resident.post(
        "/v/\(TestTown.qinghe)/report", [("text", "晒场边的水沟堵了三天"), ("phone", "1380013800")])
      #expect(answer.status == 422)
      #expect(answer.text.contains("晒场边的水沟堵了三天") && answer.text.contains("1380013800"))
    }
  }

  @Test(arguments: Backend.all) func theSameSubmissionTwiceIsOneConcern(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let client = town.resident
      _ = try await client.get("/v/\(TestTown.qinghe)/report")
      var numbers: Set<String> = []
      for _ in 0..<3 {
        let answer = try await client.api(
          "/v/\(TestTown.qinghe)/report", ["text": "桥栏杆断了", "confirmed": "1"], headers: ["Idempotency-Key": "k1"])
        #expect(answer.status == 201)
        numbers.insert(answer.json["number"] as? String ?? "none")
      }
      #expect(numbers.count == 1 && !numbers.contains("none"))
    }
  }

  @Test(arguments: Backend.all) func twoClerksChangingOneMatterDoNotOverwriteEachOther(on backend: Backend) async throws
  {
    try await TestTown.run(on: backend) { town in
      let matter = try await town.matter()
      let version = try await town.row(matter).version
      let (first, second) = try await (town.keeper(), town.keeper())
      let path = "/v/\(TestTown.qinghe)/matters/\(matter)/progress"
      let one = try await first.post(path, [("text", "已联系电工"), ("version", "\(version)")])
      #expect(one.status == 303, "\(one.text.prefix(300))")
      let other = try await second.post(path, [("text", "我写的另一条进展"), ("version", "\(version)")])
      #expect(other.status == 409)
      #expect(other.text.contains("我写的另一条进展"), "what was typed is lost")
    }
  }

  @Test(arguments: Backend.all) func aForgedIdOfAnotherVillageIsNotFound(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let other = try await town.matter(in: TestTown.willow)
      let keeper = try await town.keeper()
      #expect(try await keeper.get("/v/\(TestTown.qinghe)/matters/\(other)").status == 404)
      let answer = try await keeper.post(
        "/v/\(TestTown.qinghe)/matters/\(other)/progress", [("text", "x"), ("version", "1")])
      #expect(answer.status == 404)
      #expect(try await keeper.get("/v/\(TestTown.willow)/matters/\(other)").status == 403)
    }
  }

  @Test(arguments: Backend.all) func scriptsAndTurningMarksAreHarmless(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let filed = try await report(
        town.resident, ["text": "<script>alert(1)</script> 灯\u{202E}坏\u{0007}了 ' \" &"])
      #expect(filed.status == 201)
      let keeper = try await town.keeper()
      let list = try await keeper.get("/v/\(TestTown.qinghe)/concerns")
      #expect(list.status == 200 && list.text.contains("&lt;script&gt;"))
      #expect(!list.text.contains("<script>alert") && !list.text.contains("\u{202E}"))
    }
  }

  @Test(arguments: Backend.all) func aBodyThatIsTooLargeIsRefusedBeforeItIsRead(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let answer = try await town.resident.send(
        "POST", "/v/\(TestTown.qinghe)/report",
        ["Content-Type": "multipart/form-data; boundary=x"], Data(count: 100 << 20))
      #expect(answer.status == 413)
    }
  }

  @Test(arguments: Backend.all) func brokenBodiesAreNamed(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let path = "/api/v1/v/\(TestTown.qinghe)/report"
      let bodies: [(String, [UInt8])] = [
        ("application/json", Array("[1, 2".utf8)), ("application/x-www-form-urlencoded", Array("text=%FF%FE".utf8)),
        ("multipart/form-data; boundary=x", Array("--x\r\nbroken".utf8)),
      ]
      for (type, bytes) in bodies {
        let answer = try await town.resident.send("POST", path, ["Content-Type": type], Data(bytes))
        #expect(answer.status == 422, "\(type)")
      }
    }
  }

  @Test(arguments: Backend.all) func aPhotoThatIsNoneIsRefused(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let answer = try await town.resident.upload(
        "/v/\(TestTown.qinghe)/report", [("text", "坡上滚石头")],
        files: [("photos", "石头.jpg", "image/jpeg", Data("not a photo".utf8))])
      #expect(answer.status == 422)
      #expect(answer.text.contains("坡上滚石头"))
    }
  }
}
