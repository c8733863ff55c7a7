import Values

/// A hint written from the codebook: words that speak for or against categories. Patterns as in `Pattern`, separated by
/// spaces. One of `any` must occur; `with` and `unless` are looked for around it (`Cue.reach` characters).
struct Cue: Sendable {
  let rule: CodebookRule
  let any: String
  let with: String
  let unless: String
  /// "GM0902 +3 PM0101 -2": points a category gains or loses. 1 is a hint, 3 is strong, 5 decides.
  let gives: String
  let why: Text

  static let reach = 40

  init(
    _ rule: CodebookRule, _ any: String, with: String = "", unless: String = "", _ gives: String, zh: String, en: String
  ) {
    (self.rule, self.any, self.with, self.unless) = (rule, any, with, unless)
    (self.gives, why) = (gives, Text(zh: zh, en: en))
  }

  static let all =
    CueTable.places + CueTable.homes + CueTable.services + CueTable.rights + CueTable.commons
    + CueTable.families
}
