import Governance
import Markup
import Store
import Values
import Web

extension Request {
  private var calendarTown: String { parameters["town"] ?? "" }

  /// Every year with how sure it is, what the last change did, and the form for a year.
  func calendarPage(
    _ view: CalendarView, typed: Form? = nil, errors: FieldErrors? = nil, refusal: Refusal? = nil
  ) -> HTMLPage {
    let l = reader.language
    return page(CalendarStrings.title, current: Link.workCalendar(calendarTown)) {
      pageTitle(CalendarStrings.title, lead: .text(reader(CalendarStrings.lead)), l)
      if let refusal {
        noticeBox(tone: .red) {
          p { reader(refusal.reason) }
          p { reader(refusal.wayOut) }
        }
      }
      for year in [now.day.year, now.day.year + 1] {
        if let warning = view.calendar.warning(for: year) { unsetYear(year, warning) }
      }
      lastChange(view)
      section("stack", ["id": "enter"]) {
        h2 { reader(CalendarStrings.enter) }
        yearForm(view, typed: typed, errors: errors)
      }
      for shown in view.years { yearSection(shown, view) }
    }
  }

  private func unsetYear(_ year: Int, _ warning: Text) -> HTML {
    noticeBox(tone: .amber) {
      p { reader(warning) }
      p { a(yearHref(year)) { reader(CalendarStrings.enterIt(year)) } }
    }
  }

  private func yearHref(_ year: Int) -> String {
    Link.workCalendar(calendarTown) + "?year=\(year)#enter"
  }

  private func lastChange(_ view: CalendarView) -> HTML {
    guard let last = view.last else { return .empty }
    return noticeBox(tone: view.progress.allSatisfy(\.isDone) ? .neutral : .active) {
      p {
        strong { reader(CalendarStrings.last) }
        " " + reader(CalendarStrings.heading(last.year.year)) + " · "
        reader(CalendarStrings.by(last.madeBy, on: last.madeAt.day))
      }
      for progress in view.progress { p { reader(CalendarStrings.progress(progress)) } }
    }
  }

  private func yearSection(_ shown: ShownYear, _ view: CalendarView) -> HTML {
    let l = reader.language
    let tone: Tone = shown.state == .provisional ? .amber : .green
    var facts: [(Text, HTML)] = []
    if let days = shown.days {
      facts.append((CalendarStrings.daysOff, list(days.daysOff.map(CalendarStrings.span))))
      facts.append((CalendarStrings.makeUp, list(days.makeUp.map { CalendarStrings.span($0...$0) })))
    }
    if let row = shown.row {
      facts.append((CalendarStrings.source, .text(row.source)))
      facts.append((CalendarStrings.entered, .text(reader(CalendarStrings.by(row.madeBy, on: row.madeAt.day)))))
    }
    return section("stack") {
      h2 {
        reader(CalendarStrings.heading(shown.year)) + " "
        stateChip(shown.state.name, tone: tone, l)
      }
      if let warning = view.calendar.warning(for: shown.year) { p("hint") { reader(warning) } }
      if let days = shown.days { p("quiet") { reader(sum(of: days, in: view.calendar)) } }
      if !facts.isEmpty { definitionList(facts, l) }
      if CalendarDraft.years(at: now).contains(shown.year) {
        actions { linkButton(yearHref(shown.year), CalendarStrings.change, l) }
      }
    }
  }

  private func list(_ words: [Text]) -> HTML {
    .text(
      words.isEmpty
        ? reader(CalendarStrings.none) : words.map { reader($0) }.joined(separator: reader.language == .zh ? "、" : ", ")
    )
  }

  private func sum(of days: CalendarYear, in calendar: WorkCalendar) -> Text {
    let off = days.daysOff.reduce(0) { $0 + $1.upperBound.number - $1.lowerBound.number + 1 }
    let first = Day(year: days.year, month: 1, day: 1) ?? Day(number: 0)
    let worked = calendar.workingDays(
      from: first.adding(-1), to: Day(year: days.year, month: 12, day: 31) ?? first)
    return CalendarStrings.days(off: off, worked: worked)
  }

  /// What was typed, or the year of the address (else the first that is not set) with its list.
  private func yearForm(_ view: CalendarView, typed: Form? = nil, errors: FieldErrors? = nil) -> HTML {
    let (l, open) = (reader.language, CalendarDraft.years(at: now))
    let unset = [now.day.year, now.day.year + 1].first { !view.calendar.isSet($0) }
    let year = Int((typed ?? query)["year"]).flatMap { open.contains($0) ? $0 : nil } ?? unset ?? now.day.year
    let shown = view.year(year)
    let isSet = shown.state != .provisional
    return Web.form(
      action: Link.workCalendar(calendarTown), reader: reader, multipart: true, key: Secrets.token(bits: 80),
      errors: errors
    ) {
      hiddenField("version", typed.map { $0["version"] } ?? String(shown.version))
      textField(
        name: "year", label: CalendarStrings.year, value: typed.map { $0["year"] } ?? String(year), errors: errors,
        inputmode: "numeric", required: true, maxlength: 4, reader: reader)
      textArea(
        name: "list", label: CalendarStrings.list,
        value: typed.map(CalendarDraft.lines) ?? (isSet ? shown.days?.lines ?? "" : ""), hint: CalendarStrings.listHint,
        errors: errors, rows: 12, reader: reader)
      fileField(
        name: "file", label: CalendarStrings.file, hint: CalendarStrings.fileHint, accept: ".txt,.csv,.tsv",
        reader: reader)
      textField(
        name: "source", label: CalendarStrings.source, value: typed.map { $0["source"] } ?? shown.row?.source ?? "",
        hint: CalendarStrings.sourceHint, errors: errors, required: true, maxlength: 200, reader: reader)
      actions { submitButton(CalendarStrings.look, name: "preview", value: "1", l) }
    }
  }

  /// What saving would change, with the button that saves.
  func calendarPreview(_ draft: CalendarDraft, _ view: CalendarView) -> HTMLPage {
    let (l, year) = (reader.language, draft.year.year)
    let differences = view.calendar.differences(to: view.calendar.replacing(draft.year), in: year)
    let isSame = view.year(year).days.map { !$0.provisional && $0.lines == draft.year.lines } ?? false
    return page(CalendarStrings.checkFirst, current: Link.workCalendar(calendarTown)) {
      breadcrumbs(
        [(Link.workCalendar(calendarTown), CalendarStrings.title)], current: CalendarStrings.heading(year), l)
      pageTitle(
        CalendarStrings.heading(year), lead: .text(reader(isSame ? CalendarStrings.same : CalendarStrings.checkLead)), l
      )
      if !isSame {
        section("stack") {
          h2 { reader(CalendarStrings.changes) }
          if differences.isEmpty { p { reader(CalendarStrings.confirms) } }
          if !differences.isEmpty { ul { for difference in differences { li { reader(difference.words) } } } }
          p("quiet") { reader(sum(of: draft.year, in: view.calendar.replacing(draft.year))) }
        }
        saveForm(draft)
      }
      dialogDetails(summary: CalendarStrings.changeAgain, open: isSame, l) { yearForm(view, typed: form) }
    }
  }

  private func saveForm(_ draft: CalendarDraft) -> HTML {
    Web.form(action: Link.workCalendar(calendarTown), reader: reader, key: Secrets.token(bits: 80)) {
      hiddenField("year", String(draft.year.year))
      hiddenField("list", draft.year.lines)
      hiddenField("source", draft.source)
      hiddenField("version", draft.expected.map(String.init) ?? "")
      stickyActions { submitButton(CalendarStrings.save, reader.language) }
    }
  }
}
