import Documents
import Governance
import Mechanism
import Store
import Values
import Web

func paperRoutes(_ catalogues: Catalogues) -> [Route] {
  printRoutes(catalogues) + TableFormat.allCases.flatMap { fileRoutes($0, catalogues) }
}

/// The register for paper: masked, and by a POST with contacts, so that each look is on record.
private func printRoutes(_ catalogues: Catalogues) -> [Route] {
  [
    .get(
      "/v/{village}/registers/{class}/print", needs: .can(.readRegister), RegisterStrings.printed,
      takes: registerParameters, gives: RegisterJSON.sample
    ) { try await $0.printAnswer($0.maskedContacts(), catalogues) },
    .post(
      "/v/{village}/registers/{class}/print/contacts", needs: .can(.readContacts), RegisterStrings.shownPrinted,
      takes: registerParameters, gives: RegisterJSON.sample
    ) { request in
      guard request.may(.readRegister) else { throw NotAllowed() }
      return try await request.printAnswer(try request.unmaskedContacts(), catalogues)
    },
  ]
}

/// The register as a file, the same two ways.
private func fileRoutes(_ format: TableFormat, _ catalogues: Catalogues) -> [Route] {
  let path = "/v/{village}/registers/{class}/export.\(format.rawValue)"
  return [
    .get(
      path, needs: .can(.exportRegister), format.download, takes: registerParameters, file: format.mediaType
    ) { try await $0.registerFile(format, $0.maskedContacts(), catalogues) },
    .post(
      path + "/contacts", needs: .can(.readContacts), RegisterStrings.withContacts(format.download),
      takes: registerParameters, file: format.mediaType
    ) { request in
      guard request.may(.exportRegister) else { throw NotAllowed() }
      return try await request.registerFile(format, try request.unmaskedContacts(), catalogues)
    },
  ]
}

extension Request {
  /// The view that a paper or file is asked for; all errors at once.
  private func paperView() throws -> RegisterView {
    var errors = FieldErrors()
    let view = RegisterView(asked, now: now, &errors)
    guard errors.isEmpty else { throw errors }
    return view
  }

  fileprivate func printAnswer(_ contacts: RegisterContacts, _ catalogues: Catalogues) async throws -> Answer {
    let content = try await printContent(contacts, catalogues)
    // The switches of the page lead back to the masked paper.
    var here = self
    if contacts.isShown {
      here.reader.path = Link.registerPrint(content.backdrop.village.code, content.matterClass) + content.view.query()
    }
    return try await here.answer(
      json: RegisterJSON(RegisterPage(lines: content.lines), content.matterClass, content.backdrop, content.words)
    ) { [here] in here.printPage(content) }
  }

  private func printContent(_ contacts: RegisterContacts, _ catalogues: Catalogues) async throws -> PrintContent {
    let (key, matterClass, view) = (try village(), try registerClass(), try paperView())
    let selection = RegisterSelection(
      key: key, matterClass: matterClass, filter: view.filter, isOldestFirst: view.isOldestFirst ?? true,
      isFolded: !view.isUnfolded, hidden: hiddenLeaves)
    var lines: [RegisterLine] = []
    var isCut = false
    try await app.database.eachPage(of: selection) { page in
      let room = PrintContent.most - lines.count
      lines += page.lines.prefix(room)
      isCut = page.lines.count > room || lines.count == PrintContent.most && page.next != nil
      return !isCut
    }
    if !view.filter.text.isEmpty, view.isOldestFirst ?? true { lines.reverse() }
    if contacts.isShown {
      try await recordContactsRead(
        matterClass, count: lines.count, from: lines.first?.matter.id, to: lines.last?.matter.id, by: "print")
    }
    let day = view.filter.to.map { min($0, now.day) } ?? now.day
    let (backdrop, head) = try await app.database.read { tx in
      (try tx.registerBackdrop(key, on: day, catalogues), try tx.chainHead(of: key.town))
    }
    let words = RegisterWords(backdrop, contacts, reader.language)
    for line in lines { _ = try guarded(view.columns.map { words.cell($0, line) }, words, line) }
    return PrintContent(
      matterClass: matterClass, view: view, lines: lines, isCut: isCut, backdrop: backdrop, words: words,
      chainHead: head)
  }

  fileprivate func registerFile(
    _ format: TableFormat, _ contacts: RegisterContacts, _ catalogues: Catalogues
  ) async throws -> Answer {
    let view = try paperView()
    var export = RegisterExport(try village(), try registerClass())
    (export.filter, export.extras, export.isNewestFirst) = (view.filter, view.extras, view.isOldestFirst == false)
    (export.format, export.language, export.actor) = (format, reader.language, actor)
    export.view = contacts
    let file = try await Registers.registerFile(export, app: app, catalogues)
    return .table(file.bytes, format, name: file.name)
  }
}
