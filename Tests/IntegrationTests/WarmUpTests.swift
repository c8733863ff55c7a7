import Matters
import Testing
import Web

@testable import sanshi

@Suite struct WarmUpTests {
  @Test(arguments: Backend.all) func theBusyVillagesAreReadyBeforeAnybodyAsks(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      _ = try await town.matter(leaf: "GM0902")
      let similar = SimilarMatters()
      let key = try town.key(TestTown.qinghe)
      #expect(await !similar.isWarm(key))
      try await similar.warmUp(town.program.app)
      #expect(await similar.isWarm(key))
      #expect(try await !similar.isWarm(town.key(TestTown.riverside)), "nothing is open there")
      // A warm index sees what comes later.
      let later = try await town.matter(title: "五组水渠堵了放不到水")
      let found = try await similar.similar(
        to: "五组水渠堵了，放不到水", leaf: nil, lat: nil, lon: nil, in: key, app: town.program.app)
      #expect(found.first?.0.id == later)
    }
  }
}
