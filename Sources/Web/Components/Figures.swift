import Markup
import Values

/// One figure of the state of a place; with an address it leads to what it counts.
package struct StatTile: Sendable {
  package let label: Text
  package let value: String
  package let note: Text?
  package let href: String?
  package let tone: Tone

  package init(label: Text, value: String, note: Text? = nil, href: String? = nil, tone: Tone = .neutral) {
    (self.label, self.value, self.note) = (label, value, note)
    (self.href, self.tone) = (href, tone)
  }
}

/// A few large figures, each with its word.
package func statTiles(_ tiles: [StatTile], _ l: Language) -> HTML {
  ul("tiles") {
    for tile in tiles {
      li("tile tone-" + tile.tone.rawValue) {
        span("tile-value") { tile.value }
        if let href = tile.href {
          a(href, "tile-label") { tile.label(l) }
        } else {
          span("tile-label") { tile.label(l) }
        }
        if let note = tile.note { span("tile-note") { note(l) } }
      }
    }
  }
}

/// Bars from the server, each labelled directly; the table stands beneath. Values are 0 or more.
/// `most`: what a whole bar stands for; nil: the largest value. `unit` follows each value: " %".
package func barChart(
  title: Text, rows: [(label: Text, value: Int)], most: Int? = nil, unit: String = "", _ l: Language
) -> HTML {
  element("figure", ["class": "chart"]) {
    element("figcaption") { title(l) }
    bars(title: title, rows: rows, most: most, unit: unit, l)
    dialogDetails(summary: WebStrings.asTable, l) {
      dataTable(
        caption: title,
        columns: [
          Column(title: WebStrings.chartLabel), Column(title: WebStrings.chartValue, width: .number, numeric: true),
        ],
        rows: rows.map { [.text($0.label(l)), .text(String($0.value) + unit)] }, compact: true, l)
    }
  }
}

/// Lengths in per cent and em: the bars grow with the window, the words with the text size.
private func bars(
  title: Text, rows: [(label: Text, value: Int)], most: Int?, unit: String, _ l: Language
) -> HTML {
  let most = max(most ?? rows.map(\.value).max() ?? 0, 1)
  let rowHeight = 29  // tenths of an em
  return element(
    "svg",
    [
      "class": "bars", "role": "img", "aria-label": title(l), "width": "100%",
      "height": tenths(rows.count * rowHeight),
    ]
  ) {
    for (index, row) in rows.enumerated() {
      let top = index * rowHeight
      let width = max(row.value, 0) * 85 / most
      element("text", ["class": "bar-label", "x": "0", "y": tenths(top + 11)]) { row.label(l) }
      element(
        "rect",
        ["class": "bar", "x": "0", "y": tenths(top + 15), "width": "\(width)%", "height": "0.8em", "rx": "2"])
      element("text", ["class": "bar-value", "x": "\(width)%", "dx": "0.4em", "y": tenths(top + 22)]) {
        String(row.value) + unit
      }
    }
  }
}

private func tenths(_ value: Int) -> String { "\(value / 10).\(value % 10)em" }
