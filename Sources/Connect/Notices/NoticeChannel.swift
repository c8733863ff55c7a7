import Governance
import Store
import Values

/// How somebody wants to hear: by looking at the page, by text message, by mail.
enum NoticeChannel: String, Sendable, Codable, CaseIterable {
  case page, sms, mail

  var transport: TransportKind? {
    switch self {
    case .page: nil
    case .sms: .sms
    case .mail: .mail
    }
  }
}

/// How the reporter of a concern wants the news.
struct NoticeChoice: Sendable, Hashable {
  var channel: NoticeChannel
  var mail = ""
  var language = Language.zh
  var quiet = QuietHours.usual
  /// No other news than what must be told.
  var onlyDuty = false

  init(channel: NoticeChannel) { self.channel = channel }

  init(_ row: Row) throws {
    channel = try row.choice("channel")
    mail = try row.text("mail")
    language = try row.choice("language")
    quiet = QuietHours(from: try row.int("quiet_from"), until: try row.int("quiet_until"))
    onlyDuty = try row.bool("only_duty")
  }

  /// What holds until the reporter says otherwise: a text message to a mobile number; of a sealed concern nothing leaves
  /// the program by itself.
  static func standard(phone: String, isSealed: Bool) -> NoticeChoice {
    NoticeChoice(channel: isMobile(phone) && !isSealed ? .sms : .page)
  }
}

/// Whether a number can get text messages.
func isMobile(_ phone: String) -> Bool { phone.hasPrefix("1") && phone.utf8.count == 11 }

/// The reporter of a concern as notices see them.
struct Reporter: Sendable {
  let concern: ID<Concern>
  let town: ID<Place>
  let village: ID<Place>
  let number: String
  let isSealed: Bool
  let acceptBy: Instant
  /// "" when none was given or it was erased.
  let phone: String
  /// Whether a letter brought the concern: its sender was answered when it came.
  let wroteLetter: Bool
  let choice: NoticeChoice

  init(_ row: Row) throws {
    (concern, town, village) = try (row.id("id"), row.id("town"), row.id("village"))
    (number, isSealed, acceptBy) = try (row.text("number"), row.bool("sealed"), row.instant("accept_by"))
    phone = row.optionalText("phone") ?? ""
    wroteLetter = row.optionalText("came_by") == Channel.email.rawValue && row.optionalInt64("entered_by") == nil
    choice =
      row.optionalText("channel") == nil
      ? .standard(phone: phone, isSealed: isSealed) : try NoticeChoice(row)
  }

  /// Where a message goes by the channel chosen; "" when nowhere.
  var address: String {
    switch choice.channel {
    case .page: ""
    case .sms: isMobile(phone) ? phone : ""
    case .mail: choice.mail
    }
  }
}

extension Transaction {
  /// The reporters of concerns, by concern.
  func reporters(of concerns: [ID<Concern>]) throws -> [ID<Concern>: Reporter] {
    let rows = try rows(
      """
      SELECT c.id, c.town, c.village, c.number, c.sealed, c.accept_by, c.channel AS came_by, c.entered_by, p.phone, n.channel, n.mail, n.language,
        n.quiet_from, n.quiet_until, n.only_duty
      FROM concern c LEFT JOIN person p ON p.id = c.person LEFT JOIN notice_choice n ON n.id = c.id
      WHERE c.id IN (\(values: concerns))
      """)
    return Dictionary(try rows.map(Reporter.init).map { ($0.concern, $0) }) { first, _ in first }
  }

  func isConfirmed(_ target: String, town: ID<Place>) throws -> Bool {
    try row("SELECT at FROM confirmed_address WHERE town = \(town) AND target = \(target)") != nil
  }
}

/// By what an address is known where it must not stand itself.
func target(_ address: String, _ ledger: Ledger) -> String { ledger.token(for: "address \(address)") }
