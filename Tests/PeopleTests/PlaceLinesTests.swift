import People
import Testing
import Values
import Web

@Suite struct PlaceLinesTests {
  private let town = (id: ID<Place>(7), code: "510599101", level: PlaceInfo.Level.town)

  @Test func linesAreReadInEveryForm() {
    let lines = placeLines("代码\t名称\n青山村\n\n510599101207 大坪村\r\n510599101208\t柳林村\tLiulin Village\n510599101001,桥头社区")
    #expect(lines.map(\.nameZh) == ["青山村", "大坪村", "柳林村", "桥头社区"])
    #expect(lines.map(\.code) == [nil, "510599101207", "510599101208", "510599101001"])
    #expect(lines.map(\.nameEn) == ["", "", "Liulin Village", ""])
    #expect(lines.map(\.number) == [2, 4, 5, 6])
  }

  @Test func anEnglishNameIsNoCode() {
    let lines = placeLines("Green Hill\n青山村,Green Hill")
    #expect(lines.map(\.nameZh) == ["Green Hill", "青山村"])
    #expect(lines.map(\.nameEn) == ["", "Green Hill"])
  }

  @Test func missingCodesAreTheNextFreeOnes() throws {
    let lines = placeLines("青山村\n510599101202 大坪村\n柳林村\n桥头社区")
    let places = try newPlaces(lines, under: town, isTaken: { $0 == "510599101201" }, hasVillage: { _ in false })
    #expect(places.map(\.code) == ["510599101203", "510599101202", "510599101204", "510599101001"])
    #expect(places.map(\.level) == [.village, .village, .village, .community])
  }

  @Test func everyWrongLineIsNamed() {
    let lines = placeLines("510599101201 青山村\n510599101201 大坪村\n510599101299 柳林村")
    let errors = #expect(throws: FieldErrors.self) {
      try newPlaces(lines, under: town, isTaken: { $0 == "510599101299" }, hasVillage: { _ in false })
    }
    #expect(errors?.all.count == 2)
    #expect(errors?.all.first?.message.zh.contains("第 2 行") == true)
    #expect(errors?.all.last?.message.zh.contains("第 3 行") == true)
  }

  /// The numbers of matters begin with the village's name.
  @Test func twoVillagesOfOneNameAreRefused() throws {
    let errors = #expect(throws: FieldErrors.self) {
      try newPlaces(placeLines("青山村\n大坪村\n青山村"), under: town, isTaken: { _ in false }, hasVillage: { _ in false })
    }
    #expect(errors?.all.map(\.field) == ["lines"])
    #expect(errors?.all.first?.message.zh.contains("青山村") == true)
    let there = #expect(throws: FieldErrors.self) {
      try newPlaces(placeLines("大坪村"), under: town, isTaken: { _ in false }, hasVillage: { $0 == "大坪村" })
    }
    #expect(there?.all.map(\.field) == ["lines"])
    let village = (id: ID<Place>(8), code: "510599101201", level: PlaceInfo.Level.village)
    #expect(
      try newPlaces(placeLines("一组\n二组"), under: village, isTaken: { _ in false }, hasVillage: { _ in false }).count
        == 2)
  }

  @Test func anEmptyListIsAnError() {
    #expect(throws: FieldErrors.self) {
      try newPlaces([], under: town, isTaken: { _ in false }, hasVillage: { _ in false })
    }
  }

  @Test(
    arguments: [
      (PlaceInfo.Level.county, nil, true), (.town, .county, true), (.village, .town, true), (.community, .town, true),
      (.group, .village, true), (.group, .community, true), (.county, .county, false), (.town, nil, false),
      (.village, .county, false), (.group, .town, false), (.village, .village, false), (.group, .group, false),
    ] as [(PlaceInfo.Level, PlaceInfo.Level?, Bool)])
  func levelsFit(level: PlaceInfo.Level, parent: PlaceInfo.Level?, fits: Bool) {
    #expect(level.fits(under: parent) == fits)
  }

  @Test(arguments: [
    ("510599101", true), ("abcd", true), ("abc", false), ("1234567890123456", false), ("51 0599", false),
  ])
  func codes(code: String, isGood: Bool) {
    #expect((placeCodeError(code) == nil) == isGood)
  }
}
