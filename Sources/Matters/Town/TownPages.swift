import Governance
import Markup
import People
import Store
import Values
import Web

/// A table of places with their counts: of villages, or of towns.
struct Overview: Sendable {
  let title: Text
  let lead: Text
  let placeColumn: Text
  let none: Text
  let rows: [(place: PlaceRow, counts: PlaceCounts)]
  /// Whether the rows are villages, whose figures lead to their registers.
  let isOfVillages: Bool
  var next: String?
}

extension Request {
  func overviewPage(_ overview: Overview) -> HTMLPage {
    let l = reader.language
    let sum = overview.rows.reduce(PlaceCounts()) { $0 + $1.counts }
    return page(overview.title, wide: true) {
      pageTitle(
        overview.title, lead: .text(reader(overview.lead)),
        aside: overview.isOfVillages && may(.readMatters)
          ? linkButton(Link.townHot(place?.code ?? ""), HotStrings.title, icon: .alert, l) : .empty, l)
      if overview.rows.isEmpty {
        emptyState(overview.none, l)
      } else {
        statTiles(tiles(sum), l)
        dataTable(
          caption: overview.placeColumn, columns: columns(overview), rows: overview.rows.map { row(overview, $0) },
          compact: true, sum: overview.next == nil ? sumRow(sum) : nil, l)
        if overview.isOfVillages, overview.rows.count <= 40 {
          barChart(
            title: TownStrings.chart, rows: overview.rows.map { ($0.place.name, $0.counts.open) }, l)
        }
      }
      pager(
        nextHref: overview.next.map { Link.with(path, [("after", $0)]) },
        firstHref: query["after"].isEmpty ? nil : path, l)
    }
  }

  private func tiles(_ sum: PlaceCounts) -> [StatTile] {
    [
      StatTile(label: TownStrings.waiting, value: String(sum.waiting), tone: sum.waiting > 0 ? .active : .neutral),
      StatTile(
        label: TownStrings.overdue, value: sum.overdueShown, tone: sum.overdue > 0 ? .red : .green),
      StatTile(label: TownStrings.open, value: String(sum.open)),
      StatTile(label: TownStrings.answered, value: String(sum.all(.answered))),
      StatTile(label: TownStrings.closed, value: String(sum.all(.closed))),
    ]
  }

  private func columns(_ overview: Overview) -> [Column] {
    let counted = MatterClass.allCases.flatMap { matterClass in
      [TownStrings.openShort, TownStrings.answeredShort, TownStrings.closedShort].map {
        Column(title: TownStrings.column(matterClass, $0), width: .number, numeric: true)
      }
    }
    return [Column(title: overview.placeColumn, width: .name)]
      + [TownStrings.waiting, TownStrings.appeals, TownStrings.overdue].map {
        Column(title: $0, width: .number, numeric: true)
      } + counted
  }

  private func row(_ overview: Overview, _ row: (place: PlaceRow, counts: PlaceCounts)) -> [HTML] {
    let (place, counts) = row
    let href = overview.isOfVillages ? Link.matters(place.code) : Link.town(place.code)
    var cells: [HTML] = [a(href) { reader(place.name) }]
    let waiting = String(counts.waiting)
    cells.append(
      overview.isOfVillages && may(.readConcerns) && counts.waiting > 0
        ? a(Link.concerns(place.code)) { waiting } : .text(waiting))
    cells.append(.text(String(counts.count(.appealed))))
    cells.append(
      counts.overdue == 0
        ? .text("0") : light(Text(same: counts.overdueShown), tone: .red, reader.language))
    for matterClass in MatterClass.allCases {
      let open = String(counts.open(matterClass))
      let register = overview.isOfVillages && may(.readRegister) ? Link.register(place.code, matterClass) : nil
      cells.append(register.map { href in a(href) { open } } ?? .text(open))
      cells += [.text(String(counts.count(matterClass, .answered))), .text(String(counts.count(matterClass, .closed)))]
    }
    return cells
  }

  private func sumRow(_ sum: PlaceCounts) -> [HTML] {
    var cells: [HTML] = [.text(reader(TownStrings.sum)), .text(String(sum.waiting))]
    cells += [.text(String(sum.count(.appealed))), .text(sum.overdueShown)]
    for matterClass in MatterClass.allCases {
      let counts = [sum.open(matterClass), sum.count(matterClass, .answered), sum.count(matterClass, .closed)]
      cells += counts.map { .text(String($0)) }
    }
    return cells
  }
}
