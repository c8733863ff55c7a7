import Governance
import Markup
import Matters
import Seeds
import Values
import Web

extension Request {
  /// The inbox of offices and centres, the board of the town, the orders of a village.
  func ordersPage(_ list: OrderList, isTown: Bool) -> HTMLPage {
    let (l, code) = (reader.language, place?.code ?? "")
    let here = isTown ? Link.orders(code) : Link.villageOrders(code)
    return page(OrderStrings.title, wide: true, current: here) {
      pageTitle(
        OrderStrings.title, lead: .text(reader(isTown ? OrderStrings.townLead : OrderStrings.villageLead)),
        aside: isTown ? overviews(code) : .empty, l)
      filterBar(
        action: here, search: lightField(list.filter), more: filters(list, isTown: isTown),
        inUse: list.filter.query.count { $0.0 != "light" && ($0.0 != "office" || list.offices.count > 1) }, l)
      if !list.toHelp.isEmpty {
        section {
          h2 { reader(OrderStrings.toHelp) }
          rows(list.toHelp, list, code, isTown: isTown)
        }
      }
      if list.page.items.isEmpty {
        list.filter.query.isEmpty
          ? emptyState(OrderStrings.none, l)
          : emptyState(OrderStrings.noneSuch, action: (here, Self.allOrders), l)
      } else {
        rows(list.page.items, list, code, isTown: isTown)
      }
      pager(
        nextHref: list.page.next.map { Link.with(here, list.filter.query + [("after", $0)]) },
        firstHref: query["after"].isEmpty ? nil : Link.with(here, list.filter.query), l)
      if isTown, !list.page.items.isEmpty {
        actions { tableButtons(l) { Link.with(Link.ordersFile(code, $0), list.filter.query) } }
      }
    }
  }

  private static let allOrders = Text(zh: "看全部工单", en: "All orders")

  private func overviews(_ town: String) -> HTML {
    actions {
      linkButton(Link.board(town), BoardStrings.title, reader.language)
      linkButton(Link.answerTimes(town), FigureStrings.title, reader.language)
    }
  }

  private func rows(_ lines: [OrderLine], _ list: OrderList, _ code: String, isTown: Bool) -> HTML {
    let l = reader.language
    return rowList(
      lines.map { line in
        let order = line.order
        let village = list.names[order.key.village]
        let facts: [HTML] = [
          serial(line.number), .text(order.officeName(l)), isTown ? .text(village?.name(l) ?? "") : .empty,
          .text(line.place),
        ]
        return listRow(
          href: Link.order(isTown ? village?.code ?? code : code, order.id), title: .text(line.title),
          meta: facts.filter { !$0.isEmpty },
          trailing: line.isMerged
            ? stateChip(MatterState.merged.name, tone: .neutral, l)
            : lightOf(line) + stateChip(order.state.name, tone: order.state.tone, l))
      })
  }

  private func lightOf(_ line: OrderLine) -> HTML {
    let order = line.order
    guard order.state.isOpen, order.answeredAt == nil else { return .empty }
    if order.isLate(now: now), let late = order.state.lateName { return light(late, tone: .red, reader.language) }
    guard let due = order.dueAt, !line.isPaused else {
      return light(OrderStrings.paused, tone: .neutral, reader.language)
    }
    return light(
      lightWords(due: due, now: now, calendar: reader.calendar), tone: order.light(now: now).tone,
      reader.language)
  }

  private func lightField(_ filter: OrderFilter) -> HTML {
    selectField(
      name: "light", label: OrderStrings.light,
      options: [("", OrderStrings.all)] + OrderLight.shown.map { ($0.rawValue, $0.name) },
      selected: filter.light?.rawValue ?? "", required: true, reader: reader)
  }

  private func filters(_ list: OrderList, isTown: Bool) -> HTML {
    let filter = list.filter
    var fields = HTML.empty
    if isTown, list.offices.count > 1 {
      fields.append(
        selectField(
          name: "office", label: OrderStrings.office,
          options: [("", OrderStrings.all), (centreOffice, OrderStrings.anyCentre)]
            + list.offices.map { (value: $0, label: bodyName($0)) }, selected: filter.office ?? "", required: true,
          reader: reader))
    }
    if isTown {
      fields.append(
        selectField(
          name: "village", label: OrderStrings.village,
          options: [("", OrderStrings.all)] + list.villages.map { ($0.id.description, $0.name) },
          selected: filter.village?.description ?? "", required: true, reader: reader))
    }
    fields.append(
      selectField(
        name: "state", label: OrderStrings.state,
        options: [("", OrderStrings.all)] + OrderState.allCases.map { ($0.rawValue, $0.name) },
        selected: filter.state?.rawValue ?? "", required: true, reader: reader))
    fields.append(
      selectField(
        name: "leaf", label: OrderStrings.leaf,
        options: [("", OrderStrings.all)] + list.categories.map { ($0.code, $0.name) }, selected: filter.leaf,
        required: true, reader: reader))
    fields.append(
      selectField(
        name: "age", label: OrderStrings.age,
        options: [("", OrderStrings.all)] + OrderAge.allCases.map { ($0.rawValue, $0.name) },
        selected: filter.age?.rawValue ?? "", required: true, reader: reader))
    fields.append(checkbox(name: "closed", label: OrderStrings.closedOnes, checked: filter.isClosed, reader: reader))
    return fields
  }
}
