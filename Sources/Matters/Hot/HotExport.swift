import Documents
import Governance
import Mechanism
import Seeds
import Values
import Web

/// The lists of hot, key and hard matters as a file. What the page keeps from a reader does not stand in it.
struct HotFile: Sendable {
  let view: HotView
  let place: Text
  let language: Language
  let today: Day
  private var board: HotBoard { view.board }

  /// "青山镇-热点、重点、难点-2026-11-28"
  var name: String { "\(place(language))-\(HotStrings.title(language))-\(today.iso)" }

  /// Excel with a sheet for each list, or the list on the page as CSV.
  func bytes(_ format: TableFormat) throws -> [UInt8] {
    switch format {
    case .xlsx: try Workbook(sheets: HotTab.allCases.map(sheet)).xlsx()
    case .csv: try sheet(view.ask.tab).file(.csv)
    }
  }

  private func sheet(_ tab: HotTab) -> Sheet {
    let (columns, rows) =
      switch tab {
      case .hot: (hotColumns, board.hot.map(hotRow))
      case .key: (listColumns + [column(HotStrings.markedByWhom, 14), day(HotStrings.markedOn)], board.key.map(keyRow))
      case .hard: (listColumns, board.hard.map(hardRow))
      }
    let period = tab == .hot ? HotStrings.days(board.period.days)(language) : today.iso
    return Sheet(
      name: tab.name(language), titles: ["\(place(language)) \(tab.name(language))", period], columns: columns,
      rows: rows, page: PageLines(unit: place(language), language: language))
  }

  private func column(_ title: Text, _ width: Double) -> Documents.Column { Column(title(language), width: width) }
  private func number(_ title: Text) -> Documents.Column { Column(title(language), width: 10, kind: .number) }
  private func day(_ title: Text) -> Documents.Column { Column(title(language), width: 12, kind: .date) }

  private var hotColumns: [Documents.Column] {
    [number(HotStrings.rank), column(HotStrings.matter, 34)] + placeColumns
      + [
        number(HotStrings.score), number(HotStrings.reporters), number(HotStrings.reports), number(HotStrings.past),
        number(view.isTown ? HotStrings.villages : HotStrings.groups), number(HotStrings.joined),
        number(HotStrings.against), column(HotStrings.why, 44), column(HotStrings.description, 30),
        column(HotStrings.key, 8), column(HotStrings.hard, 24),
      ]
  }

  private var placeColumns: [Documents.Column] {
    [
      column(HotStrings.village, 14), column(HotStrings.number, 20), column(MatterListStrings.matterClass, 8),
      column(MatterListStrings.leaf, 20), column(MatterListStrings.state, 10),
    ]
  }

  private var listColumns: [Documents.Column] {
    [column(HotStrings.matter, 34)] + placeColumns
      + [column(MatterListStrings.lead, 20), day(HotStrings.due), column(HotStrings.why, 44)]
  }

  private func placeCells(_ matter: MatterRow?, _ matterClass: MatterClass, _ leaf: String) -> [Cell] {
    [
      .text(matter.flatMap { board.villages[$0.key.village]?.name(language) } ?? ""), .text(matter?.number ?? ""),
      .text(matterClass.name(language)), .text(board.catalogue.duty(leaf)?.name(language) ?? leaf),
      .text(matter?.shownState.name(language) ?? ""),
    ]
  }

  private func hotRow(_ hot: HotBoard.Hot) -> [Cell] {
    let (group, divider) = (hot.place.group, HotStrings.separator(language))
    return [.integer(hot.place.rank), .text(hot.title(board.catalogue)(language))]
      + placeCells(hot.matter, hot.count.matterClass, hot.count.leaf)
      + [
        .number(hot.place.score.points), .integer(group.reporters), .integer(group.reports),
        .integer(group.past.reduce(0, +)), .integer(group.places), .integer(group.supporters), .integer(group.opposers),
        .text(hot.place.reasons.map { $0(language) }.joined(separator: divider)), .text(hot.description),
        .text(hot.isKey ? HotStrings.key(language) : ""),
        .text(hot.hard.map { $0.words(at: board.now, board.calendar)(language) }.joined(separator: divider)),
      ]
  }

  private func listRow(_ matter: MatterRow, why: String) -> [Cell] {
    [.text(matter.title)] + placeCells(matter, matter.routing.matterClass, matter.routing.leaf)
      + [
        .text(bodyName(matter.routing.lead)(language)), matter.shownDueAt.map { .day($0.day) } ?? .empty, .text(why),
      ]
  }

  private func keyRow(_ key: HotBoard.Key) -> [Cell] {
    let who = key.mark.isOfTown ? HotStrings.byTown : HotStrings.byVillage
    return listRow(key.matter, why: key.mark.reason) + [.text(who(language)), .day(key.mark.at.day)]
  }

  private func hardRow(_ hard: HardMatter) -> [Cell] {
    listRow(
      hard.matter,
      why: hard.reasons.map { $0.words(at: board.now, board.calendar)(language) }.joined(
        separator: HotStrings.separator(language)))
  }
}
