import Governance
import Markup
import Seeds
import TriageEngine
import Values
import Web

extension Request {
  /// The released matters of one class.
  func openListPage(_ page: OpenPage, _ matterClass: MatterClass, _ state: MatterState?) -> HTMLPage {
    let (l, here) = (reader.language, Link.open(placeCode, matterClass))
    let states =
      [(value: "", label: PublicStrings.allStates)]
      + openStates(of: matterClass).map { (value: $0.rawValue, label: $0.name) }
    let isFirst = query["after"].isEmpty
    return plainPage(PublicStrings.title(matterClass)) {
      villageCrumbs(PublicStrings.title(matterClass))
      pageTitle(
        PublicStrings.title(matterClass), lead: classMark(matterClass, l) + .text(" " + matterClass.meaning(l)), l)
      filterBar(
        action: here,
        fields: selectField(
          name: "state", label: PublicStrings.stateMeaning, options: states, selected: state?.rawValue, reader: reader),
        l)
      if page.matters.isEmpty, page.next == nil {
        state == nil
          ? emptyState(PublicStrings.nothingReleased, action: (Link.village(placeCode), PublicStrings.toVillage), l)
          : emptyState(PublicStrings.noneInState, action: (here, PublicStrings.allStates), l)
      }
      openRows(page.matters, showsClass: false)
      pager(
        nextHref: page.next.map { Link.with(here, [("state", state?.rawValue ?? ""), ("after", $0)]) },
        firstHref: isFirst ? nil : Link.with(here, [("state", state?.rawValue ?? "")]), l)
    }
  }

  /// What was found of the released matters; with nothing asked for, the field alone.
  func openSearchPage(_ page: OpenPage, text: String) -> HTMLPage {
    let (l, here) = (reader.language, Link.openSearch(placeCode))
    let isFirst = query["after"].isEmpty
    return plainPage(PublicStrings.searchTitle) {
      villageCrumbs(PublicStrings.searchTitle)
      pageTitle(PublicStrings.searchTitle, l)
      openSearchForm(text)
      if page.matters.isEmpty, !text.isEmpty {
        emptyState(
          SearchTokens.isTooShort(text) ? WebStrings.searchTooShort : PublicStrings.notFound(text),
          action: (Link.report(placeCode), PublicStrings.report), l)
      }
      openRows(page.matters, showsClass: true)
      pager(
        nextHref: page.next.map { Link.with(here, [("q", text), ("after", $0)]) },
        firstHref: isFirst ? nil : Link.with(here, [("q", text)]), l)
    }
  }

  func privateCountsPage(_ counts: OpenCounts) -> HTMLPage {
    let l = reader.language
    return plainPage(PublicStrings.privateTitle) {
      villageCrumbs(MatterClass.personal.name)
      pageTitle(PublicStrings.privateTitle, lead: classMark(.personal, l), l)
      p { PublicStrings.privateWhy(l) }
      statTiles(
        [
          StatTile(label: PublicStrings.open, value: counts.open),
          StatTile(label: PublicStrings.closed, value: counts.closed),
        ], l)
      p("hint") { PublicStrings.countsNote(l) }
      actions { linkButton(Link.village(placeCode), PublicStrings.toVillage, l) }
    }
  }

  func villageCrumbs(_ current: Text) -> HTML {
    let name = place?.name ?? Text(same: "")
    return breadcrumbs([(Link.village(placeCode), name)], current: current, reader.language)
  }

  func openSearchForm(_ text: String) -> HTML {
    element("form", ["class": "filters", "method": "get", "action": Link.openSearch(placeCode), "role": "search"]) {
      searchField(
        value: text, label: PublicStrings.searchReleased, example: PublicStrings.searchExample, reader: reader)
      element("button", ["type": "submit", "class": "button plain"]) { reader(WebStrings.search) }
    }
  }

  /// Released matters as rows; nothing when there are none. Where all are of one class, the head above says which.
  func openRows(_ matters: [OpenMatter], showsClass: Bool) -> HTML {
    guard !matters.isEmpty else { return .empty }
    return rowList(matters.map { openRow($0, showsClass) })
  }

  private func openRow(_ matter: OpenMatter, _ showsClass: Bool) -> HTML {
    let l = reader.language
    let since = PublicStrings.since(matter.openedAt.day.spoken(in: now.day.year))
    let meta: [HTML] = [
      .text(matter.place), .text(bodyName(matter.lead)(l)), .text(since(l)),
      matter.reporters > 0 ? .text(PublicStrings.people(matter.reporters)(l)) : .empty,
    ]
    return listRow(
      href: Link.openMatter(placeCode, matter.id),
      title: (showsClass ? classMark(matter.matterClass, l) : .empty) + .text(matter.title),
      meta: meta.filter { !$0.isEmpty }, trailing: stateChip(matter.state.name, tone: matter.state.publicTone, l))
  }
}
