import Governance
import Markup
import People
import Store
import Values
import Web

/// The villages of a town with their counts.
struct VillageTable: Sendable {
  let town: PlaceInfo
  let rows: [(place: PlaceRow, counts: PlaceCounts)]
}

extension Transaction {
  func villageTable(of town: PlaceInfo, now: Instant) throws -> VillageTable {
    VillageTable(town: town, rows: try villageCounts(ofTown: town.id, now: now))
  }
}

extension Request {
  /// A row for each village; a column for each thing that this person may open in the town.
  func villageTable(_ table: VillageTable, first most: Int = 2000) -> HTML {
    let columns = villageColumns(at: table.town)
    return dataTable(
      caption: PlaceWords.villages, columns: columns.map(\.column),
      rows: table.rows.prefix(most).map { row in columns.map { $0.cell(row.place, row.counts) } }, compact: true,
      cards: true, reader.language)
  }

  private typealias VillageColumn = (column: Column, cell: (PlaceRow, PlaceCounts) -> HTML)

  private func villageColumns(at town: PlaceInfo) -> [VillageColumn] {
    func number(_ title: Text, _ cell: @escaping (PlaceRow, PlaceCounts) -> HTML) -> VillageColumn {
      (Column(title: title, width: .number, numeric: true), cell)
    }
    func link(_ title: Text, _ text: Text, _ href: @escaping (String) -> String) -> VillageColumn {
      (Column(title: title, width: .name), { place, _ in a(href(place.code)) { self.reader(text) } })
    }
    var columns: [VillageColumn] = [
      (Column(title: TownStrings.village, width: .name, card: .title), { place, _ in self.villageName(place) })
    ]
    if may(.readMatters, at: town) {
      columns.append(
        number(PlaceWords.openMatters) { place, counts in a(Link.matters(place.code)) { String(counts.open) } })
      columns.append(number(PlaceWords.overdue) { _, counts in .text(counts.overdueShown) })
    }
    if may(.readConcerns, at: town) {
      columns.append(
        number(PlaceWords.waiting) { place, counts in a(Link.concerns(place.code)) { String(counts.waiting) } })
    }
    if may(.readRegister, at: town) {
      columns.append(link(PlaceWords.registers, PlaceWords.see) { Link.register($0, .government) })
    }
    if may(.readEvents, at: town) { columns.append(link(PlaceWords.events, PlaceWords.see, Link.events)) }
    if may(.enterConcern, at: town) { columns.append(link(PlaceWords.entering, PlaceWords.enter, Link.newConcern)) }
    if may(.readOwnEntries, at: town) { columns.append(link(PlaceWords.own, PlaceWords.see, Link.ownEntries)) }
    return columns
  }

  private func villageName(_ place: PlaceRow) -> HTML {
    may(.readMatters, at: place.info) ? a(Link.matters(place.code)) { reader(place.name) } : .text(reader(place.name))
  }
}
