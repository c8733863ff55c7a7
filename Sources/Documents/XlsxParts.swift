/// Which parts a workbook has: found through its relationships, since their names are free.
struct XlsxParts {
  /// A sheet's name as the person sees it, and its entry.
  struct SheetPart {
    let name: String
    let entry: String
    let isHidden: Bool
  }

  var sheets: [SheetPart] = []
  var sharedStrings: String?
  var styles: String?
  var from1904 = false

  /// - Throws: `DocumentError.notXlsx` for another kind of zip file.
  init(_ archive: ZipArchive) throws {
    guard archive.contains("_rels/.rels") else { throw DocumentError.notXlsx }
    let package = try Self.relations(in: archive, entry: "_rels/.rels", folder: "")
    guard let book = package.first(where: { $0.type.hasSuffix("/officeDocument") })?.target,
      book.hasSuffix(".xml"), archive.contains(book)
    else { throw DocumentError.notXlsx }
    let folder = book.split(separator: "/").dropLast().map { $0 + "/" }.joined()
    let file = book.split(separator: "/").last ?? ""
    let relations = try Self.relations(in: archive, entry: "\(folder)_rels/\(file).rels", folder: folder)
    var handler = BookHandler()
    try archive.read(book) { try XMLStream(part: book).read(from: $0, into: &handler) }
    guard handler.isWorkbook else { throw DocumentError.notXlsx }
    from1904 = handler.from1904
    for sheet in handler.sheets {
      guard let found = relations.first(where: { $0.id == sheet.id }), found.type.hasSuffix("/worksheet") else {
        continue
      }
      sheets.append(SheetPart(name: sheet.name, entry: found.target, isHidden: sheet.isHidden))
    }
    sharedStrings = relations.first { $0.type.hasSuffix("/sharedStrings") && archive.contains($0.target) }?.target
    styles = relations.first { $0.type.hasSuffix("/styles") && archive.contains($0.target) }?.target
  }

  private static func relations(in archive: ZipArchive, entry: String, folder: String) throws -> [Relation] {
    var handler = RelationHandler(folder: folder)
    try archive.read(entry) { try XMLStream(part: entry).read(from: $0, into: &handler) }
    return handler.found
  }
}

private struct Relation {
  let id: String
  let type: String
  let target: String
}

private struct RelationHandler: XMLHandler {
  let folder: String
  var found: [Relation] = []

  mutating func start(_ tag: XMLTag) throws {
    guard tag.name == "Relationship", let id = try tag.attribute("Id"), let type = try tag.attribute("Type"),
      let target = try tag.attribute("Target"), try tag.attribute("TargetMode") != "External"
    else { return }
    found.append(Relation(id: id, type: type, target: resolve(target)))
  }

  /// "/xl/a.xml" from the root, "a.xml" and "../a.xml" from the folder.
  private func resolve(_ target: String) -> String {
    var steps: [Substring] = target.hasPrefix("/") ? [] : folder.split(separator: "/")
    for step in target.split(separator: "/") where step != "." {
      if step == ".." { _ = steps.popLast() } else { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }
}

private struct BookHandler: XMLHandler {
  var isWorkbook = false
  var from1904 = false
  var sheets: [(name: String, id: String, isHidden: Bool)] = []

  mutating func start(_ tag: XMLTag) throws {
    switch tag.name {
    case "workbook": isWorkbook = true
    case "workbookPr": from1904 = ["1", "true", "on"].contains(try tag.attribute("date1904") ?? "")
    case "sheet":
      guard let name = try tag.attribute("name"), let id = try tag.attribute("id", anyPrefix: true) else { return }
      sheets.append((CellText.unescaped(name), id, try tag.attribute("state")?.hasSuffix("idden") ?? false))
    default: break
    }
  }
}
