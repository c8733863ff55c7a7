import Governance
import Intake
import Matters
import Mechanism
import People
import Store
import Values
import Web

/// Where letters become concerns: the use case of the report form, with the letter's words, photos and sender.
struct LetterDesk: Sendable {
  private let app: App
  private let mailbox: Mailbox
  private let validity: Int64
  /// The addresses of the town itself.
  private let own: Set<String>
  private let villages: [NamedVillage]

  init(_ app: App, _ mailbox: Mailbox, validity: Int64) async throws {
    let town = mailbox.town
    let (rows, transports) = try await app.database.read { tx in
      (try tx.villages(of: town), try tx.transports(of: town))
    }
    (self.app, self.mailbox, self.validity) = (app, mailbox, validity)
    villages = rows.map { NamedVillage(id: $0.id, code: $0.code, name: $0.nameZh) }
    own = Set(([mailbox.address] + transports.compactMap { $0.setup["from"] }).map { $0.lowercased() })
  }

  /// Deals with a letter and remembers that it was; nil when it came before.
  /// - Parameter isWhole: false when `bytes` are the header of a letter that is too large.
  func take(_ bytes: [UInt8], uid: Int64, isWhole: Bool = true) async throws -> InboundOutcome? {
    guard isWhole else { return try await refuse(ReceivedLetter(headerOf: bytes), bytes, uid, .tooLarge) }
    let letter: ReceivedLetter
    do { letter = try ReceivedLetter(bytes) } catch {
      return try await refuse(ReceivedLetter(headerOf: bytes), bytes, uid, error == .tooLarge ? .tooLarge : .unreadable)
    }
    let key = Self.key(letter, bytes)
    let hasCome = try await app.database.read { [mailbox] tx in try tx.hasCome(key, town: mailbox.town) }
    if hasCome { return try await pass(uid) }
    if let fault = loopFault(letter, own: own) { return try await refuse(letter, bytes, uid, fault) }
    guard let words = LetterWords(letter) else { return try await refuse(letter, bytes, uid, .noText) }
    do {
      return try await file(words, letter, key: key, uid: uid)
    } catch is FieldErrors {
      return try await refuse(letter, bytes, uid, .notAccepted)
    }
  }

  private static func key(_ letter: ReceivedLetter, _ bytes: [UInt8]) -> String {
    "mail " + (letter.messageID.isEmpty ? Secrets.sha256(bytes) : Secrets.sha256(letter.messageID))
  }

  private func entry(_ letter: ReceivedLetter, key: String) -> NewInbound {
    var entry = NewInbound(town: mailbox.town, key: key)
    if let sender = letter.from?.address {
      (entry.sender, entry.shown) = (target(sender.lowercased(), app.ledger), maskedMail(sender))
    }
    return entry
  }

  private func pass(_ uid: Int64) async throws -> InboundOutcome? {
    try await app.database.write { [mailbox, validity] tx in
      try tx.reached(uid, validity: validity, of: mailbox.town)
    }
    return nil
  }

  private func refuse(
    _ letter: ReceivedLetter, _ bytes: [UInt8], _ uid: Int64, _ why: NotTaken
  ) async throws -> InboundOutcome? {
    var entry = entry(letter, key: Self.key(letter, bytes))
    entry.reason = why
    return try await app.write { [entry, mailbox, validity] w in
      try w.tx.reached(uid, validity: validity, of: mailbox.town)
      return try w.keep(entry) ? .refused : nil
    }
  }

  // MARK: Taking

  /// - Throws: `FieldErrors` for what the report form would not take either.
  private func file(
    _ words: LetterWords, _ letter: ReceivedLetter, key: String, uid: Int64
  ) async throws -> InboundOutcome? {
    guard let sender = letter.from else { throw FieldErrors("from", WebWords.missing) }
    let named = village(
      ofRecipients: letter.recipients, words: letter.subject + "\n" + words.all, among: villages)
    let village = named ?? mailbox.village
    guard let place = villages.first(where: { $0.id == village }) else {
      throw FieldErrors("village", ConnectStrings.notOfTheTown)
    }
    let home = VillageKey(town: mailbox.town, village: place.id)
    let form = Form(fields: ["text": [words.first], "name": [String(sender.name.prefix(40))]])
    var checked = try await app.checkedReport(form, in: home, by: .email, at: app.clock(), catalogues)
    checked.concern.photos = await app.keepPhotos(letter.photos)
    let filing = LetterFiling(
      letter: letter, words: words, sender: sender, home: home, villageName: place.name, checked: checked,
      entry: entry(letter, key: key), answers: letter.answers.compactMap(deliveryID), publicURL: app.settings.publicURL,
      ledger: app.ledger)
    return try await app.write { [mailbox, validity] w in
      try w.tx.reached(uid, validity: validity, of: mailbox.town)
      return try w.file(filing)
    }
  }
}

/// The words of a letter as a concern has them.
struct LetterWords: Sendable {
  /// With the subject above, at most `longestReport` characters.
  let first: String
  /// What is over that, for additions.
  let rest: [String]
  /// What a letter that answers ours adds: without the subject.
  let body: String
  var all: String { ([first] + rest).joined(separator: "\n") }

  /// Pieces of a letter that are kept.
  private static let mostPieces = 10

  /// Nil when it says nothing.
  init?(_ letter: ReceivedLetter) {
    body = ownWords(letter.text)
    let subject = letter.subject.replacing(/\s+/, with: " ")
    let whole = subject.isEmpty || body.hasPrefix(subject) ? body : body.isEmpty ? subject : subject + "\n" + body
    guard !whole.allSatisfy(\.isWhitespace) else { return nil }
    let letters = Array(whole)
    let pieces = letters.chunks(of: longestReport).prefix(Self.mostPieces).map { String($0) }
    (first, rest) = (pieces[0], Array(pieces.dropFirst()))
  }

  var language: Language {
    all.unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) } ? .zh : .en
  }
}
