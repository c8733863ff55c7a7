import Values

/// What sort of work an order is; it sets the limit where the leaf has none of its own (rules.md §6).
package enum OrderKind: String, Sendable, Codable, CaseIterable {
  case danger, enquiry, simple, general, complex, hard
  /// 信访 and 政府信息公开申请: their limits are the law's.
  case petition, informationRequest

  /// Whether the days of the leaf prevail: not against the law, and danger waits for no leaf.
  package var takesLeafDays: Bool {
    switch self {
    case .enquiry, .simple, .general, .complex, .hard: true
    case .danger, .petition, .informationRequest: false
    }
  }

  package var name: Text {
    switch self {
    case .danger: Text(zh: "紧急危险", en: "Danger")
    case .enquiry: Text(zh: "咨询", en: "Enquiry")
    case .simple: Text(zh: "简单事项", en: "Simple matter")
    case .general: Text(zh: "一般事项", en: "General matter")
    case .complex: Text(zh: "复杂事项", en: "Complex matter")
    case .hard: Text(zh: "疑难事项", en: "Hard matter")
    case .petition: Text(zh: "信访事项", en: "Petition")
    case .informationRequest: Text(zh: "信息公开申请", en: "Information request")
    }
  }
}

/// How an order ends.
package enum OrderOutcome: String, Sendable, Codable, CaseIterable {
  case solved
  /// Nothing to do, but the reporter now knows why.
  case explained
  /// With the reason and its basis.
  case notPossible

  package var name: Text {
    switch self {
    case .solved: Text(zh: "已解决", en: "Solved")
    case .explained: Text(zh: "已解释说明", en: "Explained")
    case .notPossible: Text(zh: "不能办", en: "Not possible")
    }
  }
}
