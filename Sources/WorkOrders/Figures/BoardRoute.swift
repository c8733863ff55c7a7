import Governance
import Mechanism
import People
import Store
import Values
import Web

extension Link {
  /// The whole stock of a town's orders.
  static func board(_ town: String) -> String { orders(town) + "/board" }
}

/// `GET /t/{town}/orders/board`: the whole stock by office, village or category, and who has how much in hand.
func boardRoute(_ catalogues: Catalogues) -> Route {
  .get(
    "/t/{town}/orders/board", needs: .can(.readMatters), BoardStrings.title,
    takes: [
      Parameter("by", BoardStrings.by, of: BoardTab.self), Parameter("office", OrderStrings.office),
      Parameter("after", WebStrings.nextPage),
    ], gives: BoardJSON.sample
  ) { request in
    let (town, now) = (try request.town(), request.now)
    guard let person = request.person else { throw NotAllowed() }
    var errors = FieldErrors()
    let tab = request.query.choice("by", as: BoardTab.self, &errors)
    guard errors.isEmpty else { throw errors }
    let office = request.query["office"]
    let ask = BoardAsk(
      tab: tab ?? .office, office: office.isEmpty ? nil : office, after: request.after(Place.self),
      limit: request.limit())
    let board = try await request.app.database.read { tx in
      try tx.board(of: town, ask, for: person, now: now, catalogues: catalogues)
    }
    return try await request.answer(json: BoardJSON(board)) { request.boardPage(board) }
  }
}

struct BoardJSON: Encodable, Sendable {
  let by: String
  /// Null: of all offices.
  let office: String?
  let items: [Line]
  let handlers: [Handler]
  let next: String?

  struct Figures: Encodable, Sendable {
    let open: Int
    let overdue: Int
    let dueSoon: Int
    let waiting: Int
    /// The clock stands still: a reporter is asked, or the order is frozen.
    let asking: Int
    let frozen: Int
    let week: Int
    let month: Int
    let older: Int
    /// There are more than the 1,000 that were read: each figure is at least so large.
    let isMore: Bool

    init(_ figures: BoardFigures) {
      (open, overdue, dueSoon) = (figures.open, figures.overdue, figures.dueSoon)
      (waiting, asking, frozen) = (figures.waiting, figures.asking, figures.frozen)
      isMore = figures.isMore
      week = figures.ages[.week] ?? 0
      month = figures.ages[.month] ?? 0
      older = figures.ages[.older] ?? 0
    }
  }

  struct Line: Encodable, Sendable {
    let key: String
    let name: String
    let isGroup: Bool
    let figures: Figures
  }

  struct Handler: Encodable, Sendable {
    /// Null: nobody has taken it up.
    let name: String?
    let figures: Figures
  }

  init(_ board: Board) {
    (by, office, next) = (board.tab.rawValue, board.office, board.rows.next)
    items = board.rows.items.map {
      Line(key: $0.key, name: $0.name.zh, isGroup: $0.isGroup, figures: Figures($0.figures))
    }
    handlers = board.handlers.map { Handler(name: $0.name, figures: Figures($0.figures)) }
  }

  static let sample = BoardJSON(
    Board(
      tab: .office, office: nil, isBound: false,
      rows: Page(
        items: [
          BoardRow(
            key: "规划建设办", name: Text(same: "规划建设办"), filter: OrderFilter(office: "规划建设办"), figures: BoardFigures())
        ], next: nil), sum: nil, handlers: []))
}
