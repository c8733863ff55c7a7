import Governance
import Testing

struct DepartmentDutyTests {
  @Test(
    arguments: [
      ("水务站", "水务站", [], true), ("水务站", "规划建设办", ["水务站"], true),
      ("水务站", "规划建设办", ["司法所", "水务站"], true), ("水务站", "规划建设办", ["司法所"], false),
      ("水务", "水务站", ["水务站"], false), ("水务站", "水务", [], false), ("", "", [""], false),
      (nil, "水务站", ["水务站"], false), ("水务站", "", [], false),
    ] as [(String?, String, [String], Bool)])
  func bodies(body: String?, lead: String, co: [String], expected: Bool) {
    #expect(isDuty(of: body, lead: lead, co: co) == expected)
  }

  @Test(arguments: Role.allCases)
  func onlyDepartmentsAreBoundToTheirMatters(role: Role) {
    let isDepartment = [Role.departmentHandler, .departmentHead].contains(role)
    #expect(isDuty(of: role, body: "水务站", lead: "派出所", co: []) == !isDepartment)
    #expect(isDuty(of: role, body: nil, lead: "派出所", co: []) == !isDepartment)
    #expect(isDuty(of: role, body: "派出所", lead: "派出所", co: []))
  }

  @Test(arguments: [
    ("GM0505", true), ("GM1001", true), ("GM1002", true), ("GM1003", true), ("GM100301", true), ("GM1004", false),
    ("GM0506", false), ("GM10", false), ("GM0902", false), ("PM0301", false), ("", false),
  ])
  func reporters(leaf: String, expected: Bool) { #expect(protectsReporters(leaf: leaf) == expected) }

  /// Who knows the reporters: of violence the keeper and the committee, of reports on offices the keeper alone, of
  /// anything else whoever reads contact data.
  @Test(
    arguments: [
      ("GM0505", [.reporter, .keeper, .committee]), ("GM1001", [.reporter, .keeper]),
      ("GM1002", [.reporter, .keeper]), ("GM100201", [.reporter, .keeper]), ("GM1003", [.reporter, .keeper]),
      ("GM1004", ContactReader.allCases), ("CM0104", ContactReader.allCases), ("PM0301", ContactReader.allCases),
    ] as [(String, [ContactReader])])
  func whoKnowsReporters(leaf: String, readers: [ContactReader]) {
    #expect(ContactReader.allCases.filter { !hidesReporters(leaf: leaf, from: $0) } == readers)
  }
}
