import Governance
import Markup
import Matters
import Store
import Values
import Web

struct NoticeChoiceJSON: Encodable, Sendable {
  let channel: NoticeChannel
  let mail: String
  let language: Language
  let quietFrom: Int
  let quietUntil: Int
  let onlyDuty: Bool

  init(_ choice: NoticeChoice) {
    (channel, mail, language, onlyDuty) = (choice.channel, choice.mail, choice.language, choice.onlyDuty)
    (quietFrom, quietUntil) = (choice.quiet.from, choice.quiet.until)
  }

  static let sample = NoticeChoiceJSON(NoticeChoice(channel: .sms))
}

/// An address of a message, for the page in it.
struct AddressJSON: Encodable, Sendable {
  /// As far as its owner knows it again.
  let address: String
  let confirmed: Bool
  let onlyDuty: Bool

  static let sample = AddressJSON(address: "138****8000", confirmed: false, onlyDuty: false)
}

/// A reporter with what the town can send by.
struct ReporterView: Sendable {
  let reporter: Reporter
  let kinds: Set<TransportKind>
  let isConfirmed: Bool

  /// "138****8000", "l***@example.org", "".
  var shown: String { reporter.choice.channel == .mail ? maskedMail(reporter.address) : maskedPhone(reporter.address) }

  var offersSMS: Bool { kinds.contains(.sms) && isMobile(reporter.phone) }
  /// Whether there is anything to choose.
  var hasWay: Bool { offersSMS || kinds.contains(.mail) }
  var json: AddressJSON {
    AddressJSON(address: shown, confirmed: isConfirmed, onlyDuty: reporter.choice.onlyDuty)
  }
}

extension Request {
  fileprivate func reporter(_ find: @escaping @Sendable (Transaction) throws -> ID<Concern>) async throws
    -> ReporterView
  {
    let ledger = app.ledger
    return try await app.database.read { tx in
      let concern = try find(tx)
      guard let reporter = try tx.reporters(of: [concern])[concern] else { throw NotFound() }
      let kinds = Set(try tx.transports(of: reporter.town).filter(\.isOn).map(\.kind))
      let isConfirmed =
        try !reporter.address.isEmpty
        && tx.isConfirmed(target(reporter.address, ledger), town: reporter.town)
      return ReporterView(reporter: reporter, kinds: kinds, isConfirmed: isConfirmed)
    }
  }

  /// The reporter by the tracking link.
  fileprivate func reporterOfTrack() async throws -> ReporterView {
    let token = parameters["token"] ?? ""
    return try await reporter { tx in try tx.concern(token: token).id }
  }

  /// The reporter by the one-purpose secret in a message.
  fileprivate func reporterOfSecret() async throws -> ReporterView {
    guard let secret = PurposeSecret<Concern>(parameters["secret"] ?? "", for: "notices", app.ledger) else {
      throw NotFound()
    }
    return try await reporter { _ in secret.id }
  }

  fileprivate func countChange() async throws {
    guard await app.limiter.allows("notices:\(address)", size: 600, minutes: 60, now: now),
      await app.limiter.allows("notices:\(path)", size: 30, minutes: 60, now: now)
    else { throw TooMany() }
  }

  fileprivate func typedChoice(_ view: ReporterView) throws(FieldErrors) -> NoticeChoice {
    var errors = FieldErrors()
    var choice = NoticeChoice(channel: form.choice("channel", as: NoticeChannel.self, &errors) ?? .page)
    choice.mail = form.text("mail", max: 254, &errors)
    if let fault = mailError(choice.mail) { errors.add("mail", fault) }
    if choice.channel == .mail, choice.mail.isEmpty { errors.add("mail", WebWords.missing) }
    if choice.channel == .sms, !view.offersSMS { errors.add("channel", ConnectStrings.noSMS) }
    if choice.channel == .mail, !view.kinds.contains(.mail) { errors.add("channel", ConnectStrings.noMail) }
    choice.language = form.choice("language", as: Language.self, &errors) ?? .zh
    choice.quiet = quietHours(form, &errors)
    choice.onlyDuty = form.isOn("only_duty")
    guard errors.isEmpty else { throw errors }
    return choice
  }
}

extension Write {
  /// Event `noticeChoiceChanged`; of a sealed concern it names no village.
  func setChoice(_ choice: NoticeChoice, of reporter: Reporter) throws {
    try tx.run(
      """
      INSERT INTO notice_choice (id, town, village, channel, mail, language, quiet_from, quiet_until, only_duty, changed_at)
      VALUES (\(reporter.concern), \(reporter.town), \(reporter.village), \(choice.channel.rawValue), \(choice.mail),
        \(choice.language.rawValue), \(choice.quiet.from), \(choice.quiet.until), \(choice.onlyDuty), \(now))
      ON CONFLICT (id) DO UPDATE SET channel = excluded.channel, mail = excluded.mail, language = excluded.language,
        quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until, only_duty = excluded.only_duty,
        changed_at = excluded.changed_at
      """)
    try record(
      "noticeChoiceChanged", Touched(noticeChoiceEntity, reporter.concern), town: reporter.town,
      village: reporter.isSealed ? nil : reporter.village, note: choice.channel.rawValue)
  }

  /// The owner of the address said that it is theirs. Event `addressConfirmed`.
  func confirm(_ target: String, of reporter: Reporter) throws {
    let isNew = try tx.run(
      """
      INSERT INTO confirmed_address (town, target, at) VALUES (\(reporter.town), \(target), \(now))
      ON CONFLICT DO NOTHING
      """)
    guard isNew == 1 else { return }
    try record(
      "addressConfirmed", Touched(concernEntity, reporter.concern), town: reporter.town,
      village: reporter.isSealed ? nil : reporter.village)
  }
}

let reporterRoutes: [Route] = [
  .get("/r/{token}/notices", needs: .anybody, ConnectStrings.choice, gives: NoticeChoiceJSON.sample) { request in
    let view = try await request.reporterOfTrack()
    return try await request.answer(json: NoticeChoiceJSON(view.reporter.choice)) {
      request.choicePage(view, values: view.reporter.choice.form)
    }
  },
  .post(
    "/r/{token}/notices", needs: .anybody, ConnectStrings.choice,
    takes: [
      Parameter("channel", ConnectStrings.channel, of: NoticeChannel.self), Parameter("mail", ConnectStrings.mail),
      Parameter("language", ConnectStrings.language, of: Language.self),
      Parameter("quiet_from", ConnectStrings.quietFrom),
      Parameter("quiet_until", ConnectStrings.quietUntil), Parameter("only_duty", ConnectStrings.onlyDuty),
    ], gives: NoticeChoiceJSON.sample, bodyLimit: 65_536,
    rejected: { request, errors in
      request.choicePage(try await request.reporterOfTrack(), values: request.form, errors: errors)
    }
  ) { request in
    try await request.countChange()
    let (view, token) = (try await request.reporterOfTrack(), request.parameters["token"] ?? "")
    let choice = try request.typedChoice(view)
    return try await request.write { w in
      try w.setChoice(choice, of: view.reporter)
      return Outcome(Link.noticeChoice(token) + "?saved=1", json: NoticeChoiceJSON(choice))
    }
  },
  .get("/n/{secret}", needs: .anybody, ConnectStrings.offTitle, gives: AddressJSON.sample) { request in
    let view = try await request.reporterOfSecret()
    return try await request.answer(json: view.json) { request.offPage(view) }
  },
  .post(
    "/n/{secret}/confirmation", needs: .anybody, ConnectStrings.confirm, gives: AddressJSON.sample, bodyLimit: 16_384
  ) {
    request in
    try await request.countChange()
    let (view, secret) = (try await request.reporterOfSecret(), request.parameters["secret"] ?? "")
    guard !view.reporter.address.isEmpty else { throw NotFound() }
    let target = target(view.reporter.address, request.app.ledger)
    return try await request.write { w in
      try w.confirm(target, of: view.reporter)
      let json = AddressJSON(address: view.shown, confirmed: true, onlyDuty: view.reporter.choice.onlyDuty)
      return Outcome(Link.noticeOff(secret), json: json)
    }
  },
  .post("/n/{secret}/stop", needs: .anybody, ConnectStrings.stop, gives: AddressJSON.sample, bodyLimit: 16_384) {
    request in
    try await request.countChange()
    let (view, secret) = (try await request.reporterOfSecret(), request.parameters["secret"] ?? "")
    var choice = view.reporter.choice
    choice.onlyDuty = true
    let stopped = choice
    return try await request.write { w in
      try w.setChoice(stopped, of: view.reporter)
      let json = AddressJSON(address: view.shown, confirmed: view.isConfirmed, onlyDuty: true)
      return Outcome(Link.noticeOff(secret), json: json)
    }
  },
]

extension Request {
  fileprivate func choicePage(_ view: ReporterView, values: Form, errors: FieldErrors? = nil) -> HTMLPage {
    let (l, token) = (reader.language, parameters["token"] ?? "")
    return plainPage(ConnectStrings.choice) {
      breadcrumbs([(Link.track(token), ConnectStrings.toTrack)], current: ConnectStrings.choice, l)
      pageTitle(ConnectStrings.choice, lead: .text(ConnectStrings.choiceLead(l)), l)
      if query.isOn("saved") { noticeBox(tone: .green) { p { ConnectStrings.saved(l) } } }
      if !view.hasWay {
        emptyState(ConnectStrings.noWay, action: (Link.track(token), ConnectStrings.seeTrack), l)
      } else {
        choiceForm(view, token, values, errors)
      }
    }
  }

  private func choiceForm(_ view: ReporterView, _ token: String, _ values: Form, _ errors: FieldErrors?) -> HTML {
    Web.form(action: Link.noticeChoice(token), reader: reader, key: Secrets.token(bits: 80), errors: errors) {
      channelFields(
        values, errors, phone: view.offersSMS ? Text(same: maskedPhone(view.reporter.phone)) : nil,
        mail: view.kinds.contains(.mail))
      checkbox(
        name: "only_duty", label: ConnectStrings.onlyDuty, checked: values.isOn("only_duty"),
        hint: ConnectStrings.onlyDutyHint, errors: errors, reader: reader)
      stickyActions { submitButton(ConnectStrings.save, reader.language) }
    }
  }

  /// The page in a message: whose address it is, and how to stop. It tells nothing of the concern.
  fileprivate func offPage(_ view: ReporterView) -> HTMLPage {
    let (l, secret) = (reader.language, parameters["secret"] ?? "")
    return plainPage(ConnectStrings.offTitle) {
      pageTitle(ConnectStrings.offTitle, lead: .text(ConnectStrings.offLead(l)), l)
      if view.shown.isEmpty {
        noticeBox(tone: .neutral) { p { ConnectStrings.nowhere(l) } }
      } else {
        definitionList(
          [
            (ConnectStrings.sentTo, .text(view.shown)),
            (
              ConnectStrings.news,
              .text((view.reporter.choice.onlyDuty ? ConnectStrings.newsDuty : ConnectStrings.newsAll)(l))
            ),
          ], l)
        if view.isConfirmed {
          noticeBox(tone: .green) { p { ConnectStrings.isConfirmed(l) } }
        } else {
          section {
            h2 { ConnectStrings.confirmQuestion(l) }
            p { ConnectStrings.confirmMeaning(l) }
            postButton(action: Link.confirmAddress(secret), ConnectStrings.confirm, tone: .primary, reader: reader)
          }
        }
      }
      if view.reporter.choice.onlyDuty {
        p("hint") { ConnectStrings.stopped(l) }
      } else if !view.shown.isEmpty {
        section {
          h2 { ConnectStrings.stopQuestion(l) }
          p { ConnectStrings.stopMeaning(l) }
          postButton(action: Link.stopNews(secret), ConnectStrings.stop, reader: reader)
        }
      }
    }
  }
}
