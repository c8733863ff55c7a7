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
func ordersFile(_ format: TableFormat) -> Route {
  .get(
    "/t/{town}/orders/export.\(format.rawValue)", needs: .can(.readMatters), format.download,
    takes: [Parameter("office", OrderStrings.office), Parameter("state", OrderStrings.state, of: OrderState.self)],
    file: format.mediaType
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
    let rows: [[Cell]] = lines.map { line in
      [
        .text(line.number), .text(line.title), .text(names[line.order.key.village]?.name(l) ?? ""),
        .text(line.order.officeName(l)), .text(line.order.state.name(l)), .day(line.order.handedAt.day),
        line.order.dueAt.map { .day($0.day) } ?? .empty, .text(line.order.light(now: now)?.name(l) ?? ""),
        line.order.answeredAt.map { .day($0.day) } ?? .empty,
      ]
    }
    let sheet = Sheet(
      name: OrderStrings.title(l),
      columns: OrderStrings.columns.map { title, kind in
        Documents.Column(title(l), width: kind == .date ? 12 : 18, kind: kind)
      },
      rows: rows, page: PageLines(unit: request.place?.name(l) ?? "", language: l))
    return .table(try sheet.file(format), format, name: "\(OrderStrings.title(l))-\(now.day.iso)")
  }
}
