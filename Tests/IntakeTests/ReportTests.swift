import Governance
import Mechanism
import Testing
import Values
import Web

@testable import Intake

struct ReportTests {
  private let places = ReportPlaces(groups: [], landmarks: [], hasMap: false, phone: "", town: Text(same: ""))

  private func report(_ fields: [String: String]) throws -> Report {
    try Report(Form(fields: fields.mapValues { [$0] }), photos: ReportPhotos(), places: places)
  }

  /// The fields with errors, in order.
  private func errors(_ fields: [String: String]) -> [String] {
    do {
      _ = try report(fields)
      return []
    } catch let errors as FieldErrors {
      return errors.all.map(\.field)
    } catch {
      return ["\(error)"]
    }
  }

  @Test(arguments: [("", false), ("  \n", false), ("灯", true)])
  func aReportNeedsWords(text: String, isFine: Bool) {
    #expect(errors(["text": text]) == (isFine ? [] : ["text"]))
  }

  @Test func fiveThousandLettersAreTheMost() {
    #expect(errors(["text": String(repeating: "灯", count: 5000)]) == [])
    #expect(errors(["text": String(repeating: "灯", count: 5001)]) == ["text"])
    #expect(errors(["text": String(repeating: "😀", count: 10_000)]) == ["text"])
    // One letter under twenty thousand marks.
    #expect(errors(["text": "a" + String(repeating: "\u{0301}", count: 20_001)]) == ["text"])
  }

  @Test func allErrorsComeAtOnce() {
    let wrong = ["text": "", "phone": "123", "lat": "91", "lon": "x", "group": "9", "landmark": "9", "website": "a"]
    #expect(Set(errors(wrong)) == ["text", "phone", "lat", "lon", "group", "landmark", "website"])
  }

  @Test(arguments: [
    ("90", "180", []), ("-90", "-180", []), ("90.1", "0", ["lat"]), ("0", "180.1", ["lon"]), ("28.9", "", ["lon"]),
    ("", "105.4", ["lat"]), ("nan", "105", ["lat"]), ("inf", "105", ["lat"]), ("", "", []),
  ])
  func aPointIsWholeOrAbsent(latitude: String, longitude: String, expected: [String]) {
    #expect(errors(["text": "灯", "lat": latitude, "lon": longitude]) == expected)
  }

  @Test func aPointOfAMapOfChinaIsKeptAsSatellitesGiveIt() throws {
    let fields = ["text": "灯", "lat": "28.9", "lon": "105.4", "coordinate_system": "gcj02"]
    let point = try #require(try report(fields).point)
    #expect(point == GeoPoint(latitude: 28.9, longitude: 105.4).wgs84FromGCJ02)
    #expect(errors(fields.merging(["coordinate_system": "bd09"]) { $1 }) == ["coordinate_system"])
  }

  @Test func aChildsNameNeedsAGuardianUnlessThereIsDanger() throws {
    let child = try report(["text": "灯", "under_14": "1", "name": "小明"])
    #expect(throws: FieldErrors.self) { try child.checkChild(urgency: .normal, isHarm: false) }
    #expect(throws: Never.self) { try child.checkChild(urgency: .danger, isHarm: false) }
    #expect(throws: Never.self) { try child.checkChild(urgency: .normal, isHarm: true) }
    let agreed = try report(["text": "灯", "under_14": "1", "name": "小明", "guardian_agrees": "1"])
    #expect(throws: Never.self) { try agreed.checkChild(urgency: .normal, isHarm: false) }
    let nameless = try report(["text": "灯", "under_14": "1"])
    #expect(throws: Never.self) { try nameless.checkChild(urgency: .normal, isHarm: false) }
  }

  @Test func aSealedReportKeepsNoTraceOfTheDevice() throws {
    let now = Instant(milliseconds: 1_790_000_000_000)
    let report = try report(["text": "灯", "about_staff": "1"])
    let sealed = ReportReading("灯", isAboutStaff: true, of: .shipped, at: now)
    #expect(report.concern(sealed, at: now, device: "x").device == nil)
    #expect(report.concern(sealed, at: now, device: "x").isSealed)
    let open = ReportReading("灯", of: .shipped, at: now)
    #expect(report.concern(open, at: now, device: "x").device == "x")
  }

  @Test(arguments: [("着火了,快来人", Urgency.life), ("路灯坏了", .normal)])
  func theReadingShowsNumbersForDangerAlone(text: String, urgency: Urgency) {
    let reading = ReportReading(text, of: .shipped, at: Instant(milliseconds: 1_790_000_000_000))
    #expect(reading.urgency == urgency)
    #expect(reading.numbers.isEmpty == (urgency < .danger))
  }

  @Test func anAccusationSealsAndSuggestsNobody() {
    let reading = ReportReading("村主任把低保款装进自己腰包", of: .shipped, at: Instant(milliseconds: 1_790_000_000_000))
    #expect(reading.isSealed)
    #expect(reading.likely == nil)
  }
}
