import Markup
import Values

/// The head of every page: mark and place, language, large text, account.
func pageHeader(_ frame: PageFrame) -> HTML {
  let reader = frame.reader
  return element("header", ["class": "page-header"]) {
    a("/", "brand") {
      brandMark
      span("brand-words") {
        span("brand-name") { reader(WebStrings.product) }
        if let place = frame.place { span("brand-place") { reader(place.name) } }
      }
    }
    div("header-tools") {
      switches(reader)
      if let person = reader.signedIn {
        bell(reader)
        a("/account", "header-account", ["aria-label": person.name]) {
          Icon.person.html
          span("header-account-name") { person.name }
        }
        signOut(reader, "header-sign-out")
      } else {
        a("/sign-in", "header-account", ["aria-label": reader(WebStrings.signIn)]) {
          Icon.person.html
          span("header-account-name") { reader(WebStrings.signIn) }
        }
      }
    }
  }
}

/// The way to the person's notices, with how many wait.
private func bell(_ reader: Reader) -> HTML {
  a(
    "/notices", "header-account header-bell", ["aria-label": WebStrings.notices(unread: reader.unread)(reader.language)]
  ) {
    Icon.bell.html
    if reader.unread > 0 {
      span("header-unread", ["aria-hidden": "true"]) { reader.unread > 99 ? "99+" : "\(reader.unread)" }
    }
  }
}

/// Three marks, the three classes: the sign of the product.
private let brandMark = HTML.raw(
  """
  <svg class="brand-mark" viewBox="0 0 32 32" aria-hidden="true"><path class="class-government" \
  d="M16 2.5 22.5 9 16 15.5 9.5 9Z"/><circle class="class-community" cx="8.5" cy="22.5" r="5.5"/>\
  <rect class="class-private" x="18.5" y="17.5" width="10" height="10" rx="1"/></svg>
  """)

/// The language and large-text switches: two buttons of one form, working without scripts.
private func switches(_ reader: Reader) -> HTML {
  let other: Language = reader.language == .zh ? .en : .zh
  return element("form", ["class": "switches", "method": "post", "action": "/preferences"]) {
    csrfField(reader)
    hiddenField("back", reader.path)
    element(
      "button",
      [
        "class": "switch", "name": "large", "value": reader.largeText ? "0" : "1",
        "aria-pressed": reader.largeText ? "true" : "false",
      ]
    ) { reader(WebStrings.largeText) }
    element(
      "button", ["class": "switch", "name": "language", "value": other.rawValue, "lang": other.rawValue]
    ) { WebStrings.languageName(other) }
  }
}

func signOut(_ reader: Reader, _ class: String) -> HTML {
  element("form", ["class": `class`, "method": "post", "action": "/sign-out", "data-sign-out": ""]) {
    csrfField(reader)
    element("button", ["class": "switch"]) { reader(WebStrings.signOut) }
  }
}

func pageFooter(_ reader: Reader) -> HTML {
  element("footer", ["class": "page-footer"]) {
    span { reader(WebStrings.footer) }
    a("/privacy") { reader(WebStrings.privacy) }
    a("/api") { reader(WebStrings.api) }
  }
}

/// The token of the session that a POST must send back; nothing for who is not signed in.
package func csrfField(_ reader: Reader) -> HTML {
  guard let token = reader.signedIn?.csrf else { return .empty }
  return hiddenField("csrf", token)
}
