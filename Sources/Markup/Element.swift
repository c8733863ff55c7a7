import Values

/// The attributes of an element; a nil value leaves the attribute out, an empty one writes it alone.
package typealias Attributes = KeyValuePairs<String, String?>

private let voidElements: Set<String> = ["br", "hr", "img", "input", "link", "meta", "col", "source"]

/// An element: name, attributes, children. Every named helper goes through here.
package func element(_ name: String, _ attributes: Attributes = [:], @HTMLBuilder _ content: () -> HTML = { .empty })
  -> HTML
{
  var html = HTML.empty
  open(name, first: nil, class: nil, attributes, &html)
  return voidElements.contains(name) ? html : closed(html, name, content())
}

/// "<name first class attributes>".
private func open(
  _ name: String, first: (String, String)?, class: String?, _ attributes: Attributes, _ html: inout HTML
) {
  html.reserve(96)
  html.append(raw: "<")
  html.append(raw: name)
  if let first { add(first.0, first.1, &html) }
  if let `class` { add("class", `class`, &html) }
  for case (let key, let value?) in attributes { add(key, value, &html) }
  html.append(raw: ">")
}

private func add(_ key: String, _ value: String, _ html: inout HTML) {
  html.append(raw: " ")
  html.append(raw: key)
  if value.isEmpty { return }
  html.append(raw: "=\"")
  html.append(escaping: value)
  html.append(raw: "\"")
}

private func closed(_ opened: HTML, _ name: String, _ content: HTML) -> HTML {
  var html = opened
  html.reserve(opened.bytes.count + content.bytes.count + name.utf8.count + 3)
  html.append(content)
  html.append(raw: "</")
  html.append(raw: name)
  html.append(raw: ">")
  return html
}

package func div(_ class: String? = nil, _ attributes: Attributes = [:], @HTMLBuilder _ content: () -> HTML) -> HTML {
  classed("div", `class`, attributes, content)
}
package func section(_ class: String? = nil, _ attributes: Attributes = [:], @HTMLBuilder _ content: () -> HTML) -> HTML
{ classed("section", `class`, attributes, content) }
package func p(_ class: String? = nil, _ attributes: Attributes = [:], @HTMLBuilder _ content: () -> HTML) -> HTML {
  classed("p", `class`, attributes, content)
}
package func span(_ class: String? = nil, _ attributes: Attributes = [:], @HTMLBuilder _ content: () -> HTML) -> HTML {
  classed("span", `class`, attributes, content)
}
package func ul(_ class: String? = nil, _ attributes: Attributes = [:], @HTMLBuilder _ content: () -> HTML) -> HTML {
  classed("ul", `class`, attributes, content)
}
package func ol(_ class: String? = nil, _ attributes: Attributes = [:], @HTMLBuilder _ content: () -> HTML) -> HTML {
  classed("ol", `class`, attributes, content)
}
package func li(_ class: String? = nil, _ attributes: Attributes = [:], @HTMLBuilder _ content: () -> HTML) -> HTML {
  classed("li", `class`, attributes, content)
}
package func h1(_ class: String? = nil, _ attributes: Attributes = [:], @HTMLBuilder _ content: () -> HTML) -> HTML {
  classed("h1", `class`, attributes, content)
}
package func h2(_ class: String? = nil, _ attributes: Attributes = [:], @HTMLBuilder _ content: () -> HTML) -> HTML {
  classed("h2", `class`, attributes, content)
}
package func h3(_ class: String? = nil, _ attributes: Attributes = [:], @HTMLBuilder _ content: () -> HTML) -> HTML {
  classed("h3", `class`, attributes, content)
}
package func strong(_ class: String? = nil, @HTMLBuilder _ content: () -> HTML) -> HTML {
  classed("strong", `class`, [:], content)
}
package func time(_ instant: Instant, @HTMLBuilder _ content: () -> HTML) -> HTML {
  element("time", ["datetime": instant.iso], content)
}

/// A link to an address of this program (`Links` in Web).
package func a(
  _ href: String, _ class: String? = nil, _ attributes: Attributes = [:], @HTMLBuilder _ content: () -> HTML
)
  -> HTML
{
  classed("a", `class`, attributes, content, first: ("href", href))
}

private func classed(
  _ name: String, _ class: String?, _ attributes: Attributes, _ content: () -> HTML, first: (String, String)? = nil
) -> HTML {
  var html = HTML.empty
  open(name, first: first, class: `class`, attributes, &html)
  return closed(html, name, content())
}
