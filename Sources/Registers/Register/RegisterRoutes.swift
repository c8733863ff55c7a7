import Governance
import Mechanism
import People
import Store
import Values
import Web

let registerParameters = [
  Parameter("q", RegisterStrings.search),
  Parameter("state", RegisterStrings.state, of: MatterState.self),
  Parameter("category", RegisterStrings.category),
  Parameter("lead", RegisterStrings.lead),
  Parameter("group", RegisterStrings.group),
  Parameter("channel", RegisterStrings.channel, of: Channel.self),
  Parameter("from", RegisterStrings.from),
  Parameter("to", RegisterStrings.to),
  Parameter("columns", RegisterStrings.columns, listOf: RegisterColumn.self),
  Parameter("sort", RegisterStrings.sort, of: RegisterSort.self),
  Parameter("fold", RegisterStrings.unfold),
]

private let pageParameters =
  registerParameters + [
    Parameter("after", WebStrings.nextPage),
    Parameter("limit", Text(zh: "每页行数，最多 200", en: "Rows a page, at most 200")),
  ]

func registerRoutes(_ catalogues: Catalogues) -> [Route] {
  [
    .get(
      "/v/{village}/registers/{class}", needs: .can(.readRegister), RegisterStrings.register, takes: pageParameters,
      gives: RegisterJSON.sample
    ) { request in
      let ask = try request.registerAsk(request.maskedContacts())
      let read = { @Sendable (tx: Transaction) in try tx.registerRows(ask, catalogues) }
      let town = ask.selection.key.town
      if request.isAPI {
        let bytes = try await request.kept(town: town, read: read) { rows in
          try JSON.bytes(RegisterJSON(RegisterContent(ask, rows)))
        }
        return .json(bytes, status: 200, etag: etag(of: bytes))
      }
      let body = try await request.kept(town: town, read: read) { rows in
        request.registerBody(RegisterContent(ask, rows))
      }
      return .page(request.registerPage(ask, body), status: ask.errors.isEmpty ? 200 : 422)
    },
    .post(
      "/v/{village}/registers/{class}/contacts", needs: .can(.readContacts), RegisterStrings.shownRegister,
      takes: registerParameters, gives: RegisterJSON.sample
    ) { request in
      guard request.may(.readRegister) else { throw NotAllowed() }
      let ask = try request.registerAsk(try request.unmaskedContacts())
      let content = RegisterContent(ask, try await request.app.database.read { try $0.registerRows(ask, catalogues) })
      try await request.recordContactsRead(
        ask.matterClass, count: content.page.lines.count, from: content.page.lines.first?.matter.id,
        to: content.page.lines.last?.matter.id)
      // The switches of the page lead back to the masked register.
      var here = request
      here.reader.path = ask.address + ask.view.query(after: ask.after)
      return try await here.answer(json: RegisterJSON(content)) { here.registerPage(ask, here.registerBody(content)) }
    },
  ]
}

extension Request {
  func registerClass() throws -> MatterClass {
    guard let found = MatterClass(rawValue: parameters["class"] ?? "") else { throw NotFound() }
    return found
  }

  /// What narrows the register: the query, and what a program sends with a POST.
  var asked: Form { Form(fields: query.fields.merging(form.fields) { $1 }) }

  /// What of a register the query asks for. What of it cannot be taken is shown on the page, and thrown to a program.
  func registerAsk(_ contacts: RegisterContacts) throws -> RegisterAsk {
    let (key, matterClass) = (try village(), try registerClass())
    var errors = FieldErrors()
    let view = RegisterView(asked, now: now, &errors)
    if view.isOldestFirst == true, !view.filter.text.isEmpty { errors.add("sort", RegisterStrings.textNewest) }
    guard errors.isEmpty || !isAPI else { throw errors }
    let selection = RegisterSelection(
      key: key, matterClass: matterClass, filter: view.filter, isOldestFirst: view.isOldestFirst ?? false,
      isFolded: !view.isUnfolded, hidden: hiddenLeaves)
    return RegisterAsk(
      selection: selection, view: view, contacts: contacts, language: reader.language, errors: errors, after: after(),
      limit: limit(), day: now.day, village: place?.code ?? "")
  }

  /// One event for what was shown at once: class, number of rows, the first and last matter.
  func recordContactsRead(
    _ matterClass: MatterClass, count: Int, from: ID<Matter>?, to: ID<Matter>?, by way: String = "page"
  ) async throws {
    try await app.recordContactsRead(
      try village(), matterClass, count: count, from: from, to: to, way: way, by: actor)
  }
}

extension App {
  func recordContactsRead(
    _ key: VillageKey, _ matterClass: MatterClass, count: Int, from: ID<Matter>?, to: ID<Matter>?, way: String,
    by actor: ID<Account>?
  ) async throws {
    let range = [from, to].compactMap { $0?.description }.joined(separator: "-")
    try await write(by: actor) { w in
      try w.record(
        "contacts_read", Touched(placeEntity, key.village), town: key.town, village: key.village,
        note: "\(matterClass.rawValue) \(way) \(count) \(range)")
    }
  }
}
