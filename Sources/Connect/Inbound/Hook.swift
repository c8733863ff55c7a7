import Foundation
import Governance
import Store
import Values
import Web

/// An address at which another system hands in what people told it.
package struct Hook: Sendable {
  package let id: ID<HookRecord>
  package let town: ID<Place>
  package let name: String
  /// The ways of the mapping as "map_text" …, "villages", "channel".
  package let setup: [String: String]
  /// Where it goes when no village is named.
  package let village: ID<Place>
  package let isOn: Bool
  let sealed: String

  init(_ row: Row) throws {
    (id, town, name) = try (row.id("id"), row.id("town"), row.text("name"))
    setup = try JSONDecoder().decode([String: String].self, from: Data(row.text("setup").utf8))
    (village, isOn, sealed) = try (row.id("village"), row.bool("is_on"), row.text("secret"))
  }

  static func purpose(_ id: ID<HookRecord>) -> String { "hook \(id)" }

  func signingKey(_ ledger: Ledger) throws -> String { try ledger.opened(sealed, for: Self.purpose(id)) }

  var channel: Channel { setup["channel"].flatMap(Channel.init) ?? .other }

  var mapping: HookMapping {
    let ways = HookMapping.fields.map { ($0, setup["map_" + $0] ?? "") }
    return HookMapping(
      ways: Dictionary(ways) { first, _ in first }, villages: HookMapping.villages(setup["villages"] ?? "") ?? [:])
  }
}

/// A hook as an administrator sent it.
struct HookDraft: Sendable {
  /// Letters of a key at least.
  static let shortestKey = 16

  let name: String
  let setup: [String: String]
  /// Nil leaves the key as it is.
  let signingKey: String?
  let village: ID<Place>
  let isOn: Bool

  /// - Throws: `FieldErrors`.
  init(_ form: Form, isNew: Bool, villages: [(id: ID<Place>, code: String)]) throws(FieldErrors) {
    var errors = FieldErrors()
    name = form.required("name", max: 40, &errors) ?? ""
    let key = form.text("signing_key", max: 200, &errors)
    if key.isEmpty ? isNew : key.count < Self.shortestKey {
      errors.add("signing_key", InboundStrings.keyTooShort(Self.shortestKey))
    }
    var setup: [String: String] = [:]
    for field in HookMapping.fields {
      setup["map_" + field] = form.text("map_" + field, max: HookMapping.longest, &errors)
    }
    if setup["map_text"]?.isEmpty ?? true { errors.add("map_text", WebWords.missing) }
    let lines = form.text("villages", max: 20_000, &errors)
    if let codes = HookMapping.villages(lines) {
      let known = Set(villages.map(\.code))
      if let wrong = codes.values.sorted().first(where: { !known.contains($0) }) {
        errors.add("villages", InboundStrings.noSuchCode(wrong))
      }
    } else {
      errors.add("villages", InboundStrings.notALine)
    }
    let channel = form["channel"].isEmpty ? Channel.other.rawValue : form["channel"]
    if Channel(rawValue: channel).map({ !Channel.ofPeople.contains($0) }) ?? true {
      errors.add("channel", WebWords.oneOf(Channel.ofPeople.map(\.rawValue)))
    }
    (setup["villages"], setup["channel"]) = (lines, channel)
    let village = form.optionalID("default_village", as: Place.self, &errors)
    if village.map({ id in !villages.contains { $0.id == id } }) ?? true,
      errors.message(for: "default_village") == nil
    {
      errors.add("default_village", village == nil ? WebWords.missing : ConnectStrings.notOfTheTown)
    }
    guard errors.isEmpty, let village else { throw errors }
    (self.setup, self.village, isOn) = (setup, village, form.isOn("is_on"))
    signingKey = key.isEmpty ? nil : key
  }
}

extension Transaction {
  /// The hooks of a town in the order of making. Index: inbound_hook_town.
  func hooks(of town: ID<Place>) throws -> [Hook] {
    try rows("SELECT * FROM inbound_hook WHERE town = \(town) AND closed_at IS NULL ORDER BY id LIMIT 50").map(
      Hook.init)
  }

  /// - Throws: `NotFound`.
  func hook(_ id: ID<HookRecord>, town: ID<Place>? = nil) throws -> Hook {
    let row = try row("SELECT * FROM inbound_hook WHERE id = \(id) AND closed_at IS NULL")
    guard let hook = try row.map(Hook.init), town == nil || hook.town == town else { throw NotFound() }
    return hook
  }
}

extension Write {
  /// A new hook of a town from the fields of its form. Event `inboundHookChanged`.
  /// - Throws: `FieldErrors`.
  package func openHook(
    _ form: Form, town: ID<Place>, villages: [(id: ID<Place>, code: String)], ledger: Ledger
  ) throws {
    let id = ids.next(HookRecord.self)
    let draft = try HookDraft(form, isNew: true, villages: villages)
    try putHook(id, draft, sealed: ledger.sealed(draft.signingKey ?? "", for: Hook.purpose(id)), town: town)
  }

  /// Event `inboundHookChanged`.
  func putHook(_ id: ID<HookRecord>, _ draft: HookDraft, sealed: String, town: ID<Place>) throws {
    try tx.run(
      """
      INSERT INTO inbound_hook (id, town, name, setup, secret, village, is_on, made_at)
      VALUES (\(id), \(town), \(draft.name), \(try Transport.text(draft.setup)), \(sealed), \(draft.village),
        \(draft.isOn), \(now))
      ON CONFLICT (id) DO UPDATE SET name = excluded.name, setup = excluded.setup, secret = excluded.secret,
        village = excluded.village, is_on = excluded.is_on
      """)
    try record("inboundHookChanged", Touched(hookEntity, id), town: town)
  }

  /// From now on nothing is taken there. Event `inboundHookClosed`.
  func closeHook(_ id: ID<HookRecord>, town: ID<Place>) throws {
    _ = try tx.hook(id, town: town)
    try tx.run("UPDATE inbound_hook SET is_on = 0, closed_at = \(now), secret = '' WHERE id = \(id)")
    try record("inboundHookClosed", Touched(hookEntity, id), town: town)
  }
}
