import Markup
import Values

/// How wide a column is at least; text columns share what is left.
package enum ColumnWidth: String, Sendable { case number, day, name, text }

/// A column of a table: its title, its least width, and whether it holds figures (set right).
package struct Column: Sendable {
  package let title: Text
  package let width: ColumnWidth?
  package let numeric: Bool

  package init(title: Text, width: ColumnWidth? = nil, numeric: Bool = false) {
    (self.title, self.width, self.numeric) = (title, width, numeric)
  }

  fileprivate var cssClass: String? {
    let parts = [width.map { "col-" + $0.rawValue }, numeric ? "numeric" : nil].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }
}

/// A table under a fixed header, in a container that scrolls by finger and by keyboard.
/// Each row has as many cells as there are columns; `compact` sets the rows closer.
package func dataTable(
  caption: Text, columns: [Column], rows: [[HTML]], compact: Bool = false, sum: [HTML]? = nil, _ l: Language
) -> HTML {
  div("table-scroll", ["tabindex": "0", "role": "region", "aria-label": caption(l)]) {
    element("table", ["class": compact ? "data compact" : "data"]) {
      element("caption") { caption(l) }
      tableBody(columns: columns, rows: rows, sum: sum, l)
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

private func tableBody(columns: [Column], rows: [[HTML]], sum: [HTML]?, _ l: Language) -> HTML {
  let classes = columns.map(\.cssClass)
  return element("thead") {
    element("tr") {
      for column in columns { element("th", ["scope": "col", "class": column.cssClass]) { column.title(l) } }
    }
  }
    + element("tbody") {
      for row in rows {
        element("tr") { for (cell, name) in zip(row, classes) { element("td", ["class": name]) { cell } } }
      }
    }
    + footRow(sum, classes)
}

private func footRow(_ sum: [HTML]?, _ classes: [String?]) -> HTML {
  guard let sum else { return .empty }
  return element("tfoot") {
    element("tr") { for (cell, name) in zip(sum, classes) { element("td", ["class": name]) { cell } } }
  }
}
