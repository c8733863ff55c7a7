import Governance
import Markup
import Matters
import Seeds
import Values
import Web

extension Request {
  func boardPage(_ board: Board) -> HTMLPage {
    let (l, code) = (reader.language, place?.code ?? "")
    return page(BoardStrings.title, wide: true, current: Link.orders(code)) {
      pageTitle(
        BoardStrings.title, lead: .text(BoardStrings.lead(l)),
        aside: actions {
          if board.office != nil, !board.isBound {
            linkButton(Link.with(Link.board(code), [("by", board.tab.rawValue)]), BoardStrings.allOffices, l)
          }
          linkButton(Link.orders(code), BoardStrings.list, l)
        }, l)
      tabs(board, code)
      if let office = board.office { h2 { officeName(office)(l) } }
      if board.rows.items.isEmpty {
        emptyState(OrderStrings.none, l)
      } else {
        table(board, code)
      }
      if board.rows.items.contains(where: \.figures.isMore) { p("hint") { BoardStrings.atLeast(l) } }
      pager(
        nextHref: board.rows.next.map { Link.with(Link.board(code), board.query() + [("after", $0)]) },
        firstHref: query["after"].isEmpty ? nil : Link.with(Link.board(code), board.query()), l)
      if !board.handlers.isEmpty { handlers(board) }
    }
  }

  private func officeName(_ office: String) -> Text { office.isEmpty ? OrderStrings.anyCentre : bodyName(office) }

  private func tabs(_ board: Board, _ code: String) -> HTML {
    ul("segments") {
      for tab in BoardTab.allCases {
        li {
          a(
            Link.with(Link.board(code), board.query(tab)), "segment",
            tab == board.tab ? ["aria-current": "page"] : [:]
          ) { BoardStrings.name(tab)(reader.language) }
        }
      }
    }
  }

  private func table(_ board: Board, _ code: String) -> HTML {
    let l = reader.language
    let all = OrderFilter(office: board.office.map { $0.isEmpty ? centreOffice : $0 })
    let rows = board.rows.items.map { row -> [HTML] in
      let name = HTML.text(row.name(l))
      let head: HTML =
        switch board.tab {
        case .office where board.office == nil || board.rows.items.count > 1:
          a(Link.with(Link.board(code), [("office", row.filter.office ?? "")])) { name }
        case .category where row.isGroup: strong { name }
        default: name
        }
      return [head] + figures(row.figures, row.filter, code)
    }
    let sum = board.rows.items.count > 1 ? board.sum : nil
    return dataTable(
      caption: BoardStrings.name(board.tab), columns: columns(BoardStrings.column(board.tab)), rows: rows,
      sum: sum.map { [strong { BoardStrings.sum(l) }] + figures($0, all, code) }, l)
  }

  private func columns(_ first: Text) -> [Column] {
    let states = [OrderState.handedOver, .askingReporter, .frozen].map(\.name)
    let titles = [BoardStrings.open, Light.red.name, Light.amber.name] + states
    return [Column(title: first, width: .name)]
      + (titles + OrderAge.allCases.map(\.name)).map { Column(title: $0, numeric: true) }
  }

  /// The figures of a row, each leading to its list; `filter` nil: without lists.
  private func figures(_ figures: BoardFigures, _ filter: OrderFilter?, _ code: String) -> [HTML] {
    func cell(_ count: Int, tone: Tone? = nil, _ narrow: (inout OrderFilter) -> Void = { _ in }) -> HTML {
      guard count > 0 else { return span("quiet") { figures.isMore ? "0+" : "0" } }
      let words = "\(count)" + (figures.isMore ? "+" : "")
      let shown = tone.map { light(Text(same: words), tone: $0, reader.language) } ?? .text(words)
      guard var filter else { return shown }
      narrow(&filter)
      return a(Link.with(Link.orders(code), filter.query)) { shown }
    }
    return [
      cell(figures.open), cell(figures.overdue, tone: .red) { $0.light = .red },
      cell(figures.dueSoon, tone: .amber) { $0.light = .amber }, cell(figures.waiting) { $0.state = .handedOver },
      cell(figures.asking) { $0.state = .askingReporter }, cell(figures.frozen) { $0.state = .frozen },
    ] + OrderAge.allCases.map { age in cell(figures.ages[age] ?? 0) { $0.age = age } }
  }

  private func handlers(_ board: Board) -> HTML {
    let l = reader.language
    return section("stack") {
      h2 { BoardStrings.handlers(l) }
      dataTable(
        caption: BoardStrings.handlers, columns: columns(BoardStrings.handler),
        rows: board.handlers.map { load in
          [.text(load.name ?? BoardStrings.nobody(l))] + figures(load.figures, nil, "")
        }, l)
    }
  }
}

extension Board {
  /// The address's part of this board, or of another tab of it.
  fileprivate func query(_ other: BoardTab? = nil) -> [(String, String)] {
    let office = office.map { [("office", $0.isEmpty ? centreOffice : $0)] } ?? []
    return [("by", (other ?? tab).rawValue)] + office
  }
}
