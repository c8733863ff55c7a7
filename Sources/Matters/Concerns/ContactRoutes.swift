import Governance
import Markup
import Store
import Values
import Web

/// A reporter's contact data in JSON: as far as the reader may see them.
struct ContactJSON: Encodable, Sendable {
  let name: String?
  let phone: String?

  static let sample = ContactJSON(name: "张小明", phone: "13812341234")
}

/// Shows a reporter's contact data once and records the look.
let contactRoute = Route.post(
  "/v/{village}/concerns/{concern}/contact", needs: .can(.readContacts), ConcernStrings.contactSummary,
  gives: ContactJSON.sample
) { request in
  let (id, key): (ID<Concern>, VillageKey) = (try request.id("concern"), try request.village())
  let contact = try await request.app.write(by: request.actor) { w in
    guard let person = try w.tx.concern(id, in: key).person else { throw NotFound() }
    let reader = request.contactReader(ofConcernIn: try w.tx.matters(of: id, in: key).map(\.matter))
    guard reader.opensContacts else { throw NotAllowed() }
    return try w.revealContact(person, of: id, in: key, to: reader)
  }
  let json = ContactJSON(name: contact.name, phone: contact.phone)
  guard request.may(.readConcerns) else {
    return try await request.answer(json: json) { request.contactPage(contact) }
  }
  return try await request.answer(json: json) {
    try await request.concernPage(ConcernShow(contact: contact))
  }
}

extension Request {
  /// For who may read contact data but not the words.
  fileprivate func contactPage(_ contact: ShownContact) -> HTMLPage {
    page(ConcernStrings.reporter) {
      pageTitle(ConcernStrings.reporter, reader.language)
      p { contact.line }
      p("hint") { reader(ConcernStrings.contactShown) }
    }
  }
}
