import Governance
import Markup
import Mechanism
import Store
import Values
import Web

extension Request {
  private var code: String { place?.code ?? "" }

  /// The groupings of a village, and the button that begins one.
  func groupingsPage(_ page: Page<GroupingRun>, refusal: Refusal? = nil) async throws -> HTMLPage {
    let (l, key) = (reader.language, try village())
    let (waiting, isOff) = try await app.database.read { tx in
      (try tx.counters(in: key)["concern.received"] ?? 0, try !tx.suggests(in: key))
    }
    return self.page(GroupingStrings.title, current: Link.concerns(code)) {
      breadcrumbs([(Link.concerns(code), ConcernStrings.title)], current: GroupingStrings.title, l)
      pageTitle(GroupingStrings.title, lead: .text(GroupingStrings.lead(l)), l)
      if let refusal { refusalBox(refusal) }
      if isOff {
        if refusal == nil { refusalBox(GroupingStrings.turnedOff) }
      } else if waiting > 0 {
        p { GroupingStrings.waiting(waiting)(l) }
        actions { beginButton(GroupingStrings.begin, tone: .primary) }
      } else if refusal == nil {
        emptyState(ConcernStrings.noneReceived, action: (Link.concerns(code), ConcernStrings.showAll), l)
      }
      h2 { GroupingStrings.earlier(l) }
      if page.items.isEmpty {
        p("quiet") { GroupingStrings.none(l) }
      } else {
        rowList(
          page.items.map { run in
            listRow(
              href: Link.grouping(code, run.id), title: spokenTime(run.madeAt, l),
              meta: [.text(GroupingStrings.summary(run)(l))],
              trailing: stateChip(run.state.name, tone: run.state.tone, l))
          })
      }
      pager(nextHref: page.next.map { Link.groupings(code) + "?after=\($0)" }, l)
    }
  }

  private func beginButton(_ text: Text, tone: ButtonTone) -> HTML {
    postButton(action: Link.groupings(code), text, tone: tone, key: Secrets.token(bits: 80), reader: reader)
  }

  /// One grouping: how far it is, or what it proposes.
  func groupingPage(_ shown: ShownGrouping, refusal: Refusal? = nil) -> HTMLPage {
    let (l, run) = (reader.language, shown.run)
    return page(GroupingStrings.title, current: Link.concerns(code)) {
      breadcrumbs([(Link.groupings(code), GroupingStrings.title)], current: Text(same: spokenDay(run)), l)
      pageTitle(
        GroupingStrings.title, lead: spokenTime(run.madeAt, l) + .text(" · " + GroupingStrings.summary(run)(l)),
        aside: stateChip(run.state.name, tone: run.state.tone, l), l)
      if let refusal { refusalBox(refusal) }
      switch run.state {
      case .computing, .confirming, .undoing:
        progressBox(
          url: Link.groupingProgress(code, run.id), done: run.done, total: max(run.total, run.done),
          text: GroupingStrings.running(run.state), l)
      case .failed:
        noticeBox(tone: .red) { p { GroupingStrings.failed(l) } }
        actions { beginButton(GroupingStrings.beginAgain, tone: .primary) }
      case .ready: proposal(shown)
      }
    }
  }

  private func spokenDay(_ run: GroupingRun) -> String { run.madeAt.day.spoken(reader.language) }

  @HTMLBuilder private func proposal(_ shown: ShownGrouping) -> HTML {
    let (l, run) = (reader.language, shown.run)
    tiles(shown)
    if run.leftOut > 0 {
      noticeBox(tone: .amber) {
        p { GroupingStrings.leftOut(run.leftOut)(l) }
        p { a(Link.with(Link.concerns(code), [("state", ConcernState.received.rawValue)])) { ConcernStrings.queue(l) } }
      }
    }
    if shown.isOff {
      refusalBox(GroupingStrings.turnedOff)
    } else if !shown.isNewest {
      refusalBox(GroupingStrings.newerGrouping)
    }
    mainActions(shown)
    if shown.counts.by.isEmpty, run.concerns > 0 {
      p("quiet") { GroupingStrings.isOld(l) }
    } else {
      h2 { GroupingStrings.proposed(l) }
      filter(shown)
      if shown.page.items.isEmpty { p("quiet") { GroupingStrings.noneHere(l) } }
      for group in shown.page.items { card(group, isNewest: shown.isNewest) }
    }
    pager(
      nextHref: shown.page.next.map { next in
        Link.with(Link.grouping(code, run.id), [("show", shown.filter?.rawValue ?? ""), ("after", next)])
      },
      firstHref: query["after"].isEmpty
        ? nil : Link.with(Link.grouping(code, run.id), [("show", shown.filter?.rawValue ?? "")]), l)
  }

  private func tiles(_ shown: ShownGrouping) -> HTML {
    let l = reader.language
    return statTiles(
      [GroupFilter.sure, .look, .confirmed].map { filter in
        StatTile(
          label: filter.name, value: String(shown.counts[filter].groups),
          note: GroupingStrings.concerns(shown.counts[filter].concerns),
          href: Link.with(Link.grouping(code, shown.run.id), [("show", filter.rawValue)]),
          tone: filter == .confirmed && shown.counts[filter].groups > 0 ? .green : .neutral)
      }, l)
  }

  private func mainActions(_ shown: ShownGrouping) -> HTML {
    let (l, sure) = (reader.language, shown.counts[.sure].groups)
    let isOpen = shown.isNewest && !shown.isOff && sure > 0
    guard isOpen || shown.counts[.confirmed].groups > 0 else { return .empty }
    return actions {
      if isOpen {
        linkButton(
          Link.groupingConfirmations(code, shown.run.id), GroupingStrings.confirmCount(sure), tone: .primary, l)
      }
      if shown.counts[.confirmed].groups > 0 {
        linkButton(Link.groupingUndoing(code, shown.run.id), GroupingStrings.undoAll, l)
      }
    }
  }

  private func filter(_ shown: ShownGrouping) -> HTML {
    let counts = shown.counts
    return filterBar(
      action: Link.grouping(code, shown.run.id),
      fields: selectField(
        name: "show", label: GroupingStrings.show,
        options: [("", GroupingStrings.all)]
          + GroupFilter.allCases.map { ($0.rawValue, $0.name + Text(same: " \(counts[$0].groups)")) },
        selected: shown.filter?.rawValue ?? "", required: true, reader: reader), reader.language)
  }
}

extension GroupingRun.State {
  fileprivate var tone: Tone {
    switch self {
    case .computing, .confirming, .undoing: .active
    case .ready: .amber
    case .failed: .red
    }
  }
}
