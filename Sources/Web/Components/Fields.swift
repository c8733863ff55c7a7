import Markup
import Values

/// What listens while a person types into a text: suggestions from the server, words of danger, the voice.
package struct Listening: Sendable {
  /// Address that answers {urgent, similar, likely} to a POST of the text.
  package let suggestURL: String?
  /// JSON of [{number, name, words}]: words of danger that the phone knows without the network.
  package let dangerWords: String?
  package let dictation: Bool

  package init(suggestURL: String? = nil, dangerWords: String? = nil, dictation: Bool = false) {
    (self.suggestURL, self.dangerWords, self.dictation) = (suggestURL, dangerWords, dictation)
  }
}

/// One line of text. `maxlength` in characters; `sometimes`: needed in the case that the hint tells; `offers`: the id of
/// an `offerList` on the page.
package func textField(
  name: String, label: Text, value: String = "", hint: Text? = nil, example: Text? = nil, errors: FieldErrors? = nil,
  type: String = "text", autocomplete: String? = nil, inputmode: String? = nil, required: Bool = false,
  sometimes: Bool = false, maxlength: Int? = nil, offers: String? = nil, reader: Reader
) -> HTML {
  let frame = FieldFrame(
    name: name, label: label, hint: hint, example: example, error: errors?.message(for: name), required: required,
    language: reader.language, sometimes: sometimes)
  return frame.field(
    "",
    element(
      "input",
      [
        "class": "input", "type": type, "id": frame.id, "name": name, "value": type == "password" ? nil : value,
        "autocomplete": autocomplete, "inputmode": inputmode, "required": required ? "" : nil,
        "maxlength": maxlength.map(String.init), "list": offers, "aria-describedby": frame.describedBy,
        "aria-invalid": frame.invalid,
      ]))
}

/// What a browser offers while somebody types into a field that names this list by its id.
package func offerList(id: String, _ words: [String]) -> HTML {
  element("datalist", ["id": id]) {
    for word in words { element("option", ["value": word]) }
  }
}

/// Several lines of text; grows with what is typed.
package func textArea(
  name: String, label: Text, value: String = "", hint: Text? = nil, example: Text? = nil, errors: FieldErrors? = nil,
  rows: Int = 5, required: Bool = false, sometimes: Bool = false, maxlength: Int? = nil,
  listening: Listening = Listening(), reader: Reader
) -> HTML {
  let frame = FieldFrame(
    name: name, label: label, hint: hint, example: example, error: errors?.message(for: name), required: required,
    language: reader.language, sometimes: sometimes)
  let dictation = listening.dictation ? (reader.language == .zh ? "zh-CN" : "en-US") : nil
  let area = element(
    "textarea",
    [
      "class": "input", "id": frame.id, "name": name, "rows": String(rows), "required": required ? "" : nil,
      "maxlength": maxlength.map(String.init), "aria-describedby": frame.describedBy, "aria-invalid": frame.invalid,
      "data-dictate": dictation, "data-danger-words": listening.dangerWords,
      "data-suggest-url": listening.suggestURL,
    ]
  ) { "\n" + value }
  let target = div("suggestions", ["data-suggest-target": frame.id, "aria-live": "polite"]) { HTML.empty }
  return frame.field("", listening.suggestURL == nil ? area : area + target)
}

/// A day; the phone shows its own calendar. `value` is "2026-09-30" or what was typed.
package func dayField(
  name: String, label: Text, value: String = "", hint: Text? = nil, errors: FieldErrors? = nil, required: Bool = false,
  reader: Reader
) -> HTML {
  let frame = FieldFrame(
    name: name, label: label, hint: hint, example: nil, error: errors?.message(for: name), required: required,
    language: reader.language)
  return frame.field(
    "field-day",
    element(
      "input",
      [
        "class": "input", "type": "date", "id": frame.id, "name": name, "value": value,
        "required": required ? "" : nil, "aria-describedby": frame.describedBy, "aria-invalid": frame.invalid,
      ]))
}

/// Photos or documents. Photos are made smaller on the phone before they are sent (`photos.js`); of documents the names
/// are shown (`files.js`). Both put a button in the page's language in place of the browser's own.
package func fileField(
  name: String, label: Text, hint: Text? = nil, errors: FieldErrors? = nil, accept: String = "image/*",
  multiple: Bool = false, required: Bool = false, reader: Reader
) -> HTML {
  let frame = FieldFrame(
    name: name, label: label, hint: hint, example: nil, error: errors?.message(for: name), required: required,
    language: reader.language)
  let isPhoto = accept.hasPrefix("image/")
  let input = element(
    "input",
    [
      "class": "input file", "type": "file", "id": frame.id, "name": name, "accept": accept,
      "multiple": multiple ? "" : nil, "required": required ? "" : nil, "data-photos": isPhoto ? "" : nil,
      "aria-describedby": frame.describedBy, "aria-invalid": frame.invalid,
    ])
  return frame.field("field-file", input)
}

/// What is searched for; "/" leads here on a keyboard.
package func searchField(
  name: String = "q", value: String = "", label: Text = WebStrings.search, example: Text? = nil, reader: Reader
) -> HTML {
  let l = reader.language
  return div("field field-search") {
    element("label", ["class": "label", "for": fieldID(name)]) { label(l) }
    element(
      "input",
      [
        "class": "input", "type": "search", "id": fieldID(name), "name": name, "value": value,
        "placeholder": example.map { $0(l) }, "data-search": "", "autocomplete": "off",
      ])
  }
}
