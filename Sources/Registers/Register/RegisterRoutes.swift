import Governance
import Mechanism
import People
import Store
import Values
import Web

let registerParameters = [
  Parameter("q", RegisterStrings.search),
  Parameter("state", RegisterStrings.state),
  Parameter("category", RegisterStrings.category),
  Parameter("lead", RegisterStrings.lead),
  Parameter("group", RegisterStrings.group),
  Parameter("channel", RegisterStrings.channel),
  Parameter("from", RegisterStrings.from),
  Parameter("to", RegisterStrings.to),
  Parameter("columns", RegisterStrings.columns),
  Parameter("sort", RegisterStrings.sort),
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
      let content = try await request.registerContent(request.maskedContacts(), catalogues)
      return try await request.answer(
        json: RegisterJSON(content.page, content.matterClass, content.backdrop, content.words)
      ) { request.registerPage(content) }
    },
    .post(
      "/v/{village}/registers/{class}/contacts", needs: .can(.readContacts), RegisterStrings.shownRegister,
      gives: RegisterJSON.sample
    ) { request in
      guard request.may(.readRegister) else { throw NotAllowed() }
      let content = try await request.registerContent(try request.unmaskedContacts(), catalogues)
      try await request.recordContactsRead(
        content.matterClass, count: content.page.lines.count, from: content.page.lines.first?.matter.id,
        to: content.page.lines.last?.matter.id)
      // The switches of the page lead back to the masked register.
      var here = request
      here.reader.path = content.address + content.view.query(after: content.after)
      return try await here.answer(
        json: RegisterJSON(content.page, content.matterClass, content.backdrop, content.words)
      ) { here.registerPage(content) }
    },
  ]
}

extension Request {
  func registerClass() throws -> MatterClass {
    guard let found = MatterClass(rawValue: parameters["class"] ?? "") else { throw NotFound() }
    return found
  }

  /// Reads the page of a register that the query asks for. What of it cannot be taken is shown on the page, and thrown
  /// to a program.
  func registerContent(_ contacts: RegisterContacts, _ catalogues: Catalogues) async throws -> RegisterContent {
    let (key, matterClass) = (try village(), try registerClass())
    var errors = FieldErrors()
    let view = RegisterView(query, now: now, &errors)
    if view.isOldestFirst == true, !view.filter.text.isEmpty { errors.add("sort", RegisterStrings.textNewest) }
    guard errors.isEmpty || !isAPI else { throw errors }
    let selection = RegisterSelection(
      key: key, matterClass: matterClass, filter: view.filter, isOldestFirst: view.isOldestFirst ?? false,
      isFolded: !view.isUnfolded)
    let (after, limit, day, isReadable) = (after(Matter.self), limit(), now.day, errors.isEmpty)
    let (page, backdrop) = try await app.database.read { tx in
      (
        isReadable ? try tx.registerPage(selection, after: after, limit: limit) : RegisterPage(),
        try tx.registerBackdrop(key, on: day, catalogues)
      )
    }
    return RegisterContent(
      matterClass: matterClass, view: view, page: page, backdrop: backdrop,
      words: RegisterWords(backdrop, contacts, reader.language), errors: errors, after: after)
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
