import Foundation
import Governance
import Store
import TriageEngine
import Values
import Web

/// What narrows a register.
package struct RegisterFilter: Sendable, Hashable {
  package var state: MatterState?
  /// A top ("GM09") or a leaf ("GM0902").
  package var category = ""
  /// The body that leads.
  package var lead = ""
  /// The days on which a matter was first reported, both included.
  package var from: Day?
  package var to: Day?
  package var group: ID<Place>?
  package var channel: Channel?
  /// Words to be found; two Chinese characters or more.
  package var text = ""

  /// Nothing is narrowed.
  package init() {}

  /// Of a query or form; adds what cannot be taken to `errors`.
  package init(_ form: Form, now: Instant, _ errors: inout FieldErrors) {
    state = form.choice("state", as: MatterState.self, &errors)
    if state == .merged { state = nil }
    category = form["category"].uppercased()
    if !Self.isCategory(category) { errors.add("category", RegisterStrings.notACategory) }
    lead = form.text("lead", max: 60, &errors)
    (from, to) = (form.day("from", now: now, &errors), form.day("to", now: now, &errors))
    if let from, let to, to < from { errors.add("to", RegisterStrings.periodTurned) }
    group = form.optionalID("group", as: Place.self, &errors)
    channel = form.choice("channel", as: Channel.self, &errors)
    text = form.text("q", max: 100, &errors)
    if !text.isEmpty, tokens.isEmpty { errors.add("q", RegisterStrings.noWords) }
    if SearchTokens.isTooShort(text) { errors.add("q", WebStrings.searchTooShort) }
  }

  private static func isCategory(_ code: String) -> Bool {
    code.isEmpty || (code.count == 4 || code.count == 6) && code.utf8.allSatisfy { isLetterOrDigit($0) }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// How many things besides the text narrow it.
  var inUse: Int {
    [
      state != nil, !category.isEmpty, !lead.isEmpty, from != nil, to != nil, group != nil, channel != nil,
    ].count { $0 }
  }

  /// What the full-text search looks for.
  var tokens: [String] { text.isEmpty ? [] : SearchTokens.searchTokens(text) }

  /// Filters other than the period and the text.
  var count: Int {
    [state != nil, !category.isEmpty, !lead.isEmpty, group != nil, channel != nil].count { $0 }
  }
  var isEmpty: Bool { self == RegisterFilter() }

  /// Whether the rows are found by the search's tags rather than by one index of the table.
  var usesTags: Bool { !text.isEmpty || count >= 2 }

  /// The filters as `SearchTags` names them.
  var tags: [String] {
    var tags: [String] = []
    if let state { tags.append("s\(state.rawValue)") }
    if !category.isEmpty { tags.append("k\(category)") }
    if !lead.isEmpty { tags.append("b\(lead)") }
    if let group { tags.append("g\(group)") }
    if let channel { tags.append("c\(channel.rawValue)") }
    return tags
  }

  /// The ids of the period: from the first on, and before the second.
  var borders: (from: ID<Matter>, before: ID<Matter>) {
    (from.map { IDs.first(at: $0.start) } ?? .min, to.map { IDs.first(at: $0.adding(1).start) } ?? .max)
  }

  var fields: [(String, String)] {
    [
      ("q", text), ("state", state?.rawValue ?? ""), ("category", category), ("lead", lead), ("from", from?.iso ?? ""),
      ("to", to?.iso ?? ""), ("group", group?.description ?? ""), ("channel", channel?.rawValue ?? ""),
    ]
  }
}

/// How somebody wants to see a register: filter, columns, order, density.
struct RegisterView: Sendable, Hashable {
  var filter = RegisterFilter()
  var extras: [RegisterColumn] = []
  /// Nil: as is usual there (newest first on the screen, oldest first on paper).
  var isOldestFirst: Bool?
  var isCompact = false
  /// Each matter of a family in a row of its own.
  var isUnfolded = false

  init() {}

  init(_ query: Form, now: Instant, _ errors: inout FieldErrors) {
    filter = RegisterFilter(query, now: now, &errors)
    let asked = Set(query.all("columns").flatMap { $0.split(separator: ",") }.map(String.init))
    let known = RegisterColumn.allCases.map(\.rawValue)
    if asked.contains(where: { !known.contains($0) }) {
      errors.add("columns", RegisterStrings.unknownColumn(RegisterColumn.extras.map(\.rawValue)))
    }
    extras = RegisterColumn.extras.filter { asked.contains($0.rawValue) }
    if let sort = query.choice("sort", as: RegisterSort.self, &errors) { isOldestFirst = sort == .oldest }
    isCompact = query["density"] == "compact"
    isUnfolded = query["fold"] == "0"
  }

  var columns: [RegisterColumn] { RegisterColumn.customary + extras }

  /// "?state=closed&columns=due,reply"; "" when everything is as usual.
  func query(after: ID<Matter>? = nil) -> String {
    var fields = filter.fields
    fields.append(("columns", extras.map(\.rawValue).joined(separator: ",")))
    fields.append(("sort", isOldestFirst.map { ($0 ? RegisterSort.oldest : .newest).rawValue } ?? ""))
    fields.append(("density", isCompact ? "compact" : ""))
    fields.append(("fold", isUnfolded ? "0" : ""))
    fields.append(("after", after?.description ?? ""))
    let parts = fields.filter { !$0.1.isEmpty }.map { "\($0.0)=\(encoded($0.1))" }
    return parts.isEmpty ? "" : "?" + parts.joined(separator: "&")
  }
}

private func encoded(_ text: String) -> String {
  text.addingPercentEncoding(withAllowedCharacters: queryCharacters) ?? ""
}

private let queryCharacters = CharacterSet(
  charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~,")

/// In which order a register is read.
enum RegisterSort: String, CaseIterable, Sendable { case newest, oldest }
