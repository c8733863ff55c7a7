import Governance
import Testing
import Values

/// County 1; towns 10 and 20; villages 11, 12 (town 10) and 21 (town 20); group 111 (village 11).
private let village = PlacePath(county: 1, town: 10, village: 11)
private let sister = PlacePath(county: 1, town: 10, village: 12)
private let stranger = PlacePath(county: 1, town: 20, village: 21)
private let group = PlacePath(county: 1, town: 10, village: 11, group: 111)
private let town = PlacePath(county: 1, town: 10)
private let otherTown = PlacePath(county: 1, town: 20)
private let county = PlacePath(county: 1)
private let today = day("2026-03-02")

private func grant(_ role: Role, town: Int64? = 10, place: Int64, from: String = "2026-01-01", until: String? = nil)
  -> Grant
{
  Grant(role: role, town: town, place: place, from: day(from), until: until.map(day))
}

struct GrantTests {
  @Test(arguments: [
    (village, true), (group, true), (sister, false), (stranger, false), (town, false), (county, false),
  ])
  func aKeeperHasHerVillageAlone(target: PlacePath, expected: Bool) {
    #expect(allows([grant(.registerKeeper, place: 11)], .triage, at: target, on: today) == expected)
  }

  @Test(arguments: [
    (town, true), (village, true), (sister, true), (group, true), (otherTown, false), (stranger, false),
    (county, false),
  ])
  func aTownOfficerHasTheTown(target: PlacePath, expected: Bool) {
    #expect(allows([grant(.townOfficer, place: 10)], .readRegister, at: target, on: today) == expected)
  }

  @Test(arguments: [county, town, otherTown, village, stranger])
  func aCountyOfficerSeesEveryTownButNoContacts(target: PlacePath) {
    let grants = [grant(.countyOfficer, town: nil, place: 1)]
    #expect(allows(grants, .seeTown, at: target, on: today))
    #expect(!allows(grants, .readContacts, at: target, on: today))
    #expect(!allows(grants, .seeTown, at: PlacePath(county: 2, town: 30), on: today))
  }

  @Test func aGroupLeaderHasTheGroupAlone() {
    let grants = [grant(.groupLeader, place: 111)]
    #expect(allows(grants, .readMatters, at: group, on: today))
    #expect(!allows(grants, .readMatters, at: village, on: today))
  }

  /// Entering and one's own entries reach the village of the group; nothing else, and no other village.
  @Test(arguments: Capability.allCases, [Role.groupLeader, .collector])
  func fromAGroupOnlyEnteringReachesTheVillage(capability: Capability, role: Role) {
    let grants = [
      Grant(role: role, town: 10, village: 11, place: 111, from: day("2026-01-01"), until: day("2026-03-02"))
    ]
    let reaches = [Capability.enterConcern, .readOwnEntries].contains(capability)
    #expect(allows(grants, capability, at: village, on: today) == reaches)
    #expect(!allows(grants, capability, at: village, on: day("2026-03-03")))
    for target in [sister, stranger, town, county, PlacePath(county: 1, town: 10, village: 11, group: 112)] {
      #expect(!allows(grants, capability, at: target, on: today))
    }
  }

  @Test func aVillageRoleDoesNotReachUp() {
    let grants = [Grant(role: .collector, town: 10, village: 11, place: 11, from: day("2026-01-01"))]
    #expect(allows(grants, .enterConcern, at: village, on: today))
    #expect(!allows(grants, .enterConcern, at: town, on: today))
    // A role that no group can hold gives nothing from there.
    let wrong = [Grant(role: .registerKeeper, town: 10, village: 11, place: 111, from: day("2026-01-01"))]
    #expect(!allows(wrong, .enterConcern, at: village, on: today))
  }

  @Test(arguments: [
    ("2026-01-01", String?.none, true), ("2026-03-02", nil, true), ("2026-03-03", nil, false),
    ("2026-01-01", "2026-03-02", true), ("2026-01-01", "2026-03-01", false), ("2026-03-02", "2026-03-02", true),
  ])
  func aMembershipHoldsFromTo(from: String, until: String?, expected: Bool) {
    let grants = [grant(.registerKeeper, place: 11, from: from, until: until)]
    #expect(allows(grants, .triage, at: village, on: today) == expected)
  }

  @Test(arguments: [Role.townOfficer, .disciplineReader, .dutyOfficer, .administrator, .countyOfficer])
  func aTownsRoleHeldAtAVillageGivesNothing(role: Role) {
    let grants = [grant(role, place: 11)]
    #expect(!Capability.allCases.contains { allows(grants, $0, at: village, on: today) })
  }

  @Test func aPlaceOfAnotherTownDoesNotCount() {
    #expect(!allows([grant(.registerKeeper, town: 20, place: 11)], .triage, at: village, on: today))
    #expect(!allows([grant(.registerKeeper, town: nil, place: 11)], .triage, at: village, on: today))
  }

  @Test func grantsAddUpButDoNotMix() {
    let grants = [grant(.collector, place: 11), grant(.registerKeeper, place: 12)]
    #expect(allows(grants, .enterConcern, at: village, on: today))
    #expect(!allows(grants, .triage, at: village, on: today))
    #expect(allows(grants, .triage, at: sister, on: today))
    #expect(!allows([], .readMatters, at: village, on: today))
  }
}

struct RoleTableTests {
  @Test(
    arguments: [
      (Role.resident, Set<Capability>()), (.collector, [.enterConcern, .readOwnEntries]),
      (.disciplineReader, [.readSealed, .acknowledgeAlarm, .readGuardedRoles]),
      (.auditor, [.readEvents, .readMatters, .readGuardedRoles]),
      (.countyOfficer, [.seeTown, .readMatters, .readGuardedRoles, .confirmRole]),
      (.supervisor, [.readMatters, .readRegister, .readEvents]),
      (.departmentHandler, [.readMatters, .recordProgress, .readContacts, .acceptOrder, .answerOrder]),
      (
        .departmentHead,
        [.readMatters, .recordProgress, .readCatalogue, .acceptOrder, .answerOrder, .approveExtension, .urgeOrder]
      ),
    ] as [(Role, Set<Capability>)])
  func whole(role: Role, expected: Set<Capability>) { #expect(capabilities(of: role) == expected) }

  /// Who holds the capabilities that touch people most.
  @Test(
    arguments: [
      (Capability.readSealed, Set<Role>([.disciplineReader])),
      (.readContacts, [.registerKeeper, .villageCommittee, .serviceCentre, .departmentHandler, .dutyOfficer]),
      (.readAnnex, [.registerKeeper, .villageCommittee]),
      (.importFile, [.registerKeeper]), (.releaseMatter, [.registerKeeper]), (.refuseConcern, [.registerKeeper]),
      (.decideAppeal, [.villageCommittee]), (.decideSecondAppeal, [.townOfficer, .townLeader]),
      (.nameKeeper, [.villageCommittee]), (.editCatalogue, [.townOfficer]), (.manageAccounts, [.administrator]),
      (.seeTown, [.townOfficer, .townLeader, .countyOfficer]), (.readEvents, [.supervisor, .auditor]),
      (.handOver, [.registerKeeper, .serviceCentre, .dutyOfficer, .townOfficer]),
      (.acceptOrder, [.serviceCentre, .departmentHandler, .departmentHead]),
      (.answerOrder, [.serviceCentre, .departmentHandler, .departmentHead]),
      (.approveExtension, [.departmentHead, .townOfficer]), (.urgeOrder, [.departmentHead, .townOfficer, .townLeader]),
      (.superviseOrder, [.townOfficer, .townLeader]), (.reassignOrder, [.townOfficer]),
      (.manageOffices, [.administrator, .townOfficer]),
    ] as [(Capability, Set<Role>)])
  func holders(of capability: Capability, expected: Set<Role>) {
    #expect(Set(Role.allCases.filter { capabilities(of: $0).contains(capability) }) == expected)
  }

  @Test func nobodyRefusesAndDecidesTheAppeal() {
    for role in Role.allCases {
      let held = capabilities(of: role)
      #expect(!held.contains(.refuseConcern) || held.isDisjoint(with: [.decideAppeal, .decideSecondAppeal]))
    }
  }

  @Test func theAdministratorReadsNoPeople() {
    let people: Set<Capability> = [.readMatters, .readConcerns, .readContacts, .readAnnex, .readRegister, .readSealed]
    #expect(capabilities(of: .administrator).isDisjoint(with: people))
  }

  @Test func everyCapabilityIsHeldAndNamed() {
    let held = Role.allCases.reduce(into: Set<Capability>()) { $0.formUnion(capabilities(of: $1)) }
    #expect(held == Set(Capability.allCases))
    #expect(Set(Capability.allCases.map(\.name)).count == Capability.allCases.count)
    #expect(Set(Role.allCases.map(\.name)).count == 16)
    #expect(Capability.allCases.allSatisfy { $0.rawValue.allSatisfy { $0 == "_" || ("a"..."z").contains($0) } })
  }
}
