import Markup
import Matters
import Store
import Values
import Web

/// "Me too" on a public matter of others.
let joinRoutes: [Route] = [joinPageRoute, joinRoute]

/// What the matter is, with the one button; after the tap, thanks and what else one may do.
private let joinPageRoute = Route.get(
  "/v/{village}/matters/{matter}/joins", needs: .anybody, ReportingStrings.joinPageSummary,
  gives: JoinJSON.sample
) { request in
  let (key, id) = (try request.village(), try request.id("matter", as: Matter.self))
  let device = request.deviceDigest
  let found = try await request.app.database.read { tx in
    let asked = try tx.matter(id, in: key)
    let matter = asked.mergedInto == nil ? asked : try tx.matter(asked.root, in: key)
    return (matter, try tx.hasJoined(root: matter.id, device: device, town: key.town))
  }
  guard found.0.canBeJoined else { throw NotFound() }
  let matter = OpenMatter(found.0)
  return try await request.answer(json: JoinJSON(matter, joined: found.1)) {
    joinPage(request, matter, hasJoined: found.1)
  }
}

private let joinRoute = Route.post(
  "/v/{village}/matters/{matter}/joins", needs: .anybody, ReportingStrings.joinSummary, gives: JoinedJSON.sample
) { request in
  let (key, id) = (try request.village(), try request.id("matter", as: Matter.self))
  try await request.countJoin()
  let (device, code) = (request.deviceDigest, request.place?.code ?? "")
  return try await request.write { w in
    let joins = try w.join(id, in: key, device: device)
    return Outcome(Link.joins(code, id), json: JoinedJSON(joins: joins))
  }
}

extension Request {
  /// Joins are counted in public, so they are dearer than reports: 20 a day by a browser, 60 by an address, and 5 by an
  /// address for those who bring no device number of ours (programs that keep no cookies).
  /// - Throws: `TooMany`.
  fileprivate func countJoin() async throws {
    if person == nil, !isKnownDevice {
      let isAllowed = await app.limiter.allows("join:unknown:\(address)", size: 5, minutes: 1440, now: now)
      guard isAllowed else { throw TooMany() }
    }
    try await countOne("join", device: 20, address: 60, minutes: 1440)
  }
}

private func joinPage(_ request: Request, _ matter: OpenMatter, hasJoined: Bool) -> HTMLPage {
  let l = request.reader.language
  let code = request.place?.code ?? ""
  return request.plainPage(Text(same: matter.title)) {
    if hasJoined { noticeBox(tone: .green) { p { ReportingStrings.joined(l) } } }
    pageTitle(Text(same: matter.title), lead: .text(matter.facts(l)), l)
    if !matter.place.isEmpty { p { matter.place } }
    if hasJoined {
      p { ReportingStrings.joinedNext(l) }
      actions { linkButton(Link.report(code), ReportingStrings.reportWithContact, tone: .primary, l) }
    } else {
      p { ReportingStrings.joinHint(l) }
      postButton(
        action: Link.joins(code, matter.id), ReportingStrings.meToo, tone: .primary, key: Secrets.token(bits: 80),
        reader: request.reader)
    }
    p { a(Link.village(code)) { ReportingStrings.toVillage(l) } }
  }
}

/// A public matter of others.
struct JoinJSON: Encodable, Sendable {
  let id: ID<Matter>
  let title: String
  let place: String
  let reporters: Int
  let joins: Int
  let state: String
  /// Whether this browser has joined.
  let joined: Bool

  init(_ matter: OpenMatter, joined: Bool) {
    (id, title, place, reporters) = (matter.id, matter.title, matter.place, matter.reporters)
    (joins, state, self.joined) = (matter.joins, matter.state.rawValue, joined)
  }

  private init() {
    (id, title, place, reporters) = (ID(1), "主街路灯不亮", "主街", 3)
    (joins, state, joined) = (5, "inProgress", true)
  }

  static let sample = JoinJSON()
}

struct JoinedJSON: Encodable, Sendable {
  /// Devices that joined, each once.
  let joins: Int

  static let sample = JoinedJSON(joins: 6)
}
