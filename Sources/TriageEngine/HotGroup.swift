import Values

/// What a ranking of hot matters (热点) needs to know of one group of messages: one matter, one family or one category.
package struct HotGroup: Sendable, Hashable {
  package let id: Int64
  /// Messages within the period, 0 or more.
  package var reports: Int
  /// The persons among them, each once; every anonymous message counts as one.
  package var reporters: Int
  /// Messages in the periods before, each as long as this one, the latest last. Empty when nothing is known of them.
  package var past: [Int]
  /// The different places that the messages come from: groups of a village, villages of a town.
  package var places: Int
  package var urgency: Urgency
  /// Who joined or spoke in favour, and who spoke against, within the period.
  package var supporters: Int
  package var opposers: Int

  package init(
    id: Int64, reports: Int, reporters: Int, past: [Int] = [], places: Int = 0, urgency: Urgency = .normal,
    supporters: Int = 0, opposers: Int = 0
  ) {
    (self.id, self.reports, self.reporters, self.past) = (id, reports, reporters, past)
    (self.places, self.urgency, self.supporters, self.opposers) = (places, urgency, supporters, opposers)
  }

  /// Whether more than one voice speaks of it: a single report is not yet a hot matter.
  package var isTalkedOf: Bool { reports + supporters >= 2 }

  /// What is usual for the group: the mean of the periods before; nil when nothing is known of them.
  package var usual: Double? {
    past.isEmpty ? nil : Double(past.reduce(0) { $0 + max(0, $1) }) / Double(past.count)
  }
}

/// A message as a ranking takes it in.
package struct HotItem: Sendable, Hashable {
  package let group: Int64
  /// Days since 1970-01-01; nil when not known.
  package let day: Int?
  /// Who spoke; nil or "" for somebody unknown.
  package let reporter: String?
  /// The place it comes from; "" when not known.
  package let place: String
  package let urgency: Urgency
  package let supporters: Int
  package let opposers: Int

  package init(
    group: Int64, day: Int? = nil, reporter: String? = nil, place: String = "", urgency: Urgency = .normal,
    supporters: Int = 0, opposers: Int = 0
  ) {
    (self.group, self.day, self.reporter, self.place) = (group, day, reporter, place)
    (self.urgency, self.supporters, self.opposers) = (urgency, supporters, opposers)
  }
}

extension HotGroup {
  /// The groups of messages, in the order of their ids.
  /// - Parameter period: days of the period; a message without a day or outside it does not count. Those of the equally
  ///   long time before are the past. Nil: all messages count, and nothing is known of the past.
  package static func groups(of items: [HotItem], in period: ClosedRange<Int>? = nil) -> [HotGroup] {
    let members = Dictionary(grouping: items, by: \.group)
    return members.keys.sorted().compactMap { id in
      let all = members[id] ?? []
      let counted = all.filter { item in
        guard let period else { return true }
        return item.day.map(period.contains) ?? false
      }
      guard !counted.isEmpty else { return nil }
      let group = HotGroup(id: id, items: counted)
      guard let period else { return group }
      var grown = group
      let before = period.lowerBound - period.count..<period.lowerBound
      grown.past = [all.count { $0.day.map(before.contains) ?? false }]
      return grown
    }
  }

  private init(id: Int64, items: [HotItem]) {
    let named = items.compactMap(\.reporter).filter { !$0.isEmpty }
    self.init(
      id: id, reports: items.count, reporters: Set(named).count + items.count - named.count,
      places: Set(items.map(\.place).filter { !$0.isEmpty }).count, urgency: items.map(\.urgency).max() ?? .normal,
      supporters: items.reduce(0) { $0 + max(0, $1.supporters) },
      opposers: items.reduce(0) { $0 + max(0, $1.opposers) })
  }
}
