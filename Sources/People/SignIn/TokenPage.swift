import Governance
import Markup
import Values
import Web

/// The API tokens of the account page: those there are, and a form for a new one.
func tokenSection(_ request: Request, _ tokens: [TokenRow], _ errors: FieldErrors?) -> HTML {
  let (reader, l) = (request.reader, request.reader.language)
  let own = request.person?.ownCapabilities(on: request.now.day) ?? []
  let mine = errors.flatMap {
    $0.message(for: "name") ?? $0.message(for: "capabilities") ?? $0.message(for: "until")
  }
  return section {
    h2 { SignInStrings.tokens(l) }
    p { SignInStrings.tokensLead(l) }
    if tokens.isEmpty { p { SignInStrings.noTokens(l) } } else { tokenTable(tokens, request) }
    if !own.isEmpty {
      dialogDetails(summary: SignInStrings.makeToken, open: mine != nil, l) {
        form(action: Link.tokens, reader: reader, errors: mine == nil ? nil : errors) {
          textField(
            name: "name", label: SignInStrings.tokenName, value: request.form["name"], errors: errors, required: true,
            maxlength: 60, reader: reader)
          checkboxes(
            name: "capabilities", label: SignInStrings.capabilities,
            options: Capability.allCases.filter(own.contains).map { ($0.rawValue, $0.name, nil) },
            selected: Set(request.form.all("capabilities")), errors: errors, required: true, reader: reader)
          dayField(
            name: "until", label: SignInStrings.until, value: request.form["until"], hint: SignInStrings.untilHint,
            errors: errors, required: true, reader: reader)
          actions { submitButton(SignInStrings.makeToken, l) }
        }
      }
    }
  }
}

private func tokenTable(_ tokens: [TokenRow], _ request: Request) -> HTML {
  let (reader, l) = (request.reader, request.reader.language)
  return dataTable(
    caption: SignInStrings.tokens,
    columns: [
      Column(title: SignInStrings.tokenName, width: .name, card: .title),
      Column(title: SignInStrings.capabilities, width: .text),
      Column(title: SignInStrings.until, width: .day), Column(title: SignInStrings.action),
    ],
    rows: tokens.map { token in
      [
        .text(token.name),
        .text(
          Capability.allCases.filter(token.capabilities.contains).map { $0.name(l) }
            .joined(separator: l == .zh ? "、" : ", ")),
        .text(token.until.spoken(l)),
        token.works(on: request.now.day)
          ? postButton(action: Link.endToken(token.id), SignInStrings.revoke, tone: .danger, reader: reader)
          : .text(SignInStrings.ended(l)),
      ]
    }, cards: true, l)
}

/// Shows a new token's secret, this once.
func newTokenPage(_ request: Request, name: String, secret: String) -> HTMLPage {
  let l = request.reader.language
  return request.page(SignInStrings.tokenMade, current: Link.account) {
    pageTitle(SignInStrings.tokenMade, lead: .text(name), l)
    noticeBox(tone: .green) {
      p { strong("shown-once") { secret } }
      p { SignInStrings.tokenOnce(l) }
    }
    actions { linkButton(Link.account, SignInStrings.backToAccount, l) }
  }
}
