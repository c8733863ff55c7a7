import Documents
import Markup
import Values

/// How a button looks: the one main action, any other, or one that takes something away.
package enum ButtonTone: String, Sendable { case primary, plain, danger }

/// A row of buttons and links.
package func actions(@HTMLBuilder _ buttons: () -> HTML) -> HTML { div("actions", [:], buttons) }

/// The main action of a long page, kept within the thumb's reach on a phone.
package func stickyActions(@HTMLBuilder _ buttons: () -> HTML) -> HTML { div("actions sticky", [:], buttons) }

/// A link that looks like a button: it leads somewhere and changes nothing.
package func linkButton(
  _ href: String, _ text: Text, tone: ButtonTone = .plain, icon: Icon? = nil, _ l: Language
) -> HTML {
  a(href, "button " + tone.rawValue) {
    icon?.html
    text(l)
  }
}

/// A button for each kind of file that a table is handed out as.
@HTMLBuilder package func tableButtons(_ l: Language, at address: (TableFormat) -> String) -> HTML {
  linkButton(address(.xlsx), TableFormat.xlsx.download, icon: .file, l)
  linkButton(address(.csv), TableFormat.csv.download, l)
}

/// Sends the form around it. `text` says what happens ("提交反映"); `confirm` asks for a second tap with these words.
package func submitButton(
  _ text: Text, tone: ButtonTone = .primary, name: String? = nil, value: String? = nil, confirm: Text? = nil,
  _ l: Language
) -> HTML {
  element(
    "button",
    [
      "type": "submit", "class": "button " + tone.rawValue, "name": name, "value": value,
      "data-confirm": confirm.map { $0(l) },
    ]
  ) { text(l) }
}

/// Prints the page. Shown by `print.js` alone: without a script the browser's own menu prints.
package func printButton(_ text: Text, _ l: Language) -> HTML {
  element("button", ["type": "button", "class": "button plain", "data-print": "", "hidden": ""]) {
    Icon.print.html
    text(l)
  }
}

/// A form of one button, for a change that needs no more words; `fields` are its hidden fields.
package func postButton(
  action: String, _ text: Text, tone: ButtonTone = .plain, fields: [(String, String)] = [], key: String? = nil,
  confirm: Text? = nil, reader: Reader
) -> HTML {
  element("form", ["method": "post", "action": action, "class": "one-button"]) {
    csrfField(reader)
    if let key { hiddenField("form_key", key) }
    for field in fields { hiddenField(field.0, field.1) }
    submitButton(text, tone: tone, confirm: confirm, reader.language)
  }
}

/// Something that opens in place, without leaving the page.
package func dialogDetails(
  summary: Text, open: Bool = false, _ l: Language, @HTMLBuilder _ content: () -> HTML
) -> HTML {
  let inside = content()
  return element("details", ["class": "opens", "open": open ? "" : nil]) {
    element("summary") { summary(l) }
    div("opens-content") { inside }
  }
}
