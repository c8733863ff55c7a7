import Markup
import Values

/// Choices of a select that stand together under a title.
package struct ChoiceGroup: Sendable {
  package let title: Text
  package let options: [(value: String, label: Text)]

  package init(_ title: Text, _ options: [(value: String, label: Text)]) {
    (self.title, self.options) = (title, options)
  }
}

/// One of many choices in named groups; empty groups are left out. `none`: the first line, which chooses nothing.
package func groupedSelectField(
  name: String, label: Text, none: Text, groups: [ChoiceGroup], selected: String, hint: Text? = nil,
  errors: FieldErrors? = nil, required: Bool = false, reader: Reader
) -> HTML {
  let frame = FieldFrame(
    name: name, label: label, hint: hint, example: nil, error: errors?.message(for: name), required: required,
    language: reader.language)
  func options(_ choices: [(value: String, label: Text)]) -> HTML {
    choices.reduce(into: HTML.empty) { html, choice in
      html.append(
        element("option", ["value": choice.value, "selected": choice.value == selected ? "" : nil]) {
          choice.label(reader.language)
        })
    }
  }
  let select = element(
    "select",
    [
      "class": "input", "id": frame.id, "name": name, "required": required ? "" : nil,
      "aria-describedby": frame.describedBy, "aria-invalid": frame.invalid,
    ]
  ) {
    options([("", none)])
    for group in groups where !group.options.isEmpty {
      element("optgroup", ["label": group.title(reader.language)]) { options(group.options) }
    }
  }
  return frame.field("", select)
}
