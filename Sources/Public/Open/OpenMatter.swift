import Governance
import Matters
import Store
import Values
import Web

/// A released matter as anybody may see it. It is read with its public columns alone: no title of an office, no words of
/// a concern, no names.
package struct OpenMatter: Sendable {
  package let id: ID<Matter>
  package let matterClass: MatterClass
  package let leaf: String
  package let title: String
  package let place: String
  package let state: MatterState
  package let lead: String
  package let coHandlers: [String]
  /// As stored: with articles. Shown by the names of the laws alone.
  package let basis: String
  /// When it was first reported, also by a matter merged into it.
  package let openedAt: Instant
  package let closedAt: Instant?
  package let releasedAt: Instant
  /// Each reporter once; those who tapped "me too" apart.
  package let reporters: Int
  package let joins: Int
  private let storedReply: String

  package static let columns: SQL = """
    id, class, leaf, public_title, public_place, state, lead, co, basis, shown_opened_at, closed_at, released_at,
    reporters, joins, reply
    """

  /// Nil for a kind that is public as a count only, whatever was released before it was reclassified.
  package init?(_ row: Row) throws {
    (id, matterClass, leaf) = (try row.id("id"), try row.choice("class"), try row.text("leaf"))
    if isCountOnly(leaf: leaf, class: matterClass) { return nil }
    title = withoutPhones(try row.text("public_title"))
    place = withoutPhones(try row.text("public_place"))
    state = try row.choice("state")
    lead = try row.text("lead")
    coHandlers = try row.text("co").split(separator: ",").map(String.init)
    basis = try row.text("basis")
    openedAt = try row.instant("shown_opened_at")
    closedAt = row.optionalInstant("closed_at")
    releasedAt = try row.instant("released_at")
    (reporters, joins) = (try row.int("reporters"), try row.int("joins"))
    storedReply = withoutPhones(try row.text("reply"))
  }

  /// The last answer; empty while the matter is dealt with, also again.
  package var reply: String { state == .answered || state == .closed ? storedReply : "" }

  /// Whether anybody may say "me too".
  var canBeJoined: Bool { state.isOpen && isOfferedForJoining(leaf: leaf) }
}

/// A released matter in a list.
struct OpenMatterJSON: Encodable, Sendable {
  let id: ID<Matter>
  let `class`: MatterClass
  let title: String
  let place: String
  let state: MatterState
  let stateText: Text
  let lead: String
  /// The day it was first reported.
  let since: Day
  let reporters: Int
  let joins: Int
  let joinable: Bool

  init(_ matter: OpenMatter) {
    (id, self.class, title, place) = (matter.id, matter.matterClass, matter.title, matter.place)
    (state, stateText, lead) = (matter.state, matter.state.publicWords, matter.lead)
    (since, reporters, joins) = (matter.openedAt.day, matter.reporters, matter.joins)
    joinable = matter.canBeJoined
  }

  private init() {
    (id, self.class, title, place) = (ID(1), .community, "主街路灯不亮", "三组主街")
    (state, stateText, lead) = (.inProgress, MatterState.inProgress.publicWords, "村（居）委会")
    (since, reporters, joins, joinable) = (Day(number: 20_700), 3, 5, true)
  }

  static let sample = OpenMatterJSON()
}

/// A page of released matters.
struct OpenMattersJSON: Encodable, Sendable {
  let items: [OpenMatterJSON]
  let next: String?

  init(_ page: OpenPage) { (items, next) = (page.matters.map(OpenMatterJSON.init), page.next) }

  private init() { (items, next) = ([.sample], "1") }

  static let sample = OpenMattersJSON()
}
