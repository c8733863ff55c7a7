import Governance
import Store
import Values
import Web

private let takesRole = [
  Parameter("role", AccountStrings.role, required: true, of: Role.self),
  Parameter("place", AccountStrings.placeCode, required: true), Parameter("body", AccountStrings.body),
  Parameter("from", AccountStrings.from), Parameter("until", AccountStrings.until),
]

let adminAccountRoutes: [Route] = [
  .get(
    "/admin/{place}/accounts", needs: .can(.manageAccounts), AccountStrings.accounts,
    takes: [
      Parameter("q", AccountStrings.search), Parameter("after", Text(zh: "从哪个账号之后", en: "After which login")),
      Parameter("limit", Text(zh: "最多几个", en: "How many at most")),
    ], gives: Page(items: [AccountJSON.sample], next: "")
  ) { request in
    let page = try await accounts(request)
    let json = Page(items: page.items.map(AccountJSON.init), next: page.next)
    return try await request.answer(json: json) { try accountsPage(request, page) }
  },
  .post(
    "/admin/{place}/accounts", needs: .can(.manageAccounts), AccountStrings.addAccount,
    takes: [
      Parameter("login", AccountStrings.login, required: true), Parameter("name", AccountStrings.name, required: true),
      Parameter("phone", AccountStrings.phone),
    ] + takesRole, gives: AccountJSON.sample,
    rejected: { try accountsPage($0, try await accounts($0), errors: $1) }, handler: openAccount),
  .get(
    "/admin/{place}/accounts/{account}", needs: .can(.manageAccounts), AccountStrings.accounts,
    gives: AccountDetailJSON.sample
  ) { request in
    let view = try await request.administeredAccount()
    let json = AccountDetailJSON(
      account: AccountJSON(view.account), roles: view.memberships.map(MembershipJSON.init))
    return try await request.answer(json: json) { try adminAccountPage(request, view) }
  },
  .post(
    "/admin/{place}/accounts/{account}/roles", needs: .can(.manageAccounts), AccountStrings.giveRole,
    takes: takesRole, gives: MembershipJSON.sample, rejected: rejectedAccount, handler: giveRole),
  .post(
    "/admin/{place}/accounts/{account}/roles/{membership}/end", needs: .can(.manageAccounts), AccountStrings.endRole,
    takes: [Parameter("until", AccountStrings.until)], gives: MembershipJSON.sample, rejected: rejectedAccount,
    handler: endRole),
  .post(
    "/admin/{place}/accounts/{account}/paper-code", needs: .can(.manageAccounts), AccountStrings.issue,
    gives: PaperCodeJSON.sample, handler: issuePaperCode),
  .post(
    "/admin/{place}/accounts/{account}/closure", needs: .can(.manageAccounts), AccountStrings.close,
    gives: AccountJSON.sample, handler: closeAccount),
]

private func rejectedAccount(_ request: Request, _ errors: FieldErrors) async throws -> HTMLPage {
  try adminAccountPage(request, try await request.administeredAccount(), errors: errors)
}

private func accounts(_ request: Request) async throws -> Page<AccountRow> {
  let place = try request.administered()
  let prefix = request.query["q"].lowercased().filter { loginError("aa\($0)") == nil }
  let (after, limit) = (request.query["after"], request.limit())
  return try await request.app.database.read { tx in
    Page(try tx.accounts(of: place.id, prefix: prefix, after: after, limit: limit), limit: limit, key: \.login)
  }
}

private func openAccount(_ request: Request) async throws -> Answer {
  let place = try request.administered()
  var errors = FieldErrors()
  let new = NewAccount(request.form, at: place.id, &errors)
  let role = RoleForm(request.form, now: request.now, &errors)
  guard errors.isEmpty, let role else { throw errors }
  let newRole = role.newRole(at: try await request.placeForRole(code: role.placeCode))
  return try await request.write { w in
    let id = try w.openAccount(new)
    _ = try w.giveOrPropose(newRole, to: id)
    let account = try w.existingAccount(id)
    return Outcome(Link.adminAccount(place.code, id), json: AccountJSON(account), created: true)
  }
}

private func giveRole(_ request: Request) async throws -> Answer {
  let (place, view) = (try request.administered(), try await request.administeredAccount())
  var errors = FieldErrors()
  guard let role = RoleForm(request.form, now: request.now, &errors) else { throw errors }
  let newRole = role.newRole(at: try await request.placeForRole(code: role.placeCode))
  return try await request.write { w in
    let there = Link.adminAccount(place.code, view.account.id)
    guard let id = try w.giveOrPropose(newRole, to: view.account.id) else {
      return Outcome(there, json: MembershipJSON(awaiting: newRole, place: role.placeCode), created: true)
    }
    guard let membership = try w.tx.membership(id) else { throw NotFound() }
    return Outcome(there, json: MembershipJSON(membership), created: true)
  }
}

private func endRole(_ request: Request) async throws -> Answer {
  let (place, view) = (try request.administered(), try await request.administeredAccount())
  let id = try request.id("membership", as: Membership.self)
  guard let membership = view.memberships.first(where: { $0.id == id }) else { throw NotFound() }
  guard request.may(.manageAccounts, at: membership.place.info) else { throw NotAllowed() }
  var lastDay: Day?
  if !request.form["until"].isEmpty {
    guard let day = Day(iso: request.form["until"]) else { throw FieldErrors("until", WebWords.notADay) }
    guard day >= request.now.day.adding(-1) else { throw FieldErrors("until", AccountStrings.untilPast) }
    lastDay = day
  }
  return try await request.write { [lastDay] w in
    try w.endRole(id, lastDay: lastDay)
    guard let ended = try w.tx.membership(id) else { throw NotFound() }
    return Outcome(Link.adminAccount(place.code, view.account.id), json: MembershipJSON(ended))
  }
}

/// The code stands in this answer alone; pressed twice, the later code is the one that works.
private func issuePaperCode(_ request: Request) async throws -> Answer {
  let view = try await request.administeredAccount()
  try request.requireAllRoles(view)
  let code = try PaperCode()
  try await request.app.write(by: request.actor) { try $0.issuePaperCode(to: view.account.id, hash: code.hash) }
  let until = request.now.adding(days: PaperCode.days)
  if request.isAPI {
    let json = PaperCodeJSON(login: view.account.login, code: code.shown, until: until)
    return .json(try JSON.bytes(json), status: 201, etag: nil)
  }
  return .page(try paperCodePage(request, view.account, code: code.shown))
}

private func closeAccount(_ request: Request) async throws -> Answer {
  let (place, view) = (try request.administered(), try await request.administeredAccount())
  try request.requireAllRoles(view)
  return try await request.write { w in
    try w.closeAccount(view.account.id)
    return Outcome(
      Link.adminAccount(place.code, view.account.id), json: AccountJSON(try w.existingAccount(view.account.id)))
  }
}
