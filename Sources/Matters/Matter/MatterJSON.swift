import Governance
import Values
import Web

/// A matter in JSON, as lists give it.
struct MatterJSON: Encodable, Sendable {
  let id: ID<Matter>
  let number: String
  let title: String
  let `class`: MatterClass
  let leaf: String
  let lead: String
  let state: MatterState
  let urgency: String
  let openedAt: Instant
  let dueAt: Instant?
  let closedAt: Instant?
  let concerns: Int
  /// Each person once; joins of the public page are counted apart.
  let reporters: Int
  let joins: Int
  let placeText: String
  let channel: String
  let family: String?
  let mergedInto: ID<Matter>?
  let version: Int

  init(_ matter: MatterRow) {
    (id, number, title) = (matter.id, matter.number, matter.title)
    (self.class, leaf, lead) = (matter.routing.matterClass, matter.routing.leaf, matter.routing.lead)
    (state, urgency) = (matter.shownState, matter.shownUrgency.code)
    (openedAt, dueAt, closedAt) = (matter.shownOpenedAt, matter.shownDueAt, matter.closedAt)
    (concerns, reporters, joins) = (matter.concerns, matter.reporters, matter.joins)
    (placeText, channel, family) = (matter.placeText, matter.channel, matter.family.map(String.init))
    (mergedInto, version) = (matter.mergedInto, matter.version)
  }

  static let sample = MatterJSON(sampleMatter)
}

/// A made-up matter for the description of the API.
package let sampleMatter: MatterRow = {
  let routing = Routing(
    matterClass: .government, leaf: "GM0902", lead: "水务站", co: ["规划建设办"], path: "serviceCentre", basis: "《水法》",
    basisMark: "K", limitDays: 5, urgency: .soon, reason: "自来水归水务站管")
  let opened = Instant(milliseconds: 1_793_000_000_000)
  var matter = MatterRow(
    id: ID(1_234_567_890_123), key: VillageKey(town: ID(2), village: ID(3)), number: "青山村-2026-0001", title: "三组停水",
    routing: routing, openedAt: opened, dueAt: opened.adding(days: 7), channel: .phone, isHistory: false)
  (matter.group, matter.placeText, matter.closedAt) = (ID(4), "三组", opened.adding(days: 3))
  (matter.family, matter.mergedInto, matter.releasedAt) = (5, ID(6), opened)
  return matter
}()
