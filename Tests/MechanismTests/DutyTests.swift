import Governance
import Store
import Testing
import Values
import Web

@testable import Mechanism

@Suite struct DutyTests {
  let today = MechanismTown.now.day

  @Test func anUntouchedTownHasTheShippedCatalogue() async throws {
    try await MechanismTown.run { town in
      let catalogue = try await town.catalogue()
      #expect(catalogue.leaves.count == 105)
      #expect(catalogue.tops.count == 19)
      #expect(catalogue.changed.isEmpty)
      #expect(catalogue.engineLeaves.map(\.code) == catalogue.leaves.map(\.code))
      #expect(MatterClass.allCases.map { catalogue.leaves(in: $0).count } == [71, 23, 11])
    }
  }

  @Test func aChangeHoldsFromItsDayAndOnlyInItsTown() async throws {
    try await MechanismTown.run { town in
      let shipped = try #require(Catalogue.shippedDuty("GM0902"))
      let change = try draft(of: shipped, ["lead": "供水所", "from_day": today.adding(7).iso])
      try await town.write { w in try w.changeDuty("GM0902", change, expected: 0, town: town.town) }
      #expect(try await town.catalogue().duty("GM0902") == shipped)
      #expect(try await town.catalogue(on: today.adding(6)).duty("GM0902") == shipped)
      let changed = try await town.catalogue(on: today.adding(7)).duty("GM0902")
      #expect(changed?.lead == "供水所")
      #expect(changed?.version == 1)
      #expect(try await town.catalogue().duty("GM0902") == shipped)
      let other = try await catalogues.current(town: ID(9), day: today.adding(9), in: town.app.database)
      #expect(other.catalogue.changed.isEmpty)
      #expect(try await town.faults().isEmpty)
    }
  }

  @Test func theCacheSeesAnEditAtOnce() async throws {
    try await MechanismTown.run { town in
      for name in ["甲办", "乙办", "丙办"] {
        let before = try #require(try await town.catalogue().duty("CM0302"))
        let change = try draft(of: before, ["lead": name])
        try await town.write { w in try w.changeDuty("CM0302", change, expected: nil, town: town.town) }
        #expect(try await town.catalogue().duty("CM0302")?.lead == name)
      }
      #expect(try await town.catalogue().duty("CM0302")?.version == 3)
    }
  }

  @Test func aRolledBackEditIsNotSeen() async throws {
    struct Stop: Error {}
    try await MechanismTown.run { town in
      let shipped = try #require(Catalogue.shippedDuty("CM0302"))
      let change = try draft(of: shipped, ["lead": "甲办"])
      await #expect(throws: Stop.self) {
        try await town.write { w in
          try w.changeDuty("CM0302", change, expected: 0, town: town.town)
          let seen = try catalogues.current(town: town.town, day: today, in: w.tx)
          #expect(seen.catalogue.duty("CM0302")?.lead == "甲办")
          throw Stop()
        }
      }
      #expect(try await town.catalogue().duty("CM0302") == shipped)
    }
  }

  @Test func twoPeopleCannotOverwriteEachOther() async throws {
    try await MechanismTown.run { town in
      let shipped = try #require(Catalogue.shippedDuty("GM0101"))
      let first = try draft(of: shipped, ["days": "20"])
      let second = try draft(of: shipped, ["days": "25"])
      try await town.write { w in try w.changeDuty("GM0101", first, expected: 0, town: town.town) }
      await #expect(throws: DutyStrings.changedMeanwhile) {
        try await town.write { w in try w.changeDuty("GM0101", second, expected: 0, town: town.town) }
      }
      await #expect(throws: DutyStrings.nothingChanged) {
        try await town.write { w in try w.changeDuty("GM0101", first, expected: 1, town: town.town) }
      }
    }
  }

  @Test func aRetiredLeafIsKnownButNotInUse() async throws {
    try await MechanismTown.run { town in
      let shipped = try #require(Catalogue.shippedDuty("PM0104"))
      let retired = try draft(of: shipped, ["retired": "1"])
      try await town.write { w in try w.changeDuty("PM0104", retired, expected: 0, town: town.town) }
      let catalogue = try await town.catalogue()
      #expect(catalogue.leaves.count == 104)
      #expect(catalogue.duty("PM0104")?.retired == true)
      #expect(!catalogue.engineLeaves.contains { $0.code == "PM0104" })
      #expect(differencesFromShipped(try #require(catalogue.duty("PM0104")))?.count == 1)
    }
  }

  @Test func aNewLeafGetsTheNextNumberUnderItsTop() async throws {
    try await MechanismTown.run { town in
      let like = try #require(Catalogue.shippedDuty("GM0902"))
      let new = try draft(of: like, ["name_zh": "公共充电桩", "name_en": "Charging points"])
      let codes = try await town.write { w in
        try (0..<2).map { _ in try w.addDuty(under: "GM09", new, town: town.town).code }
      }
      #expect(codes == ["GM0981", "GM0982"])
      #expect(try await town.catalogue().leaves(of: "GM09").map(\.code).suffix(2) == codes)
      await #expect(throws: NotFound.self) {
        try await town.write { w in try w.addDuty(under: "XX01", new, town: town.town) }
      }
      await #expect(throws: DutyStrings.noMoreNumbers) {
        try await town.write { w in for _ in 0..<18 { try w.addDuty(under: "GM09", new, town: town.town) } }
      }
      #expect(try await town.faults().isEmpty)
    }
  }

  @Test func allErrorsOfADraftComeAtOnce() throws {
    let shipped = try #require(Catalogue.shippedDuty("GM0902"))
    let wrong = [
      "name_zh": "", "path": "council", "days": "0", "keywords": "，，", "basis_zh": "", "basis_mark": "V",
      "from_day": "2026-03-09", "reason": "", "lead": "甲|乙",
    ]
    let error = #expect(throws: FieldErrors.self) { try draft(of: shipped, wrong) }
    #expect(
      error.map { Set($0.all.map(\.field)) } == [
        "name_zh", "path", "days", "keywords", "basis_zh", "from_day", "reason", "lead",
      ])
  }

  @Test func theWordsOfAListAreDividedAndKeptOnce() throws {
    let shipped = try #require(Catalogue.shippedDuty("GM0902"))
    let read = try draft(of: shipped, ["co": " 水务站，规划建设办;水务站\n派出所 ", "keywords": "停水|水压"])
    #expect(read.coHandlers == ["水务站", "规划建设办", "派出所"])
    #expect(read.keywords == ["停水", "水压"])
    let spaced = try draft(of: shipped, ["keywords": "停水 水压　水浑,没水，水质、水管；主管;阀门"])
    #expect(spaced.keywords == ["停水", "水压", "水浑", "没水", "水质", "水管", "主管", "阀门"])
    #expect(try draft(of: shipped, ["co": "水务站，规划 建设办"]).coHandlers == ["水务站", "规划 建设办"])
  }

  @Test func theLaterBeginningHoldsAndOfOneDayTheLaterVersion() throws {
    let shipped = try #require(Catalogue.shippedDuty("GM0902"))
    func version(_ number: Int, from day: Int) -> Duty {
      Duty(
        code: shipped.code, parent: shipped.parent, name: shipped.name, matterClass: shipped.matterClass,
        lead: shipped.lead, coHandlers: [], path: shipped.path, days: number, keywords: [], example: "", basis: nil,
        basisMark: nil, version: number, fromDay: today.adding(day), retired: false)
    }
    let versions = [version(1, from: 0), version(2, from: 10), version(3, from: 5), version(4, from: 5)]
    let days = [-1, 0, 5, 9, 10].map { Catalogue(versions: versions, on: today.adding($0)).duty("GM0902")?.version }
    #expect(days == [0, 1, 4, 4, 2])
  }
}
