import Documents
import Markup
import Store
import Values
import Web

/// The files that came in, and the form for another.
func importsPage(_ request: Request, _ page: Page<ImportJob>, errors: FieldErrors? = nil) -> HTMLPage {
  let (reader, l, code) = (request.reader, request.reader.language, request.place?.code ?? "")
  return request.page(ImportStrings.imports, current: Link.imports(code)) {
    pageTitle(ImportStrings.imports, lead: .text(ImportStrings.lead(l)), l)
    form(
      action: Link.imports(code), reader: reader, multipart: true, key: Secrets.token(bits: 80), errors: errors
    ) {
      fileField(
        name: "file", label: ImportStrings.file, hint: ImportStrings.fileHint, errors: errors,
        accept: ".xlsx,.csv,.tsv,.txt", required: true, reader: reader)
      actions { submitButton(ImportStrings.upload, l) }
    }
    h2 { ImportStrings.earlier(l) }
    if page.items.isEmpty {
      emptyState(ImportStrings.none, l)
    } else {
      rowList(page.items.map { jobRow($0, code, l) })
    }
    pager(nextHref: page.next.map { Link.imports(code) + "?after=\($0)" }, l)
  }
}

private func jobRow(_ job: ImportJob, _ code: String, _ l: Language) -> HTML {
  listRow(
    href: Link.importJob(code, job.id), title: .text(job.name),
    meta: [spokenTime(job.madeAt, l), .text(job.state == .done ? ImportStrings.summary(job)(l) : "")]
      .filter { !$0.isEmpty },
    trailing: stateChip(job.state.name, tone: job.state.tone, l))
}

extension ImportJob.State {
  fileprivate var tone: Tone {
    switch self {
    case .uploaded: .amber
    case .running: .active
    case .done: .green
    case .failed: .red
    }
  }
}

/// One file: its columns, how far it is, or what became of it.
func importPage(
  _ request: Request, _ job: ImportJob, _ rejected: [RejectedRow], errors: FieldErrors? = nil
) -> HTMLPage {
  let (l, code) = (request.reader.language, request.place?.code ?? "")
  return request.page(ImportStrings.oneImport, wide: job.state == .uploaded, current: Link.imports(code)) {
    breadcrumbs([(Link.imports(code), ImportStrings.imports)], current: Text(same: job.name), l)
    pageTitle(Text(same: job.name), lead: stateChip(job.state.name, tone: job.state.tone, l), l)
    switch job.state {
    case .uploaded: MappingForm(request: request, job: job, errors: errors).html
    case .running:
      progressBox(
        url: Link.importProgress(code, job.id), done: job.done, total: max(job.total, job.done),
        text: ImportStrings.running, l)
    case .done: result(request, job, rejected)
    case .failed:
      noticeBox(tone: .red) {
        p { job.error(l) }
        p { ImportStrings.failedWayOut(l) }
      }
      MappingForm(request: request, job: job, errors: errors).html
    }
  }
}

@HTMLBuilder private func result(_ request: Request, _ job: ImportJob, _ rejected: [RejectedRow]) -> HTML {
  let (l, code) = (request.reader.language, request.place?.code ?? "")
  statTiles(
    [
      StatTile(label: ImportStrings.taken, value: String(job.taken), href: Link.concerns(code), tone: .green),
      StatTile(label: ImportStrings.asMatters, value: String(job.matters)),
      StatTile(label: ImportStrings.already, value: String(job.already)),
      StatTile(
        label: ImportStrings.rejected, value: String(job.rejected), tone: job.rejected == 0 ? .neutral : .red),
    ], l)
  if job.undated > 0 { noticeBox(tone: .amber) { p { ImportStrings.undated(job.undated)(l) } } }
  if !rejected.isEmpty {
    h2 { ImportStrings.rejectedTitle(l) }
    dataTable(
      caption: ImportStrings.rejectedTitle,
      columns: [
        Web.Column(title: ImportStrings.line, width: .number, numeric: true),
        Web.Column(title: ImportStrings.reason, width: .text), Web.Column(title: ImportStrings.row, width: .text),
      ],
      rows: rejected.map { row in
        let words = row.row.filter { !$0.isEmpty }.joined(separator: " · ")
        return [.text(String(row.line)), .text(row.reason(l)), .text(String(words.prefix(120)))]
      }, compact: true, cards: true, l)
    actions {
      linkButton(Link.importRejected(code, job.id), ImportStrings.download, tone: .primary, icon: .file, l)
    }
    p("hint") { ImportStrings.downloadHint(l) }
  }
  actions {
    if job.taken > job.matters, request.may(.triage) {
      linkButton(Link.groupings(code), ImportStrings.toGrouping, tone: .primary, l)
    }
    linkButton(Link.concerns(code), ImportStrings.toConcerns, l)
    linkButton(Link.imports(code), ImportStrings.another, l)
  }
}
