import Markup
import Values

/// A form with all that every form needs: the session's token, the key that makes sending twice harmless, the sum of
/// the errors at the top. A "get" form has neither token nor key.
/// - `draft`: the name under which the phone keeps what was typed, until a page shows `draftDone` with it.
/// - `key`: a fresh identifier per shown form (`form_key`).
package func form(
  action: String, method: String = "post", id: String? = nil, reader: Reader, multipart: Bool = false,
  draft: String? = nil, key: String? = nil, errors: FieldErrors? = nil, @HTMLBuilder fields: () -> HTML
) -> HTML {
  let inside = fields()
  let posts = method.lowercased() == "post"
  return element(
    "form",
    [
      "class": "form", "id": id, "action": action, "method": method, "enctype": multipart ? "multipart/form-data" : nil,
      "novalidate": "", "data-draft": draft, "data-once": posts ? "" : nil,
    ]
  ) {
    if posts {
      csrfField(reader)
      if let key { hiddenField("form_key", key) }
    }
    if let errors, !errors.isEmpty { errorSummary(errors, of: inside, reader.language) }
    inside
  }
}

/// All errors at once, each leading to its field. What only says that something is missing is told with the name of its
/// field, as it stands in `fields`.
package func errorSummary(_ errors: FieldErrors, of fields: HTML = .empty, _ l: Language) -> HTML {
  div("error-summary", ["role": "alert", "tabindex": "-1", "autofocus": ""]) {
    p("error-summary-title") {
      Icon.alert.html
      WebStrings.errorTitle(errors.all.count)(l)
    }
    ul {
      for error in errors.all {
        li {
          a("#" + fieldID(error.field)) {
            if error.message == WebWords.missing { labelOf(error.field, in: fields, l) }
            error.message(l)
          }
        }
      }
    }
  }
}

/// The label or legend of a field with an error and a colon, taken from the form's own markup; nothing where it has none.
private func labelOf(_ field: String, in fields: HTML, _ l: Language) -> HTML {
  let (source, id) = (fields.source, fieldID(field))
  let legend = "><legend class=\"label\">"
  let openings = [
    "<label class=\"label\" for=\"\(id)\">", "aria-describedby=\"\(id)-error\"" + legend,
    "aria-describedby=\"\(id)-hint \(id)-error\"" + legend,
  ]
  guard let start = openings.lazy.compactMap({ source.firstRange(of: $0)?.upperBound }).first else { return .empty }
  return .raw(source[start...].prefix { $0 != "<" } + WebStrings.colon(l))
}

/// Tells the phone that what was kept under `draft` has arrived and can go.
package func draftDone(_ draft: String) -> HTML { element("span", ["hidden": "", "data-draft-clear": draft]) }

/// The id of a field: "field-" and its name.
package func fieldID(_ name: String) -> String { "field-" + name }

/// A value that the form carries along unseen.
package func hiddenField(_ name: String, _ value: String) -> HTML {
  element("input", ["type": "hidden", "name": name, "value": value])
}

/// A filter above a list: its fields and the button that applies them, by GET.
package func filterBar(
  action: String, fields: HTML, button: Text = WebStrings.applyFilter, _ l: Language
) -> HTML {
  element("form", ["class": "filters", "method": "get", "action": action, "role": "search"]) {
    fields
    element("button", ["type": "submit", "class": "button plain"]) { button(l) }
  }
}

/// A filter with a search field and more fields, which a phone folds under one line that says how many are in use.
/// `inUse`: how many of the fields narrow the list.
package func filterBar(action: String, search: HTML, more: HTML, inUse: Int, _ l: Language) -> HTML {
  let fold = element("details", ["class": "opens filters-more"]) {
    element("summary") { WebStrings.filters(inUse: inUse)(l) }
    div("filters-fields") { more }
  }
  return filterBar(action: action, fields: search + fold, l)
}

/// What a field shows around its input: label, hint, example, error, and the names that tie them together.
struct FieldFrame {
  let name: String
  let label: Text
  let hint: Text?
  let example: Text?
  let error: Text?
  let required: Bool
  let language: Language
  /// Needed in the case that the hint tells: no word says that it may be left out.
  var sometimes = false

  var id: String { fieldID(name) }
  var hasHint: Bool { hint != nil || example != nil }
  var invalid: String? { error == nil ? nil : "true" }

  /// The ids of hint and error, for `aria-describedby`.
  var describedBy: String? {
    let ids = [hasHint ? id + "-hint" : nil, error == nil ? nil : id + "-error"].compactMap(\.self)
    return ids.isEmpty ? nil : ids.joined(separator: " ")
  }

  func field(_ class: String = "", _ input: HTML) -> HTML {
    div(classes(`class`)) {
      element("label", ["class": "label", "for": id]) { labelWords }
      hintLine
      input
      errorLine
    }
  }

  /// Several inputs under one question.
  func group(_ class: String = "", _ inputs: HTML) -> HTML {
    element("fieldset", ["class": classes(`class`), "aria-describedby": describedBy]) {
      element("legend", ["class": "label"]) { labelWords }
      hintLine
      inputs
      errorLine
    }
  }

  func classes(_ class: String) -> String {
    ["field", `class`, error == nil ? "" : "has-error"].filter { !$0.isEmpty }.joined(separator: " ")
  }

  private var labelWords: HTML {
    guard !required, !sometimes, error == nil else { return .text(label(language)) }
    return .text(label(language)) + span("optional") { WebStrings.optional(language) }
  }

  private var hintLine: HTML {
    guard hasHint else { return .empty }
    return p("hint", ["id": id + "-hint"]) {
      if let hint { span { hint(language) } }
      if let example { span("example") { WebStrings.example(language) + example(language) } }
    }
  }

  var errorLine: HTML {
    guard let error else { return .empty }
    return p("error", ["id": id + "-error"]) {
      Icon.alert.html
      span { error(language) }
    }
  }
}
