import Governance
import Mechanism
import Store
import Values
import Web

private let paperParameters = registerParameters + [Parameter("contacts", RegisterStrings.showContacts)]

func paperRoutes(_ catalogues: Catalogues) -> [Route] {
  [
    .get(
      "/v/{village}/registers/{class}/print", needs: .can(.readRegister), RegisterStrings.printed,
      takes: paperParameters, gives: RegisterJSON.sample
    ) { request in
      let content = try await request.printContent(catalogues)
      return try await request.answer(
        json: RegisterJSON(
          RegisterPage(lines: content.lines), content.matterClass, content.backdrop, content.words)
      ) { request.printPage(content) }
    },
    .get(
      "/v/{village}/registers/{class}/export.xlsx", needs: .can(.exportRegister), RegisterStrings.asExcel,
      takes: paperParameters, file: RegisterFormat.xlsx.mediaType
    ) { try await $0.registerFile(.xlsx, catalogues) },
    .get(
      "/v/{village}/registers/{class}/export.csv", needs: .can(.exportRegister), RegisterStrings.asCSV,
      takes: paperParameters, file: RegisterFormat.csv.mediaType
    ) { try await $0.registerFile(.csv, catalogues) },
  ]
}

extension Request {
  /// The view that a paper or file is asked for; all errors at once.
  private func paperView() throws -> RegisterView {
    var errors = FieldErrors()
    let view = RegisterView(query, now: now, &errors)
    guard errors.isEmpty else { throw errors }
    return view
  }

  fileprivate func printContent(_ catalogues: Catalogues) async throws -> PrintContent {
    let (key, matterClass, view, contacts) = (try village(), try registerClass(), try paperView(), try contactsAsked())
    let selection = RegisterSelection(
      key: key, matterClass: matterClass, filter: view.filter, isOldestFirst: view.isOldestFirst ?? true,
      isFolded: !view.isUnfolded)
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

  fileprivate func registerFile(_ format: RegisterFormat, _ catalogues: Catalogues) async throws -> Answer {
    let (view, contacts) = (try paperView(), try contactsAsked())
    var export = RegisterExport(try village(), try registerClass())
    (export.filter, export.extras, export.isNewestFirst) = (view.filter, view.extras, view.isOldestFirst == false)
    (export.format, export.language, export.actor) = (format, reader.language, actor)
    export.view = contacts
    let file = try await Registers.registerFile(export, app: app, catalogues)
    return .bytes(file.bytes, type: format.mediaType, name: file.name, cache: false)
  }
}
