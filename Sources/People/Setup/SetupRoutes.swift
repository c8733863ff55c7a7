import Markup
import Store
import Values
import Web

let setupRoutes: [Route] = [
  .get("/setup", needs: .anybody, SetupStrings.title, mount: .page) { request in
    guard try await needsSetup(request.app.database) else { return .redirect(Link.signIn) }
    return .page(setupPage(request))
  },
  .post(
    "/setup", needs: .anybody, SetupStrings.title,
    takes: [
      Parameter("code", SetupStrings.code, required: true),
      Parameter("county_code", SetupStrings.countyCode, required: true),
      Parameter("county_name", SetupStrings.countyName, required: true),
      Parameter("town_code", SetupStrings.townCode, required: true),
      Parameter("town_name", SetupStrings.townName, required: true),
      Parameter("lines", SetupStrings.villages), Parameter("file", PlaceStrings.file, file: true),
      Parameter("login", AccountStrings.login, required: true), Parameter("name", AccountStrings.name, required: true),
      Parameter("password", SignInStrings.password, required: true),
    ], mount: .page, rejected: { setupPage($0, errors: $1) }, handler: setUp),
]

/// The code is checked before the password's digest is made, so that nobody without it makes the server work.
private func setUp(_ request: Request) async throws -> Answer {
  guard try await needsSetup(request.app.database) else { return .redirect(Link.signIn) }
  guard await request.app.limiter.allows("setup", size: 30, minutes: 10, now: request.now) else { throw TooMany() }
  let form = try SetupForm(request)
  guard try await request.app.database.read({ try $0.isSetupCode(form.codeDigest) }) else {
    throw FieldErrors("code", SetupStrings.wrongCode)
  }
  let hash = try Secrets.passwordHash(form.password)
  let fresh = request.newSignIn()
  let address = request.address
  try await request.app.write { w in
    let id = try w.setUp(form, passwordHash: hash)
    _ = try w.signIn(id, proof: .password, digest: fresh.digest, csrf: fresh.csrf, address: address)
  }
  request.forgetPlaces()
  return .redirect(Link.admin(form.townCode), cookies: [fresh.cookie])
}

private func setupPage(_ request: Request, errors: FieldErrors? = nil) -> HTMLPage {
  let (reader, typed, l) = (request.reader, request.form, request.reader.language)
  func field(_ name: String, _ label: Text, hint: Text? = nil, example: Text? = nil) -> HTML {
    textField(
      name: name, label: label, value: typed[name], hint: hint, example: example, errors: errors, autocomplete: "off",
      required: true, maxlength: 60, reader: reader)
  }
  return request.plainPage(SetupStrings.title) {
    pageTitle(SetupStrings.title, lead: .text(SetupStrings.lead(l)), l)
    form(action: Link.setup, reader: reader, multipart: true, errors: errors) {
      field("code", SetupStrings.code, hint: SetupStrings.codeHint)
      h2 { SetupStrings.places(l) }
      field("county_name", SetupStrings.countyName)
      field("county_code", SetupStrings.countyCode, hint: PlaceStrings.codeHint, example: Text(same: "510599"))
      field("town_name", SetupStrings.townName)
      field("town_code", SetupStrings.townCode, example: Text(same: "510599101"))
      listFields(request, label: SetupStrings.villages, hint: PlaceStrings.linesHint, errors: errors)
      h2 { SetupStrings.account(l) }
      p { SetupStrings.accountLead(l) }
      field("name", AccountStrings.name)
      field("login", AccountStrings.login, hint: AccountStrings.loginHint)
      textField(
        name: "password", label: SignInStrings.password,
        hint: errors == nil ? SignInStrings.newHint : SetupStrings.passwordAgain, errors: errors, type: "password",
        autocomplete: "new-password", required: true, reader: reader)
      actions { submitButton(SetupStrings.begin, l) }
    }
  }
}
