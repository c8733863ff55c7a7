import Values

/// What is kept for a time only, or by a rule of its own.
package enum KeptThing: String, Sendable, Codable, CaseIterable {
  /// Names, telephone numbers and addresses of reporters; counted from the day the matter is closed or refused.
  case contactData
  /// Sound of conversations; from the day of recording.
  case recordings
  /// Registers, answers and decisions without contact data: part of the village archive.
  case archive
  /// Who did what when; from the day of the event.
  case eventLog

  package var name: Text {
    switch self {
    case .contactData: Text(zh: "联系方式", en: "Contact data")
    case .recordings: Text(zh: "录音", en: "Recordings")
    case .archive: Text(zh: "村务档案（不含联系方式）", en: "Village archive, without contact data")
    case .eventLog: Text(zh: "操作记录", en: "Event log")
    }
  }
}

/// How long a thing is kept (PIPL 19, 47): default periods, which the administrator may change.
package struct KeepingRule: Sendable, Hashable, Codable {
  package let thing: KeptThing
  /// Whole months; nil = not erased by time.
  package let months: Int?
  package let mark: RuleMark

  package init(thing: KeptThing, months: Int?, mark: RuleMark) {
    (self.thing, self.months, self.mark) = (thing, months, mark)
  }

  /// The shipped rules (rules.md §7). The event log must be kept six months at least (网络安全法); here it stays whole.
  package static let defaults: [KeepingRule] = [
    KeepingRule(thing: .contactData, months: 24, mark: .designDefault),
    KeepingRule(thing: .recordings, months: 6, mark: .designDefault),
    KeepingRule(thing: .archive, months: nil, mark: .designDefault),
    KeepingRule(thing: .eventLog, months: nil, mark: .fromKnowledge),
  ]
}

extension KeepingRule {
  /// The rule for whom another period was promised: the shorter of the two. A period that is made longer later does not
  /// hold for them (PIPL 17, 19).
  package func keeping(_ promise: KeepingRule) -> KeepingRule {
    guard let promised = promise.months, promised < months ?? .max else { return self }
    return promise
  }

  /// "2 年", "18 个月".
  package static func period(months: Int) -> Text {
    func plural(_ count: Int) -> String { count == 1 ? "" : "s" }
    guard months % 12 == 0, months > 0 else {
      return Text(zh: "\(months) 个月", en: "\(months) month\(plural(months))")
    }
    return Text(zh: "\(months / 12) 年", en: "\(months / 12) year\(plural(months / 12))")
  }
}

/// The first day on which the thing is to be erased, counted from `closed`; nil when the rule keeps it.
/// In a month without that day, the month's last day (Civil Code 202).
package func eraseDay(closed: Day, rule: KeepingRule) -> Day? {
  guard let months = rule.months else { return nil }
  let month = closed.year * 12 + closed.month - 1 + max(0, months)
  return (0...3).lazy.compactMap {
    Day(year: month / 12, month: month % 12 + 1, day: closed.dayOfMonth - $0)
  }.first
}
