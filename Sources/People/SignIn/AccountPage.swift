import Governance
import Markup
import Store
import Values
import Web

/// What the account page shows.
struct AccountView: Sendable {
  let account: AccountRow
  let signIns: [SignInRow]
  let tokens: [TokenRow]
}

/// A person's own account: password, language, large text, where they are signed in, API tokens.
func accountPage(_ request: Request, _ view: AccountView, errors: FieldErrors? = nil) -> HTMLPage {
  let (reader, l) = (request.reader, request.reader.language)
  return request.page(SignInStrings.account) {
    pageTitle(SignInStrings.account, lead: .text("\(view.account.name) · \(view.account.login)"), l)
    if request.query["saved"] == "password" {
      noticeBox(tone: .green) { p { SignInStrings.passwordSaved(l) } }
    }
    if !view.account.hasPassword {
      noticeBox(tone: .amber) { p { SignInStrings.setPasswordFirst(l) } }
      passwordForm(view.account, errors, reader)
    } else {
      ownRoles(request.person, l)
      preferencesForm(reader)
      h2 { SignInStrings.changePassword(l) }
      passwordForm(view.account, errors, reader)
      signInTable(view.signIns, request)
      tokenSection(request, view.tokens, errors)
      section {
        h2 { SignInStrings.deadlines(l) }
        p { SignInStrings.deadlinesLead(l) }
        actions { linkButton(Link.deadlines, SignInStrings.toDeadlines, l) }
      }
    }
  }
}

private func ownRoles(_ person: SignedIn?, _ l: Language) -> HTML {
  let posts = person?.posts ?? []
  return section {
    h2 { SignInStrings.roles(l) }
    if posts.isEmpty { noticeBox(tone: .amber) { p { SignInStrings.noRoles(l) } } }
    ul {
      for post in posts {
        li {
          post.place.name(l) + " · " + post.role.name(l)
            + (post.body.map { " · " + bodyName($0, of: post.role)(l) } ?? "")
        }
      }
    }
  }
}

/// A collector's kind in words, a department as it was written.
func bodyName(_ body: String, of role: Role) -> Text {
  role == .collector ? SourceKind(rawValue: body)?.name ?? Text(same: body) : Text(same: body)
}

private func preferencesForm(_ reader: Reader) -> HTML {
  let l = reader.language
  return section {
    h2 { SignInStrings.preferences(l) }
    form(action: Link.preferences, reader: reader) {
      hiddenField("back", Link.account)
      radioCards(
        name: "language", label: SignInStrings.language,
        options: Language.allCases.map { ($0.rawValue, Text(same: WebStrings.languageName($0)), nil) },
        selected: l.rawValue, required: true, reader: reader)
      radioCards(
        name: "large", label: SignInStrings.largeText,
        options: [
          ("0", Text(zh: "平常", en: "Usual"), nil), ("1", Text(zh: "大字", en: "Large"), nil),
        ], selected: reader.largeText ? "1" : "0", required: true, reader: reader)
      actions { submitButton(SignInStrings.save, tone: .plain, l) }
    }
  }
}

private func passwordForm(_ account: AccountRow, _ errors: FieldErrors?, _ reader: Reader) -> HTML {
  let own = errors.flatMap { $0.message(for: "password") ?? $0.message(for: "again") ?? $0.message(for: "old") } != nil
  return form(action: Link.password, reader: reader, errors: own ? errors : nil) {
    // Lets a password keeper know whose it is.
    element("input", ["type": "hidden", "name": "username", "autocomplete": "username", "value": account.login])
    if account.hasPassword {
      textField(
        name: "old", label: SignInStrings.oldPassword, errors: errors, type: "password",
        autocomplete: "current-password", required: true, reader: reader)
    }
    textField(
      name: "password", label: SignInStrings.newPassword, hint: SignInStrings.newHint, errors: errors,
      type: "password", autocomplete: "new-password", required: true, reader: reader)
    textField(
      name: "again", label: SignInStrings.newAgain, errors: errors, type: "password", autocomplete: "new-password",
      required: true, reader: reader)
    actions { submitButton(SignInStrings.savePassword, tone: account.hasPassword ? .plain : .primary, reader.language) }
  }
}

private func signInTable(_ signIns: [SignInRow], _ request: Request) -> HTML {
  let (reader, l) = (request.reader, request.reader.language)
  return section {
    h2 { SignInStrings.signIns(l) }
    dataTable(
      caption: SignInStrings.signIns,
      columns: [
        Column(title: SignInStrings.signedInAt, width: .day), Column(title: SignInStrings.lastSeen, width: .day),
        Column(title: SignInStrings.networkAddress), Column(title: SignInStrings.action),
      ],
      rows: signIns.map { signIn in
        [
          spokenTime(signIn.madeAt, l), spokenTime(signIn.seenAt, l), .text(signIn.address),
          signIn.csrf == request.person?.csrf
            ? .text(SignInStrings.thisOne(l))
            : postButton(
              action: Link.endSignIn, SignInStrings.end, fields: [("sign_in", signIn.name)], reader: reader),
        ]
      }, cards: true, l)
  }
}
