import Governance
import Values

/// `calendar.tsv`: days off and make-up working days by year (rules.md §6). A year is provisional when a row of it is.
func loadCalendar() throws(SeedError) -> WorkCalendar {
  let table = try SeedTable("calendar.tsv", columns: ["year", "kind", "from", "to", "mark", "provisional"])
  var years: [Int: YearParts] = [:]
  for row in table.rows {
    let year = try row.int("year")
    let (from, to) = (try row.day("from"), try row.day("to"))
    guard from <= to else { throw row.error("the last day lies before the first") }
    guard from.year == year else { throw row.error("\(from.iso) is not in \(year)") }
    let mark = try row.choice("mark", as: RuleMark.self)
    var parts = years[year] ?? YearParts(mark: mark)
    switch row["kind"] {
    case "off": parts.daysOff.append(from...to)
    case "makeUp": parts.makeUp += (from.number...to.number).map(Day.init(number:))
    default: throw row.error("kind is neither off nor makeUp: \(row["kind"])")
    }
    if try row.yes("provisional") { parts.isProvisional = true }
    years[year] = parts
  }
  return WorkCalendar(
    years.map { year, parts in
      CalendarYear(
        year: year, daysOff: parts.daysOff, makeUp: parts.makeUp, provisional: parts.isProvisional, mark: parts.mark)
    })
}

private struct YearParts {
  var daysOff: [ClosedRange<Day>] = []
  var makeUp: [Day] = []
  var isProvisional = false
  let mark: RuleMark

  init(mark: RuleMark) { self.mark = mark }
}
