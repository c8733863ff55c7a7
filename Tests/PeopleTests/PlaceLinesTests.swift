import People
import Testing
import Values
import Web

@Suite struct PlaceLinesTests {
  private let town = (id: ID<Place>(7), code: "510599101", level: PlaceInfo.Level.town)

  @Test func linesAreReadInEveryForm() throws {
    let lines = try placeLines(
      "代码\t名称\n青山村\n\n510599101207 大坪村\r\n510599101208\t柳林村\tLiulin Village\n510599101001,桥头社区")
    #expect(lines.map(\.nameZh) == ["青山村", "大坪村", "柳林村", "桥头社区"])
    #expect(lines.map(\.code) == [nil, "510599101207", "510599101208", "510599101001"])
    #expect(lines.map(\.nameEn) == ["", "", "Liulin Village", ""])
    #expect(lines.map(\.number) == [2, 4, 5, 6])
  }

  @Test func anEnglishNameIsNoCode() throws {
    let lines = try placeLines("Green Hill\n青山村,Green Hill")
    #expect(lines.map(\.nameZh) == ["Green Hill", "青山村"])
    #expect(lines.map(\.nameEn) == ["", "Green Hill"])
  }

  @Test(
    arguments: [
      ("序号\t村名\n1\t石头村\n2、柏树村", ["石头村", "柏树村"]), ("序号 村名\n1 石头村", ["石头村"]),
      ("石头村、柏树村、茶山村", ["石头村", "柏树村", "茶山村"]), ("石头村 柏树村　茶山村", ["石头村", "柏树村", "茶山村"]),
      ("河边社区；桥头社区", ["河边社区", "桥头社区"]),
      ("1. 石头村\n（3）茶山村\n- 黄桷村\n①红岩村\n二、青山村\n４．柳坝村", ["石头村", "茶山村", "黄桷村", "红岩村", "青山村", "柳坝村"]),
      ("青山镇各村名单\n\n编号,村（社区）,备注\n1,石头村,山上\n2,桥头社区,", ["石头村", "桥头社区"]), ("\"柏树村\"", ["柏树村"]),
      ("1组\n3组\n三组", ["1组", "3组", "三组"]), ("Stone Village; Bridge Community", ["Stone Village", "Bridge Community"]),
    ] as [(String, [String])])
  func headersAndNumbersAreNoPlaces(list: String, names: [String]) throws {
    let lines = try placeLines(list)
    #expect(lines.map(\.nameZh) == names)
    #expect(lines.allSatisfy { $0.code == nil && $0.nameEn.isEmpty })
  }

  @Test(arguments: [
    "村名,编码\n石头村,510599101201", "石头村 510599101201", "５１０５９９１０１２０１，石头村", "1、510599101201 石头村",
    "名称\t英文名称\t代码\n石头村\t\t510599101201",
  ]) func theCodeStandsWhereItMay(list: String) throws {
    #expect(try placeLines(list).map(\.nameZh) == ["石头村"])
    #expect(try placeLines(list).map(\.code) == ["510599101201"])
  }

  @Test func anEnglishNameMayFollow() throws {
    let lines = try placeLines("青山村 Green Hill\n青山村,Qingshan Village,510599101201")
    #expect(lines.map(\.nameZh) == ["青山村", "青山村"] && lines.map(\.nameEn) == ["Green Hill", "Qingshan Village"])
    #expect(lines.last?.code == "510599101201")
  }

  @Test(arguments: [
    ("石头村\n510599101201", 2), ("\n3", 2), ("\"柏树,村\"", 1), ("石头村,张三", 1), ("石头村 柏树寨", 1),
    ("510599101201 石头村 510599101202 柏树村", 1),
  ]) func whatIsNoNameIsRefusedWithItsLine(list: String, line: Int) {
    let errors = #expect(throws: FieldErrors.self) { try placeLines(list) }
    #expect(errors?.all.map(\.field) == ["lines"])
    #expect(errors?.all.first?.message.zh.hasPrefix("第 \(line) 行") == true, "\(errors?.all ?? [])")
  }

  @Test func missingCodesAreTheNextFreeOnes() throws {
    let lines = try placeLines("青山村\n510599101202 大坪村\n柳林村\n桥头社区")
    let places = try newPlaces(lines, under: town, isTaken: { $0 == "510599101201" }, hasVillage: { _ in false })
    #expect(places.map(\.code) == ["510599101203", "510599101202", "510599101204", "510599101001"])
    #expect(places.map(\.level) == [.village, .village, .village, .community])
  }

  @Test func everyWrongLineIsNamed() throws {
    let lines = try placeLines("510599101201 青山村\n510599101201 大坪村\n510599101299 柳林村")
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
