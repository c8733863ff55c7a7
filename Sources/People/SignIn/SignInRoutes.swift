import Store
import Values
import Web

let signInRoutes: [Route] = [
  .get("/sign-in", needs: .anybody, SignInStrings.signIn, mount: .page) { request in
    guard request.person != nil else { return .page(signInPage(request)) }
    return .redirect(wayBack(request.query["back"]))
  },
  .post(
    "/sign-in", needs: .anybody, SignInStrings.signIn,
    takes: [
      Parameter("login", SignInStrings.login, required: true),
      Parameter("password", SignInStrings.password, required: true),
    ], mount: .page, bodyLimit: 1 << 14, rejected: { signInPage($0, errors: $1) }, handler: signIn),
  .post("/sign-out", needs: .anybody, SignInStrings.signOut, mount: .page, bodyLimit: 1 << 12) { request in
    if let person = request.person, let csrf = person.csrf {
      try await request.app.database.write { try $0.endSignIn(of: person.account, csrf: csrf) }
    }
    return .redirect("/", cookies: [Cookie("session", "", seconds: 0)])
  },
  .post(
    "/preferences", needs: .anybody, SignInStrings.preferences,
    takes: [
      Parameter("language", SignInStrings.language, of: Language.self), Parameter("large", SignInStrings.largeText),
    ], mount: .page,
    bodyLimit: 1 << 14, handler: setPreferences),
]

/// A generous limit for a whole address, since a mobile carrier puts thousands behind one; the account's own lock
/// stands against guessing.
private func signIn(_ request: Request) async throws -> Answer {
  let allowed = await request.app.limiter.allows(
    "sign-in|\(request.address)", size: 300, minutes: 10, now: request.now)
  guard allowed else { throw TooMany() }
  let (result, cookie) = try await request.signIn(SignInAttempt(request.form))
  switch result {
  case .wrong: throw FieldErrors("password", SignInStrings.wrong)
  case .locked: throw FieldErrors("login", SignInStrings.locked)
  case .done(let account):
    var cookies = [cookie]
    if let language = account.language { cookies.append(preference("language", language.rawValue)) }
    if account.largeText { cookies.append(preference("large", "1")) }
    return .redirect(account.hasPassword ? wayBack(request.form["back"]) : Link.account, cookies: cookies)
  }
}

/// Cookies for anybody; for the signed-in the wish is also kept with the account.
private func setPreferences(_ request: Request) async throws -> Answer {
  var errors = FieldErrors()
  let language = request.form.choice("language", as: Language.self, &errors)
  guard errors.isEmpty else { throw errors }
  let largeText = request.form["large"].isEmpty ? nil : request.form.isOn("large")
  if let account = request.actor {
    try await request.app.write(by: account) {
      try $0.tx.setPreferences(language: language, largeText: largeText, of: account)
    }
  }
  var cookies: [Cookie] = []
  if let language { cookies.append(preference("language", language.rawValue)) }
  if let largeText { cookies.append(preference("large", largeText ? "1" : "0")) }
  return .redirect(wayBack(request.form["back"], default: "/"), cookies: cookies)
}

private func preference(_ name: String, _ value: String) -> Cookie { Cookie(name, value, seconds: 400 * 86_400) }

/// An address of this program to go back to: never the sign-in page itself, never another host.
func wayBack(_ back: String, default standard: String = Link.home) -> String {
  let isOurs = back.hasPrefix("/") && !back.hasPrefix("//") && !back.hasPrefix("/\\")
  return isOurs && !back.hasPrefix(Link.signIn) ? back : standard
}
