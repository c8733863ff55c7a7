import Governance
import Intake
import Matters
import Mechanism
import Store
import Values
import Web

/// A letter with all that was found out about it, ready to be written down.
struct LetterFiling: Sendable {
  let letter: ReceivedLetter
  let words: LetterWords
  let sender: MailBoxName
  let home: VillageKey
  let villageName: String
  let checked: CheckedReport
  let entry: NewInbound
  /// Letters of ours that it answers.
  let answers: [ID<DeliveryRecord>]
  let publicURL: String?
  let ledger: Ledger
}

extension Write {
  /// Files the letter as a concern, or adds it to the one whose letter it answers; its sender gets an answer. Nil when it
  /// came before.
  func file(_ filing: LetterFiling) throws -> InboundOutcome? {
    var entry = filing.entry
    if try tx.hasCome(entry.key, town: entry.town) { return nil }
    guard try tx.letters(of: entry.sender, town: entry.town, since: now.day.start) < lettersADay else {
      entry.reason = .tooMany
      return try keep(entry) ? .refused : nil
    }
    let earlier = try earlierConcern(filing)
    let isApart = earlier.map { filing.checked.concern.isSealed && !$0.isSealed } ?? false
    let concern: ID<Concern>
    if let earlier, isApart {
      let filed = try fileApart(filing.apart(from: earlier), from: earlier)
      for piece in filing.words.rest { try add(piece, to: try tx.concern(token: filed.token), kind: "added") }
      concern = filed.id
    } else if let earlier {
      try add(filing, to: earlier)
      concern = earlier.id
    } else {
      concern = try fileNew(filing)
    }
    let isAddition = earlier != nil && !isApart
    (entry.outcome, entry.concern) = (isAddition ? .added : .taken, concern)
    guard try keep(entry) else { throw DatabaseError("a letter came twice at once") }
    try answer(filing, concern, isAddition: isAddition)
    return entry.outcome
  }

  /// The concern of a letter of ours that this one answers, if it went to the same address and more may be added.
  private func earlierConcern(_ filing: LetterFiling) throws -> ConcernRow? {
    for delivery in filing.answers {
      guard let (concern, target) = try tx.answered(delivery, town: filing.entry.town), target == filing.entry.sender
      else { continue }
      let row = try tx.concern(token: token(for: "concern \(concern)"))
      if steps(in: row.state).contains(.addInformation) { return row }
    }
    return nil
  }

  private func fileNew(_ filing: LetterFiling) throws -> ID<Concern> {
    let filed = try file(filing.checked.concern, in: filing.home, villageName: filing.villageName)
    for piece in filing.words.rest { try add(piece, to: try tx.concern(token: filed.token), kind: "added") }
    guard let reporter = try tx.reporters(of: [filed.id])[filed.id], !reporter.isSealed else { return filed.id }
    var choice = NoticeChoice(channel: .mail)
    (choice.mail, choice.language) = (filing.sender.address, filing.words.language)
    try setChoice(choice, of: reporter)
    return filed.id
  }

  /// Who answers our letter from the address it went to has it.
  private func add(_ filing: LetterFiling, to concern: ConcernRow) throws {
    let body = filing.words.body.isEmpty ? filing.words.first : filing.words.body
    for piece in Array(body).chunks(of: longestReport).prefix(10) {
      try add(String(piece), to: try tx.concern(token: token(for: "concern \(concern.id)")), kind: "added")
    }
    try raise(
      to: filing.checked.concern.urgency, of: try tx.concern(token: token(for: "concern \(concern.id)")))
    var touched: [Touched] = []
    for photo in filing.checked.concern.photos {
      touched.append(try addPhoto(photo, concern: concern.id, matter: nil, in: concern.key))
    }
    if !touched.isEmpty {
      try record(
        "concern_added", Touched(concernEntity, concern.id), town: concern.key.town,
        village: concern.isSealed ? nil : concern.key.village, touching: touched)
    }
    if let reporter = try tx.reporters(of: [concern.id])[concern.id] { try confirm(filing.entry.sender, of: reporter) }
  }

  /// Tells the sender that it came and where to look. Of a sealed concern no more than that.
  private func answer(_ filing: LetterFiling, _ concern: ID<Concern>, isAddition: Bool) throws {
    let town = filing.entry.town
    guard let mail = try tx.transports(of: town).first(where: { $0.isOn && $0.kind == .mail }),
      let reporter = try tx.reporters(of: [concern])[concern]
    else { return }
    let told = try tx.told(concern, town: town).first { try $0.text("key") == "received" }
    let line = try told.map { Text(zh: try $0.text("text_zh"), en: try $0.text("text_en")) }
    let isShort = isAddition || reporter.isSealed
    let text =
      isShort ? InboundStrings.arrived(isAddition: isAddition) : line ?? InboundStrings.arrived(isAddition: false)
    func link(_ path: String) -> Text { Text(same: filing.publicURL.map { $0 + path } ?? "") }
    let village = try tx.place(filing.home.village)?.name ?? Text(same: filing.villageName)
    let values = [
      "village": reporter.isSealed ? ConnectStrings.product : village,
      "number": Text(same: reporter.number), "text": InboundStrings.danger(filing.checked.numbers) + text,
      "link": link(Link.track(token(for: "concern \(concern)"))),
      "off": reporter.isSealed
        ? Text(same: "") : link(Link.noticeOff(PurposeSecret.notices(concern, filing.ledger).text)),
    ]
    let (wordings, l) = (try tx.wordings(of: town), filing.words.language)
    var new = NewDelivery(
      town: town, village: reporter.village, transport: mail.id, step: isAddition ? "mailAdded" : "mailTaken",
      concern: concern, address: filing.sender.address, subject: wordings.message("mail_subject", values)(l),
      body: wordings.message("mail", values)(l), nextAt: now)
    new.answers = filing.letter.messageID.isEmpty ? "-" : filing.letter.messageID
    try tx.add(new, id: ids.next(), now: now)
  }
}

extension LetterFiling {
  /// The letter as a sealed concern of its own, where it answers one of ours and speaks of staff.
  fileprivate func apart(from concern: ConcernRow) -> NewConcern {
    var new = checked.concern
    (new.group, new.landmark, new.placeText) = (concern.group, concern.landmark, concern.placeText)
    return new
  }
}
