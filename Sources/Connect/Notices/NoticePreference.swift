import Governance
import People
import Store
import Values
import Web

/// How a person of the offices wants to hear of what concerns them, beside the page of notices.
struct NoticePreference: Sendable, Hashable {
  var account: ID<Account>
  var channel = NoticeChannel.page
  var mail = ""
  var language = Language.zh
  var quiet = QuietHours.usual
  /// The minute of the day at which all news comes as one message; nil = each by itself.
  var digestMinute: Int?
  /// The telephone of the account.
  var phone = ""

  init(account: ID<Account>) { self.account = account }

  init(_ row: Row) throws {
    account = try row.id("id")
    (channel, mail, language) = try (row.choice("channel"), row.text("mail"), row.choice("language"))
    quiet = QuietHours(from: try row.int("quiet_from"), until: try row.int("quiet_until"))
    digestMinute = row.optionalInt("digest_minute")
    phone = row.optionalText("phone") ?? ""
  }

  /// Where a message goes; "" when nowhere.
  var address: String {
    switch channel {
    case .page: ""
    case .sms: isMobile(phone) ? phone : ""
    case .mail: mail
    }
  }
}

extension Transaction {
  /// The preference of a person; nil when none was set or the account is closed.
  func preference(of account: ID<Account>) throws -> NoticePreference? {
    try row(
      """
      SELECT p.*, a.phone FROM notice_preference p JOIN account a ON a.id = p.id
      WHERE p.id = \(account) AND a.closed_at IS NULL
      """
    ).map(NoticePreference.init)
  }

  /// The people with one of the roles at the place who want each notice by itself. Index: membership_place.
  func preferences(of roles: [Role], at place: ID<Place>, town: ID<Place>, on day: Day) throws -> [NoticePreference] {
    try rows(
      """
      SELECT DISTINCT p.*, a.phone
      FROM membership m JOIN notice_preference p ON p.id = m.account JOIN account a ON a.id = p.id
      WHERE m.town = \(town) AND m.place = \(place) AND m.role IN (\(values: roles.map(\.rawValue)))
        AND m.from_day <= \(day) AND COALESCE(m.until_day, \(day)) >= \(day)
        AND p.channel <> 'page' AND p.digest_minute IS NULL AND a.closed_at IS NULL
      ORDER BY p.id LIMIT 200
      """
    ).map(NoticePreference.init)
  }
}

extension Transaction {
  /// Those of the accounts who want each notice by itself.
  func preferences(of accounts: [ID<Account>]) throws -> [NoticePreference] {
    guard !accounts.isEmpty else { return [] }
    return try rows(
      """
      SELECT p.*, a.phone FROM notice_preference p JOIN account a ON a.id = p.id
      WHERE p.id IN (\(values: accounts)) AND p.channel <> 'page' AND p.digest_minute IS NULL AND a.closed_at IS NULL
      ORDER BY p.id
      """
    ).map(NoticePreference.init)
  }
}

extension Write {
  /// Event `noticePreferenceChanged`.
  func setPreference(_ new: NoticePreference, town: ID<Place>) throws {
    try tx.run(
      """
      INSERT INTO notice_preference (id, town, channel, mail, language, quiet_from, quiet_until, digest_minute)
      VALUES (\(new.account), \(town), \(new.channel.rawValue), \(new.mail), \(new.language.rawValue),
        \(new.quiet.from), \(new.quiet.until), \(new.digestMinute))
      ON CONFLICT (id) DO UPDATE SET channel = excluded.channel, mail = excluded.mail, language = excluded.language,
        quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until, digest_minute = excluded.digest_minute
      """)
    try record(
      "noticePreferenceChanged", Touched(noticePreferenceEntity, new.account), town: town, note: new.channel.rawValue)
  }
}

/// Hours of quiet as a form gives them: "21:00" and "08:00"; both empty = none.
func quietHours(_ form: Form, _ errors: inout FieldErrors) -> QuietHours {
  let (from, until) = (form.minuteOfDay("quiet_from", &errors), form.minuteOfDay("quiet_until", &errors))
  if (from == nil) != (until == nil) {
    errors.add(from == nil ? "quiet_from" : "quiet_until", ConnectStrings.bothHours)
  }
  guard let from, let until else { return .none }
  return QuietHours(from: from, until: until)
}
