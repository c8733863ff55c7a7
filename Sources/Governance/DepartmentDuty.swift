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
