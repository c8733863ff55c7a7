import Documents
import Governance
import Mechanism
import Store
import Values
import Web

/// A register to be written to a file (D7). Each matter has a row of its own, oldest first.
package struct RegisterExport: Sendable {
  package let key: VillageKey
  package let matterClass: MatterClass
  package var filter = RegisterFilter()
  /// How contact data are written; masked at first. Whoever sets it has checked the right.
  var view = RegisterContacts.masked
  package var format = TableFormat.xlsx
  package var language = Language.zh
  /// Beside the customary columns.
  package var extras: [RegisterColumn] = []
  package var isNewestFirst = false
  /// Who asked; nil for the command line.
  package var actor: ID<Account>?

  /// - Parameter contacts: whole names and telephone numbers, as the keeper sees them; masked otherwise.
  package init(_ key: VillageKey, _ matterClass: MatterClass, contacts: Bool = false) {
    (self.key, self.matterClass) = (key, matterClass)
    if contacts { view = RegisterContacts(reader: .keeper, audience: .keeper) }
  }
}

/// The bytes of a register as a workbook or CSV: title rows as on paper, typed cells. Reads by pages of 500, and writes
/// the event `contacts_read` when contact data are in it.
/// - Throws: `NotFound` without such a village, a `Refusal` when a telephone number would stand in it that should not
///   (rules.md, case 53), `DocumentError`.
package func exportRegister(
  _ export: RegisterExport, from app: App, _ catalogues: Catalogues = Mechanism.catalogues
) async throws -> [UInt8] {
  try await registerFile(export, app: app, catalogues).bytes
}

/// The same with the file's name, without its ending: "青山村-大事清单-2026-11-24".
func registerFile(
  _ export: RegisterExport, app: App, _ catalogues: Catalogues
) async throws -> (name: String, bytes: [UInt8]) {
  let today = app.clock().day
  let backdrop = try await app.database.read { tx in
    try tx.registerBackdrop(export.key, on: export.filter.to.map { min($0, today) } ?? today, catalogues)
  }
  let words = RegisterWords(backdrop, export.view, export.language)
  let columns = RegisterColumn.customary + export.extras
  var rows: [[Cell]] = []
  var (first, last): (ID<Matter>?, ID<Matter>?)
  try await app.database.eachPage(of: export.selection) { page in
    for line in page.lines { rows.append(try guarded(columns.map { words.cell($0, line) }, words, line)) }
    first = first ?? page.lines.first?.matter.id
    last = page.lines.last?.matter.id ?? last
    return true
  }
  // A search by text is read newest first whatever is asked.
  if !export.filter.text.isEmpty, !export.isNewestFirst { rows.reverse() }
  if export.view.isShown {
    try await app.recordContactsRead(
      export.key, export.matterClass, count: rows.count, from: first, to: last, way: export.format.rawValue,
      by: export.actor)
  }
  let sheet = export.sheet(columns, rows, backdrop, today: today)
  return ("\(sheet.page.unit)-\(sheet.name)-\(today.iso)", try sheet.file(export.format))
}

/// The last guard of case 53: without contacts no cell holds a whole telephone number.
func guarded(_ cells: [Cell], _ words: RegisterWords, _ line: RegisterLine) throws -> [Cell] {
  guard !words.contacts.isShown else { return cells }
  for case .text(let text) in cells where hasUnmaskedPhone(in: text) {
    throw RegisterStrings.phoneLeft(line.matter.number)
  }
  return cells
}

extension RegisterExport {
  var selection: RegisterSelection {
    RegisterSelection(
      key: key, matterClass: matterClass, filter: filter, isOldestFirst: !isNewestFirst, isFolded: false)
  }

  /// With the title rows as on paper: the title; unit, period and keeper.
  fileprivate func sheet(
    _ columns: [RegisterColumn], _ rows: [[Cell]], _ backdrop: RegisterBackdrop, today: Day
  ) -> Sheet {
    let l = language
    let (village, keeper) = (backdrop.village.name(l), backdrop.keeper?.name ?? "")
    let facts = [
      WebStrings.printUnit(l) + village,
      WebStrings.printPeriod(l) + periodWords(filter, today: today)(l),
      WebStrings.printKeeper(l) + (keeper.isEmpty ? RegisterStrings.noKeeper(l) : keeper),
    ]
    return Sheet(
      name: RegisterStrings.classRegister(matterClass)(l),
      titles: [RegisterStrings.paperTitle(backdrop.village.name, matterClass)(l), facts.joined(separator: "    ")],
      columns: columns.map { Documents.Column($0.title(l), width: $0.width, kind: $0.kind) }, rows: rows,
      page: PageLines(unit: village, keeper: keeper, language: l))
  }
}
