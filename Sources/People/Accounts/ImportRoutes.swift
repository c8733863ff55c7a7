import Markup
import Store
import Values
import Web

let importRoutes: [Route] = [
  .get(
    "/admin/{place}/account-list", needs: .can(.manageAccounts), AccountStrings.importTitle, mount: .page
  ) { request in .page(try importPage(request)) },
  .post(
    "/admin/{place}/account-list", needs: .can(.manageAccounts), AccountStrings.importTitle,
    takes: [Parameter("lines", AccountStrings.importLines), Parameter("file", PlaceStrings.file, file: true)],
    gives: ImportJSON.sample, rejected: { try importPage($0, errors: $1) }, handler: importPeople),
]

private func importPeople(_ request: Request) async throws -> Answer {
  let place = try request.administered()
  let lines = try personLines(request.pastedLines())
  return try await request.write { w in
    let added = try w.importPeople(lines, at: place.id) { request.may(.manageAccounts, at: $0) }
    return Outcome(Link.adminAccounts(place.code), json: ImportJSON(added: added), created: true)
  }
}

private func importPage(_ request: Request, errors: FieldErrors? = nil) throws -> HTMLPage {
  let (place, l) = (try request.administered(), request.reader.language)
  return request.page(AccountStrings.importTitle, wide: true, current: Link.admin(place.code)) {
    pageTitle(
      AccountStrings.importTitle, lead: .text(AccountStrings.importAllOrNone(l)), aside: adminLinks(place.code, l), l)
    form(
      action: Link.adminImport(place.code), reader: request.reader, multipart: true, key: Secrets.token(bits: 80),
      errors: errors
    ) {
      listFields(request, label: AccountStrings.importLines, hint: AccountStrings.importHint, errors: errors)
      actions { submitButton(AccountStrings.importButton, l) }
    }
  }
}
