import Documents
import Markup
import Store
import Values
import Web

/// Which column is what, proposed and to be changed, with the first rows as they would come in.
struct MappingForm {
  let request: Request
  let job: ImportJob
  let errors: FieldErrors?

  private var reader: Reader { request.reader }
  private var l: Language { request.reader.language }
  private var code: String { request.place?.code ?? "" }

  /// What was just sent, what the chosen header row gives, what was proposed, or nothing known.
  private var mapping: ImportMapping {
    if errors != nil {
      let columns = (0..<job.width).compactMap { index -> (Int, String)? in
        let key = request.form["column_\(index)"]
        return key.isEmpty ? nil : (index, key)
      }
      return ImportMapping(
        header: (Int(request.form["header"]) ?? 1) - 1, columns: Dictionary(columns) { first, _ in first })
    }
    if let row = Int(request.query["header"]), job.head.indices.contains(row - 1) {
      return ImportMapping(header: row - 1, in: job.head)
    }
    return job.mapping
      ?? ImportMapping(header: job.head.firstIndex { $0.contains { !$0.isEmpty } } ?? 0, in: job.head)
  }

  @HTMLBuilder var html: HTML {
    if job.head.isEmpty {
      noticeBox(tone: .amber) { p { ImportStrings.fileGone(l) } }
      actions { linkButton(Link.imports(code), ImportStrings.another, tone: .primary, l) }
    } else {
      if job.mapping == nil { noticeBox(tone: .amber) { p { ImportStrings.noHeader(l) } } }
      headerChoice
      form(
        action: Link.importMapping(code, job.id), reader: reader, key: Secrets.token(bits: 80), errors: errors
      ) {
        hiddenField("header", String(mapping.header + 1))
        h2 { ImportStrings.columns(l) }
        div("pairs") { for index in 0..<job.width { column(index) } }
        preview
        stickyActions { submitButton(ImportStrings.start, l) }
      }
    }
  }

  /// Another row may be the header; by GET, so that its columns are proposed anew.
  private var headerChoice: HTML {
    let rows = job.head.prefix(HeaderFinder.depth).enumerated().filter { $1.contains { !$0.isEmpty } }
    return filterBar(
      action: Link.importJob(code, job.id),
      fields: selectField(
        name: "header", label: ImportStrings.headerRow,
        options: rows.map { index, row in
          let words = row.filter { !$0.isEmpty }.joined(separator: " · ")
          return (value: String(index + 1), label: Text(same: "\(index + 1): \(words.prefix(40))"))
        }, selected: String(mapping.header + 1), required: true, reader: reader), button: ImportStrings.useRow, l)
  }

  private func column(_ index: Int) -> HTML {
    let headers = job.head.indices.contains(mapping.header) ? job.head[mapping.header] : []
    let header = headers.indices.contains(index) ? headers[index] : ""
    let label =
      header.isEmpty ? ImportStrings.columnNumber(index + 1) : Text(same: CellWords.line(CellWords.cleaned(header)))
    return selectField(
      name: "column_\(index)", label: label,
      options: [(value: "", label: ImportStrings.notTaken)]
        + ConcernColumn.allCases.map { (value: $0.rawValue, label: $0.name) },
      selected: mapping.columns[index] ?? "", errors: errors, required: true, reader: reader)
  }

  // MARK: The first rows

  private var preview: HTML {
    var reader = RowReader(mapping: mapping, today: request.now.day, head: job.head)
    let rows = job.head.enumerated().filter { $0 > mapping.header && $1.contains { !$0.isEmpty } }.prefix(10)
    let columns: [(Text, ColumnWidth)] = [
      (ImportStrings.line, .number), (ConcernColumn.date.name, .day), (ConcernColumn.text.name, .text),
      (ConcernColumn.matterClass.name, .name), (ConcernColumn.reporter.name, .name), (ConcernColumn.state.name, .name),
      (ConcernColumn.reply.name, .text), (ConcernColumn.closed.name, .day),
    ]
    let cells = rows.map { index, cells in cellsOf(cells, line: index + 1, &reader) }
    let filled = columns.indices.filter { at in cells.contains { at < $0.count && !$0[at].isEmpty } }
    return h2 { ImportStrings.preview(l) }
      + dataTable(
        caption: ImportStrings.preview,
        columns: filled.map { Web.Column(title: columns[$0].0, width: columns[$0].1) },
        rows: cells.map { row in filled.map { $0 < row.count ? row[$0] : .empty } }, compact: true, l)
  }

  private func cellsOf(_ cells: [String], line: Int, _ rows: inout RowReader) -> [HTML] {
    let number = HTML.text(String(line))
    do {
      guard let row = try rows.read(cells) else { return [number] }
      let fileClass = RowPreparer.fileClass(head: job.head, header: mapping.header, name: job.name)
      let matterClass = row.state == .refused ? nil : row.matterClass ?? fileClass
      return [
        number, .text(row.date.map { $0.day.iso } ?? ImportStrings.noDay(l)), .text(String(row.text.prefix(60))),
        matterClass.map { classMark($0, l) } ?? .text(ImportStrings.toTriage(l)), .text(row.reporters),
        .text(row.state.map { ImportStrings.state($0)(l) } ?? ""), .text(String(row.reply.prefix(40))),
        .text(row.closed.map { $0.day.iso } ?? ""),
      ]
    } catch {
      let why = span("error") { ImportStrings.willBeRejected(error.reason)(l) }
      return [number, .empty, why] + Array(repeating: .empty, count: 5)
    }
  }
}
