import Governance
import Mechanism
import Store
import Values
import Web

/// Bulk grouping of what waits (D5): begin, look, confirm one by one or together, undo.
let groupingRoutes: [Route] =
  runRoutes
  + together(
    "confirmations", GroupingStrings.confirmAll, { try await $0.confirmationsPage() },
    { w, run in try w.confirmAll(of: run) })
  + together("undoing", GroupingStrings.undoAll, { try await $0.undoingPage() }, { w, run in try w.undoAll(of: run) })
  + groupRoutes

private let runRoutes: [Route] = [
  .get(
    "/v/{village}/groupings", needs: .can(.triage), GroupingStrings.title,
    takes: [Parameter("after", WebStrings.nextPage), Parameter("limit", GroupingStrings.title)],
    gives: Page(items: [GroupingJSON.sample], next: "1234567890121")
  ) { request in
    let page = try await request.groupings()
    return try await request.answer(
      json: Page(items: page.items.map { GroupingJSON($0) }, next: page.next)
    ) { try await request.groupingsPage(page) }
  },
  .post(
    "/v/{village}/groupings", needs: .can(.triage), GroupingStrings.begin, gives: GroupingJSON.sample
  ) { request in
    let (key, code) = (try request.village(), request.place?.code ?? "")
    return try await request.write(orShow: { try await request.groupingsPage(request.groupings(), refusal: $0) }) { w in
      let id = try w.beginGrouping(in: key)
      return Outcome(
        Link.grouping(code, id), json: GroupingJSON(try w.tx.groupingRun(id, in: key)), created: true)
    }
  },
  .get(
    "/v/{village}/groupings/{grouping}", needs: .can(.triage), GroupingStrings.oneSummary,
    takes: [
      Parameter("show", GroupingStrings.show, of: GroupFilter.self), Parameter("after", WebStrings.nextPage),
      Parameter("limit", GroupingStrings.proposed),
    ], gives: GroupingJSON.sample
  ) { request in
    let shown = try await request.shownGrouping()
    return try await request.answer(json: GroupingJSON(shown.run, shown.counts, shown.page)) {
      request.groupingPage(shown)
    }
  },
  .get(
    "/v/{village}/groupings/{grouping}/progress", needs: .can(.triage), GroupingStrings.progress,
    gives: GroupingProgressJSON.sample
  ) { request in
    .json(try JSON.bytes(GroupingProgressJSON(try await request.groupingRun())), status: 200, etag: nil)
  },
]

/// The page that says what will happen to all groups, and the act itself, which goes on in the background.
private func together(
  _ word: String, _ summary: Text, _ page: @escaping @Sendable (Request) async throws -> HTMLPage,
  _ act: @escaping @Sendable (Write, GroupingRun) throws -> Void
) -> [Route] {
  let path = "/v/{village}/groupings/{grouping}/" + word
  return [
    .get(path, needs: .can(.triage), summary, gives: GroupingJSON.sample) { request in
      let shown = try await request.shownGrouping()
      return try await request.answer(json: GroupingJSON(shown.run, shown.counts, shown.page)) {
        try await page(request)
      }
    },
    .post(path, needs: .can(.triage), summary, gives: GroupingJSON.sample) { request in
      let (key, code) = (try request.village(), request.place?.code ?? "")
      let id = try request.id("grouping", as: GroupingRun.self)
      return try await request.write(orShow: { request.groupingPage(try await request.shownGrouping(), refusal: $0) }) {
        w in
        try act(w, try w.tx.groupingRun(id, in: key))
        return Outcome(Link.grouping(code, id), json: GroupingJSON(try w.tx.groupingRun(id, in: key)))
      }
    },
  ]
}

/// One group: look, confirm, dismiss, undo.
private let groupRoutes: [Route] = [
  .get(
    "/v/{village}/groupings/{grouping}/groups/{group}", needs: .can(.triage), GroupingStrings.look,
    gives: GroupJSON.sample
  ) { request in
    let shown = try await request.shownGroup()
    return try await request.answer(version: shown.1.group.version, json: GroupJSON(shown.1)) {
      request.groupPage(shown)
    }
  },
  .post(
    "/v/{village}/groupings/{grouping}/groups/{group}/confirmation", needs: .can(.triage), GroupingStrings.confirm,
    takes: [
      Parameter("concern", GroupingStrings.concernIDs), Parameter("chosen", GroupingStrings.chosen),
      Parameter("target", GroupingStrings.targetMeaning), Parameter("leaf", TriageStrings.leaf),
      Parameter("title", TriageStrings.matterTitle), Parameter("reason", TriageStrings.reason),
      Parameter("version", MatterStrings.version),
    ], gives: GroupJSON.sample,
    rejected: { request, errors in
      request.groupPage(try await request.shownGroup(), typed: Typed(form: request.form, errors: errors))
    }
  ) { request in
    let (choice, name) = (try GroupChoice(request), request.place?.name.zh ?? "")
    let catalogue = try await request.catalogue().catalogue
    return try await request.decide { w, run, group in
      try w.confirm(group, as: choice, in: run, catalogue, villageName: name)
    }
  },
  .post(
    "/v/{village}/groupings/{grouping}/groups/{group}/dismissal", needs: .can(.triage), GroupingStrings.dismiss,
    takes: [Parameter("version", MatterStrings.version)], gives: GroupJSON.sample
  ) { request in
    let version = try request.seenVersion()
    return try await request.decide { w, run, group in try w.dismiss(group, in: run, version: version) }
  },
  .post(
    "/v/{village}/groupings/{grouping}/groups/{group}/undoing", needs: .can(.triage), GroupingStrings.undo,
    takes: [Parameter("version", MatterStrings.version)], gives: GroupJSON.sample
  ) { request in
    let version = try request.seenVersion()
    return try await request.decide { w, run, id in
      let group = try w.tx.proposedGroup(id, of: run)
      if let version, version != group.version { throw MattersWords.changedMeanwhile }
      try w.undo(group, of: run)
    }
  },
]

extension GroupChoice {
  /// - Throws: `FieldErrors`.
  fileprivate init(_ request: Request) throws {
    let form = request.form
    var errors = FieldErrors()
    if form.isOn("chosen") || form.fields["concern"] != nil {
      concerns =
        form.fields["concern"] == nil
        ? [] : form.ids("concern", as: Concern.self, count: 1...GroupingRun.mostMembers, &errors)
    }
    switch form["target"] {
    case "": break
    case "new": target = .new
    default: target = form.id("target", as: Matter.self, &errors).map { .existing($0) } ?? .proposed
    }
    leaf = form["leaf"]
    title = form.text("title", max: 80, &errors)
    reason = form.text("reason", max: 1000, &errors)
    version = try request.seenVersion()
    guard errors.isEmpty else { throw errors }
  }
}

extension Request {
  fileprivate func groupings() async throws -> Page<GroupingRun> {
    let (key, limit, last) = (try village(), limit(), after(GroupingRun.self))
    let rows = try await app.database.read { tx in try tx.groupingRuns(in: key, before: last, limit: limit + 1) }
    return Page(rows, limit: limit) { $0.id.description }
  }

  func groupingRun() async throws -> GroupingRun {
    let (key, id) = (try village(), try id("grouping", as: GroupingRun.self))
    return try await app.database.read { tx in try tx.groupingRun(id, in: key) }
  }

  /// A decision about the group of the address; a browser goes back to the card it came from.
  fileprivate func decide(
    _ body: @escaping @Sendable (Write, GroupingRun, ID<ProposedGroup>) throws -> Void
  ) async throws -> Answer {
    let (key, code) = (try village(), place?.code ?? "")
    let (id, group) = (try id("grouping", as: GroupingRun.self), try self.id("group", as: ProposedGroup.self))
    let town = try await catalogue().catalogue
    return try await write(orShow: { refusal in
      groupPage(try await shownGroup(), typed: Typed(form: form, refusal: refusal))
    }) { w in
      let run = try w.tx.groupingRun(id, in: key)
      try body(w, run, group)
      guard let shown = try w.tx.shown([try w.tx.proposedGroup(group, of: run)], in: key, town).first else {
        throw NotFound()
      }
      return Outcome(
        Link.group(code, shown.group, onPageOf: Request.groupsPerPage), json: GroupJSON(shown))
    }
  }
}
