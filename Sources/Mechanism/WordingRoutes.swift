import Store
import Values
import Web

struct WordingJSON: Encodable, Sendable {
  let key: String
  let text: Text
  let isTownsOwn: Bool

  init(_ key: WordingKey, _ wordings: Wordings) {
    (self.key, isTownsOwn) = (key.name, wordings.isTownsOwn(key))
    text = wordings.template(key) ?? Text(same: "")
  }

  static let sample = WordingJSON("received", Wordings(own: [:]))
}

/// Words that a person sent for a key: nil = as shipped.
struct WordingDraft: Sendable {
  let text: Text?

  /// Empty in both languages = as shipped; empty in English alone = the Chinese words in both.
  init(_ form: Form, key: WordingKey) throws(FieldErrors) {
    var errors = FieldErrors()
    let (zh, en) = (form.text("text_zh", max: 600, &errors), form.text("text_en", max: 1200, &errors))
    if zh.isEmpty, !en.isEmpty { errors.add("text_zh", WebWords.missing) }
    for (field, text) in [("text_zh", zh), ("text_en", en)] {
      let unknown = placeholders(in: text).filter { !key.kind.placeholders.contains($0) }
      if let first = unknown.first { errors.add(field, WordingStrings.unknown(first, key.kind.placeholders)) }
    }
    guard errors.isEmpty else { throw errors }
    text = zh.isEmpty ? nil : Text(zh: zh, en: en.isEmpty ? zh : en)
  }
}

extension Request {
  fileprivate func wordings() async throws -> Wordings {
    let town = try town()
    return try await app.database.read { tx in try tx.wordings(of: town) }
  }

  fileprivate func wordingKey() throws -> WordingKey {
    let key = WordingKey(parameters["key"] ?? "")
    guard Wordings.shippedText(key) != nil else { throw NotFound() }
    return key
  }
}

let wordingRoutes: [Route] = [
  .get(
    "/t/{town}/wordings", needs: .can(.manageTemplates), WordingStrings.wordings, gives: [WordingJSON.sample]
  ) { request in
    let wordings = try await request.wordings()
    return try await request.answer(json: Wordings.keys.map { WordingJSON($0, wordings) }) {
      request.wordingsPage(wordings, town: request.parameters["town"] ?? "")
    }
  },
  .get(
    "/t/{town}/wordings/{key}", needs: .can(.manageTemplates), WordingStrings.one, gives: WordingJSON.sample
  ) { request in
    let (key, wordings) = (try request.wordingKey(), try await request.wordings())
    let own = wordings.template(key) ?? Text(same: "")
    return try await request.answer(json: WordingJSON(key, wordings)) {
      request.wordingPage(key, own, town: request.parameters["town"] ?? "")
    }
  },
  .post(
    "/t/{town}/wordings/{key}", needs: .can(.manageTemplates), WordingStrings.save,
    takes: [Parameter("text_zh", WordingStrings.zh), Parameter("text_en", WordingStrings.en)],
    gives: WordingJSON.sample,
    rejected: { request, errors in
      let typed = Text(zh: request.form["text_zh"], en: request.form["text_en"])
      return request.wordingPage(
        try request.wordingKey(), typed, town: request.parameters["town"] ?? "", errors: errors)
    }
  ) { request in
    let (key, town, code) = (try request.wordingKey(), try request.town(), request.parameters["town"] ?? "")
    let draft = try WordingDraft(request.form, key: key)
    if request.form.isOn("preview"), !request.isAPI {
      let typed = Text(zh: request.form["text_zh"], en: request.form["text_en"])
      return .page(request.wordingPage(key, typed, town: code))
    }
    return try await request.write { w in
      try w.changeWording(key, to: draft.text, town: town)
      return Outcome(Link.wordings(code), json: WordingJSON(key, try w.tx.wordings(of: town)))
    }
  },
]
