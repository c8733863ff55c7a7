import Values

/// Words of the reporter's text that led to a suggestion.
package struct FoundWord: Sendable, Hashable {
  /// The words as they stand in the text.
  package let words: String
  /// Where they stand: offsets counted in `Character`s of the text that was given.
  package let range: Range<Int>

  package init(words: String, range: Range<Int>) { (self.words, self.range) = (words, range) }
}

/// The place of the codebook a suggestion rests on.
package enum CodebookRule: Sendable, Hashable {
  /// §1 urgency, §2 scope, §3 several matters, §4 class, §5 catalogue, §7 duplicates.
  case section(Int)
  /// A line of the hard cases, §6.
  case hardCase(Int)
  /// A ruling for a recurring borderline kind.
  case ruling(Int)

  package var name: Text {
    switch self {
    case .section(let number): Text(zh: "分类手册第\(number)节", en: "codebook §\(number)")
    case .hardCase(let number): Text(zh: "分类手册难例\(number)", en: "codebook hard case \(number)")
    case .ruling(let number): Text(zh: "分类手册裁定\(number)", en: "codebook ruling \(number)")
    }
  }
}

/// Why the engine says something: the rule, the sentence for people, the words it saw.
package struct Reason: Sendable, Hashable {
  package let rule: CodebookRule
  package let why: Text
  package let found: [FoundWord]

  static let likeness = Text(zh: "说法和这一类相近", en: "worded like this category")
  /// Whether it only says that the wording is like that of the category: what it found need not be whole words.
  package var isLikeness: Bool { why == Self.likeness }

  package init(rule: CodebookRule, why: Text, found: [FoundWord]) {
    (self.rule, self.why, self.found) = (rule, why, found)
  }
}

/// A number to ring at once.
package enum EmergencyNumber: String, Sendable, Hashable, CaseIterable, Comparable {
  case police = "110"
  case fire = "119"
  case ambulance = "120"
  case traffic = "122"

  package static func < (left: EmergencyNumber, right: EmergencyNumber) -> Bool { left.rawValue < right.rawValue }

  package var name: Text {
    switch self {
    case .police: Text(zh: "报警", en: "Police")
    case .fire: Text(zh: "火警和救援", en: "Fire and rescue")
    case .ambulance: Text(zh: "急救", en: "Ambulance")
    case .traffic: Text(zh: "交通事故", en: "Road accidents")
    }
  }
}

/// How urgent a text is (codebook §1). Advice: lowering it needs a person's name and reason.
package struct UrgencyFinding: Sendable, Hashable {
  package let level: Urgency
  /// What raised the level, and what was seen but lowered (negation, idiom, drill, long past).
  package let reasons: [Reason]
  /// Numbers to show at once, ascending; empty below `.danger`.
  package let emergencyNumbers: [EmergencyNumber]
}

/// Why a text may not be taken up (codebook §2). Advice: a person decides, and the reporter may appeal.
package struct ScopeFinding: Sendable, Hashable {
  package let reason: ScopeReason
  package let reasons: [Reason]
}

/// How sure the engine is of a category.
package enum Confidence: String, Sendable, Codable, CaseIterable {
  case likely, possible, unsure

  package var name: Text {
    switch self {
    case .likely: Text(zh: "很可能", en: "Likely")
    case .possible: Text(zh: "可能", en: "Possible")
    case .unsure: Text(zh: "说不准", en: "Unsure")
    }
  }
}

/// A category the text may belong to.
package struct LeafSuggestion: Sendable, Hashable {
  package let code: String
  package let matterClass: MatterClass
  /// Share of the evidence, 0…1; over all leaves it sums to 1.
  package let score: Double
  /// How often such a suggestion is right, 0…1: measured on messages that were labelled by reading, not learnt from.
  package let certainty: Double
  package let confidence: Confidence
  /// Strongest first.
  package let reasons: [Reason]
}

/// A part of a text that looks like a matter of its own (codebook §3).
package struct PartProposal: Sendable, Hashable {
  /// Offsets counted in `Character`s of the text that was given.
  package let range: Range<Int>
  package let suggestion: LeafSuggestion
}
