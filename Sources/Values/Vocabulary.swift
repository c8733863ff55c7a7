/// The class of a matter: who is responsible (plan 二·四).
package enum MatterClass: String, Sendable, Codable, CaseIterable {
  /// 大事: a government department, through the service centres.
  case government
  /// 小事: residents themselves.
  case community
  /// 私事: the person, with the community's help.
  case personal = "private"

  package var name: Text {
    switch self {
    case .government: Text(zh: "大事", en: "Government matter")
    case .community: Text(zh: "小事", en: "Community matter")
    case .personal: Text(zh: "私事", en: "Private matter")
    }
  }
}

/// How soon somebody must act (codebook §1).
package enum Urgency: Int, Sendable, Codable, CaseIterable, Comparable {
  case normal = 0
  case soon = 1
  case danger = 2
  case life = 3

  package static func < (left: Urgency, right: Urgency) -> Bool { left.rawValue < right.rawValue }
  /// "U0" … "U3".
  package var code: String { "U\(rawValue)" }
  package init?(code: String) {
    guard let found = Urgency.allCases.first(where: { $0.code == code }) else { return nil }
    self = found
  }

  package var name: Text {
    switch self {
    case .normal: Text(zh: "一般", en: "Normal")
    case .soon: Text(zh: "尽快", en: "Soon")
    case .danger: Text(zh: "危险", en: "Danger")
    case .life: Text(zh: "生命危急", en: "Danger to life")
    }
  }
}

/// Why a concern is not taken up (不予纳入, codebook §2).
package enum ScopeReason: String, Sendable, Codable, CaseIterable {
  case litigation, petition, discipline, infoRequest, stateSecret, otherPrivacy, advertising, abuse
  case noContent, outsideArea, answeredBefore, unlawful, emergencyOnly, thanks
}
