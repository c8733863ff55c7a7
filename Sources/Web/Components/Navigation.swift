import Markup
import Values

/// The navigation at the left of a wide window.
func rail(_ frame: PageFrame) -> HTML {
  guard !frame.nav.isEmpty else { return .empty }
  return element("nav", ["class": "rail", "aria-label": frame.reader(WebStrings.navigation)]) {
    ul { for item in frame.nav { navEntry(item, frame) } }
  }
}

/// The navigation at the foot of a phone: at most five targets, the rest under 更多.
func tabs(_ frame: PageFrame) -> HTML {
  guard !frame.nav.isEmpty else { return .empty }
  let all = frame.nav.count <= 5 && frame.reader.signedIn == nil
  let shown = all ? frame.nav[...] : frame.nav.prefix(4)
  let rest = frame.nav.dropFirst(shown.count)
  return element("nav", ["class": "tabs", "aria-label": frame.reader(WebStrings.navigation)]) {
    ul("tabs-bar") {
      for item in shown { navEntry(item, frame) }
      if !all { li { moreTab(Array(rest), frame) } }
    }
  }
}

private func moreTab(_ rest: [NavItem], _ frame: PageFrame) -> HTML {
  let reader = frame.reader
  let isHere = rest.contains { $0.href == frame.current }
  return element("details", ["class": "more"]) {
    element("summary", ["class": isHere ? "nav-link here" : "nav-link"]) {
      span("nav-icon") { Icon.more.html }
      span("nav-text") { reader(WebStrings.more) }
    }
    div("more-sheet") {
      ul { for item in rest { navEntry(item, frame) } }
      if let person = reader.signedIn {
        div("more-account") {
          a("/account", "nav-link") {
            span("nav-icon") { Icon.person.html }
            span("nav-text") { person.name }
          }
          signOut(reader, "more-sign-out")
        }
      }
    }
  }
}

private func navEntry(_ item: NavItem, _ frame: PageFrame) -> HTML {
  li {
    a(item.href, "nav-link", ["aria-current": item.href == frame.current ? "page" : nil]) {
      span("nav-icon") { item.icon?.html }
      span("nav-text") { frame.reader(item.text) }
      if let count = item.count, count > 0 { span("nav-count") { count > 999 ? "999+" : String(count) } }
    }
  }
}

/// The sections of a long page, folded: each leads down to its heading. None for fewer than four.
package func sectionLinks(_ sections: [(id: String, title: Text)], _ l: Language) -> HTML {
  guard sections.count > 3 else { return .empty }
  return element("nav", ["aria-label": WebStrings.sections(l)]) {
    dialogDetails(summary: WebStrings.sections, l) {
      ul("section-links") { for section in sections { li { a("#" + section.id) { section.title(l) } } } }
    }
  }
}

/// The way down to this page: each step a link, the page itself last without one.
package func breadcrumbs(_ steps: [(href: String, text: Text)], current: Text? = nil, _ l: Language) -> HTML {
  element("nav", ["class": "crumbs", "aria-label": WebStrings.crumbs(l)]) {
    ol {
      for step in steps { li { a(step.href) { step.text(l) } } }
      if let current { li(nil, ["aria-current": "page"]) { current(l) } }
    }
  }
}

/// Forward by key, and back to the beginning; nothing if there is neither.
package func pager(nextHref: String?, firstHref: String? = nil, _ l: Language) -> HTML {
  guard nextHref != nil || firstHref != nil else { return .empty }
  return element("nav", ["class": "pager", "aria-label": WebStrings.pages(l)]) {
    if let firstHref { a(firstHref, "button plain") { WebStrings.firstPage(l) } }
    if let nextHref { a(nextHref, "button plain", ["rel": "next", "data-next": ""]) { WebStrings.nextPage(l) } }
  }
}
