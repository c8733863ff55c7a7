import Values

/// How a concern came (plan 二·二: 走出去、请进来).
package enum Channel: String, Sendable, Codable, CaseIterable {
  case web, homeVisit, questionnaire, courtyardMeeting, activity, walkIn, phone, hotline, paperSlip, chatGroup, email
  case open311
  case importFile = "import"
  case other

  package var name: Text {
    switch self {
    case .web: Text(zh: "网页", en: "Web")
    case .homeVisit: Text(zh: "入户走访", en: "Home visit")
    case .questionnaire: Text(zh: "问卷", en: "Questionnaire")
    case .courtyardMeeting: Text(zh: "院坝会", en: "Courtyard meeting")
    case .activity: Text(zh: "活动", en: "Activity")
    case .walkIn: Text(zh: "上门来访", en: "Walk-in")
    case .phone: Text(zh: "电话", en: "Phone")
    case .hotline: Text(zh: "热线", en: "Hotline")
    case .paperSlip: Text(zh: "纸条", en: "Paper slip")
    case .chatGroup: Text(zh: "聊天群", en: "Chat group")
    case .email: Text(zh: "电子邮件", en: "E-mail")
    case .open311: Text(zh: "Open311 接口", en: "Open311")
    case .importFile: Text(zh: "导入", en: "Import")
    case .other: Text(zh: "其他", en: "Other")
    }
  }

  /// Those that a person chooses when writing a concern down; the others are told by the program.
  package static let ofPeople: [Channel] = allCases.filter { $0 != .open311 && $0 != .importFile }

  /// The direction of the channel; where it is not fixed, the one to begin with.
  package var direction: Direction {
    switch self {
    case .homeVisit, .questionnaire, .courtyardMeeting, .activity: .goOut
    default: .invite
    }
  }

  /// Whether the channel alone tells the direction; otherwise the person who enters says it.
  package var isDirectionFixed: Bool {
    switch self {
    case .paperSlip, .chatGroup, .email, .open311, .importFile, .other: false
    default: true
    }
  }
}

/// Whether we went to the people or they came to us.
package enum Direction: String, Sendable, Codable, CaseIterable {
  case goOut, invite

  package var name: Text {
    switch self {
    case .goOut: Text(zh: "走出去", en: "Going out")
    case .invite: Text(zh: "请进来", en: "Inviting in")
    }
  }
}

/// Who brought the concern (plan 二·二).
package enum SourceKind: String, Sendable, Codable, CaseIterable {
  case resident, cadre, police, socialWorker, volunteer, organisation, unit

  package var name: Text {
    switch self {
    case .resident: Text(zh: "居民群众", en: "Resident")
    case .cadre: Text(zh: "村（社区）干部", en: "Village cadre")
    case .police: Text(zh: "社区民警", en: "Community police")
    case .socialWorker: Text(zh: "社工", en: "Social worker")
    case .volunteer: Text(zh: "志愿者", en: "Volunteer")
    case .organisation: Text(zh: "社区社会组织", en: "Community organisation")
    case .unit: Text(zh: "驻村单位", en: "Resident unit")
    }
  }
}
