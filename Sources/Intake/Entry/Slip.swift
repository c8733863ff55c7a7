import Documents
import Governance
import Markup
import Matters
import Store
import TriageEngine
import Values
import Web

/// What the reporter takes home: the number, the tracking address; for the clerk, open matters that look the same.
struct Slip: Sendable {
  let concern: ConcernRow
  let trackingURL: String
  let similar: [(matter: MatterRow, finding: SimilarityFinding)]
}

extension Request {
  /// How long whoever entered a sealed concern may print its slip; the village sees it nowhere else.
  private static let sealedMinutes = 30

  /// The slip of a concern that the person entered, or may read.
  /// - Throws: `NotFound`.
  func slip(_ id: ID<Concern>) async throws -> Slip {
    let (key, token) = (try village(), app.ledger.token(for: "concern \(id)"))
    let concern = try await app.database.read { tx in try tx.concern(token: token) }
    let isOwn = concern.enteredBy != nil && concern.enteredBy == actor
    let isFresh = concern.receivedAt >= now.adding(minutes: -Self.sealedMinutes)
    let isSeen = concern.isSealed ? isOwn && isFresh : isOwn || may(.readConcerns)
    guard concern.key == key, isSeen else { throw NotFound() }
    return Slip(concern: concern, trackingURL: publicURL + Link.track(token), similar: try await alike(concern))
  }

  /// The open matters most like a concern that waits to be sorted, best first, at most three; none for who may not read
  /// matters, and none for a sealed concern. Never one that stays alone: another's benefit, violence, a report.
  private func alike(_ concern: ConcernRow) async throws -> [(matter: MatterRow, finding: SimilarityFinding)] {
    guard concern.state == .received, !concern.isSealed, may(.readMatters) else { return [] }
    let found = try await similarMatters.similar(
      to: concern.text + "\n" + concern.placeText, leaf: nil, lat: concern.latitude, lon: concern.longitude,
      in: concern.key, app: app)
    return found.filter { !staysAlone(leaf: $0.0.routing.leaf) }.prefix(3).map { (matter: $0.0, finding: $0.1) }
  }
}

/// The slip, to be printed: after saving it is what the clerk sees.
func slipPage(_ request: Request, _ slip: Slip) throws -> HTMLPage {
  let (l, code, concern) = (request.reader.language, request.place?.code ?? "", slip.concern)
  let svg = try QRCode(slip.trackingURL).svg(label: EntryStrings.qrLabel(l))
  return request.page(EntryStrings.slip, current: Link.newConcern(code)) {
    draftDone(draftName(code))
    if concern.urgency >= .danger { div("screen-only") { emergencyBox(numbers: EntryStrings.numbers, l) } }
    pageTitle(EntryStrings.slip, lead: .text(EntryStrings.saved(concern.number)(l)), l)
    definitionList(facts(of: concern, request), l)
    qr(svg: svg, caption: Text(same: slip.trackingURL), l)
    p { EntryStrings.slipHow(l) }
    if concern.person != nil { p { EntryStrings.slipPhone(l) } }
    if concern.isSealed { noticeBox(tone: .amber) { p { EntryStrings.sealedNote(l) } } }
    if !slip.similar.isEmpty { similarSection(slip, code, l) }
    actions {
      linkButton(Link.newConcern(code), EntryStrings.another, tone: .primary, icon: .plus, l)
      if request.may(.readConcerns), !concern.isSealed {
        linkButton(Link.concern(code, concern.id), EntryStrings.toConcern, l)
      }
      printButton(EntryStrings.print, l)
    }
    p("hint screen-only with-keys") { EntryStrings.printHint(l) }
  }
}

private func facts(of concern: ConcernRow, _ request: Request) -> [(Text, HTML)] {
  let l = request.reader.language
  var facts: [(Text, HTML)] = [
    (EntryStrings.number, serial(concern.number)),
    (EntryStrings.village, .text(request.place?.name(l) ?? "")),
    (EntryStrings.reportedDay, .text(concern.reportedDay.spoken(l))),
  ]
  if !concern.isSealed {
    facts.append((EntryStrings.channel, .text(concern.channel.name(l))))
    facts.append((EntryStrings.text, .text(String(concern.text.prefix(200)))))
    facts.append((EntryStrings.sortedBy, .text(concern.acceptBy.day.spoken(l) + " " + concern.acceptBy.clock)))
  }
  return facts
}

private func similarSection(_ slip: Slip, _ code: String, _ l: Language) -> HTML {
  section("screen-only") {
    h2 { EntryStrings.similar(l) }
    rowList(
      slip.similar.map { matter, finding in
        listRow(
          href: Link.matter(code, matter.id),
          title: classMark(matter.routing.matterClass, l) + .text(" " + matter.title),
          meta: [serial(matter.number), .text(matter.state.name(l))] + finding.reasons.map { .text($0(l)) })
      })
  }
}

/// A slip in JSON.
struct SlipJSON: Encodable, Sendable {
  struct Similar: Encodable, Sendable {
    let id: ID<Matter>
    let number: String
    let title: String
    /// 0…1.
    let score: Double
    let reasons: [Text]
  }
  let id: ID<Concern>
  let number: String
  let trackingUrl: String
  let reportedDay: Day
  let sealed: Bool
  let similar: [Similar]

  init(_ slip: Slip) {
    (id, number, trackingUrl) = (slip.concern.id, slip.concern.number, slip.trackingURL)
    (reportedDay, sealed) = (slip.concern.reportedDay, slip.concern.isSealed)
    similar = slip.similar.map {
      Similar(
        id: $0.matter.id, number: $0.matter.number, title: $0.matter.title, score: $0.finding.score,
        reasons: $0.finding.reasons)
    }
  }

  private init() {
    (id, number, trackingUrl) = (ID(1_234_567_890_123), "20481637", "https://example.org/r/0123456789abcdefghjkmnpqrs")
    (reportedDay, sealed) = (Day(number: 20_000), false)
    similar = [
      Similar(id: ID(1), number: "石桥村-2026-0001", title: "路灯不亮", score: 0.8, reasons: [EntryStrings.similar])
    ]
  }

  static let sample = SlipJSON()
}
