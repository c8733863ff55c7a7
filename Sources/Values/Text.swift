/// The two languages of the product: Chinese first, English second.
package enum Language: String, Sendable, Codable, CaseIterable {
  case zh = "zh-Hans"
  case en = "en"
}

/// A wording in both languages; a missing translation does not compile.
package struct Text: Sendable, Hashable, Codable {
  package let zh: String
  package let en: String

  package init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  /// The same letters in both languages: names, numbers, what a person typed.
  package init(same: String) { self.init(zh: same, en: same) }

  package func callAsFunction(_ language: Language) -> String { language == .zh ? zh : en }

  package static func + (left: Text, right: Text) -> Text {
    Text(zh: left.zh + right.zh, en: left.en + right.en)
  }
}
