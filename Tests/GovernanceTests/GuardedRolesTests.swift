import Governance
import Testing

struct GuardedRolesTests {
  @Test func whoReadsOrAuditsNeedsASecondPerson() {
    #expect(Set(Role.allCases.filter(\.needsConfirmation)) == [.disciplineReader, .auditor])
  }

  @Test(arguments: [
    (Role.administrator, PlaceLevel.town, true), (.administrator, .county, true), (.registerKeeper, .village, true),
    (.villageCommittee, .village, true), (.groupLeader, .group, true), (.supervisor, .village, true),
    (.collector, .group, true), (.collector, .town, false), (.serviceCentre, .village, true),
    (.serviceCentre, .town, false), (.townOfficer, .town, false), (.townLeader, .town, false),
    (.resident, .village, false), (.auditor, .town, false),
  ])
  func theDisciplineReaderIsNoneOfThese(role: Role, level: PlaceLevel, expected: Bool) {
    let (reader, other) = (HeldRole(.disciplineReader, at: .town), HeldRole(role, at: level))
    #expect(areIncompatible(reader, other) == expected)
    #expect(areIncompatible(other, reader) == expected)
  }

  @Test func whoAuditsDoesNotAdminister() {
    #expect(areIncompatible(HeldRole(.administrator, at: .county), HeldRole(.auditor, at: .town)))
    #expect(!areIncompatible(HeldRole(.auditor, at: .town), HeldRole(.townOfficer, at: .town)))
    #expect(!areIncompatible(HeldRole(.administrator, at: .town), HeldRole(.registerKeeper, at: .village)))
  }
}
