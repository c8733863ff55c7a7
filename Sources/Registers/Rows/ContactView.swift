import Governance
import Values
import Web

/// How much of the reporters' contact data an answer holds. Without a reader it is masked for everybody.
struct ContactView: Sendable, Hashable {
  /// Who asked to see it; nil: masked.
  let reader: ContactReader?

  static let masked = ContactView(reader: nil)

  var isShown: Bool { reader != nil }
  private var effective: ContactReader { reader ?? .staff }

  func name(_ name: String) -> String { shownName(name, to: effective) ?? "" }
  func phone(_ phone: String) -> String { shownPhone(phone, to: effective) ?? "" }

  /// What somebody wrote, with the telephone numbers in it masked unless the reader may see them (rules.md, case 53).
  func safe(_ text: String) -> String {
    if let reader, shownPhone("13800000000", to: reader) == "13800000000" { return text }
    return maskedPhones(in: text)
  }
}

/// The text with each telephone number in it masked: of its digits the first three and the last four stay.
func maskedPhones(in text: String) -> String {
  guard hasUnmaskedPhone(in: text) else { return text }
  var result: [Character] = []
  var run: [Character] = []
  for letter in text {
    if letter.isPhoneDigit || !run.isEmpty && phoneSeparators.contains(letter) && run.last?.isPhoneDigit == true {
      run.append(letter)
    } else {
      result += masked(run) + [letter]
      run = []
    }
  }
  return String(result + masked(run))
}

private func masked(_ run: [Character]) -> [Character] {
  let count = run.count { $0.isPhoneDigit }
  guard count >= 10 else { return run }
  var seen = 0
  return run.map { letter in
    guard letter.isPhoneDigit else { return letter }
    seen += 1
    return seen <= 3 || seen > count - 4 ? letter : "*"
  }
}

private let phoneSeparators: Set<Character> = [
  " ", "\u{A0}", "\u{3000}", "-", "\u{2013}", "\u{2014}", "\u{FF0D}", ".", "\u{B7}", ")", "\u{FF09}",
]

extension Character {
  fileprivate var isPhoneDigit: Bool { ("0"..."9").contains(self) || ("\u{FF10}"..."\u{FF19}").contains(self) }
}

extension Request {
  /// How the person may read contact data at the village of the address: by the role there that shows most. Nil for
  /// who may not read any.
  func contactReader() -> ContactReader? {
    guard may(.readContacts), let person, let place else { return nil }
    let readers = person.grants.filter { allows([$0], .readContacts, at: place.pathOfIDs, on: now.day) }
      .map { ContactReader(role: $0.role) }
    return [ContactReader.keeper, .handler, .leader].first(where: readers.contains)
  }

  /// The view that `contacts=1` asks for; `NotAllowed` for who may not.
  func contactView() throws -> ContactView {
    guard query.isOn("contacts") else { return .masked }
    guard let reader = contactReader() else { throw NotAllowed() }
    return ContactView(reader: reader)
  }
}
