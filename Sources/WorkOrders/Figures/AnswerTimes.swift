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

/// The most answers that are counted.
private let mostAnswers = 20_000

extension Transaction {
  /// The answer times by office since a day, most cases first. Index: work_order_answered.
  func answerFigures(of town: ID<Place>, since: Instant, now: Instant) throws -> [OfficeFigures] {
    let limits = try Shipped.current.orderLimits(on: now.day)
    let calendar = Shipped.current.calendar
    let answered = try rows(
      """
      SELECT * FROM work_order WHERE town = \(town) AND answered_at >= \(since) ORDER BY answered_at DESC
      LIMIT \(mostAnswers)
      """
    ).map(OrderRow.init)
    var times: [String: [AnswerTime]] = [:]
    for order in answered where !order.office.isEmpty {
      guard let at = order.answeredAt, let clock = order.clock(hours: .usual, limits: limits) else { continue }
      let days = calendar.workingDays(from: clock.firstDay(calendar), to: at.day)
      times[order.office, default: []].append(
        AnswerTime(days: max(0, days), isInTime: order.dueAt.map { at <= $0 } ?? true))
    }
    return times.map { office, times in
      OfficeFigures(office: office, figures: AnswerFigures(times, fewest: limits.fewestCases))
    }.sorted { ($1.figures?.cases ?? 0, $0.office) < ($0.figures?.cases ?? 0, $1.office) }
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
    try tx.answerFigures(of: town, since: now.adding(days: -365), now: now)
  }
  return try await request.answer(json: figures.map(OfficeFiguresJSON.init)) { request.figuresPage(figures) }
}

extension Request {
  fileprivate func figuresPage(_ figures: [OfficeFigures]) -> HTMLPage {
    let l = reader.language
    return plainPage(FigureStrings.title) {
      pageTitle(FigureStrings.title, lead: .text(reader(FigureStrings.lead)), l)
      if figures.isEmpty {
        emptyState(FigureStrings.none, l)
      } else {
        dataTable(
          caption: FigureStrings.title,
          columns: [
            Column(title: OrderStrings.office, width: .name, card: .title),
            Column(title: FigureStrings.cases, numeric: true), Column(title: FigureStrings.median, numeric: true),
            Column(title: FigureStrings.inTime, numeric: true),
          ],
          rows: figures.map { one in
            guard let shown = one.figures else {
              let few = HTML.text(AnswerFigures.tooFew(FigureStrings.fewest)(l))
              return [.text(bodyName(one.office)(l)), few, .empty, .empty]
            }
            return [
              .text(bodyName(one.office)(l)), .text("\(shown.cases)"),
              .text(FigureStrings.days(shown.median)(l)), .text("\(shown.percentInTime)%"),
            ]
          }, cards: true, l)
      }
    }
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
  static func days(_ median: String) -> Text { Text(zh: "\(median) 个工作日", en: "\(median) working days") }
}
