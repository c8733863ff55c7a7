import Governance
import Store
import Values
import Web

extension Request {
  fileprivate func calendarView() async throws -> CalendarView {
    let day = now.day
    return try await app.database.read { tx in try tx.calendarView(on: day) }
  }
}

let calendarRoutes: [Route] = [
  .get(
    "/t/{town}/calendar", needs: .can(.managePlaces), CalendarStrings.title,
    takes: [Parameter("year", CalendarStrings.year)], gives: CalendarJSON.sample
  ) { request in
    let view = try await request.calendarView()
    return try await request.answer(json: CalendarJSON(view)) { request.calendarPage(view) }
  },
  .post(
    "/t/{town}/calendar", needs: .can(.managePlaces), CalendarStrings.one,
    takes: [
      Parameter("year", CalendarStrings.year, required: true), Parameter("list", CalendarStrings.list, required: true),
      Parameter("source", CalendarStrings.source, required: true), Parameter("version", CalendarStrings.version),
      Parameter("preview", CalendarStrings.preview),
    ],
    gives: CalendarJSON.sample,
    rejected: { request, errors in
      request.calendarPage(try await request.calendarView(), typed: request.form, errors: errors)
    }
  ) { request in
    let draft = try CalendarDraft(request.form, now: request.now)
    let (town, day) = (request.parameters["town"] ?? "", request.now.day)
    if request.form.isOn("preview") {
      let view = try await request.calendarView()
      let changes = view.calendar.differences(to: view.calendar.replacing(draft.year), in: draft.year.year).map(\.words)
      return try await request.answer(json: CalendarJSON(view, changes: changes)) {
        request.calendarPreview(draft, view)
      }
    }
    do {
      return try await request.write { w in
        try w.enter(draft.year, source: draft.source, expected: draft.expected)
        return Outcome(Link.workCalendar(town), json: CalendarJSON(try w.tx.calendarView(on: day)))
      }
    } catch let refusal as Refusal where !request.isAPI {
      return .page(
        request.calendarPage(try await request.calendarView(), typed: request.form, refusal: refusal), status: 409)
    }
  },
]
