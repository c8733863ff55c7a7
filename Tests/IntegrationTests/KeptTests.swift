import Foundation
import Testing
import Web

/// Registers are kept until the town's next event.
@Suite struct KeptTests {
  @Test func onlyWhatIsAsNewIsFound() {
    let kept = Kept(limit: 100)
    kept.store([UInt8](repeating: 1, count: 20), under: "a", at: 7, bytes: 20)
    #expect(kept.find("a", at: 7, as: [UInt8].self)?.count == 20)
    #expect(kept.find("a", at: 8, as: [UInt8].self) == nil)
    #expect(kept.find("b", at: 7, as: [UInt8].self) == nil)
    #expect(kept.find("a", at: 7, as: String.self) == nil)
  }

  @Test func whatWasNotAskedForLongestGoesFirst() {
    let kept = Kept(limit: 100)
    for name in ["a", "b", "c", "d"] { kept.store(name, under: name, at: 1, bytes: 24) }
    #expect(kept.find("a", at: 1, as: String.self) == "a")
    kept.store("e", under: "e", at: 1, bytes: 24)
    #expect(kept.find("a", at: 1, as: String.self) == "a" && kept.find("e", at: 1, as: String.self) == "e")
    #expect(kept.find("b", at: 1, as: String.self) == nil)
    kept.store("large", under: "f", at: 1, bytes: 26)
    #expect(kept.find("f", at: 1, as: String.self) == nil, "nothing may take more than a quarter")
  }

  @Test(arguments: Backend.all) func aRegisterShowsEachChangeAtOnce(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let keeper = try await town.keeper()
      let address = "/v/\(TestTown.qinghe)/registers/government"
      func shown() async throws -> (Int, String) {
        (try await keeper.get("/api/v1" + address).items.count, try await keeper.get(address).text)
      }
      let (before, emptyPage) = try await shown()
      #expect(try await shown().1.contains("table") == emptyPage.contains("table"))
      let matter = try await town.matter(leaf: "GM0902")
      let (after, page) = try await shown()
      #expect(after == before + 1 && page != emptyPage)
      #expect(try await shown().0 == after)
      _ = matter
    }
  }
}
