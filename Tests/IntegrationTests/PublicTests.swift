import Foundation
import Governance
import Matters
import Mechanism
import Store
import Testing
import Values
import Web

@testable import sanshi

/// What anybody sees of a village: what was released one by one, and of the rest counts.
@Suite struct PublicTests {
  private var v: String { "/v/\(TestTown.qinghe)" }
  private var willow: String { "/v/\(TestTown.willow)" }

  private func release(
    _ matter: ID<Matter>, _ title: String, isPublic: Bool = true, in code: String = TestTown.qinghe, _ town: TestTown
  ) async throws {
    let key = try town.key(code)
    try await town.program.app.write { w in
      try w.release(matter, title: title, place: "三组", isPublic: isPublic, in: key)
    }
  }

  private func read(_ path: String, _ town: TestTown) async throws -> HTTPAnswer {
    try await town.resident.get(path.addingPercentEncoding(withAllowedCharacters: .urlFragmentAllowed) ?? path)
  }

  /// The count of a class as the village's page tells programs.
  private func open(_ matterClass: String, _ town: TestTown) async throws -> String? {
    let counts = try await read("/api/v1\(v)", town).json["counts"] as? [[String: Any]] ?? []
    return counts.first { $0["class"] as? String == matterClass }?["open"] as? String
  }

  // MARK: Counts

  @Test(arguments: Backend.all) func fewAreToldAsFewerThanFive(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      #expect(try await open("community", town) == "0")
      for _ in 0..<4 { _ = try await town.matter() }
      #expect(try await open("community", town) == "<5")
      #expect(try await read(v, town).text.contains("&lt;5"))
      _ = try await town.matter()
      #expect(try await open("community", town) == "5")
      #expect(try await open("private", town) == "0")
      #expect(try await open("government", town) == "0")
    }
  }

  @Test(arguments: Backend.all) func privateMattersAreCountsAlone(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let matter = try await town.matter(leaf: "PM0302", title: "墙根被邻居挖空")
      let keeper = try await town.keeper()
      let refused = try await keeper.api(
        "\(v)/matters/\(matter)/release", ["public": "1", "public_title": "墙根被挖空", "public_place": "三组"])
      #expect(refused.status == 409, "\(refused.text)")
      let counts = try await read("/api/v1\(v)/open/private", town)
      #expect(Set(counts.json.keys) == ["class", "open", "closed"] && counts.json["open"] as? String == "<5")
      for path in [v, "\(v)/open/private", "\(v)/open/search?q=墙根", "\(v)/feed.json", "\(v)/feed.xml"] {
        let answer = try await read(path, town)
        #expect(
          answer.status == 200 && !answer.text.contains("被邻居挖空") && !answer.text.contains("/\(matter)"), "\(path)")
      }
      #expect(try await read("\(v)/open/matters/\(matter)", town).status == 404)
    }
  }

  @Test(arguments: Backend.all) func protectedKindsAreCountsAlone(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      func health() async throws -> String? {
        let kinds = try await read("/api/v1\(v)", town).json["count_only"] as? [[String: Any]] ?? []
        return kinds.first { ($0["kind"] as? [String: String])?["en"] == "Health" }?["count"] as? String
      }
      // Whether there is none or a few is not told.
      #expect(try await health() == "<5")
      let matter = try await town.matter(leaf: "GM0601", title: "卫生室没有药")
      #expect(try await health() == "<5")
      let keeper = try await town.keeper()
      let refused = try await keeper.api(
        "\(v)/matters/\(matter)/release", ["public": "1", "public_title": "卫生室没有药", "public_place": "三组"])
      #expect(refused.status == 409, "\(refused.text)")
      #expect(try await read("\(v)/open/matters/\(matter)", town).status == 404)
      for _ in 0..<4 { _ = try await town.matter(leaf: "GM0601", title: "卫生室没有药") }
      #expect(try await health() == "5")
      #expect(!(try await read("\(v)/open/government", town).text.contains("卫生室没有药")))
    }
  }

  // MARK: Released

  @Test(arguments: Backend.all) func photosAreReleasedOneByOne(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (key, keeper) = (try town.key(), try await town.keeper())
      let files = try ["one", "two"].map { try town.program.app.files.put(Array($0.utf8)) }
      let duty = try required(Catalogue.shipped.duty("CM0302"))
      let matter = try await town.program.app.write { w in
        var new = NewConcern(text: "路灯坏了", channel: .walkIn, receivedAt: w.now)
        new.photos = files
        let concern = try w.file(new, in: key, villageName: "清河村").id
        let parts = [TriagePart(.new(title: "路灯坏了", Routing(duty: duty)))]
        return try required(try w.triage(try w.tx.concern(concern, in: key), into: parts, villageName: "清河村").first)
      }
      let photos = try await town.program.app.database.read { tx in
        try tx.rows("SELECT id FROM photo ORDER BY id").map { try $0.int64("id") }
      }
      #expect(photos.count == 2)
      func shown() async throws -> [String] {
        try await read("/api/v1\(v)/open/matters/\(matter)", town).json["photos"] as? [String] ?? []
      }
      func statuses() async throws -> [Int] {
        let answers = (try await read("/p/\(photos[0])", town), try await read("/p/\(photos[1])", town))
        return [answers.0.status, answers.1.status]
      }
      // A released photo of a matter that is not: nobody sees it yet.
      let first = try await keeper.api("\(v)/photos/\(photos[0])/release", ["released": "1"])
      #expect(first.status == 200, "\(first.text)")
      #expect(try await statuses() == [404, 404])
      try await release(matter, "路灯坏了", town)
      #expect(try await statuses() == [200, 404])
      #expect(try await shown().map { $0.hasSuffix("/p/\(photos[0])") } == [true])
      #expect(try await read("/p/\(photos[0])", town).text == "one")
      #expect(try await keeper.api("\(v)/photos/\(photos[0])/release", ["released": "0"]).status == 200)
      #expect(try await statuses() == [404, 404])
      #expect(try await shown().isEmpty)
    }
  }

  @Test(arguments: Backend.all) func listsAndFeedsHoldWhatIsReleasedAlone(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (released, kept) = (try await town.matter(title: "内部的话"), try await town.matter(title: "办公室里的井盖"))
      let other = try await town.matter(title: "内部", in: TestTown.willow)
      try await release(released, "三组路灯不亮", town)
      try await release(other, "柳树村的桥", in: TestTown.willow, town)
      let paths = [
        v, "\(v)/open/community", "\(v)/feed.json", "\(v)/feed.xml", "/api/v1\(v)", "/api/v1\(v)/open/community",
      ]
      for path in paths {
        let text = try await read(path, town).text
        let shown = ["三组路灯不亮", "内部的话", "办公室里的井盖", "柳树村的桥"].filter(text.contains)
        #expect(shown == ["三组路灯不亮"], "\(path)")
      }
      #expect(try await read("\(v)/open/matters/\(released)", town).status == 200)
      #expect(try await read("\(v)/open/matters/\(kept)", town).status == 404)
      #expect(try await read("\(v)/open/matters/\(other)", town).status == 404, "it is another village's")
      let urls = try await read("\(v)/feed.json", town).items.compactMap { $0["url"] as? String }
      #expect(urls == ["http://127.0.0.1:\(town.port)\(v)/open/matters/\(released)"])
      try await release(released, "三组路灯不亮", isPublic: false, town)
      for path in paths { #expect(!(try await read(path, town).text.contains("三组路灯不亮")), "\(path) after taking back") }
      #expect(try await read("\(v)/open/matters/\(released)", town).status == 404)
    }
  }

  @Test(arguments: Backend.all) func searchReadsTheWordsOfThePublicAlone(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let matter = try await town.matter(title: "老王家门口积水")
      _ = try await town.matter(title: "三组水渠塌方")
      let other = try await town.matter(title: "内部", in: TestTown.willow)
      try await release(matter, "主街雨后积水", town)
      try await release(other, "桥边积水", in: TestTown.willow, town)
      func found(_ text: String, in village: String) async throws -> [String] {
        let answer = try await read("/api/v1\(village)/open/search?q=\(text)", town)
        #expect(answer.status == 200, "\(text): \(answer.status)")
        return answer.items.compactMap { $0["title"] as? String }
      }
      #expect(try await found("积水", in: v) == ["主街雨后积水"])
      #expect(try await found("主街 三组", in: v) == ["主街雨后积水"], "title and place together")
      #expect(try await found("老王", in: v) == [], "the words of the office")
      #expect(try await found("水渠", in: v) == [], "not released")
      #expect(try await found("积水", in: willow) == ["桥边积水"])
      #expect(try await found("", in: v) == [])
      try await release(matter, "主街雨后积水", isPublic: false, town)
      #expect(try await found("积水", in: v) == [])
    }
  }
}
