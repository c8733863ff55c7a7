import Markup
import Values

/// One of many short choices. An empty value as the first option means "not chosen".
package func selectField(
  name: String, label: Text, options: [(value: String, label: Text)], selected: String? = nil, hint: Text? = nil,
  errors: FieldErrors? = nil, required: Bool = false, reader: Reader
) -> HTML {
  let frame = FieldFrame(
    name: name, label: label, hint: hint, example: nil, error: errors?.message(for: name), required: required,
    language: reader.language)
  let select = element(
    "select",
    [
      "class": "input", "id": frame.id, "name": name, "required": required ? "" : nil,
      "aria-describedby": frame.describedBy, "aria-invalid": frame.invalid,
    ]
  ) {
    for option in options {
      element("option", ["value": option.value, "selected": option.value == selected ? "" : nil]) {
        option.label(reader.language)
      }
    }
  }
  return frame.field("", select)
}

/// One of a few choices, each a card large enough for a thumb. An empty value cannot be written: use "none".
package func radioCards(
  name: String, label: Text, options: [(value: String, label: Text, hint: Text?)], selected: String? = nil,
  hint: Text? = nil, errors: FieldErrors? = nil, required: Bool = false, reader: Reader
) -> HTML {
  let frame = FieldFrame(
    name: name, label: label, hint: hint, example: nil, error: errors?.message(for: name), required: required,
    language: reader.language)
  var cards = HTML.empty
  for (index, option) in options.enumerated() {
    cards.append(
      Choice(
        type: "radio", id: index == 0 ? frame.id : "\(frame.id)-\(index)", name: name, value: option.value,
        label: option.label, hint: option.hint, checked: option.value == selected, describedBy: frame.describedBy
      ).html(reader.language))
  }
  return frame.group("", div("choices") { cards })
}

/// Any of a few choices. `abreast`: many short ones, in as many columns as there is room for.
package func checkboxes(
  name: String, label: Text, options: [(value: String, label: Text, hint: Text?)], selected: Set<String> = [],
  hint: Text? = nil, errors: FieldErrors? = nil, required: Bool = false, sometimes: Bool = false,
  abreast: Bool = false, reader: Reader
) -> HTML {
  let frame = FieldFrame(
    name: name, label: label, hint: hint, example: nil, error: errors?.message(for: name), required: required,
    language: reader.language, sometimes: sometimes)
  var cards = HTML.empty
  for (index, option) in options.enumerated() {
    cards.append(
      Choice(
        type: "checkbox", id: index == 0 ? frame.id : "\(frame.id)-\(index)", name: name, value: option.value,
        label: option.label, hint: option.hint, checked: selected.contains(option.value),
        describedBy: frame.describedBy
      ).html(reader.language))
  }
  return frame.group("", div(abreast ? "choices abreast" : "choices") { cards })
}

/// One yes or no; not ticked is not sent.
package func checkbox(
  name: String, label: Text, value: String = "1", checked: Bool = false, hint: Text? = nil,
  errors: FieldErrors? = nil, reader: Reader
) -> HTML {
  let frame = FieldFrame(
    name: name, label: label, hint: nil, example: nil, error: errors?.message(for: name), required: true,
    language: reader.language)
  return div(frame.classes("")) {
    Choice(
      type: "checkbox", id: frame.id, name: name, value: value, label: label, hint: hint, checked: checked,
      describedBy: frame.describedBy
    ).html(reader.language)
    frame.errorLine
  }
}

/// One card: the input, its words, its hint; the whole card is the target.
private struct Choice {
  let type: String
  let id: String
  let name: String
  let value: String
  let label: Text
  let hint: Text?
  let checked: Bool
  let describedBy: String?

  func html(_ l: Language) -> HTML {
    element("label", ["class": "choice", "for": id]) {
      element(
        "input",
        [
          "type": type, "id": id, "name": name, "value": value, "checked": checked ? "" : nil,
          "aria-describedby": describedBy,
        ])
      span("choice-words") {
        span("choice-label") { label(l) }
        if let hint { span("choice-hint") { hint(l) } }
      }
    }
  }
}
