import Governance
import Store
import Values
import Web

package let matterEntity = Entity("matter")
package let matterConcernEntity = Entity("matter_concern")
package let decisionEntity = Entity("decision")
package let progressEntity = Entity("progress")
package let mergingEntity = Entity("merging")

/// Who deals with a matter and how: what triage decides and reclassifying changes.
package struct Routing: Sendable, Hashable, Codable {
  package var matterClass: MatterClass
  /// A leaf of the town's duty catalogue.
  package var leaf: String
  package var lead: String
  package var co: [String]
  package var path: String
  package var basis: String
  /// "V", "K", "D" or "" when the leaf has no basis.
  package var basisMark: String
  /// Working days.
  package var limitDays: Int
  package var urgency: Urgency
  /// Why: in the words of whoever decided.
  package var reason: String

  package init(
    matterClass: MatterClass, leaf: String, lead: String, co: [String], path: String, basis: String, basisMark: String,
    limitDays: Int, urgency: Urgency, reason: String
  ) {
    (self.matterClass, self.leaf, self.lead, self.co, self.path) = (matterClass, leaf, lead, co, path)
    (self.basis, self.basisMark, self.limitDays, self.urgency, self.reason) = (
      basis, basisMark, limitDays, urgency, reason
    )
  }
}

/// A matter as it is stored: the one thing to be dealt with (事项).
package struct MatterRow: Sendable {
  package let id: ID<Matter>
  package let key: VillageKey
  /// "village–year–serial"; never reused.
  package let number: String
  package var title: String
  package var routing: Routing
  package var state: MatterState
  package let openedAt: Instant
  package var dueAt: Instant?
  package var closedAt: Instant?
  /// With all merged into it: the highest urgency, the earliest date, the shortest limit.
  package var shownUrgency: Urgency
  package var shownOpenedAt: Instant
  package var shownDueAt: Instant?
  /// The day on which the first of its concerns was said, where that is not the day it was opened (decision 0022).
  var firstDay: Day?
  /// The key by which the register lists it, where that is not its id: its first day is another.
  var listed: ID<Matter>?
  /// The working days by which `shownDueAt` was counted, where those are of one merged into it.
  var mergedLimit: Int?
  package var concerns: Int
  /// Each person once; each anonymous concern once.
  package var reporters: Int
  package var joins: Int
  package var supporters: Int
  package var opposers: Int
  package var group: ID<Place>?
  package var placeText: String
  package var latitude: Double?
  package var longitude: Double?
  package let channel: String
  package var reply: String
  package var mergedInto: ID<Matter>?
  package var root: ID<Matter>
  package var family: Int64?
  package var publicTitle: String
  package var publicPlace: String
  package var releasedAt: Instant?
  /// The open work order by which it is handled: then the order's steps move it, not its own.
  package var workOrder: Int64?
  package let isHistory: Bool
  package let version: Int

  /// What people are shown: merged ones say so.
  package var shownState: MatterState { mergedInto == nil ? state : .merged }

  /// When it was first reported: the date of the register.
  package var shownDay: Day { firstDay ?? shownOpenedAt.day }

  /// By what the register is sorted: an id of the day on which it was first reported.
  package var listKey: ID<Matter> { listed ?? id }
  /// Whether that is another than its id.
  package var isMoved: Bool { listed != nil }

  /// The working days to the answer: the limit by which it is due, also where that came with a merged matter.
  package var shownLimitDays: Int { mergedLimit ?? routing.limitDays }

  init(_ row: Row) throws {
    id = try row.id("id")
    key = VillageKey(town: try row.id("town"), village: try row.id("village"))
    number = try row.text("number")
    title = try row.text("title")
    routing = Routing(
      matterClass: try row.choice("class"), leaf: try row.text("leaf"), lead: try row.text("lead"),
      co: try row.text("co").split(separator: ",").map(String.init), path: try row.text("path"),
      basis: try row.text("basis"), basisMark: try row.text("basis_mark"), limitDays: try row.int("limit_days"),
      urgency: Urgency(rawValue: try row.int("urgency")) ?? .normal, reason: try row.text("reason"))
    state = try row.choice("state")
    openedAt = try row.instant("opened_at")
    dueAt = row.optionalInstant("due_at")
    closedAt = row.optionalInstant("closed_at")
    shownUrgency = Urgency(rawValue: try row.int("shown_urgency")) ?? .normal
    shownOpenedAt = try row.instant("shown_opened_at")
    shownDueAt = row.optionalInstant("shown_due_at")
    (firstDay, mergedLimit) = (row.optionalDay("first_day"), row.optionalInt("merged_limit"))
    listed = row.optionalID("listed")
    concerns = try row.int("concerns")
    reporters = try row.int("reporters")
    joins = try row.int("joins")
    supporters = try row.int("supporters")
    opposers = try row.int("opposers")
    group = row.optionalID("group_place")
    placeText = try row.text("place_text")
    latitude = row.optionalDouble("lat")
    longitude = row.optionalDouble("lon")
    channel = try row.text("channel")
    reply = try row.text("reply")
    mergedInto = row.optionalID("merged_into")
    root = try row.id("root")
    family = row.optionalInt64("family")
    publicTitle = try row.text("public_title")
    publicPlace = try row.text("public_place")
    releasedAt = row.optionalInstant("released_at")
    workOrder = row.optionalInt64("work_order")
    isHistory = try row.bool("is_history")
    version = try row.int("version")
  }

  init(
    id: ID<Matter>, key: VillageKey, number: String, title: String, routing: Routing, openedAt: Instant,
    dueAt: Instant?,
    channel: Channel, isHistory: Bool
  ) {
    (self.id, self.key, self.number, self.title, self.routing) = (id, key, number, title, routing)
    (state, self.openedAt, self.dueAt) = (.inProgress, openedAt, dueAt)
    (shownUrgency, shownOpenedAt, shownDueAt) = (routing.urgency, openedAt, dueAt)
    (concerns, reporters, joins, supporters, opposers) = (0, 0, 0, 0, 0)
    (placeText, self.channel, reply, root) = ("", channel.rawValue, "", id)
    (publicTitle, publicPlace, self.isHistory, version) = ("", "", isHistory, 1)
  }
}
