import Governance
import Markup
import Matters
import People
import Seeds
import Store
import Values
import Web

/// How one office answered in the last twelve months; nil figures for fewer cases than the rule shows.
struct OfficeFigures: Sendable {
  let office: String
  let figures: AnswerFigures?
}

extension Instant {
  /// Months since the year 0, by which answers are counted.
  fileprivate var month: Int { day.year * 12 + day.month - 1 }
}

extension Transaction {
  /// The answer times by office in this month and the twelve before, most cases first, by the tally: it has as many rows
  /// as offices took different times, however many answers there are.
  func answerFigures(of town: ID<Place>, now: Instant) throws -> [OfficeFigures] {
    let fewest = try Shipped.current.orderLimits(on: now.day).fewestCases
    let tally = try rows(
      "SELECT office, days, is_in_time, n FROM answer_tally WHERE town = \(town) AND month >= \(now.month - 12)")
    var times: [String: [AnswerTime: Int]] = [:]
    for row in tally {
      let time = AnswerTime(days: try row.int("days"), isInTime: try row.bool("is_in_time"))
      times[try row.text("office"), default: [:]][time, default: 0] += try row.int("n")
    }
    return times.filter { $0.value.values.contains { $0 > 0 } }.map { office, times in
      OfficeFigures(office: office, figures: AnswerFigures(times, fewest: fewest))
    }.sorted { ($1.figures?.cases ?? 0, $0.office) < ($0.figures?.cases ?? 0, $1.office) }
  }
}

extension Write {
  /// Counts the answer of an order, or takes it out again; those of service centres are not counted.
  func tally(_ order: OrderRow, by step: Int) throws {
    guard let at = order.answeredAt, let time = order.answerTime, !order.office.isEmpty else { return }
    try tx.run(
      """
      INSERT INTO answer_tally (town, month, office, days, is_in_time, n)
      VALUES (\(order.key.town), \(at.month), \(order.office), \(time.days), \(time.isInTime), \(step))
      ON CONFLICT (town, month, office, days, is_in_time) DO UPDATE SET n = answer_tally.n + \(step)
      """)
  }
}

struct OfficeFiguresJSON: Encodable, Sendable {
  let office: String
  /// Null with fewer than five.
  let cases: Int?
  /// Working days; half are answered within.
  let median: String?
  let percentInTime: Int?

  init(_ figures: OfficeFigures) {
    office = figures.office
    (cases, median) = (figures.figures?.cases, figures.figures?.median)
    percentInTime = figures.figures?.percentInTime
  }

  static let sample = OfficeFiguresJSON(
    OfficeFigures(
      office: "规划建设办",
      figures: AnswerFigures((3...9).map { AnswerTime(days: $0, isInTime: $0 < 8) }, fewest: 5)))
}

extension Link {
  /// How fast the offices of a town answer, for anybody.
  package static func answerTimes(_ town: String) -> String { "/t/\(town)/open/answers" }
}

/// `GET /t/{town}/open/answers`: for anybody (plan B5: 公开).
let figuresRoute = Route.get(
  "/t/{town}/open/answers", needs: .anybody, FigureStrings.title, gives: [OfficeFiguresJSON.sample]
) { request in
  let (town, now) = (try request.town(), request.now)
  let figures = try await request.app.database.read { tx in
    try tx.answerFigures(of: town, now: now)
  }
  return try await request.answer(json: figures.map(OfficeFiguresJSON.init)) { request.figuresPage(figures) }
}

extension Request {
  fileprivate func figuresPage(_ figures: [OfficeFigures]) -> HTMLPage {
    let l = reader.language
    return plainPage(FigureStrings.title) {
      pageTitle(FigureStrings.title, lead: .text(reader(FigureStrings.lead)), l)
      if figures.isEmpty { emptyState(FigureStrings.none, l) }
      if !figures.allSatisfy({ $0.figures == nil }) { figuresTable(figures) }
      let few = figures.filter { $0.figures == nil }.map(\.office)
      if !few.isEmpty {
        p("hint") { FigureStrings.few(AnswerFigures.tooFew(FigureStrings.fewest), bodyNames(few))(l) }
      }
    }
  }

  private func figuresTable(_ figures: [OfficeFigures]) -> HTML {
    let l = reader.language
    return dataTable(
      caption: FigureStrings.title,
      columns: [
        Column(title: OrderStrings.office, width: .text, card: .title),
        Column(title: FigureStrings.cases, numeric: true), Column(title: FigureStrings.median, numeric: true),
        Column(title: FigureStrings.inTime, numeric: true),
      ],
      rows: figures.compactMap { one in
        one.figures.map { shown in
          [
            .text(bodyName(one.office)(l)), .text("\(shown.cases)"), .text(FigureStrings.days(shown.median)(l)),
            .text("\(shown.percentInTime)%"),
          ]
        }
      }, cards: true, l)
  }
}

/// The words of the answer times.
enum FigureStrings {
  static let title = Text(zh: "各单位答复快慢", en: "How fast the offices answer")
  static let lead = Text(
    zh: "最近十二个月答复的事项，按单位。件数太少的不显示。",
    en: "Matters answered in the last twelve months, by office. Few cases are not shown.")
  static let none = Text(zh: "最近十二个月还没有答复。", en: "Nothing was answered in the last twelve months.")
  static let cases = Text(zh: "件数", en: "Cases")
  static let median = Text(zh: "一半在几天内", en: "Half within")
  static let inTime = Text(zh: "按时", en: "In time")
  static let fewest = 5
  static func days(_ median: String) -> Text {
    Text(zh: "\(median) 个工作日", en: "\(median) working " + (median == "1" ? "day" : "days"))
  }
  /// "不到 5 件，暂不公布：供电所、卫生院。"
  static func few(_ words: Text, _ offices: Text) -> Text {
    Text(zh: "\(words.zh)：\(offices.zh)。", en: "\(words.en): \(offices.en).")
  }
}
