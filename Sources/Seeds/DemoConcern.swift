import Governance
import Values

/// What became of a concern of the demonstration.
package enum DemoOutcome: String, Sendable, CaseIterable {
  /// Nobody has read it yet.
  case new
  case inProgress, answered, deliberation, publication, closed, reopened
  /// Joined to the matter of the concern it repeats.
  case merged
  case refused, appealed, appealGranted
  /// About somebody who works here.
  case sealed
  case withdrawn
}

/// A concern of the demonstration with what became of it; times are relative to the day of the demonstration.
package struct DemoConcern: Sendable, Hashable {
  package let key: String
  package let villageCode: String
  /// The name or number of the group; empty when it is not said.
  package let group: String
  /// The Chinese name of a landmark; empty when there is none.
  package let landmark: String
  /// 0 = today.
  package let daysAgo: Int
  /// The hour of the day in China, 0...23.
  package let hour: Int
  package let channel: Channel
  package let sourceKind: SourceKind
  /// Empty for somebody unnamed.
  package let reporter: String
  package let phone: String
  package let text: String
  /// The leaf's code, or the reason of scope; empty while nobody has read it.
  package let leaf: String
  /// Nil when it is not taken up, or while nobody has read it.
  package let matterClass: MatterClass?
  package let urgency: Urgency
  /// The key of the concern that it repeats; nil when it stands alone.
  package let repeatOf: String?
  /// The leaf of the second matter in the same text; nil when there is one matter only.
  package let secondLeaf: String?
  /// Of somebody who takes a side in the matter: "support", "oppose"; else empty.
  package let stance: String
  package let outcome: DemoOutcome
  package let reply: String
  package let publicTitle: String

  /// Whether `leaf` names a reason of scope.
  package var scopeReason: ScopeReason? { matterClass == nil ? ScopeReason(rawValue: leaf) : nil }
}

extension DemoConcern {
  static let columns = [
    "key", "village_code", "group", "landmark", "days_ago", "hour", "channel", "source_kind", "reporter", "phone",
    "text", "leaf", "class", "urgency", "repeat_of", "second_leaf", "stance", "outcome", "reply", "public_title",
  ]

  static func load(_ file: String) throws(SeedError) -> [DemoConcern] {
    var all: [DemoConcern] = []
    for row in try SeedTable(file, columns: columns).rows { all.append(try DemoConcern(row)) }
    return all
  }

  private init(_ row: SeedRow) throws(SeedError) {
    func optional(_ name: String) -> String? { row[name].isEmpty ? nil : row[name] }
    (key, villageCode, text) = (
      try row.required("key"), try row.required("village_code"), try row.required("text")
    )
    (group, landmark) = (row["group"], row["landmark"])
    (daysAgo, hour) = (try row.int("days_ago"), try row.int("hour"))
    guard daysAgo >= 0, (0...23).contains(hour) else { throw row.error("days_ago or hour is out of range") }
    channel = try row.choice("channel")
    sourceKind = try row.choice("source_kind")
    (reporter, phone, leaf) = (row["reporter"], row["phone"], row["leaf"])
    matterClass = ["", "out"].contains(row["class"]) ? nil : try row.choice("class", as: MatterClass.self)
    guard let urgency = Urgency(code: row["urgency"]) else {
      throw row.error("urgency is not U0 to U3: \(row["urgency"])")
    }
    self.urgency = urgency
    (repeatOf, secondLeaf) = (optional("repeat_of"), optional("second_leaf"))
    outcome = try row.choice("outcome", as: DemoOutcome.self)
    (stance, reply, publicTitle) = (row["stance"], row["reply"], row["public_title"])
  }
}
