import Governance
import Markup
import Matters
import Mechanism
import Store
import Values
import Web

/// A register for paper.
struct PrintContent: Sendable {
  let matterClass: MatterClass
  let view: RegisterView
  /// Oldest first.
  let lines: [RegisterLine]
  /// More rows than are printed at once.
  let isCut: Bool
  let backdrop: RegisterBackdrop
  let words: RegisterWords
  let chainHead: (seq: Int, hash: String)?

  /// The most rows of one print.
  static let most = 2000
}

extension Request {
  /// A4 landscape: title, unit, period, keeper of the day; the header on every sheet; sum row, signatures, and the last
  /// hash of the town's events, by which a cut or rewritten chain is found later.
  func printPage(_ content: PrintContent) -> HTMLPage {
    let l = reader.language
    let village = content.backdrop.village
    let address = Link.register(village.code, content.matterClass) + content.view.query()
    return page(
      RegisterStrings.paperTitle(village.name, content.matterClass), wide: true, current: Link.registers(village.code)
    ) {
      div("screen-only") {
        actions { linkButton(address, RegisterStrings.backToRegister, l) }
        p("hint") { reader(RegisterStrings.printHow) }
        if content.words.contacts.isShown { noticeBox(tone: .amber) { p { reader(RegisterStrings.contactsShown) } } }
        if content.isCut { noticeBox(tone: .amber) { p { reader(RegisterStrings.cut(PrintContent.most)) } } }
      }
      printTable(
        printHead(content), columns: content.view.columns.map(\.shown),
        rows: content.lines.map { line in content.view.columns.map { printCell($0, line, content.words) } },
        sum: sumRow(content), l)
      if let head = content.chainHead {
        p("hint") { reader(RegisterStrings.chainHead(head.seq, head.hash)) }
      }
    }
  }

  private func printHead(_ content: PrintContent) -> PrintHead {
    PrintHead(
      title: RegisterStrings.paperTitle(content.backdrop.village.name, content.matterClass),
      unit: reader(content.backdrop.village.name),
      period: reader(periodWords(content.view.filter, today: now.day)),
      keeper: content.backdrop.keeper?.name ?? reader(RegisterStrings.noKeeper))
  }

  /// A family prints its places beneath.
  private func printCell(_ column: RegisterColumn, _ line: RegisterLine, _ words: RegisterWords) -> HTML {
    let text = HTML.text(words.cell(column, line).words)
    guard column == .matter, line.family != nil else { return text }
    return text + p { words.places(of: line).joined(separator: reader.language == .zh ? "、" : ", ") }
  }

  private func sumRow(_ content: PrintContent) -> [HTML] {
    let matters = content.lines.reduce(0) { $0 + $1.count }
    let people = content.lines.reduce(0) { $0 + $1.reporters }
    return content.view.columns.map { column in
      switch column {
      case .number: .text(reader(RegisterStrings.total))
      case .matter: .text(reader(RegisterStrings.matters(matters)))
      case .reporter: .text(reader(RegisterStrings.people(people)))
      case .concerns: .text(String(content.lines.reduce(0) { $0 + sum($1, \.concerns) }))
      case .joins: .text(String(content.lines.reduce(0) { $0 + sum($1, \.joins) }))
      default: .empty
      }
    }
  }

  private func sum(_ line: RegisterLine, _ figure: (MatterRow) -> Int) -> Int {
    line.all.reduce(0) { $0 + figure($1) }
  }
}
