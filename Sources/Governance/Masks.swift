import Values

/// Who looks at a reporter's contact data, and how much of it is shown (rules.md §7, masks).
package enum ContactReader: String, Sendable, CaseIterable {
  /// The reporter: all of it.
  case reporter
  /// The keeper of the register: all of it.
  case keeper
  /// The village committee: all of it, but for matters in which it may be the one complained about (`hidesReporters`).
  case committee
  /// Who deals with the matter: the telephone number.
  case handler
  /// A leader: the name.
  case leader
  /// Other people of the offices: nothing but masked forms.
  case staff
  /// Anybody: nothing.
  case anybody

  /// How the role reads contact data. A role without `readContacts` sees at most a name.
  package init(role: Role) {
    switch role {
    case .registerKeeper: self = .keeper
    case .villageCommittee: self = .committee
    case .serviceCentre, .departmentHandler, .dutyOfficer: self = .handler
    case .departmentHead, .townLeader: self = .leader
    case .resident, .collector: self = .anybody
    default: self = .staff
    }
  }

  /// Whether telephone numbers are shown whole, each look recorded.
  package var opensContacts: Bool { self == .keeper || self == .committee || self == .handler }
}

/// A reporter's name as the reader may see it: whole, "张**", or nil.
package func shownName(_ name: String, to reader: ContactReader) -> String? {
  switch reader {
  case .reporter, .keeper, .committee, .leader: name
  case .handler, .staff: maskedName(name)
  case .anybody: nil
  }
}

/// A telephone number as the reader may see it: whole, "138****1234", or nil.
package func shownPhone(_ phone: String, to reader: ContactReader) -> String? {
  switch reader {
  case .reporter, .keeper, .committee, .handler: phone
  case .leader, .staff: maskedPhone(phone)
  case .anybody: nil
  }
}

/// An address as the reader may see it: whole, down to the group, or nil.
package func shownAddress(_ address: String, to reader: ContactReader) -> String? {
  switch reader {
  case .reporter, .keeper, .committee: address
  case .handler, .leader, .staff: maskedAddress(address)
  case .anybody: nil
  }
}

/// "张小明" → "张**": the first letter alone, whatever the length; "陈九等20人" → "陈**等20人". Empty stays empty.
package func maskedName(_ name: String) -> String {
  let (speaker, people) = spokesperson(of: name)
  let count = people > 1 ? "等\(people)人" : ""
  guard let first = speaker.first(where: { !$0.isWhitespace }) else { return count }
  return "\(first)**\(count)"
}

/// Who spoke, and for how many people in all, as old registers write it: "陈九等20人" is 陈九 and 20; a name alone is 1.
package func spokesperson(of name: String) -> (name: String, people: Int) {
  let alone = (name: name, people: 1)
  guard let mark = name.lastIndex(of: "等") else { return alone }
  let rest = name[name.index(after: mark)...].filter { !$0.isWhitespace }
  let digits = asciiDigits(of: String(rest.prefix { $0.isNumber }))
  guard let people = Int(digits), (2...99_999).contains(people),
    ["人", "余人", "多人", "名村民", "位村民", "名居民", "位居民", "名群众"].contains(String(rest.drop { $0.isNumber }))
  else { return alone }
  return (String(name[..<mark]), people)
}

/// "13812341234" → "138****1234"; a number of fewer than 11 digits keeps its last two only. Empty stays empty.
package func maskedPhone(_ phone: String) -> String {
  var digits = asciiDigits(of: phone)
  if digits.count == 13, digits.hasPrefix("86") { digits.removeFirst(2) }
  guard !digits.isEmpty else { return phone.allSatisfy(\.isWhitespace) ? "" : "****" }
  return digits.count >= 11 ? "\(digits.prefix(3))****\(digits.suffix(4))" : "****\(digits.suffix(2))"
}

/// "青山村三组12号" → "青山村三组": down to the group, else to the village or estate, else nothing.
package func maskedAddress(_ address: String) -> String {
  let letters = Array(address)
  let group = letters.indices.dropFirst().first {
    "组社队".contains(letters[$0]) && (isNumeral(letters[$0 - 1]) || letters[$0 - 1] == "小")
      && !isCommunity(letters, at: $0)
  }
  if let group { return String(letters[...group]) }
  let village = letters.indices.first {
    letters[$0] == "村" || (letters[$0] == "区" && $0 > 0 && "社小".contains(letters[$0 - 1]))
  }
  return village.map { String(letters[...$0]) } ?? ""
}

private func isCommunity(_ letters: [Character], at index: Int) -> Bool {
  letters[index] == "社" && index + 1 < letters.count && letters[index + 1] == "区"
}

private func isNumeral(_ letter: Character) -> Bool {
  letter.wholeNumberValue != nil || "〇零一二三四五六七八九十百".contains(letter)
}

/// The decimal digits of the text, full-width ones as ASCII.
private func asciiDigits(of text: String) -> String {
  if text.utf8.allSatisfy({ $0 < 0x80 }) {
    return String(decoding: text.utf8.filter { (48...57).contains($0) }, as: UTF8.self)
  }
  return text.compactMap { letter in
    "〇零一二三四五六七八九十百".contains(letter) ? nil : letter.wholeNumberValue.map(String.init)
  }.joined()
}
