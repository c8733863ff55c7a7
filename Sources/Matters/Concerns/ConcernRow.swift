import Governance
import Store
import Values
import Web

/// A concern as it is stored: what somebody said once (诉求).
package struct ConcernRow: Sendable {
  package let id: ID<Concern>
  package let key: VillageKey
  /// The short number for paper and telephone; opens nothing by itself.
  package let number: String
  package let text: String
  package let channel: Channel
  package let direction: Direction
  package let sourceKind: SourceKind
  package let person: ID<Person>?
  package let reportingUnit: String
  package let group: ID<Place>?
  package let landmark: Int64?
  package let placeText: String
  /// WGS-84.
  package let latitude: Double?
  package let longitude: Double?
  package let state: ConcernState
  package let urgency: Urgency
  package let isSealed: Bool
  /// "support", "oppose" or "".
  package let stance: String
  package let receivedAt: Instant
  package let reportedDay: Day
  package let acceptBy: Instant
  package let enteredBy: ID<Account>?
  package let device: String?
  package let refusal: ScopeReason?
  package let refusalAnswer: String?
  package let refusedBy: ID<Account>?
  package let isHistory: Bool
  package let version: Int

  init(_ row: Row) throws {
    id = try row.id("id")
    key = VillageKey(town: try row.id("town"), village: try row.id("village"))
    number = try row.text("number")
    text = try row.text("text")
    channel = try row.choice("channel")
    direction = try row.choice("direction")
    sourceKind = try row.choice("source_kind")
    person = row.optionalID("person")
    reportingUnit = try row.text("reporting_unit")
    group = row.optionalID("group_place")
    landmark = row.optionalInt64("landmark")
    placeText = try row.text("place_text")
    latitude = row.optionalDouble("lat")
    longitude = row.optionalDouble("lon")
    state = try row.choice("state")
    urgency = Urgency(rawValue: try row.int("urgency")) ?? .normal
    isSealed = try row.bool("sealed")
    stance = try row.text("stance")
    receivedAt = try row.instant("received_at")
    reportedDay = try row.day("reported_day")
    acceptBy = try row.instant("accept_by")
    enteredBy = row.optionalID("entered_by")
    device = row.optionalText("device")
    refusal = row.optionalText("refusal").flatMap(ScopeReason.init(rawValue:))
    refusalAnswer = row.optionalText("refusal_answer")
    refusedBy = row.optionalID("refused_by")
    isHistory = try row.bool("is_history")
    version = try row.int("version")
  }

  /// Whether its words were taken away when it was refused.
  package var hasErasedText: Bool { text.isEmpty && refusal?.erasesText ?? false }

  /// The moment by which a list sorts it: when it was received, moved to the day on which it was said.
  var saidAt: Instant { receivedAt.adding(days: reportedDay.number - receivedAt.day.number) }
}
