import Values

/// What an account is at a place. What each role may do is in `RoleTable.swift`.
package enum Role: String, Sendable, Codable, CaseIterable {
  case resident, collector, registerKeeper, villageCommittee, groupLeader, supervisor
  case serviceCentre, departmentHandler, departmentHead, dutyOfficer, disciplineReader
  case townOfficer, townLeader, countyOfficer, administrator, auditor

  package var name: Text {
    switch self {
    case .resident: Text(zh: "居民", en: "Resident")
    case .collector: Text(zh: "收集人", en: "Collector")
    case .registerKeeper: Text(zh: "登记人", en: "Register keeper")
    case .villageCommittee: Text(zh: "村（居）委会", en: "Village committee")
    case .groupLeader: Text(zh: "组长", en: "Group leader")
    case .supervisor: Text(zh: "村（居）务监督委员会", en: "Supervisory committee")
    case .serviceCentre: Text(zh: "服务中心", en: "Service centre")
    case .departmentHandler: Text(zh: "科室/站所经办人", en: "Department handler")
    case .departmentHead: Text(zh: "科室/站所负责人", en: "Department head")
    case .dutyOfficer: Text(zh: "值班员", en: "Duty officer")
    case .disciplineReader: Text(zh: "纪检收件人", en: "Discipline reader")
    case .townOfficer: Text(zh: "镇工作人员", en: "Town officer")
    case .townLeader: Text(zh: "镇领导", en: "Town leader")
    case .countyOfficer: Text(zh: "县工作人员", en: "County officer")
    case .administrator: Text(zh: "管理员", en: "Administrator")
    case .auditor: Text(zh: "审计员", en: "Auditor")
    }
  }

  /// At which places the role can be held; held elsewhere it gives nothing.
  package var levels: Set<PlaceLevel> { levelsOfRoles[self] ?? [] }

  fileprivate var ownLevels: Set<PlaceLevel> {
    switch self {
    case .resident, .registerKeeper, .villageCommittee, .supervisor: [.village]
    case .groupLeader: [.group]
    case .collector: [.group, .village, .town]
    case .serviceCentre: [.village, .town, .county]
    case .departmentHandler, .departmentHead, .administrator, .auditor: [.town, .county]
    case .dutyOfficer, .disciplineReader, .townOfficer, .townLeader: [.town]
    case .countyOfficer: [.county]
    }
  }
}

private let levelsOfRoles = Dictionary(uniqueKeysWithValues: Role.allCases.map { ($0, $0.ownLevels) })
