import Governance
import Matters
import Mechanism
import Public
import Seeds
import Store
import Values
import Web

/// A released matter as GeoReport gives it out: what the village's public page shows of it and nothing else. The page
/// shows no point, so `lat` and `long` stay empty.
struct ServiceRequest: Sendable {
  let matter: OpenMatter
  /// When the answer is due; nil once it was given, and for old registers.
  let due: Instant?
  let village: Text
  let updated: Instant
  /// The first of the released photos.
  let photo: Int64?

  func tree(_ catalogue: Catalogue, base: String, _ l: Language) -> Tree {
    .fields([
      "service_request_id": .text("\(matter.id)"), "status": .text(matter.state.isOpen ? "open" : "closed"),
      "status_notes": .text(matter.reply.isEmpty ? matter.state.publicWords(l) : matter.reply),
      "service_name": .optional(catalogue.duty(matter.leaf)?.name(l)), "service_code": .text(matter.leaf),
      "description": .text(matter.title), "agency_responsible": .text(bodyName(matter.lead)(l)),
      "service_notice": .nothing, "requested_datetime": .time(matter.openedAt), "updated_datetime": .time(updated),
      "expected_datetime": .time(due), "address": .text([village(l), matter.place].joined(separator: " ")),
      "address_id": .nothing, "zipcode": .nothing, "lat": .nothing, "long": .nothing,
      "media_url": .optional(photo.map { base + Link.publicPhoto($0) }),
    ])
  }

  /// Shows the shape of an answer: no field is without a type.
  static let sample: Tree = .fields([
    "service_request_id": .text("1"), "status": .text("open"), "status_notes": .text("正在办。"),
    "service_name": .text("路灯"), "service_code": .text("CM0302"), "description": .text("主街路灯不亮"),
    "agency_responsible": .text("村（居）委会"), "service_notice": .text(""),
    "requested_datetime": .text("2026-11-18T01:00:00Z"), "updated_datetime": .text("2026-11-18T01:00:00Z"),
    "expected_datetime": .text("2026-11-20T15:59:59Z"), "address": .text("清河村 三组"), "address_id": .text(""),
    "zipcode": .text(""), "lat": .number(0), "long": .number(0), "media_url": .text("https://example.org/p/1"),
  ])
}

/// A report of somebody's own by its token, as far as GeoReport has a place for it: how far it is. What it says and
/// whose it is stay behind the tracking page.
struct OwnRequest: Sendable {
  let token: String
  let concern: ConcernRow
  /// The matters it belongs to, by their roots.
  let matters: [MatterRow]

  private var isOpen: Bool {
    switch concern.state {
    case .received, .appealed, .sealed: true
    case .triaged: matters.contains { $0.state.isOpen }
    case .notTakenUp, .withdrawn, .sealedWithdrawn: false
    }
  }

  func tree(_ catalogue: Catalogue, base: String, _ l: Language) -> Tree {
    let first = matters.first
    let notes = [concern.state.plain(l)] + matters.map { $0.state.plain(l) }
    return .fields([
      "service_request_id": .text(token), "status": .text(isOpen ? "open" : "closed"),
      "status_notes": .text(notes.joined(separator: l == .zh ? "" : " ")),
      "service_name": .optional(first.flatMap { catalogue.duty($0.routing.leaf) }?.name(l)),
      "service_code": .optional(first?.routing.leaf), "description": .nothing,
      "agency_responsible": .optional(first.map { bodyName($0.routing.lead)(l) }),
      "service_notice": .text(GeoStrings.follow(base + Link.track(token))(l)),
      "requested_datetime": .time(concern.receivedAt), "updated_datetime": .nothing,
      "expected_datetime": .time(expected), "address": .nothing, "address_id": .nothing, "zipcode": .nothing,
      "lat": .nothing, "long": .nothing, "media_url": .nothing,
    ])
  }

  private var expected: Instant? {
    concern.state == .received
      ? concern.acceptBy : matters.filter { $0.state.isOpen && $0.state != .answered }.compactMap(\.shownDueAt).max()
  }
}
