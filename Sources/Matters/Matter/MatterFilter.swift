import Governance
import Store
import TriageEngine
import Values
import Web

/// What narrows the list of matters of a village: each nil or empty when not asked for.
struct MatterFilter: Sendable, Equatable {
  var matterClass: MatterClass?
  var state: MatterState?
  /// A leaf ("GM0902") or a top ("GM09") of the catalogue.
  var leaf = ""
  var lead = ""
  var group: ID<Place>?
  var channel: Channel?
  /// First and last day on which a matter was first reported.
  var from: Day?
  var to: Day?
  /// Words that the matter or one of its concerns must have.
  var text = ""

  init() {}

  /// Reads `class`, `state`, `leaf`, `lead`, `group`, `channel`, `from`, `to`, `q`.
  init(_ query: Form, now: Instant) throws(FieldErrors) {
    var errors = FieldErrors()
    matterClass = query.choice("class", as: MatterClass.self, &errors)
    state = query.choice("state", as: MatterState.self, &errors)
    leaf = query.text("leaf", max: 12, &errors)
    lead = query.text("lead", max: 60, &errors)
    group = query.optionalID("group", as: Place.self, &errors)
    channel = query.choice("channel", as: Channel.self, &errors)
    from = query.day("from", now: now, &errors)
    to = query.day("to", now: now, &errors)
    text = query.text("q", max: 60, &errors)
    if let from, let to, to < from { errors.add("to", MatterListStrings.periodBackwards) }
    guard errors.isEmpty else { throw errors }
  }

  /// As it stands in an address.
  var query: [(String, String)] {
    [
      ("q", text), ("class", matterClass?.rawValue ?? ""), ("state", state?.rawValue ?? ""), ("leaf", leaf),
      ("lead", lead), ("group", group?.description ?? ""), ("channel", channel?.rawValue ?? ""),
      ("from", from?.iso ?? ""), ("to", to?.iso ?? ""),
    ]
  }

  var isEmpty: Bool { self == MatterFilter() }
  /// How many things besides the text narrow the list.
  var inUse: Int { query.dropFirst().count { !$0.1.isEmpty } }
  var isTop: Bool { leaf.count == 4 }

  /// The first id of the period, and the first after it: ids carry the day.
  var firstID: ID<Matter> { from.map { IDs.first(at: $0.start) } ?? .min }
  var endID: ID<Matter> { to.map { IDs.first(at: $0.adding(1).start) } ?? .max }

  /// The column after the class that an index serves, when one alone is asked for.
  enum Route: Sendable, Equatable { case village, state(MatterState), leaf(String), search }

  /// One filter, alone or with its class, is read by its index; text, what has no index, and two or more go through the
  /// search index.
  var route: Route {
    let hasOther = !lead.isEmpty || group != nil || channel != nil || !text.isEmpty || isTop
    if hasOther || (state != nil && !leaf.isEmpty) { return .search }
    if let state { return .state(state) }
    return leaf.isEmpty ? .village : .leaf(leaf)
  }

  /// The filters but for the class, as `SearchTags` names them.
  var tags: [String] {
    var tags: [String] = []
    if let state { tags.append("s\(state.rawValue)") }
    if !leaf.isEmpty { tags.append("k\(leaf)") }
    if !lead.isEmpty { tags.append("b\(lead)") }
    if let channel { tags.append("c\(channel.rawValue)") }
    if let group { tags.append("g\(group)") }
    return tags
  }

  /// The tokens of the text; empty without text, and for a text without letters, which finds nothing.
  var tokens: [String] { SearchTokens.searchTokens(text) }
}
