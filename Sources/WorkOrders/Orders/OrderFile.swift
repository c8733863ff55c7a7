import Documents
import Governance
import Matters
import Mechanism
import People
import Seeds
import Store
import Values
import Web

/// The most rows of a file of orders.
private let mostRows = 20_000

/// `GET /t/{town}/orders/export.xlsx` and `.csv`: the orders of the filter, the nearest deadline first.
func ordersFile(_ format: String) -> Route {
  let isExcel = format == "xlsx"
  return .get(
    "/t/{town}/orders/export.\(format)", needs: .can(.readMatters), isExcel ? OrderStrings.excel : OrderStrings.csv,
    takes: [Parameter("office", OrderStrings.office), Parameter("state", OrderStrings.state)],
    file: isExcel ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv; charset=utf-8"
  ) { request in
    let (town, filter, now) = (try request.town(), try OrderFilter(request.query), request.now)
    guard let person = request.person else { throw NotAllowed() }
    let (lines, names) = try await request.app.database.read { tx in
      let list = try tx.orderList(
        of: town, where: filter, after: nil, limit: mostRows, for: person, isInbox: true, now: now,
        catalogues: catalogues)
      return (list.page.items, list.names)
    }
    let l = request.reader.language
    let rows = lines.map { line in
      [
        line.number, line.title, names[line.order.key.village]?.name(l) ?? "", line.order.officeName(l),
        line.order.state.name(l), line.order.handedAt.day.iso, line.order.dueAt?.day.iso ?? "",
        (line.order.light(now: now)?.name ?? Text(same: ""))(l), line.order.answeredAt?.day.iso ?? "",
      ]
    }
    let titles = OrderStrings.columns.map { $0(l) }
    let name = "\(OrderStrings.title(l))-\(now.day.iso).\(format)"
    guard isExcel else {
      var writer = DelimitedWriter(.csv(delimiter: .comma), byteOrderMark: true)
      for row in [titles] + rows { writer.append(row) }
      return .bytes(writer.bytes, type: "text/csv; charset=utf-8", name: name, cache: false)
    }
    let sheet = Sheet(
      name: OrderStrings.title(l), titles: [],
      columns: titles.map { Documents.Column($0, width: 18, kind: .text) },
      rows: rows.map { $0.map { Cell.text($0) } },
      page: PageLines(unit: request.place?.name(l) ?? "", language: l))
    return .bytes(
      try Workbook(sheets: [sheet]).xlsx(),
      type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name: name, cache: false)
  }
}
