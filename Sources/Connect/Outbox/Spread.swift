import Governance
import Mechanism
import People
import Store
import Values

/// Makes notices and deliveries of what stands in the outbox. Everything of one line commits together with the mark that
/// it was taken, so that no line is lost and none is taken twice.
struct Spread {
  let w: Write
  private let ledger: Ledger
  private let publicURL: String?
  private var wordings: [ID<Place>: Wordings] = [:]
  private var transports: [ID<Place>: [Transport]] = [:]
  private var names: [ID<Place>: Text] = [:]

  init(_ w: Write, _ ledger: Ledger, publicURL: String?) {
    (self.w, self.ledger, self.publicURL) = (w, ledger, publicURL)
  }

  struct Line {
    let id: Int64
    let key: VillageIDs
    let concern: ID<Concern>
    let step: String
    let text: Text
    let madeAt: Instant

    init(_ row: Row) throws {
      id = try row.int64("id")
      key = VillageIDs(town: try row.id("town"), village: try row.id("village"))
      (concern, step, madeAt) = try (row.id("concern"), row.text("key"), row.instant("made_at"))
      text = Text(zh: try row.text("text_zh"), en: try row.text("text_en"))
    }
  }

  struct VillageIDs {
    let town: ID<Place>
    let village: ID<Place>
  }

  /// Takes the next lines, at most `limit`; gives how many there were. Index: outbox_unspread.
  mutating func take(limit: Int) throws -> Int {
    let lines = try w.tx.rows(
      """
      UPDATE outbox SET spread_at = \(w.now)
      WHERE id IN (SELECT id FROM outbox WHERE spread_at IS NULL ORDER BY id LIMIT \(limit)) AND spread_at IS NULL
      RETURNING id, town, village, concern, key, text_zh, text_en, made_at
      """
    ).map(Line.init).sorted { $0.id < $1.id }
    let border = w.now.adding(days: -newsDays)
    let fresh = lines.filter { $0.madeAt > border }
    let reporters = try w.tx.reporters(of: Array(Set(lines.map(\.concern))))
    for line in lines where line.step == "notTakenUp" && reporters[line.concern]?.isSealed ?? false {
      try w.tx.forgetNotices(ofSealed: line.concern, in: line.key)
    }
    for line in fresh {
      guard let reporter = reporters[line.concern] else { continue }
      try tellReporter(line, reporter)
      try tellStaff(line, reporter)
      if line.step == "withdrawn" {
        try w.noteWithdrawal(
          of: line.concern, town: line.key.town, village: line.key.village, catalogues: catalogues)
      }
    }
    return lines.count
  }

  // MARK: The reporter

  private mutating func tellReporter(_ line: Line, _ reporter: Reporter) throws {
    let choice = reporter.choice
    if reporter.wroteLetter, line.step == "received" { return }
    guard isNews(line.step), !choice.onlyDuty || isDutyToTell(line.step), !reporter.address.isEmpty,
      let kind = choice.channel.transport, let transport = try transport(kind, of: line.key.town)
    else { return }
    let isConfirmed = try w.tx.isConfirmed(target(reporter.address, ledger), town: line.key.town)
    let place = reporter.isSealed ? ConnectStrings.product : try name(line.key.village)
    let values = [
      "village": place, "number": Text(same: reporter.number),
      "text": line.text + (isConfirmed ? rating(line) : Text(same: "")),
      // Only who said that the address is theirs is led to the concern itself.
      "link": Text(same: isConfirmed ? link("/r/" + ledger.token(for: "concern \(line.concern)")) : ""),
      "off": Text(same: link("/n/" + PurposeSecret.notices(line.concern, ledger).text)),
    ]
    let words = try wordings(of: line.key.town)
    let l = choice.language
    try add(
      NewDelivery(
        town: line.key.town, village: line.key.village, transport: transport.id, line: line.id, step: line.step,
        concern: line.concern, subject: kind == .mail ? words.message("mail_subject", values)(l) : "",
        body: words.message(kind == .mail ? "mail" : "sms", values)(l), nextAt: choice.quiet.firstAllowed(from: w.now)))
  }

  /// Asks the reporter of a closed order how it was done, by a link for that alone.
  private func rating(_ line: Line) -> Text {
    guard line.step == "order_closed", publicURL != nil else { return Text(same: "") }
    return ConnectStrings.rate(link("/rating/" + PurposeSecret.rating(line.concern, ledger).text))
  }

  private func link(_ path: String) -> String { publicURL.map { $0 + path } ?? "" }

  // MARK: The offices

  private mutating func tellStaff(_ line: Line, _ reporter: Reporter) throws {
    guard let notice = StaffNotice.of(line.step, appeals: try appeals(line)),
      !reporter.isSealed || notice.audience == .readSealed
    else { return }
    let due = reporter.acceptBy
    let values = [
      "village": reporter.isSealed ? ConnectStrings.product : try name(line.key.village),
      "number": Text(same: reporter.isSealed ? "" : reporter.number),
      "due": due.day.spoken + Text(same: " " + due.clock),
    ]
    let words = try wordings(of: line.key.town)
    let text = words.message(notice.message, values)
    let place = notice.level == .village ? line.key.village : line.key.town
    try w.tx.run(
      """
      INSERT INTO notice (id, town, place, audience, line, step, concern, text_zh, text_en, made_at)
      VALUES (\(w.ids.next(NoticeRecord.self)), \(line.key.town), \(place), \(notice.audience.rawValue), \(line.id),
        \(line.step), \(line.concern), \(text.zh), \(text.en), \(line.madeAt))
      """)
    try tellAccounts(line, notice, at: place, text, subject: words.message("staff_subject", values))
    if !reporter.isSealed { try tellRobots(line, text) }
  }

  /// The appeals of the concern, asked for only where it matters.
  private func appeals(_ line: Line) throws -> Int {
    guard line.step == "appealReceived" else { return 0 }
    return try w.tx.count(
      "SELECT COUNT(*) AS n FROM appeal WHERE town = \(line.key.town) AND concern = \(line.concern)")
  }

  private mutating func tellAccounts(
    _ line: Line, _ notice: StaffNotice, at place: ID<Place>, _ text: Text, subject: Text
  ) throws {
    for person in try w.tx.preferences(of: notice.roles, at: place, town: line.key.town, on: w.now.day) {
      guard let kind = person.channel.transport, let transport = try transport(kind, of: line.key.town) else {
        continue
      }
      try add(
        NewDelivery(
          town: line.key.town, village: line.key.village, transport: transport.id, line: line.id, step: line.step,
          concern: line.concern, to: person, subject: kind == .mail ? subject : nil, text, at: w.now))
    }
  }

  private mutating func tellRobots(_ line: Line, _ text: Text) throws {
    for robot in try transports(of: line.key.town)
    where robot.kind.isRobot && (robot.village == nil || robot.village == line.key.village) {
      let language = robot.setup["language"].flatMap(Language.init) ?? .zh
      try add(
        NewDelivery(
          town: line.key.town, village: line.key.village, transport: robot.id, line: line.id, step: line.step,
          concern: line.concern, body: text(language), nextAt: w.now))
    }
  }

  // MARK: What several lines need

  func add(_ new: NewDelivery) throws { try w.tx.add(new, id: w.ids.next(), now: w.now) }

  mutating func wordings(of town: ID<Place>) throws -> Wordings {
    if let known = wordings[town] { return known }
    let found = try w.tx.wordings(of: town)
    wordings[town] = found
    return found
  }

  private mutating func transports(of town: ID<Place>) throws -> [Transport] {
    if let known = transports[town] { return known }
    let found = try w.tx.transports(of: town).filter(\.isOn)
    transports[town] = found
    return found
  }

  mutating func transport(_ kind: TransportKind, of town: ID<Place>) throws -> Transport? {
    try transports(of: town).first { $0.kind == kind }
  }

  mutating func name(_ place: ID<Place>) throws -> Text {
    if let known = names[place] { return known }
    let found = try w.tx.place(place)?.name ?? ConnectStrings.product
    names[place] = found
    return found
  }
}
