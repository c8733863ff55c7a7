import Governance
import Store
import Values
import Web

let accountRoutes: [Route] = [
  .get("/account", needs: .signedIn, SignInStrings.account, gives: OwnAccountJSON.sample) { request in
    let view = try await accountView(request)
    return try await request.answer(json: OwnAccountJSON(request, view)) { accountPage(request, view) }
  },
  .post(
    "/account/password", needs: .signedIn, SignInStrings.changePassword,
    takes: [
      Parameter("old", SignInStrings.oldPassword), Parameter("password", SignInStrings.newPassword, required: true),
      Parameter("again", SignInStrings.newAgain, required: true),
    ], mount: .page, bodyLimit: 1 << 14, rejected: rejectedAccount, handler: changePassword),
  .post(
    "/account/sessions/end", needs: .signedIn, SignInStrings.end, mount: .page, bodyLimit: 1 << 14, handler: endSignIn),
  .post(
    "/account/tokens", needs: .signedIn, SignInStrings.makeToken,
    takes: [
      Parameter("name", SignInStrings.tokenName, required: true),
      Parameter("capabilities", SignInStrings.capabilities, required: true, listOf: Capability.self),
      Parameter("until", SignInStrings.until, required: true),
    ], mount: .page, bodyLimit: 1 << 14, rejected: rejectedAccount, handler: makeToken),
  .post(
    "/account/tokens/{token}/end", needs: .signedIn, SignInStrings.revoke, mount: .page, bodyLimit: 1 << 14
  ) { request in
    let (account, token) = (try request.ownAccount(), try request.id("token", as: Account.self).value)
    return try await request.write { w in
      try w.revokeToken(token, of: account)
      return Outcome(Link.account, json: [String: String]())
    }
  },
]

struct OwnAccountJSON: Encodable, Sendable {
  struct Post: Encodable, Sendable {
    let role: Role
    let place: String
    let body: String?
    let from: Day
    let until: Day?
  }
  let login: String
  let name: String
  let roles: [Post]
  let capabilities: [Capability]

  static let sample = OwnAccountJSON(
    login: "", name: "",
    roles: [Post(role: .registerKeeper, place: "", body: "", from: Day(number: 0), until: Day(number: 0))],
    capabilities: [.readMatters])
}

extension OwnAccountJSON {
  init(_ request: Request, _ view: AccountView) {
    let person = request.person
    let own = person?.ownCapabilities(on: request.now.day) ?? []
    let chosen = person?.tokenCapabilities ?? own
    self.init(
      login: view.account.login, name: view.account.name,
      roles: (person?.posts ?? []).map {
        Post(role: $0.role, place: $0.place.code, body: $0.body, from: $0.from, until: $0.until)
      },
      capabilities: Capability.allCases.filter { own.contains($0) && chosen.contains($0) })
  }
}

extension Request {
  /// The person's own account in a browser: an API token cannot change what guards the account.
  func ownAccount() throws -> ID<Account> {
    guard let person, person.csrf != nil else { throw NotAllowed() }
    return person.account
  }
}

private func accountView(_ request: Request) async throws -> AccountView {
  guard let id = request.actor else { throw NotAllowed() }
  let now = request.now
  return try await request.app.database.read { tx in
    guard let account = try tx.account(id) else { throw NotFound() }
    return AccountView(account: account, signIns: try tx.signIns(of: id, now: now), tokens: try tx.tokens(of: id))
  }
}

private func rejectedAccount(_ request: Request, _ errors: FieldErrors) async throws -> HTMLPage {
  accountPage(request, try await accountView(request), errors: errors)
}

/// The digests take tens of milliseconds each and are made before the transaction. A wrong old password counts as a
/// failed sign-in.
private func changePassword(_ request: Request) async throws -> Answer {
  let id = try request.ownAccount()
  guard let secrets = try await request.app.database.read({ try $0.secrets(of: id) }) else { throw NotFound() }
  let (old, new) = (request.form.all("old").first ?? "", request.form.all("password").first ?? "")
  var errors = FieldErrors()
  if let error = passwordError(new, login: secrets.account.login) { errors.add("password", error) }
  if new != request.form.all("again").first { errors.add("again", SignInStrings.notSame) }
  if let hash = secrets.password, old.count > 400 || !Secrets.passwordMatches(old, hash: hash) {
    errors.add("old", SignInStrings.oldWrong)
    _ = try await request.app.write(by: id) { try $0.failSignIn(id) }
  }
  guard errors.isEmpty else { throw errors }
  let (hash, csrf) = (try Secrets.passwordHash(new), request.person?.csrf)
  let isFirst = secrets.password == nil
  return try await request.write { w in
    try w.setPassword(of: id, hash: hash)
    try w.tx.endSignIns(of: id, butCSRF: csrf)
    return Outcome(isFirst ? Link.home : Link.account + "?saved=password", json: [String: String]())
  }
}

private func endSignIn(_ request: Request) async throws -> Answer {
  let (id, name, now) = (try request.ownAccount(), request.form["sign_in"], request.now)
  return try await request.write { w in
    guard let signIn = try w.tx.signIns(of: id, now: now).first(where: { $0.name == name }) else { throw NotFound() }
    try w.tx.endSignIn(of: id, digest: signIn.digest)
    return Outcome(Link.account, json: [String: String]())
  }
}

/// The secret stands in this answer alone, so that no repeated call and no table can show it again.
private func makeToken(_ request: Request) async throws -> Answer {
  let id = try request.ownAccount()
  let own = request.person?.ownCapabilities(on: request.now.day) ?? []
  let new = try NewToken(request.form, own: own, now: request.now)
  let secret = "sanshi_" + Secrets.token(bits: 160)
  _ = try await request.app.write(by: id) { try $0.makeToken(new, of: id, digest: Secrets.sha256(secret)) }
  return .page(newTokenPage(request, name: new.name, secret: secret))
}
