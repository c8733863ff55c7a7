import Markup
import Values

/// A row of a list; the whole row is the target of its one link. `meta` is one line of small facts.
package func listRow(href: String, title: HTML, meta: [HTML], trailing: HTML = .empty) -> HTML {
  li("row", ["data-row": ""]) {
    div("row-main") {
      a(href, "row-link") { title }
      if !meta.isEmpty {
        ul("row-meta") { for fact in meta { li { fact } } }
      }
    }
    if !trailing.isEmpty { div("row-trailing") { trailing } }
  }
}

/// The list of `listRow`s.
package func rowList(_ rows: [HTML]) -> HTML {
  ul("rows") { for row in rows { row } }
}

/// What will be here, and the one thing to do next (address and verb).
package func emptyState(_ text: Text, action: (String, Text)? = nil, _ l: Language) -> HTML {
  div("empty") {
    HTML.raw(
      """
      <svg class="empty-drawing" viewBox="0 0 120 56" aria-hidden="true"><path d="M8 48h104M28 48V20h64v28M28 30h64\
      M40 20v-8h40v8"/></svg>
      """)
    p { text(l) }
    if let action { linkButton(action.0, action.1, tone: .primary, l) }
  }
}

/// The number of a concern or matter, never broken over two lines: "青山村-2026-0412".
package func serial(_ number: String) -> HTML { span("serial") { number } }

/// Name and value pairs: what is known of a thing.
package func definitionList(_ pairs: [(Text, HTML)], _ l: Language) -> HTML {
  element("dl", ["class": "facts"]) {
    for (name, value) in pairs {
      div("fact") {
        element("dt") { name(l) }
        element("dd") { value }
      }
    }
  }
}

/// The head of a page: its one title, a sentence beneath, and what can be begun here at the right.
package func pageTitle(_ title: Text, lead: HTML = .empty, aside: HTML = .empty, _ l: Language) -> HTML {
  div("page-title") {
    div("page-title-words") {
      h1 { title(l) }
      if !lead.isEmpty { p("lead") { lead } }
    }
    if !aside.isEmpty { div("page-title-aside") { aside } }
  }
}

/// Queue, thing and decision side by side on a wide window, one after the other on a phone. `folds`: a phone shows the
/// decision when it is asked for by an address within it ("#decision").
package func workbench(queue: HTML, thing: HTML, decision: HTML, folds: Bool = false) -> HTML {
  div("workbench") {
    div("workbench-queue") { queue }
    div("workbench-thing") { thing }
    div(folds ? "workbench-decision folds" : "workbench-decision") { decision }
  }
}

/// What is known, and beside it what can be done and what was; one after the other on a phone.
package func sideBySide(main: HTML, aside: HTML) -> HTML {
  div("side-by-side") {
    div("side-main") { main }
    div("side-aside") { aside }
  }
}
