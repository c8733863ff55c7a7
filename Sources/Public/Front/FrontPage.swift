import Markup
import Values
import Web

extension Request {
  /// The first page anybody sees: choose the village.
  func frontPage(_ view: FrontView) -> HTMLPage {
    let l = reader.language
    return plainPage(FrontStrings.title) {
      pageTitle(FrontStrings.title, lead: .text(FrontStrings.lead(l)), l)
      element("form", ["class": "filters", "method": "get", "action": Link.front, "role": "search"]) {
        searchField(value: view.search, label: FrontStrings.search, example: FrontStrings.searchExample, reader: reader)
        element("button", ["type": "submit", "class": "button plain"]) { WebStrings.search(l) }
      }
      choices(view)
      actions {
        linkButton(Link.lookup, PublicStrings.lookup, icon: .search, l)
        if person == nil {
          linkButton(Link.signIn, FrontStrings.signIn, icon: .person, l)
        } else {
          linkButton(Link.home, FrontStrings.home, icon: .home, l)
        }
      }
    }
  }

  private func choices(_ view: FrontView) -> HTML {
    let l = reader.language
    if !view.towns.isEmpty {
      return h2 { FrontStrings.chooseTown(l) }
        + rowList(
          view.towns.map { listRow(href: Link.front(town: $0.code), title: .text($0.name(l)), meta: []) })
    }
    if view.villages.isEmpty {
      let isNarrowed = !view.search.isEmpty || !view.townCode.isEmpty
      return isNarrowed
        ? emptyState(FrontStrings.nothingFound(view.search), action: (Link.front, FrontStrings.all), l)
        : emptyState(FrontStrings.noVillages, l)
    }
    var html = HTML.empty
    if !view.search.isEmpty { html.append(p("quiet") { FrontStrings.found(view.villages.count, cut: view.isCut)(l) }) }
    for group in view.byTown {
      html.append(h2 { group.town(l) })
      html.append(
        rowList(group.villages.map { listRow(href: Link.village($0.code), title: .text($0.name(l)), meta: []) }))
    }
    if !view.search.isEmpty || !view.townCode.isEmpty { html.append(p { a(Link.front) { FrontStrings.all(l) } }) }
    return html
  }
}
