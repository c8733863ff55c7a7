import Governance
import Markup
import Store
import Values
import Web

/// A reporter of a matter with what the reader may see.
struct ReporterJSON: Encodable, Sendable {
  let concern: ID<Concern>
  let number: String
  let name: String?
  let phone: String?

  static let sample = ReporterJSON(
    concern: ID(1_234_567_890_123), number: "20481357", name: "张**", phone: "13800000000")
}

extension Write {
  /// Opens the contact data of all reporters of a matter to one reader; each is an event. A department sees those of
  /// its own matters alone.
  /// - Throws: `NotAllowed`.
  fileprivate func revealReporters(
    of id: ID<Matter>, in key: VillageKey, to request: Request
  ) throws -> [ReporterJSON] {
    let matter = try tx.matter(id, in: key)
    let reader = request.contactReader(of: matter, protected: try tx.protectedLeaves(of: matter))
    guard reader.opensContacts else { throw NotAllowed() }
    return try tx.view(linesOf: matter).compactMap { line in
      guard let person = line.concern.person,
        try tx.maskedContact(of: person, in: key) != nil
      else { return nil }
      let contact = try revealContact(person, of: line.concern.id, in: key, to: reader)
      return ReporterJSON(
        concern: line.concern.id, number: line.concern.number, name: contact.name, phone: contact.phone)
    }
  }
}

/// The contact data of the reporters of a matter, as far as the person may see them. A POST, since each look is recorded.
let reportersRoute: Route = .post(
  "/v/{village}/matters/{matter}/reporters", needs: .can(.readContacts), MatterStrings.contacts,
  gives: [ReporterJSON.sample]
) { request in
  let (key, id) = (try request.village(), try request.id("matter", as: Matter.self))
  let (matter, reporters) = try await request.app.write(by: request.actor) { w in
    (try w.tx.matter(id, in: key), try w.revealReporters(of: id, in: key, to: request))
  }
  return try await request.answer(json: reporters) { request.reportersPage(matter, reporters) }
}

extension Request {
  fileprivate func reportersPage(_ matter: MatterRow, _ reporters: [ReporterJSON]) -> HTMLPage {
    let (l, village) = (reader.language, place?.code ?? "")
    return page(MatterStrings.contacts, current: Link.matters(village)) {
      breadcrumbs(
        [
          (Link.matters(village), MatterListStrings.title),
          (Link.matter(village, matter.id), Text(same: matter.number)),
        ],
        current: MatterStrings.contacts, l)
      pageTitle(MatterStrings.contacts, lead: .text(matter.title), l)
      noticeBox(tone: .amber) { p { reader(MatterStrings.contactsLead) } }
      if reporters.isEmpty {
        emptyState(MatterStrings.noContacts, l)
      } else {
        ul("rows") { for reporter in reporters { reporterRow(reporter) } }
      }
      actions { linkButton(Link.matter(village, matter.id), MatterStrings.backToMatter, l) }
    }
  }

  private func reporterRow(_ reporter: ReporterJSON) -> HTML {
    li("row") {
      div("row-main") {
        p { strong { reporter.name ?? reader(MatterStrings.anonymous) } }
        ul("row-meta") { li { reporter.number } }
      }
      if let phone = reporter.phone, phone.allSatisfy(\.isNumber) {
        div("row-trailing") {
          a("tel:" + phone, "button plain") {
            Icon.phone.html
            spokenPhone(phone)
          }
        }
      } else if let phone = reporter.phone {
        div("row-trailing") { phone }
      }
    }
  }
}
