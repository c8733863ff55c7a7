import Foundation
import Intake
import Store
import Testing
import Values

@testable import sanshi

/// The file of an import is kept until it has been taken in, and missed only until then.
@Suite struct ImportFileTests {
  private var imports: String { "/v/\(TestTown.qinghe)/imports" }
  private let sheet = Data("诉求内容\t反映人\n路灯坏了,晚上看不见\t张三\n水管漏水,流到路上\t李四\n".utf8)

  private func upload(_ keeper: Client, _ bytes: Data) async throws -> String {
    let answer = try await keeper.upload(
      imports, [], files: [(field: "file", name: "a.tsv", type: "text/tab-separated-values", bytes: bytes)])
    #expect(answer.status == 303, "\(answer.text.prefix(300))")
    return answer.location
  }

  private func start(_ keeper: Client, _ job: String) async throws {
    let answer = try await keeper.post(
      job + "/mapping", [("header", "1"), ("column_0", "text"), ("column_1", "reporter")])
    #expect(answer.status == 303, "\(answer.text.prefix(500))")
  }

  private func work(_ town: TestTown) async throws {
    for work in town.program.slices.flatMap(\.work) where work.name == "imports" {
      try await work.run(town.program.app)
    }
  }

  private func faults(_ town: TestTown) async throws -> [String] { try await FileCheck.faults(town.program) }

  private func files(_ town: TestTown) throws -> [String] {
    try town.program.app.files.stored(before: .distantFuture)
  }

  @Test(arguments: Backend.all) func aFinishedImportMissesNothing(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let keeper = try await town.keeper()
      let job = try await upload(keeper, sheet)
      try await start(keeper, job)
      #expect(try await faults(town).isEmpty)
      let file = try required(files(town).first)
      // Lost before it was taken in: that is found, of a job that waits to be started too.
      let bytes = try required(town.program.app.files.get(file))
      try town.program.app.files.remove(file)
      #expect(try await faults(town).contains { $0.hasPrefix("import_job ") && $0.hasSuffix("is lost") })
      _ = try town.program.app.files.put(bytes)
      try await work(town)
      #expect(try await keeper.get("/api/v1" + job).json["state"] as? String == "done")
      #expect(try files(town).isEmpty, "the rows hold people's data")
      #expect(try await faults(town).isEmpty)
    }
  }

  @Test(arguments: Backend.all) func whatNobodyStartedIsForgottenWithoutBeingMissed(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let keeper = try await town.keeper()
      _ = try await upload(keeper, sheet)
      town.clock.advance(minutes: 20 * 24 * 60)
      // The same file again: it is needed although the first job is forgotten.
      let later = try await upload(try await town.keeper(), sheet)
      town.clock.advance(minutes: 11 * 24 * 60)
      try await work(town)
      #expect(try files(town).count == 1)
      #expect(try await faults(town).isEmpty)
      town.clock.advance(minutes: 20 * 24 * 60)
      try await work(town)
      #expect(try files(town).isEmpty)
      #expect(try await faults(town).isEmpty)
      _ = later
    }
  }
}
