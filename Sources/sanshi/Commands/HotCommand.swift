import ArgumentParser
import Mechanism
import TriageEngine
import Values

extension Triage {
  struct Hot: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "The hottest matters first: rank, group, score, from, to, place, description.",
      discussion: """
        The group is that of `sanshi triage group`. Columns date (or time), user (or reporter), likes and dislikes count
        when they are there.
        """)
    @Argument(help: "TSV with columns id, title, body.") var file: String
    @Option(help: "First day of the period, 2026-09-30; growth is then measured against as many days before.")
    var from: String?
    @Option(help: "Last day of the period.") var to: String?
    @Option(help: "At most so many matters.") var limit: Int?

    func run() async throws {
      let messages = try Messages(file: file)
      try messages.require("id", "body", in: file)
      let period = try period(of: messages)
      let groups = Grouping.groups(of: messages.similarItems).map { Int64($0 + 1) }
      let engine = TownCatalogue.shipped.engine
      let items = messages.rows.indices.map { messages.hotItem($0, group: groups[$0], engine) }
      let members = Dictionary(
        grouping: messages.rows.indices.filter { row in
          period.map { days in items[row].day.map(days.contains) ?? false } ?? true
        }
      ) { groups[$0] }
      for place in HotRanking.ranked(HotGroup.groups(of: items, in: period), limit: limit ?? .max) {
        let rows = members[place.group.id] ?? []
        let days = rows.compactMap { items[$0].day }
        let fields = [
          String(place.rank), String(place.group.id), fixed(place.score.points, 1),
          days.min().map { Day(number: $0).iso } ?? "", days.max().map { Day(number: $0).iso } ?? "",
          commonPlace(rows.map { messages.rows[$0] }, messages),
          HotDescription.line(
            titles: rows.map { messages.value("title", messages.rows[$0]) },
            texts: rows.map { messages.value("body", messages.rows[$0]) }),
        ]
        print(fields.joined(separator: "\t"))
      }
    }

    /// Nil when no period is asked for; an open end is the first or last day of the messages.
    private func period(of messages: Messages) throws -> ClosedRange<Int>? {
      if from == nil, to == nil { return nil }
      func day(_ text: String?) throws -> Int? {
        guard let text else { return nil }
        guard let day = Day(iso: text) else { throw ValidationError("不是日期 / not a day: \(text)") }
        return day.number
      }
      let days = messages.rows.compactMap { messages.day($0) }
      guard let first = try day(from) ?? days.min(), let last = try day(to) ?? days.max() else {
        throw ValidationError("文件 \(file) 没有日期 / no dates in \(file)")
      }
      guard first <= last else { throw ValidationError("起期晚于止期 / the period ends before it begins") }
      return first...last
    }
  }
}

/// The place that most of the messages name, those in a title twice; of equally many the longer one, which says more. Words
/// that name a kind of place alone are left out. "" when there is none. Title and body are read apart: a name does not run on
/// from one into the other.
private func commonPlace(_ rows: [[String]], _ messages: Messages) -> String {
  var counts: [String: Int] = [:]
  for row in rows {
    let title = messages.value("title", row)
    let names = Set(PlaceNames.toShow(in: title) + PlaceNames.toShow(in: messages.value("body", row)))
    for name in names where name.count >= 2 { counts[name, default: 0] += title.contains(name) ? 3 : 1 }
  }
  let named = counts.filter { name in !["政府", "公司", "入口", "路口", "门口"].contains { name.key.hasSuffix($0) } }
  return named.max { ($0.value, $0.key.count, $1.key) < ($1.value, $1.key.count, $0.key) }?.key ?? ""
}

extension Messages {
  fileprivate func hotItem(_ row: Int, group: Int64, _ engine: TriageEngine) -> HotItem {
    let fields = rows[row]
    let reporter = [value("user", fields), value("reporter", fields)].first { !$0.isEmpty }
    return HotItem(
      group: group, day: day(fields), reporter: reporter, urgency: engine.urgency(of: text(fields)).level,
      supporters: Int(value("likes", fields)) ?? 0, opposers: Int(value("dislikes", fields)) ?? 0)
  }

  /// The day of "2019/2/8 9:05:01" or "2019-02-08"; nil when there is none.
  fileprivate func day(_ row: [String]) -> Int? {
    let text = [value("date", row), value("time", row), value("day", row)].first { !$0.isEmpty } ?? ""
    let parts = text.split(whereSeparator: { " T".contains($0) }).first?.split { "-/.".contains($0) }.compactMap {
      Int($0)
    }
    guard let parts, parts.count == 3 else { return nil }
    return Day(year: parts[0], month: parts[1], day: parts[2])?.number
  }
}
