import Values

extension Role {
  /// Whether who holds it acts for one department alone, named in the membership.
  package var isOfDepartment: Bool { self == .departmentHandler || self == .departmentHead }
}

/// Whether a matter is the department's: it leads it or takes part in it. Without a body it has no duty.
package func isDuty(of body: String?, lead: String, co: [String]) -> Bool {
  guard let body, !body.isEmpty else { return false }
  return body == lead || co.contains(body)
}

/// Whether who holds the role may act on a matter and see who reported it, as far as the department matters: only
/// departments are bound to their own matters; the other roles are bound by their place alone.
package func isDuty(of role: Role, body: String?, lead: String, co: [String]) -> Bool {
  !role.isOfDepartment || isDuty(of: body, lead: lead, co: co)
}

/// Beginnings of codes of reports on how officials, the village's accounts and enforcement are run. The office
/// complained about never learns who spoke (信访工作条例 30).
private let aboutOffices = ["GM1001", "GM1002", "GM1003"]

/// Whether a matter of the leaf is a report on how an office or an official works.
package func isAboutOffice(leaf: String) -> Bool { aboutOffices.contains(where: leaf.hasPrefix) }

/// Beginnings of codes whose reporters few see: violence, and reports on offices.
private let protectedReporters = ["GM0505"] + aboutOffices

/// Whether matters of the leaf protect their reporters: `hidesReporters` says from whom.
package func protectsReporters(leaf: String) -> Bool { protectedReporters.contains(where: leaf.hasPrefix) }

/// Whether the reporters of matters of the leaf are kept from the reader. Of protected ones the keeper alone knows them,
/// who tells them the result; of violence the village committee too, which may have to help at once, but not of reports
/// on offices: it may be the one complained about.
package func hidesReporters(leaf: String, from reader: ContactReader) -> Bool {
  guard protectsReporters(leaf: leaf) else { return false }
  return switch reader {
  case .reporter, .keeper: false
  case .committee: isAboutOffice(leaf: leaf)
  case .handler, .leader, .staff, .anybody: true
  }
}

/// Beginnings of codes of matters that only those see who act on them: violence, and children in need (PIPL 28, 31).
private let keptToHandlers = ["GM0505", "GM0706"]
/// Beginnings of codes that tell of a person's health: of no use to another office (PIPL 6, 28).
private let ofHealth = ["GM0601", "GM0605", "GM0703"]

/// Whether who holds the role is shown a matter of the leaf. Reports on offices are kept from the departments, but for the
/// one that leads; violence and children are for those who read the words of concerns anyway, the town's leader and the
/// departments whose duty it is; of health no other department sees anything (decision 0025).
package func isShown(leaf: String, lead: String, co: [String], to role: Role, body: String?) -> Bool {
  let isOwn = isDuty(of: body, lead: lead, co: co)
  if role.isOfDepartment {
    if isAboutOffice(leaf: leaf) { return body == lead }
    return isOwn || !(keptToHandlers + ofHealth).contains(where: leaf.hasPrefix)
  }
  guard keptToHandlers.contains(where: leaf.hasPrefix) else { return true }
  return role == .townLeader || capabilities(of: role).contains(.readConcerns)
}

/// The beginnings of codes whose matters are in no list of somebody with these roles, none of a department.
package func hiddenLeaves(from roles: some Sequence<Role>) -> [String] {
  keptToHandlers.filter { leaf in
    !roles.contains { isShown(leaf: leaf, lead: "", co: [], to: $0, body: nil) }
  }
}
