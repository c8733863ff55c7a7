import Governance
import Markup
import Store
import Values
import Web
import WorkOrders

struct NoticeJSON: Encodable, Sendable {
  let id: ID<NoticeRecord>
  let text: Text
  let at: Instant
  let unread: Bool
  let href: String

  static let sample = NoticeJSON(
    id: ID(1), text: Text(zh: "石桥村来了一件新诉求（20481637）。", en: "Shiqiao has a new concern (20481637)."),
    at: Instant(milliseconds: 1_790_000_000_000), unread: true, href: "/v/510101/concerns/1")

  init(id: ID<NoticeRecord>, text: Text, at: Instant, unread: Bool, href: String) {
    (self.id, self.text, self.at, self.unread, self.href) = (id, text, at, unread, href)
  }

  init(_ row: NoticeRow, last: ID<NoticeRecord>, for reader: NoticeReader) {
    self.init(id: row.id, text: row.text, at: row.madeAt, unread: row.id > last, href: row.href(for: reader))
  }
}

struct NoticePreferenceJSON: Encodable, Sendable {
  let channel: NoticeChannel
  let mail: String
  let language: Language
  let quietFrom: Int
  let quietUntil: Int
  let digestMinute: Int?

  init(_ preference: NoticePreference) {
    (channel, mail, language) = (preference.channel, preference.mail, preference.language)
    (quietFrom, quietUntil, digestMinute) = (preference.quiet.from, preference.quiet.until, preference.digestMinute)
  }

  static let sample = NoticePreferenceJSON(NoticePreference(account: ID(1)))
}

extension NoticeRow {
  /// Where it leads; of an order that is no longer the person's to see, to their orders.
  func href(for reader: NoticeReader) -> String {
    switch about {
    case .order(let order, let reach, _):
      reader.person.sees(reach, on: reader.day) ? Link.order(villageCode, order) : Link.orders(townCode)
    case .concern(let concern) where step == "sealedReceived": Link.sealed(townCode, concern)
    case .concern(let concern) where audience == Capability.decideSecondAppeal.rawValue:
      Link.secondAppeal(villageCode, concern)
    case .concern(let concern): Link.concern(villageCode, concern)
    }
  }
}

/// What a person's page of notices shows.
struct NoticeList: Sendable {
  let reader: NoticeReader
  let page: Page<NoticeRow>
  let last: ID<NoticeRecord>
  let preference: NoticePreference
}

extension Request {
  fileprivate func signedIn() throws -> SignedIn {
    guard let person else { throw NotAllowed() }
    return person
  }

  fileprivate func noticeList() async throws -> NoticeList {
    let (person, day, after, limit) = (try signedIn(), now.day, after(NoticeRecord.self), limit())
    return try await app.database.read { tx in
      let reader = try tx.noticeReader(person, on: day)
      let rows = try tx.notices(for: reader, before: after, limit: limit + 1)
      return NoticeList(
        reader: reader, page: Page(rows, limit: limit) { "\($0.id)" }, last: try tx.lastSeen(by: person.account),
        preference: try tx.preference(of: person.account) ?? NoticePreference(account: person.account))
    }
  }

  /// The preference that a form gives.
  fileprivate func typedPreference() throws(FieldErrors) -> NoticePreference {
    var errors = FieldErrors()
    var preference = NoticePreference(account: person?.account ?? .min)
    preference.channel = form.choice("channel", as: NoticeChannel.self, &errors) ?? .page
    preference.mail = form.text("mail", max: 254, &errors)
    if let fault = mailError(preference.mail) { errors.add("mail", fault) }
    if preference.channel == .mail, preference.mail.isEmpty { errors.add("mail", WebWords.missing) }
    preference.language = form.choice("language", as: Language.self, &errors) ?? .zh
    preference.quiet = quietHours(form, &errors)
    preference.digestMinute = form.minuteOfDay("digest", &errors)
    guard errors.isEmpty else { throw errors }
    return preference
  }
}

let noticeRoutes: [Route] = [
  .get(
    "/notices", needs: .signedIn, ConnectStrings.notices, takes: [Parameter("after", ConnectStrings.after)],
    gives: Page(items: [NoticeJSON.sample], next: nil)
  ) { request in
    let list = try await request.noticeList()
    let json = Page(
      items: list.page.items.map { NoticeJSON($0, last: list.last, for: list.reader) }, next: list.page.next)
    return try await request.answer(json: json) { request.noticesPage(list, values: list.preference.form) }
  },
  .post(
    "/notices/seen", needs: .signedIn, ConnectStrings.seeAll,
    takes: [Parameter("last", ConnectStrings.lastNotice, required: true)], gives: DoneJSON()
  ) { request in
    var errors = FieldErrors()
    let last = request.form.id("last", as: NoticeRecord.self, &errors)
    guard errors.isEmpty, let last else { throw errors }
    let account = try request.signedIn().account
    return try await request.write { w in
      try w.tx.see(last, by: account)
      return Outcome(Link.notices, json: DoneJSON())
    }
  },
  .post(
    "/notices/preferences", needs: .signedIn, ConnectStrings.preferences,
    takes: [
      Parameter("channel", ConnectStrings.channel, of: NoticeChannel.self), Parameter("mail", ConnectStrings.mail),
      Parameter("language", ConnectStrings.language, of: Language.self),
      Parameter("quiet_from", ConnectStrings.quietFrom),
      Parameter("quiet_until", ConnectStrings.quietUntil), Parameter("digest", ConnectStrings.digest),
    ], gives: NoticePreferenceJSON.sample,
    rejected: { request, errors in
      request.noticesPage(try await request.noticeList(), values: request.form, errors: errors)
    }
  ) { request in
    let (preference, person) = (try request.typedPreference(), try request.signedIn())
    guard let town = person.posts.lazy.compactMap(\.place.town).first else { throw ConnectStrings.noTown }
    return try await request.write { w in
      try w.setPreference(preference, town: town)
      return Outcome(Link.notices + "?saved=1", json: NoticePreferenceJSON(preference))
    }
  },
]

extension Request {
  fileprivate func noticesPage(_ list: NoticeList, values: Form, errors: FieldErrors? = nil) -> HTMLPage {
    let l = reader.language
    return page(ConnectStrings.notices, current: Link.notices) {
      pageTitle(ConnectStrings.notices, lead: .text(ConnectStrings.noticesLead(l)), l)
      if query.isOn("saved") { noticeBox(tone: .green) { p { ConnectStrings.saved(l) } } }
      if let newest = list.page.items.first, newest.id > list.last {
        postButton(
          action: Link.noticesSeen, ConnectStrings.seeAll, fields: [("last", "\(newest.id)")], reader: reader)
      }
      if list.page.items.isEmpty {
        emptyState(ConnectStrings.noNotices, action: (Link.home, ConnectStrings.toHome), l)
      } else {
        rowList(
          list.page.items.map { notice in
            listRow(
              href: notice.href(for: list.reader), title: .text(notice.text(l)), meta: [spokenTime(notice.madeAt, l)],
              trailing: notice.id > list.last ? stateChip(ConnectStrings.unread, tone: .active, l) : .empty)
          })
      }
      pager(
        nextHref: list.page.next.map { Link.with(Link.notices, [("after", $0)]) },
        firstHref: query["after"].isEmpty ? nil : Link.notices, l)
      dialogDetails(summary: ConnectStrings.preferences, open: errors != nil, l) {
        Web.form(action: Link.noticePreferences, reader: reader, key: Secrets.token(bits: 80), errors: errors) {
          channelFields(values, errors, phone: ConnectStrings.accountPhone)
          textField(
            name: "digest", label: ConnectStrings.digest, value: values["digest"], hint: ConnectStrings.digestHint,
            example: Text(same: "08:30"), errors: errors, inputmode: "numeric", reader: reader)
          actions { submitButton(ConnectStrings.save, l) }
        }
      }
    }
  }

  /// By which way, where to, in which language, when not. `phone`: the words beside text messages; nil = not offered.
  @HTMLBuilder func channelFields(_ values: Form, _ errors: FieldErrors?, phone: Text?, mail: Bool = true) -> HTML {
    radioCards(
      name: "channel", label: ConnectStrings.channel,
      options: [(NoticeChannel.page.rawValue, ConnectStrings.byPage, nil)]
        + (phone.map { [(NoticeChannel.sms.rawValue, ConnectStrings.bySMS, $0)] } ?? [])
        + (mail ? [(NoticeChannel.mail.rawValue, ConnectStrings.byMail, nil)] : []),
      selected: values["channel"].isEmpty ? NoticeChannel.page.rawValue : values["channel"], errors: errors,
      required: true, reader: reader)
    if mail {
      textField(
        name: "mail", label: ConnectStrings.mail, value: values["mail"], hint: ConnectStrings.mailHint, errors: errors,
        type: "email", autocomplete: "email", reader: reader)
    }
    languageField(values, errors, reader)
    div("field-pair even") {
      textField(
        name: "quiet_from", label: ConnectStrings.quietFrom, value: values["quiet_from"], example: Text(same: "21:00"),
        errors: errors, inputmode: "numeric", reader: reader)
      textField(
        name: "quiet_until", label: ConnectStrings.quietUntil, value: values["quiet_until"],
        example: Text(same: "08:00"), errors: errors, inputmode: "numeric", reader: reader)
    }
  }
}

extension QuietHours {
  fileprivate var fields: [String: [String]] {
    from == until ? [:] : ["quiet_from": [from.clock], "quiet_until": [until.clock]]
  }
}

extension NoticePreference {
  /// What stands in its form.
  var form: Form {
    var fields = quiet.fields
    (fields["channel"], fields["mail"], fields["language"]) = ([channel.rawValue], [mail], [language.rawValue])
    fields["digest"] = digestMinute.map { [$0.clock] }
    return Form(fields: fields)
  }
}

extension NoticeChoice {
  var form: Form {
    var fields = quiet.fields
    (fields["channel"], fields["mail"], fields["language"]) = ([channel.rawValue], [mail], [language.rawValue])
    fields["only_duty"] = [onlyDuty ? "1" : ""]
    return Form(fields: fields)
  }
}
