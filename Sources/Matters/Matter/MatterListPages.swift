import Governance
import Markup
import Mechanism
import People
import Seeds
import Store
import TriageEngine
import Values
import Web

/// What the list of matters shows.
struct MatterList: Sendable {
  let filter: MatterFilter
  let page: Page<MatterRow>
  let catalogue: Catalogue
  let groups: [PlaceRow]
  /// The list stands as a form in which matters of one kind are ticked.
  var isChoosing = false
  var errors: FieldErrors?
  var typed = Form()
}

extension Request {
  func matterListPage(_ list: MatterList) -> HTMLPage {
    let (l, village) = (reader.language, place?.code ?? "")
    return page(MatterListStrings.title, wide: true, current: Link.matters(village)) {
      pageTitle(
        MatterListStrings.title, lead: list.isChoosing ? .text(reader(MatterListStrings.chooseLead)) : .empty,
        aside: listActions(list, village), l)
      filterBar(
        action: Link.matters(village),
        search: searchField(value: list.filter.text, example: MatterListStrings.searchExample, reader: reader),
        more: filterFields(list), inUse: list.filter.inUse, l)
      if list.filter.text.count == 1 { p("quiet") { reader(MatterListStrings.oneCharacter) } }
      if list.page.items.isEmpty {
        emptyMatters(list, village)
      } else if list.isChoosing {
        choosingForm(list, village)
      } else {
        rowList(
          list.page.items.map {
            matterListRow(
              $0, village: village, leaf: list.catalogue.duty($0.routing.leaf)?.name, reader)
          })
      }
      pager(
        nextHref: list.page.next.map { listHref(list, village, after: $0) },
        firstHref: query["after"].isEmpty ? nil : listHref(list, village, after: ""), l)
    }
  }

  private func listHref(_ list: MatterList, _ village: String, after: String) -> String {
    Link.with(
      Link.matters(village), list.filter.query + [("choose", list.isChoosing ? "1" : ""), ("after", after)])
  }

  private func listActions(_ list: MatterList, _ village: String) -> HTML {
    let l = reader.language
    var buttons = HTML.empty
    if may(.manageFamilies) {
      let href = Link.with(Link.matters(village), list.filter.query + [("choose", list.isChoosing ? "" : "1")])
      buttons.append(
        linkButton(href, list.isChoosing ? MatterListStrings.stopChoosing : MatterListStrings.choose, l))
    }
    if may(.enterConcern), !list.isChoosing {
      buttons.append(linkButton(Link.newConcern(village), MatterListStrings.newConcern, tone: .primary, l))
    }
    return buttons.isEmpty ? .empty : actions { buttons }
  }

  private func emptyMatters(_ list: MatterList, _ village: String) -> HTML {
    let l = reader.language
    if !list.filter.isEmpty || !query["after"].isEmpty {
      let isTooShort = SearchTokens.isTooShort(list.filter.text)
      return emptyState(
        isTooShort ? WebStrings.searchTooShort : MatterListStrings.noneFound,
        action: (Link.matters(village), MatterListStrings.showAll), l)
    }
    let action = may(.enterConcern) ? (Link.newConcern(village), MatterListStrings.newConcern) : nil
    return emptyState(MatterListStrings.none, action: action, l)
  }

  private func choosingForm(_ list: MatterList, _ village: String) -> HTML {
    let l = reader.language
    let chosen = Set(list.typed.all("ids") + query.all("ids"))
    return Web.form(
      action: Link.families(village), reader: reader, key: Secrets.token(bits: 80), errors: list.errors
    ) {
      checkboxes(
        name: "ids", label: FamilyStrings.members,
        options: list.page.items.map { matter in
          (matter.id.description, Text(same: matter.title), matter.choiceHint(in: list.catalogue))
        }, selected: chosen, errors: list.errors, required: true, reader: reader)
      textField(
        name: "title", label: FamilyStrings.title, value: list.typed["title"], example: FamilyStrings.titleExample,
        errors: list.errors, required: true, maxlength: 40, reader: reader)
      for (name, value) in list.filter.query where !value.isEmpty { hiddenField("filter_" + name, value) }
      stickyActions { submitButton(FamilyStrings.make, l) }
    }
  }

  // MARK: Filters

  private func filterFields(_ list: MatterList) -> HTML {
    let filter = list.filter
    return choice(
      "class", MatterListStrings.matterClass, MatterClass.allCases.map { ($0.rawValue, $0.name) },
      filter.matterClass?.rawValue)
      + choice(
        "state", MatterListStrings.state,
        MatterState.allCases.filter { $0 != .merged }.map { ($0.rawValue, $0.name) }, filter.state?.rawValue)
      + choice("leaf", MatterListStrings.leaf, list.catalogue.leafOptions(withTops: true), filter.leaf)
      + choice("lead", MatterListStrings.lead, list.catalogue.leads.map { ($0, bodyName($0)) }, filter.lead)
      + choice(
        "group", MatterListStrings.group, list.groups.map { ($0.id.description, $0.name) }, filter.group?.description)
      + choice(
        "channel", MatterListStrings.channel, Channel.allCases.map { ($0.rawValue, $0.name) },
        filter.channel?.rawValue)
      + dayField(name: "from", label: MatterListStrings.from, value: filter.from?.iso ?? "", reader: reader)
      + dayField(name: "to", label: MatterListStrings.to, value: filter.to?.iso ?? "", reader: reader)
  }

  private func choice(_ name: String, _ label: Text, _ options: [(String, Text)], _ selected: String?) -> HTML {
    selectField(
      name: name, label: label, options: [("", MatterListStrings.any)] + options.map { (value: $0.0, label: $0.1) },
      selected: selected ?? "", reader: reader)
  }
}

extension MatterRow {
  /// Number, category, place and state in one line, beneath a choice.
  func choiceHint(in catalogue: Catalogue) -> Text {
    let leaf = catalogue.duty(routing.leaf)?.name ?? Text(same: routing.leaf)
    let parts = [Text(same: number), leaf, Text(same: placeText), state.name, MatterListStrings.since(openedAt.day)]
    return Text(
      zh: parts.map(\.zh).filter { !$0.isEmpty }.joined(separator: " · "),
      en: parts.map(\.en).filter { !$0.isEmpty }.joined(separator: " · "))
  }
}

extension Catalogue {
  /// The bodies that lead a leaf, each once, in the order of the catalogue.
  var leads: [String] {
    var seen: Set<String> = []
    return leaves.map(\.lead).filter { seen.insert($0).inserted }
  }

  /// The leaves as choices, each top before its own when `withTops`.
  func leafOptions(withTops: Bool) -> [(String, Text)] {
    tops.flatMap { top in
      let own = leaves(of: top.code).map { duty in
        (duty.code, Text(same: withTops ? "\u{3000}" : "") + duty.name + Text(same: " (\(duty.code))"))
      }
      return (withTops ? [(top.code, top.name + Text(same: " (\(top.code))"))] : []) + own
    }
  }
}
