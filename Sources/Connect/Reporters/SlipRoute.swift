import Documents
import Governance
import Markup
import Matters
import Store
import Values
import Web

/// One piece of news on paper, for a reporter who has no telephone: to be printed and handed over.
struct NoticeSlip: Encodable, Sendable {
  let number: String
  let text: Text
  let at: Instant
  let trackingUrl: String

  static let sample = NoticeSlip(
    number: "20481637", text: Text(zh: "20481637 办完了。", en: "20481637 is closed."),
    at: Instant(milliseconds: 1_790_000_000_000), trackingUrl: "https://example.org/r/0123456789abcdefghjkmnpqrs")
}

let slipRoute = Route.get(
  "/v/{village}/notices/{line}/slip", needs: .can(.callReporters), ConnectStrings.slip, gives: NoticeSlip.sample
) { request in
  let (key, line, ledger) = (try request.village(), try request.id("line", as: NoticeLine.self), request.app.ledger)
  let url = request.publicURL
  let slip = try await request.app.database.read { tx in
    let row = try tx.row(
      """
      SELECT o.concern, o.text_zh, o.text_en, o.made_at, c.number FROM outbox o JOIN concern c ON c.id = o.concern
      WHERE o.id = \(line) AND o.town = \(key.town) AND o.village = \(key.village) AND c.sealed = 0
      """)
    guard let row else { throw NotFound() }
    let concern: ID<Concern> = try row.id("concern")
    return NoticeSlip(
      number: try row.text("number"), text: Text(zh: try row.text("text_zh"), en: try row.text("text_en")),
      at: try row.instant("made_at"), trackingUrl: url + Link.track(ledger.token(for: "concern \(concern)")))
  }
  return try await request.answer(json: slip) { try request.slipPage(slip) }
}

/// A line of the outbox.
enum NoticeLine {}

extension Request {
  fileprivate func slipPage(_ slip: NoticeSlip) throws -> HTMLPage {
    let l = reader.language
    let svg = try QRCode(slip.trackingUrl).svg(label: ConnectStrings.slipQR(l))
    return page(ConnectStrings.slip) {
      pageTitle(ConnectStrings.slip, lead: .text(place?.name(l) ?? ""), l)
      definitionList(
        [
          (ConnectStrings.number, serial(slip.number)),
          (ConnectStrings.day, .text(ConnectStrings.onPaper(slip.at.day)(l))),
          (ConnectStrings.weTellYou, .text(slip.text(l))),
        ], l)
      qr(svg: svg, caption: Text(same: slip.trackingUrl), l)
      p { ConnectStrings.slipHow(l) }
      p("hint screen-only") { ConnectStrings.slipPrint(l) }
    }
  }
}
