/// What a role may do at its place and below: the least it needs. Nothing is inherited; each line is whole.
package func capabilities(of role: Role) -> Set<Capability> { table[role] ?? [] }

private let table = Dictionary(uniqueKeysWithValues: Role.allCases.map { ($0, line(of: $0)) })

private func line(of role: Role) -> Set<Capability> {
  switch role {
  case .resident: []
  case .collector: [.enterConcern, .readOwnEntries]
  case .groupLeader: [.readMatters, .enterConcern, .readOwnEntries]
  case .registerKeeper:
    [
      .readMatters, .readConcerns, .enterConcern, .readOwnEntries, .triage, .refuseConcern, .mergeMatters,
      .manageFamilies, .reclassify, .recordProgress, .closeMatter, .releaseMatter, .readContacts, .callReporters,
      .readRegister, .exportRegister, .readAnnex, .importFile, .acknowledgeAlarm, .readCatalogue, .editVillage,
      .readAccuracy,
      .handOver,
    ]
  case .villageCommittee:
    [
      .readMatters, .readConcerns, .enterConcern, .readOwnEntries, .triage, .decideAppeal, .recordProgress,
      .closeMatter, .readContacts, .readRegister, .exportRegister, .readAnnex, .acknowledgeAlarm, .readCatalogue,
      .nameKeeper, .editVillage, .readAccuracy, .markKeyMatter,
    ]
  case .supervisor: [.readMatters, .readRegister, .readEvents]
  case .serviceCentre:
    [
      .readMatters, .readConcerns, .enterConcern, .readOwnEntries, .recordProgress, .readContacts, .readCatalogue,
      .handOver, .acceptOrder, .answerOrder,
    ]
  case .departmentHandler: [.readMatters, .recordProgress, .readContacts, .acceptOrder, .answerOrder]
  case .departmentHead:
    [.readMatters, .recordProgress, .readCatalogue, .acceptOrder, .answerOrder, .approveExtension, .urgeOrder]
  case .dutyOfficer:
    [.readMatters, .readConcerns, .readContacts, .recordProgress, .acknowledgeAlarm, .readTownDuty, .handOver]
  case .disciplineReader: [.readSealed, .acknowledgeAlarm, .readGuardedRoles]
  case .townOfficer:
    [
      .seeTown, .readMatters, .readConcerns, .decideSecondAppeal, .manageFamilies, .reclassify, .readRegister,
      .exportRegister, .acknowledgeAlarm, .readTownDuty, .readCatalogue, .editCatalogue, .manageTemplates,
      .readAccuracy,
      .markKeyMatter, .handOver, .approveExtension, .urgeOrder, .superviseOrder, .reassignOrder, .manageOffices,
    ]
  case .townLeader:
    [
      .seeTown, .readMatters, .decideSecondAppeal, .readRegister, .acknowledgeAlarm, .readTownDuty, .readCatalogue,
      .markKeyMatter, .urgeOrder, .superviseOrder, .readGuardedRoles, .confirmRole,
    ]
  case .countyOfficer: [.seeTown, .readMatters, .readGuardedRoles, .confirmRole]
  case .administrator:
    [
      .managePlaces, .manageAccounts, .readGuardedRoles, .manageKeepingRules, .manageTemplates, .manageNotices,
      .editVillage,
      .readAccuracy,
      .switchSuggestions,
      .manageOffices,
    ]
  case .auditor: [.readMatters, .readEvents, .readGuardedRoles]
  }
}
