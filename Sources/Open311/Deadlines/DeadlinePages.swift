import Governance
import Markup
import Matters
import Seeds
import Store
import Values
import Web

extension Request {
  func deadlinePage(_ items: [DeskItem], feed: DeadlineFeed?) -> HTMLPage {
    let l = reader.language
    return page(DeadlineStrings.title, current: Link.deadlines) {
      pageTitle(
        DeadlineStrings.title, lead: .text(DeadlineStrings.lead(l)),
        aside: items.isEmpty ? .empty : linkButton("#calendar", DeadlineStrings.calendarTitle, l), l)
      if items.isEmpty {
        emptyState(DeadlineStrings.nothing, action: (Link.home, DeadlineStrings.toHome), l)
      } else {
        rowList(items.map(row))
      }
      section(nil, ["id": "calendar"]) {
        h2 { DeadlineStrings.calendarTitle(l) }
        p { DeadlineStrings.calendarLead(l) }
        if let feed { p { DeadlineStrings.since(feed.madeAt.day)(l) } }
        actions {
          postButton(
            action: Link.deadlineFeed, feed == nil ? DeadlineStrings.make : DeadlineStrings.renew,
            tone: feed == nil ? .primary : .plain, confirm: feed == nil ? nil : DeadlineStrings.renewConfirm,
            reader: reader)
          if feed != nil {
            postButton(
              action: Link.deadlineFeedEnd, DeadlineStrings.end, tone: .danger, confirm: DeadlineStrings.endConfirm,
              reader: reader)
          }
        }
        p("hint") { DeadlineStrings.warning(l) }
      }
    }
  }

  private func row(_ item: DeskItem) -> HTML {
    let l = reader.language
    var trailing = HTML.empty
    if let due = item.dueAt {
      let tone: Tone =
        switch Governance.light(opened: item.openedAt, due: due, now: now, calendar: reader.calendar) {
        case .green: .green
        case .amber: .amber
        case .red: .red
        }
      trailing = Web.light(lightWords(due: due, now: now, calendar: reader.calendar), tone: tone, l)
    }
    let meta: [HTML] = [
      .text(DeadlineStrings.kind(item.kind)(l)), .text(item.village(l)), .text(item.number),
      .text(item.dueAt?.day.spoken(l) ?? ""),
    ]
    return listRow(href: item.href, title: .text(item.title), meta: meta.filter { !$0.isEmpty }, trailing: trailing)
  }

  /// Shows the address of the calendar, this once.
  func newFeedPage(_ address: String) -> HTMLPage {
    let l = reader.language
    return page(DeadlineStrings.made, current: Link.deadlines) {
      pageTitle(DeadlineStrings.made, l)
      noticeBox(tone: .green) {
        p { strong("shown-once") { address } }
        p { DeadlineStrings.once(l) }
      }
      ol("stack") { for line in DeadlineStrings.how { li { line(l) } } }
      p("hint") { DeadlineStrings.warning(l) }
      actions { linkButton(Link.deadlines, DeadlineStrings.back, l) }
    }
  }
}
