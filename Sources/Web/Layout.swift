import Markup
import Values

/// What surrounds a page: its title, who reads it, where, and the ways to other pages.
package struct PageFrame: Sendable {
  package var title: Text
  package var reader: Reader
  package var place: PlaceInfo?
  /// In order of importance: on a phone the first four or five are always in sight.
  package var nav: [NavItem]
  /// The `href` of the nav item that this page belongs to.
  package var current: String
  /// Whether the page listens for urgent matters that nobody has taken (`alarm.js`).
  package var alarm: Bool

  package init(
    title: Text, reader: Reader, place: PlaceInfo? = nil, nav: [NavItem] = [], current: String = "",
    alarm: Bool = false
  ) {
    (self.title, self.reader, self.place) = (title, reader, place)
    (self.nav, self.current, self.alarm) = (nav, current, alarm)
  }
}

/// One way of the navigation; `count` is what waits there, shown when above 0.
package struct NavItem: Sendable, Hashable {
  package let href: String
  package let text: Text
  package let icon: Icon?
  package let count: Int?

  package init(href: String, text: Text, icon: Icon? = nil, count: Int? = nil) {
    (self.href, self.text, self.icon, self.count) = (href, text, icon, count)
  }
}

/// The whole document of an office page: header, navigation, main, footer.
/// `wide` gives tables and workbenches the full width of the window.
package func layout(_ frame: PageFrame, wide: Bool = false, @HTMLBuilder main: () -> HTML) -> HTML {
  let content = main()
  return document(frame, kind: wide ? "office wide" : "office") {
    pageHeader(frame)
    rail(frame)
    element("main", ["id": "main", "tabindex": "-1"]) { content }
    pageFooter(frame.reader)
    tabs(frame)
  }
}

/// The whole document of a page for residents: narrower, larger, without navigation.
package func plainLayout(_ frame: PageFrame, @HTMLBuilder main: () -> HTML) -> HTML {
  let content = main()
  return document(frame, kind: "plain") {
    pageHeader(frame)
    element("main", ["id": "main", "tabindex": "-1"]) { content }
    pageFooter(frame.reader)
  }
}

private func document(_ frame: PageFrame, kind: String, @HTMLBuilder body: () -> HTML) -> HTML {
  let reader = frame.reader
  let content = body()
  let html = element("html", ["lang": reader.language.rawValue, "class": reader.largeText ? "large" : nil]) {
    head(frame)
    element(
      "body",
      ["class": kind, "data-alarm": frame.alarm ? "" : nil, "data-words": scriptWords(reader.language)]
    ) {
      a("#main", "skip") { reader(WebStrings.skip) }
      content
    }
  }
  return .raw("<!doctype html>") + html
}

private func head(_ frame: PageFrame) -> HTML {
  let language = frame.reader.language
  let place = frame.place.flatMap { $0.name == frame.title ? nil : $0.name(language) }
  let title = [frame.title(language), place, WebStrings.product(language)]
  return element("head") {
    element("meta", ["charset": "utf-8"])
    element("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1, viewport-fit=cover"])
    element("meta", ["name": "color-scheme", "content": "light dark"])
    element("title") { title.compactMap(\.self).joined(separator: " · ") }
    element("link", ["rel": "icon", "href": Assets.path("icons/mark.svg"), "type": "image/svg+xml"])
    element("link", ["rel": "stylesheet", "href": Assets.path("css/all.css")])
    element("script", ["type": "module", "src": Assets.path("js/main.js")])
  }
}
