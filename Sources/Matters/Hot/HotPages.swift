import Governance
import Markup
import Mechanism
import Store
import Values
import Web

extension Request {
  /// Hot, key and hard matters of a village or town: three lists, one at a time.
  func hotPage(_ view: HotView) -> HTMLPage {
    let l = reader.language
    return page(HotStrings.title, wide: true, current: view.address) {
      pageTitle(HotStrings.title, lead: .text(reader(HotStrings.lead)), aside: hotFiles(view), l)
      hotTabs(view)
      switch view.ask.tab {
      case .hot: hotSection(view)
      case .key: keyList(view)
      case .hard: hardList(view)
      }
      if let hidden = view.board.hidden[view.ask.tab], hidden > 0 { p("hint") { reader(HotStrings.hidden(hidden)) } }
    }
  }

  private func hotFiles(_ view: HotView) -> HTML {
    guard may(.exportRegister) else { return .empty }
    return actions {
      tableButtons(reader.language) { Link.with(view.address + "/export." + $0.rawValue, view.ask.query()) }
    }
  }

  private func hotTabs(_ view: HotView) -> HTML {
    let counts: [HotTab: Int] = [.key: view.board.key.count, .hard: view.board.hard.count]
    return ul("segments") {
      for tab in HotTab.allCases {
        li {
          a(
            Link.with(view.address, view.ask.query(tab: tab)), "segment",
            tab == view.ask.tab ? ["aria-current": "page"] : [:]
          ) { reader(counts[tab].map { HotStrings.count(tab.name, $0) } ?? tab.name) }
        }
      }
    }
  }

  // MARK: Hot

  private func hotSection(_ view: HotView) -> HTML {
    let board = view.board
    return hotFilter(view)
      + totalsChart(board)
      + (board.hot.isEmpty ? emptyState(HotStrings.noHot, reader.language) : hotList(view))
      + p("hint") { reader(HotStrings.hotHint) }
  }

  private func hotFilter(_ view: HotView) -> HTML {
    let (ask, period) = (view.ask, view.ask.period)
    let chosen = period.kind == .days
    return filterBar(
      action: view.address,
      search: selectField(
        name: "period", label: HotStrings.period,
        options: HotPeriod.Kind.allCases.map { ($0.rawValue, HotStrings.name($0)) }, selected: period.kind.rawValue,
        reader: reader),
      more: selectField(
        name: "by", label: HotStrings.grouping,
        options: [(HotGrouping.matter.rawValue, HotStrings.byMatter), (HotGrouping.kind.rawValue, HotStrings.byKind)],
        selected: ask.grouping.rawValue, reader: reader)
        + dayField(
          name: "from", label: HotStrings.from, value: chosen ? period.days.lowerBound.iso : "", reader: reader)
        + dayField(name: "to", label: HotStrings.to, value: chosen ? period.days.upperBound.iso : "", reader: reader)
        + hiddenField("was", period.kind.rawValue),
      inUse: (ask.grouping == .kind ? 1 : 0) + (chosen ? 2 : 0), reader.language)
  }

  private func totalsChart(_ board: HotBoard) -> HTML {
    let period = board.period
    let (before, now) = (
      board.totals.prefix(period.bars).reduce(0, +), board.totals.dropFirst(period.bars).reduce(0, +)
    )
    let words = HotStrings.words(period, isTown: board.place.village == nil)
    return element("figure", ["class": "chart trend-figure"]) {
      element("figcaption") {
        reader(HotStrings.totals)
        reader(Text(zh: "：", en: ": "))
        reader(HotStrings.sums(now: now, before: before, named: words.before))
      }
      p("hint") {
        reader(HotStrings.days(period.days)) + " · " + reader(HotStrings.eachBar(period.barDays, paler: words.before))
      }
      trendChart(
        board.totals, before: period.bars, label: HotStrings.bars(board.totals, before: period.bars), reader.language)
    }
  }

  private func hotList(_ view: HotView) -> HTML {
    ol("rows hot-rows") { for hot in view.board.hot { hotRow(hot, view) } }
  }

  private func hotRow(_ hot: HotBoard.Hot, _ view: HotView) -> HTML {
    let (l, board) = (reader.language, view.board)
    let parts = hot.place.reasons.map { $0(l) }.joined(separator: " · ")
    return li("row") {
      span("hot-rank") { String(hot.place.rank) }
      div("row-main") {
        hotTitle(hot, view)
        p("hot-why") { parts }
        ul("row-meta") { for fact in hotFacts(hot, view) { li { fact } } }
        if !hot.description.isEmpty { p("hint") { reader(HotStrings.ownWords) + hot.description } }
        if !hot.villages.isEmpty { hotVillages(hot, board) }
        scoreDetails(hot)
      }
      div("row-trailing") {
        trendChart(
          hot.count.trend, before: board.period.bars,
          label: HotStrings.bars(hot.count.trend, before: board.period.bars), l)
        if hot.isKey { keyChip(l) }
        if !hot.hard.isEmpty { hardChip(l) }
      }
    }
  }

  private func hotTitle(_ hot: HotBoard.Hot, _ view: HotView) -> HTML {
    let title = classMark(hot.count.matterClass, reader.language) + .text(reader(hot.title(view.board.catalogue)))
    return hotHref(hot, view).map { href in a(href, "row-link") { title } } ?? strong { title }
  }

  /// The family, the matter, or the list of the village's matters of the category; nil for a category of a whole town.
  private func hotHref(_ hot: HotBoard.Hot, _ view: HotView) -> String? {
    guard let matter = hot.matter else {
      return view.isTown
        ? nil
        : Link.with(
          Link.matters(place?.code ?? ""), [("class", hot.count.matterClass.rawValue), ("leaf", hot.count.leaf)])
    }
    let village = villageCode(of: matter, view.board)
    return hot.family.map { Link.family(village, $0.id) } ?? Link.matter(village, matter.id)
  }

  func villageCode(of matter: MatterRow, _ board: HotBoard) -> String {
    board.villages[matter.key.village]?.code ?? place?.code ?? ""
  }

  private func hotFacts(_ hot: HotBoard.Hot, _ view: HotView) -> [HTML] {
    guard let matter = hot.matter else { return [serial(hot.count.leaf)] }
    let leaf = view.board.catalogue.duty(hot.count.leaf)?.name
    let facts: [HTML] = [
      view.isTown ? .text(view.board.villages[matter.key.village].map { reader($0.name) } ?? "") : .empty,
      hot.family == nil ? serial(matter.number) : .text(reader(MatterListStrings.isFamily)),
      leaf.map { .text(reader($0)) } ?? .empty, .text(matter.placeText),
      hot.family == nil ? .text(reader(matter.shownState.name)) : .empty,
    ]
    return facts.filter { !$0.isEmpty } + hot.hard.map { .text(reader($0.words(at: now, reader.calendar))) }
  }

  private func hotVillages(_ hot: HotBoard.Hot, _ board: HotBoard) -> HTML {
    ul("row-meta hot-villages") {
      for one in hot.villages.prefix(12) {
        if let village = board.villages[one.village] {
          li {
            a(
              Link.with(
                Link.matters(village.code), [("class", hot.count.matterClass.rawValue), ("leaf", hot.count.leaf)])
            ) { reader(HotStrings.reportsIn(village.name, one.reports)) }
          }
        }
      }
    }
  }

  /// How the heat was added up: each part with its points.
  private func scoreDetails(_ hot: HotBoard.Hot) -> HTML {
    let score = hot.place.score
    return dialogDetails(
      summary: HotStrings.score + Text(same: " \(score.points.tenths)"), reader.language
    ) {
      dataTable(
        caption: HotStrings.explained,
        columns: [
          Column(title: HotStrings.part, width: .name), Column(title: HotStrings.says),
          Column(title: HotStrings.points, width: .number, numeric: true),
        ],
        rows: score.parts.map { part in
          [.text(reader(HotStrings.name(part.kind))), .text(reader(part.words)), .text(part.points.tenths)]
        }, compact: true, reader.language)
    }
  }
}
