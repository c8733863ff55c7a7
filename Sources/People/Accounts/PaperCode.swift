import Store

/// A code on paper with which a person signs in once and then sets a password: ten letters and digits in two groups,
/// "k7m2q-9xw3p", without those easily confused.
package struct PaperCode: Sendable {
  /// For how many days a code can be used.
  package static let days = 7
  /// As it is shown, once.
  package let shown: String
  /// The Argon2id digest that is kept.
  package let hash: String

  /// Makes a code; takes tens of milliseconds, so not inside a transaction.
  package init() throws {
    let letters = String(Secrets.token(bits: 56).prefix(10))
    shown = "\(letters.prefix(5))-\(letters.suffix(5))"
    hash = try Secrets.passwordHash(letters)
  }

  /// The letters of a typed code: without hyphens and spaces, in lower case, the usual slips of the pen put right.
  package static func letters(of typed: String) -> String {
    let slips: [Character: Character] = ["o": "0", "i": "1", "l": "1", "u": "v"]
    return String(typed.lowercased().filter { $0.isLetter || $0.isNumber }.map { slips[$0] ?? $0 })
  }

  /// Whether something typed may be a code at all.
  static func isPossible(_ typed: String) -> Bool {
    let letters = letters(of: typed)
    return letters.count == 10 && letters.allSatisfy(\.isASCII)
  }
}
