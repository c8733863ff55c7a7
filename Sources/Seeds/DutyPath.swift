import Values

/// The way a matter goes once it is triaged (codebook §5).
package enum DutyPath: String, Sendable, Codable, CaseIterable {
  /// By duty through the service centres of village, town and county.
  case serviceCentre
  case council
  /// Daily service of the committee, without a vote.
  case committee
  /// The lawful meeting of villagers or residents.
  case assembly
  /// The members of the collective economic organisation.
  case collective
  case owners
  case mediation, referral, handbook

  /// The class whose matters go this way (codebook §5).
  package var matterClass: MatterClass {
    switch self {
    case .serviceCentre: .government
    case .council, .committee, .assembly, .collective, .owners: .community
    case .mediation, .referral, .handbook: .personal
    }
  }

  package var name: Text {
    switch self {
    case .serviceCentre: Text(zh: "三级服务中心", en: "Service centres")
    case .council: Text(zh: "议事会商量", en: "Council")
    case .committee: Text(zh: "村（居）委会日常服务", en: "Daily service of the committee")
    case .assembly: Text(zh: "村（居）民会议", en: "Villagers' or residents' assembly")
    case .collective: Text(zh: "集体成员大会", en: "Assembly of the collective's members")
    case .owners: Text(zh: "业主大会", en: "Owners' assembly")
    case .mediation: Text(zh: "人民调解", en: "Mediation")
    case .referral: Text(zh: "介绍和互助", en: "Referral and mutual aid")
    case .handbook: Text(zh: "便民手册", en: "Handbook")
    }
  }
}
