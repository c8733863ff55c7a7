import Foundation
import Testing
import Values
import Web

@testable import Store
@testable import sanshi

/// What the database keeps of a write, so that the same one sent again is answered again.
@Suite struct SubmissionTests {
  private var report: String { "/v/\(TestTown.qinghe)/report" }
  private var words: [String: Any] { ["text": "桥栏杆断了", "confirmed": "1"] }

  private func token(_ answer: HTTPAnswer) throws -> String {
    try required((answer.json["tracking_url"] as? String)?.split(separator: "/").last.map(String.init))
  }

  private func concerns(_ town: TestTown) async throws -> Int {
    try await town.count("SELECT COUNT(*) AS n FROM concern")
  }

  /// Every text of every table.
  private func texts(_ town: TestTown) async throws -> [String] {
    try await town.program.app.database.read { tx in
      let tables =
        tx.dialect == .sqlite
        ? try tx.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%search%'")
        : try tx.rows("SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'")
      return try tables.flatMap { table in
        try tx.rows(SQL(unchecked: "SELECT * FROM \(try table.text("name"))")).flatMap(\.values).compactMap { value in
          if case .text(let text) = value { text } else { nil }
        }
      }
    }
  }

  @Test(arguments: Backend.all) func noTrackingLinkStandsInTheDatabase(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (program, browser) = (town.resident, town.resident)
      _ = try await program.get(report)
      let key = ["Idempotency-Key": "7f3c91ab22e05d"]
      let first = try await program.api(report, words, headers: key)
      #expect(first.status == 201, "\(first.text)")
      _ = try await browser.get(report)
      let form = [("text", "路灯不亮了"), ("confirmed", "1"), ("form_key", "abc")]
      let sent = try await browser.post(report, form)
      let link = try required(sent.location.split(separator: "/").last?.split(separator: "?").first.map(String.init))
      let stored = try await texts(town)
      #expect(stored.contains("桥栏杆断了"), "all tables are read")
      for secret in [try token(first), link, "7f3c91ab22e05d"] {
        #expect(secret.count >= 4 && !stored.contains { $0.contains(secret) }, "\(secret)")
      }
      // Still the same write sent again is answered as the first time.
      #expect(try await program.api(report, words, headers: key).text == first.text)
      #expect(try await browser.post(report, form).location == sent.location)
      #expect(try await concerns(town) == 2)
    }
  }

  @Test(arguments: Backend.all) func whoKeepsNoCookiesIsAnsweredAgainForTheSameWordsAlone(on backend: Backend)
    async throws
  {
    try await TestTown.run(on: backend) { town in
      let key = ["Idempotency-Key": "abc-1"]
      let first = try await town.resident.api(report, words, headers: key)
      let again = try await town.resident.api(report, words, headers: key)
      #expect(first.status == 201 && again.status == 201 && first.text == again.text, "\(again.text)")
      #expect(try await concerns(town) == 1)
      // Somebody else who guessed the key, and sends other words: a report of their own.
      let other = try await town.resident.api(report, ["text": "路灯不亮了", "confirmed": "1"], headers: key)
      let tokens = [try token(first), try token(other)]
      #expect(other.status == 201 && tokens[0] != tokens[1], "\(other.text)")
      #expect(try await concerns(town) == 2)
      // Without a key each call is one.
      _ = try await town.resident.api(report, words)
      #expect(try await concerns(town) == 3)
    }
  }

  @Test(arguments: Backend.all) func anAnswerThatDoesNotOpenIsNoLeaveToWriteTwice(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let key = ["Idempotency-Key": "abc-1"]
      #expect(try await town.resident.api(report, words, headers: key).status == 201)
      try await town.program.app.database.write { tx in
        _ = try tx.run("UPDATE submission SET answer = \(try Secrets.sealed("201", key: Secrets.random(32)))")
      }
      #expect(try await town.resident.api(report, words, headers: key).status == 500)
      #expect(try await concerns(town) == 1)
    }
  }
}
