import Governance
import Values
import Web

/// Words that a person sent for a template.
struct ReplyTemplateDraft: Sendable {
  /// Nil: back to the shipped one, or remove what the town added.
  let text: Text?

  /// Empty in English alone: the Chinese words in both; empty in both is as asking for the shipped one.
  init(_ form: Form, key: ReplyKey) throws(FieldErrors) {
    if form.isOn("reset") {
      text = nil
      return
    }
    var errors = FieldErrors()
    let most = key.part.isOutcome ? (zh: 600, en: 1000) : (zh: 200, en: 400)
    let (zh, en) = (form.text("text_zh", max: most.zh, &errors), form.text("text_en", max: most.en, &errors))
    if zh.isEmpty, !en.isEmpty { errors.add("text_zh", WebWords.missing) }
    for (field, text) in [("text_zh", zh), ("text_en", en)] {
      let unknown = placeholders(in: text).first { ReplyValue(rawValue: $0) == nil }
      if let unknown { errors.add(field, ReplyStrings.unknown(unknown)) }
      if !blanksAreClosed(in: text) { errors.add(field, ReplyStrings.unclosed) }
    }
    guard errors.isEmpty else { throw errors }
    text = zh.isEmpty ? nil : Text(zh: zh, en: en.isEmpty ? zh : en)
  }
}

/// Whether each blank ends, so that a reply with one left is known.
private func blanksAreClosed(in text: String) -> Bool {
  text.split(separator: "【", omittingEmptySubsequences: false).dropFirst().allSatisfy { rest in
    rest.prefix(longestBlank - 1).contains("】")
  }
}
