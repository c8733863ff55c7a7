import Governance
import Markup
import Matters
import Mechanism
import Values
import Web

extension RegisterColumn {
  /// The column of a table on the screen or on paper.
  var shown: Column {
    switch self {
    case .number: Column(title: title, width: .name, card: .stamp)
    case .date: Column(title: title, width: .day, card: .stamp)
    case .reporter, .contact, .lead: Column(title: title, width: .name)
    case .due, .closed: Column(title: title, width: .day)
    case .matter: Column(title: title, width: .text, card: .title)
    case .routing, .reply, .basis: Column(title: title, width: .text)
    case .concerns, .joins: Column(title: title, width: .number, numeric: true)
    default: Column(title: title)
    }
  }
}

extension Request {
  /// The customary columns and those asked for; a family opens in its row.
  func registerTable(_ content: RegisterContent) -> HTML {
    dataTable(
      caption: RegisterStrings.classRegister(content.matterClass), columns: content.view.columns.map(\.shown),
      rows: content.page.lines.map { line in content.view.columns.map { cell($0, line, content) } },
      compact: content.view.isCompact, cards: true, reader.language)
  }

  private func cell(_ column: RegisterColumn, _ line: RegisterLine, _ content: RegisterContent) -> HTML {
    switch column {
    case .number: serial(line.matter.number)
    case .matter: matterCell(line, content)
    case .reporter: reporterCell(line, content)
    case .state: stateCell(line, content)
    case .due: dueCell(line, content)
    default: .text(content.words.cell(column, line).words)
    }
  }

  private func matterCell(_ line: RegisterLine, _ content: RegisterContent) -> HTML {
    let title = content.words.title(of: line)
    guard let family = line.family else {
      let link = a(Link.matter(content.village, line.matter.id)) { title }
      let place = content.words.safe(line.matter.placeText)
      return place.isEmpty ? link : link + p("hint") { place }
    }
    return dialogDetails(summary: Text(same: title), reader.language) {
      ul { for member in line.members { li { memberLine(member, content) } } }
      if line.members.count < family.count {
        p("hint") { reader(RegisterStrings.onlyFirst(line.members.count, of: family.count)) }
      }
    }
  }

  private func memberLine(_ member: MatterRow, _ content: RegisterContent) -> HTML {
    let facts = [
      content.words.safe(member.placeText), member.shownDay.iso, reader(member.shownState.name),
    ].filter { !$0.isEmpty }
    return a(Link.matter(content.village, member.id)) { content.words.safe(member.title) }
      + p("hint") { ([member.number] + facts).joined(separator: " · ") }
  }

  private func reporterCell(_ line: RegisterLine, _ content: RegisterContent) -> HTML {
    let words = HTML.text(content.words.reporter(of: line))
    guard may(.readAnnex), line.family == nil, line.reporters > 0 else { return words }
    return words
      + p("hint") {
        a(Link.annex(content.village, content.matterClass, line.matter.id)) { reader(RegisterStrings.annex) }
      }
  }

  private func stateCell(_ line: RegisterLine, _ content: RegisterContent) -> HTML {
    let isOpen = line.all.contains { $0.shownState.isOpen }
    return stateChip(
      Text(same: content.words.state(of: line)), tone: isOpen ? .active : .neutral, reader.language)
  }

  private func dueCell(_ line: RegisterLine, _ content: RegisterContent) -> HTML {
    guard let due = content.words.due(of: line) else { return .empty }
    let sign = Governance.light(
      opened: line.matter.shownOpenedAt, due: due, now: reader.now, calendar: reader.calendar,
      limitDays: line.matter.shownLimitDays)
    let tone: Tone =
      switch sign {
      case .green: .green
      case .amber: .amber
      case .red: .red
      }
    return .text(due.day.iso)
      + p("hint") {
        Web.light(lightWords(due: due, now: reader.now, calendar: reader.calendar), tone: tone, reader.language)
      }
  }
}
