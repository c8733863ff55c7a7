import Values

/// What somebody is to a work order; one person can be several things.
package enum OrderActor: String, Sendable, Codable, CaseIterable {
  /// Who took the concern in first, or now holds that post (首接).
  case firstReceiver
  /// A service centre that covers the village.
  case centre
  /// The service centre that has it in hand now.
  case holdingCentre
  /// A member of the office in charge, and the head of that office.
  case office, officeHead
  case coHandler
  /// The town office (党政办), which decides disputes and re-assigns.
  case townOffice
  /// A leader who supervises (督办).
  case supervisor
  case reporter
  /// Nobody: a time ran out.
  case time

  package var name: Text {
    switch self {
    case .firstReceiver: Text(zh: "首接人", en: "first receiver")
    case .centre: Text(zh: "服务中心", en: "service centre")
    case .holdingCentre: Text(zh: "正在办的服务中心", en: "service centre that has it")
    case .office: Text(zh: "承办单位", en: "office in charge")
    case .officeHead: Text(zh: "承办单位负责人", en: "head of the office in charge")
    case .coHandler: Text(zh: "协办单位", en: "co-handling office")
    case .townOffice: Text(zh: "镇办公室", en: "town office")
    case .supervisor: Text(zh: "督办领导", en: "supervising leader")
    case .reporter: Text(zh: "反映人", en: "reporter")
    case .time: Text(zh: "到时自动", en: "by time alone")
    }
  }
}

/// How an account stands to an order, as far as its role does not say it.
package struct OrderRelation: Sendable, Hashable {
  package let isFirstReceiver: Bool
  /// Of the office in charge, or of one that takes part.
  package let isOfOffice, isOfCoHandler: Bool
  /// A service centre is in charge; it has no head of its own, so the town officer decides in a head's place.
  package let isWithCentre: Bool

  package init(
    isFirstReceiver: Bool = false, isOfOffice: Bool = false, isOfCoHandler: Bool = false, isWithCentre: Bool = false
  ) {
    (self.isFirstReceiver, self.isOfOffice) = (isFirstReceiver, isOfOffice)
    (self.isOfCoHandler, self.isWithCentre) = (isOfCoHandler, isWithCentre)
  }
}

/// What the holder of a role is to an order to which he stands so. The place was checked before.
package func actors(of role: Role, _ relation: OrderRelation) -> Set<OrderActor> {
  var actors: Set<OrderActor> = []
  if relation.isFirstReceiver, capabilities(of: role).contains(.handOver) { actors.insert(.firstReceiver) }
  switch role {
  case .serviceCentre:
    actors.insert(.centre)
    if relation.isOfOffice { actors.formUnion([.office, .holdingCentre]) }
  case .departmentHandler, .departmentHead:
    if relation.isOfOffice { actors.insert(.office) }
    if relation.isOfOffice, role == .departmentHead { actors.insert(.officeHead) }
    if relation.isOfCoHandler { actors.insert(.coHandler) }
  case .townOfficer:
    actors.formUnion([.townOffice, .supervisor])
    if relation.isWithCentre { actors.insert(.officeHead) }
  case .townLeader: actors.insert(.supervisor)
  default: break
  }
  return actors
}
