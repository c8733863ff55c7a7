import Governance
import Markup
import Store
import Values
import Web

/// The accounts that a county or town looks after, by login, with a form for a new one.
func accountsPage(_ request: Request, _ page: Page<AccountRow>, errors: FieldErrors? = nil) throws -> HTMLPage {
  let (place, reader, l) = (try request.administered(), request.reader, request.reader.language)
  let (here, prefix) = (Link.adminAccounts(place.code), request.query["q"])
  return request.page(AccountStrings.accounts, wide: true, current: Link.admin(place.code)) {
    pageTitle(AccountStrings.accounts, lead: .text(place.name(l)), aside: adminLinks(place.code, l), l)
    filterBar(
      action: here, fields: searchField(value: prefix, label: AccountStrings.search, reader: reader), l)
    if page.items.isEmpty { emptyState(AccountStrings.noAccounts, l) } else { accountTable(page.items, place, request) }
    pager(
      nextHref: page.next.map { "\(here)?q=\(addressPart(prefix))&after=\(addressPart($0))" },
      firstHref: request.query["after"].isEmpty ? nil : "\(here)?q=\(addressPart(prefix))", l)
    dialogDetails(summary: AccountStrings.addAccount, open: errors != nil, l) {
      form(action: here, reader: reader, key: Secrets.token(bits: 80), errors: errors) {
        textField(
          name: "login", label: AccountStrings.login, value: request.form["login"], hint: AccountStrings.loginHint,
          errors: errors, autocomplete: "off", required: true, maxlength: 32, reader: reader)
        textField(
          name: "name", label: AccountStrings.name, value: request.form["name"], errors: errors, autocomplete: "off",
          required: true, maxlength: 40, reader: reader)
        textField(
          name: "phone", label: AccountStrings.phone, value: request.form["phone"], errors: errors, type: "tel",
          autocomplete: "off", reader: reader)
        roleFields(request, errors)
        actions { submitButton(AccountStrings.add, l) }
      }
    }
  }
}

/// The letters of a login that mean something in an address.
private func addressPart(_ login: String) -> String {
  login.filter { loginError("aa\($0)") == nil }.replacing("@", with: "%40")
}

private func accountTable(_ accounts: [AccountRow], _ place: PlaceInfo, _ request: Request) -> HTML {
  let l = request.reader.language
  return dataTable(
    caption: AccountStrings.accounts,
    columns: [
      Column(title: AccountStrings.login, width: .name, card: .title), Column(title: AccountStrings.name, width: .name),
      Column(title: AccountStrings.phone), Column(title: AccountStrings.state),
    ],
    rows: accounts.map { account in
      [
        a(Link.adminAccount(place.code, account.id)) { account.login }, .text(account.name), .text(account.phone),
        accountState(account, now: request.now, l),
      ]
    }, cards: true, l)
}

private func accountState(_ account: AccountRow, now: Instant, _ l: Language) -> HTML {
  if account.closedAt != nil { return stateChip(AccountStrings.closed, tone: .neutral, l) }
  if account.isLocked(at: now) { return stateChip(AccountStrings.locked, tone: .red, l) }
  if account.isDemonstration { return stateChip(AccountStrings.demonstration, tone: .neutral, l) }
  if let until = account.paperCodeUntil, now < until { return stateChip(AccountStrings.codeOut, tone: .active, l) }
  return account.hasPassword
    ? stateChip(AccountStrings.active, tone: .green, l) : stateChip(AccountStrings.noPassword, tone: .amber, l)
}

/// The fields of a role to be given.
@HTMLBuilder private func roleFields(_ request: Request, _ errors: FieldErrors?) -> HTML {
  let (reader, typed) = (request.reader, request.form)
  selectField(
    name: "role", label: AccountStrings.role,
    options: [("", AccountStrings.chooseRole)] + Role.allCases.map { ($0.rawValue, $0.name) },
    selected: typed["role"], errors: errors, required: true, reader: reader)
  textField(
    name: "place", label: AccountStrings.placeCode,
    value: typed["place"].isEmpty ? request.place?.code ?? "" : typed["place"], hint: AccountStrings.placeCodeHint,
    errors: errors, autocomplete: "off", required: true, maxlength: 15, reader: reader)
  textField(
    name: "body", label: AccountStrings.body, value: typed["body"], hint: AccountStrings.bodyHint, errors: errors,
    autocomplete: "off", maxlength: 60, reader: reader)
  dayField(
    name: "from", label: AccountStrings.from,
    value: typed["from"].isEmpty ? request.now.day.iso : typed["from"], errors: errors, reader: reader)
  dayField(
    name: "until", label: AccountStrings.until, value: typed["until"], hint: AccountStrings.untilHint, errors: errors,
    reader: reader)
}

/// One account: its roles, paper code, closing.
func adminAccountPage(_ request: Request, _ view: AccountAdminView, errors: FieldErrors? = nil) throws -> HTMLPage {
  let (place, reader, l) = (try request.administered(), request.reader, request.reader.language)
  let account = view.account
  return request.page(Text(same: account.name), wide: true, current: Link.admin(place.code)) {
    breadcrumbs(
      [
        (Link.admin(place.code), place.name), (Link.adminAccounts(place.code), AccountStrings.accounts),
      ], current: Text(same: account.name), l)
    pageTitle(
      Text(same: account.name),
      lead: .text([account.login, account.phone].filter { !$0.isEmpty }.joined(separator: " · ")),
      aside: accountState(account, now: request.now, l), l)
    if let errors, errors.message(for: "until") != nil, request.path.hasSuffix("/end") { errorSummary(errors, l) }
    h2 { AccountStrings.roles(l) }
    if view.memberships.isEmpty { p { AccountStrings.noRoles(l) } } else { roleTable(view, place, request) }
    for proposal in view.proposals {
      noticeBox(tone: .amber) { p { GuardedRoleStrings.waiting(proposal.role.role)(l) } }
    }
    if account.closedAt == nil {
      let isGiving = errors != nil && !request.path.hasSuffix("/end")
      dialogDetails(summary: AccountStrings.giveRole, open: isGiving, l) {
        form(
          action: Link.adminRoles(place.code, account.id), reader: reader, key: Secrets.token(bits: 80),
          errors: isGiving ? errors : nil
        ) {
          roleFields(request, isGiving ? errors : nil)
          actions { submitButton(AccountStrings.giveRole, l) }
        }
      }
      h2 { AccountStrings.paperCode(l) }
      p { AccountStrings.paperCodeLead(l) }
      actions {
        postButton(action: Link.paperCode(place.code, account.id), AccountStrings.issue, reader: reader)
        postButton(
          action: Link.closeAccount(place.code, account.id), AccountStrings.close, tone: .danger,
          confirm: AccountStrings.closeAgain, reader: reader)
      }
    }
  }
}

private func roleTable(_ view: AccountAdminView, _ place: PlaceInfo, _ request: Request) -> HTML {
  let (reader, l) = (request.reader, request.reader.language)
  return dataTable(
    caption: AccountStrings.roles,
    columns: [
      Column(title: AccountStrings.role, width: .name, card: .title), Column(title: AccountStrings.place, width: .name),
      Column(title: AccountStrings.body), Column(title: AccountStrings.from, width: .day),
      Column(title: AccountStrings.until, width: .day), Column(title: AccountStrings.action),
    ],
    rows: view.memberships.map { membership in
      let hasEnded = membership.hasEnded(by: request.now.day)
      let mayEnd = !hasEnded && request.may(.manageAccounts, at: membership.place.info)
      return [
        .text(membership.role.name(l)), .text("\(membership.place.name(l)) \(membership.place.code)"),
        .text(membership.body.map { bodyName($0, of: membership.role)(l) } ?? ""),
        .text(membership.from.iso), .text(membership.until?.iso ?? AccountStrings.noEnd(l)),
        mayEnd
          ? postButton(
            action: Link.endRole(place.code, view.account.id, membership.id), AccountStrings.endRole, tone: .danger,
            confirm: AccountStrings.endAgain, reader: reader) : .empty,
      ]
    }, cards: true, l)
}

/// Shows a paper code, this once.
func paperCodePage(_ request: Request, _ account: AccountRow, code: String) throws -> HTMLPage {
  let (place, l) = (try request.administered(), request.reader.language)
  return request.page(AccountStrings.paperCode, current: Link.admin(place.code)) {
    pageTitle(AccountStrings.paperCode, lead: .text("\(account.name) · \(account.login)"), l)
    noticeBox(tone: .green) {
      p { strong("shown-once") { code } }
      p { AccountStrings.codeOnce(l) }
      p { AccountStrings.howToUse(l) }
    }
    actions { linkButton(Link.adminAccount(place.code, account.id), AccountStrings.backToAccount, l) }
  }
}
