import Values

/// How sure a figure is (rules.md, marks). Office pages show it beside the figure.
package enum RuleMark: String, Sendable, Codable, CaseIterable {
  /// The text of the law or notice was seen.
  case verified = "V"
  /// From knowledge; a lawyer has yet to check it.
  case fromKnowledge = "K"
  /// No law: a default of this product or local practice, which the town may change.
  case designDefault = "D"

  package var name: Text {
    switch self {
    case .verified: Text(zh: "已核对原文", en: "Checked against the text")
    case .fromKnowledge: Text(zh: "待核对", en: "Still to be checked")
    case .designDefault: Text(zh: "默认做法，可修改", en: "Default, may be changed")
    }
  }
}
