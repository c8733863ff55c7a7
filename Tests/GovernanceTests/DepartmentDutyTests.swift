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
}
