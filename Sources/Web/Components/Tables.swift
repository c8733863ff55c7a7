import Markup
import Values

/// How wide a column is at least; text columns share what is left.
package enum ColumnWidth: String, Sendable { case number, day, name, text }

/// What a cell becomes where a row stands as a card on a phone: the title, a small fact above it without its name,
/// or a line with its name.
package enum CardPart: String, Sendable { case title, stamp, line }

/// A column of a table: its title, its least width, whether it holds figures (set right), its part of a card.
package struct Column: Sendable {
  package let title: Text
  package let width: ColumnWidth?
  package let numeric: Bool
  package let card: CardPart

  package init(title: Text, width: ColumnWidth? = nil, numeric: Bool = false, card: CardPart = .line) {
    (self.title, self.width, self.numeric, self.card) = (title, width, numeric, card)
  }

  fileprivate var cssClass: String? {
    let parts = [
      width.map { "col-" + $0.rawValue }, numeric ? "numeric" : nil, card == .line ? nil : "card-" + card.rawValue,
    ].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }
}

/// A table under a fixed header, in a container that scrolls by finger and by keyboard.
/// Each row has as many cells as there are columns; `compact` sets the rows closer; `cards`: on a phone each row
/// stands as a card instead. The caption is heard, not seen: a heading stands above the table.
package func dataTable(
  caption: Text, columns: [Column], rows: [[HTML]], compact: Bool = false, cards: Bool = false, sum: [HTML]? = nil,
  _ l: Language
) -> HTML {
  let classes = ["data", compact ? "compact" : "", cards ? "cards" : ""].filter { !$0.isEmpty }
  return div("table-scroll", ["tabindex": "0", "role": "region", "aria-label": caption(l)]) {
    element("table", ["class": classes.joined(separator: " ")]) {
      element("caption") { caption(l) }
      tableBody(columns: columns, rows: rows, sum: sum, cards: cards, l)
    }
  }
}

/// The customary head of a paper register.
package struct PrintHead: Sendable {
  package let title: Text
  /// 单位, 时间段, 登记人 as they stand on paper.
  package let unit: String
  package let period: String
  package let keeper: String

  package init(title: Text, unit: String, period: String, keeper: String) {
    (self.title, self.unit, self.period, self.keeper) = (title, unit, period, keeper)
  }
}

/// A register for paper (A4 landscape): title, unit, period, keeper; header row on every sheet; sum row; signatures.
package func printTable(
  _ head: PrintHead, columns: [Column], rows: [[HTML]], sum: [HTML]? = nil, _ l: Language
) -> HTML {
  section("register") {
    h1("register-title") { head.title(l) }
    ul("register-head") {
      li { WebStrings.printUnit(l) + head.unit }
      li { WebStrings.printPeriod(l) + head.period }
      li { WebStrings.printKeeper(l) + head.keeper }
    }
    div("table-scroll", ["tabindex": "0", "role": "region", "aria-label": head.title(l)]) {
      element("table", ["class": "data ruled"]) { tableBody(columns: columns, rows: rows, sum: sum, l) }
    }
    ul("register-signatures") {
      for line in WebStrings.printSignatures { li { line(l) } }
    }
  }
}

/// A notice for the wall: one message, the QR code, the address in words beneath.
package func poster(title: Text, message: HTML, qr svg: String, address: String, _ l: Language) -> HTML {
  section("poster") {
    h1 { title(l) }
    div("poster-message") { message }
    qr(svg: svg, caption: Text(same: address), l)
  }
}

private func tableBody(
  columns: [Column], rows: [[HTML]], sum: [HTML]?, cards: Bool = false, _ l: Language
) -> HTML {
  let looks = columns.map { (class: $0.cssClass, name: $0.title(l)) }
  return element("thead") {
    element("tr") {
      for look in looks { element("th", ["scope": "col", "class": look.class]) { look.name } }
    }
  }
    + element("tbody") {
      for row in rows { tableRow(row, looks, cards: cards) }
    }
    + (sum.map { sum in element("tfoot") { tableRow(sum, looks, cards: cards) } } ?? .empty)
}

/// The name of its column goes with each cell of a card.
private func tableRow(_ cells: [HTML], _ looks: [(class: String?, name: String)], cards: Bool) -> HTML {
  element("tr") {
    for (cell, look) in zip(cells, looks) {
      element("td", ["class": look.class, "data-name": cards ? look.name : nil]) { cell }
    }
  }
}
