import Governance
import Store
import Testing
import Values
import Web

@testable import Matters
@testable import sanshi

/// What the page of events says: words, not codes.
@Suite struct EventWordsTests {
  @Test(arguments: Backend.all)
  func everyEventHasWords(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (a, b) = try await (town.matter(reporters: 2), town.matter(reporters: 1))
      let key = try town.key()
      _ = try await town.person(.registerKeeper, at: TestTown.qinghe)
      let merged = try await town.program.app.write { w in try w.merge([b], into: a, in: key, reason: "同一件事") }
      _ = try await town.program.app.write { w in try w.undoMerge(try required(merged.first), in: key, reason: "两处") }
      let concern = try await town.program.app.write { w in
        var new = NewConcern(text: "燃气泄漏了", channel: .phone, receivedAt: w.now)
        new.urgency = .danger
        let filed = try w.file(new, in: key, villageName: "清河村")
        try w.add("还在漏", to: w.tx.concern(filed.id, in: key), kind: "added")
        try w.refuse(w.tx.concern(filed.id, in: key), reason: .noContent, answer: "看不出是什么事")
        return filed.id
      }
      try await town.program.app.write { w in
        // Nobody is called to a concern that was not taken up.
        #expect(try w.tx.openAlarms(town: key.town, village: key.village).isEmpty)
        try w.appeal(w.tx.concern(concern, in: key), text: "请再看看")
        try w.withdraw(w.tx.concern(concern, in: key))
      }
      let rows = try await town.program.app.database.read { tx in
        try tx.rows("SELECT DISTINCT kind, subject FROM event").map { (try $0.text("kind"), try $0.text("subject")) }
      }
      #expect(rows.count >= 8)
      for (kind, subject) in rows {
        #expect(EventStrings.hasWords(kind: kind), "\(kind)")
        let words = EventStrings.subject(subject)
        #expect(words.zh != subject && !words.en.isEmpty, "\(subject)")
      }
    }
  }
}
