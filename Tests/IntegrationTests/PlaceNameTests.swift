import People
import Testing
import Values
import Web

@testable import sanshi

/// A village's name begins the numbers of its matters: no two of a town may bear the same.
@Suite struct PlaceNameTests {
  @Test(arguments: Backend.all) func aNameOfATownIsTakenOnce(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let one = try required(town.places[TestTown.qinghe])
      let name = try required(town.places[TestTown.willow]).name.zh
      let errors = await #expect(throws: FieldErrors.self) {
        _ = try await town.program.app.write { w in
          try w.openPlace(NewPlace(level: .village, parent: one.town, code: "599000000999", nameZh: name))
        }
      }
      #expect(errors?.all.map(\.field) == ["name_zh"] && errors?.all.first?.message.zh.contains(name) == true)
      // Elsewhere the name is free.
      let elsewhere = try required(town.places[TestTown.otherTown]).id
      _ = try await town.program.app.write { w in
        try w.openPlace(NewPlace(level: .village, parent: elsewhere, code: "599000000998", nameZh: name))
      }
      let administrator = try await town.person(.administrator, at: TestTown.town)
      let taken = try await administrator.post("/admin/\(TestTown.town)/places/\(TestTown.qinghe)", [("name_zh", name)])
      #expect(taken.status == 422 && taken.text.contains(name), "\(taken.status)")
      #expect(
        try await administrator.post("/admin/\(TestTown.town)/places/\(TestTown.qinghe)", [("name_zh", one.name.zh)])
          .status == 303)
    }
  }
}
