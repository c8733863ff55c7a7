import Governance
import Markup
import Values
import Web

extension Request {
  /// The folder of a connector: where it is, the button that tries it, and its files.
  func folderSection(_ view: ConnectorView, _ connector: Connector, _ folder: FolderSetup, _ visit: FolderResult?)
    -> HTML
  {
    let (l, code) = (reader.language, place?.code ?? "")
    return section("stack") {
      h2 { FolderStrings.title(l) }
      if let visit { visitBox(visit) } else { restBox(connector) }
      definitionList([(FolderStrings.address, .text(folder.address(townCode: code)))], l)
      p("hint") { FolderStrings.tryLead(l) }
      postButton(action: Link.folderTrial(code, connector.id), FolderStrings.tryNow, tone: .primary, reader: reader)
      if !view.files.isEmpty {
        dataTable(
          caption: FolderStrings.files,
          columns: [
            Web.Column(title: FolderStrings.file, width: .name, card: .title),
            Web.Column(title: FolderStrings.direction), Web.Column(title: FolderStrings.outcome, width: .text),
            Web.Column(title: FolderStrings.when, width: .day),
          ], rows: view.files.map(cells), cards: true, l)
      }
    }
  }

  /// Why the folder rests.
  private func restBox(_ connector: Connector) -> HTML {
    guard connector.failures > 0, let fault = FolderFault(stored: connector.lastAnswer) else { return .empty }
    return noticeBox(tone: .red) {
      p { strong { connector.word(at: now)(reader.language) } }
      p { FolderStrings.words(of: fault)(reader.language) }
    }
  }

  private func visitBox(_ visit: FolderResult) -> HTML {
    let l = reader.language
    if visit.busy { return noticeBox(tone: .neutral) { p { FolderStrings.busy(l) } } }
    if let fault = visit.fault { return noticeBox(tone: .red) { p { FolderStrings.failed(fault)(l) } } }
    return noticeBox(tone: visit.refused > 0 ? .amber : .green) {
      p { strong { FolderStrings.works(l) } }
      p { FolderStrings.result(visit)(l) }
      if visit.unfinished > 0 { p { FolderStrings.unfinished(visit.unfinished)(l) } }
    }
  }

  private func cells(_ file: FolderFile) -> [HTML] {
    let l = reader.language
    return [
      .text(file.name), .text((file.direction == .out ? FolderStrings.out : FolderStrings.incoming)(l)),
      outcome(of: file), spokenTime(file.madeAt, l),
    ]
  }

  private func outcome(of file: FolderFile) -> HTML {
    let l = reader.language
    switch file.state {
    case .begun: return .text(FolderStrings.begun(l))
    case .dropped: return .text(FolderStrings.dropped(l))
    case .out: return .text(FolderStrings.laidOut(file.orders)(l))
    case .done: return .text(ExchangeStrings.result(file.result)(l))
    case .refused:
      let rows = file.result.refused.map { row in
        row.line == 0
          ? FolderStrings.wholeFile(l) + "：" + row.reason(l) : ExchangeStrings.refusedLine(row.line, row.reason)(l)
      }
      return div("stack") {
        p { ExchangeStrings.result(file.result)(l) }
        ul("stack") { for row in rows { li { row } } }
      }
    }
  }
}

/// The fields of a connector's way: which it is, and those of each.
struct WayFields {
  let values: Form
  let errors: FieldErrors?
  let roots: [String]
  /// Whether secrets are stored already.
  let isNew: Bool
  let reader: Reader

  private var way: ConnectorWay { ConnectorWay(rawValue: values["way"]) ?? .web }

  @HTMLBuilder var all: HTML {
    radioCards(
      name: "way", label: FolderStrings.way,
      options: ConnectorWay.allCases.map { ($0.rawValue, FolderStrings.way($0), FolderStrings.hint($0)) },
      selected: way.rawValue, errors: errors, required: true, reader: reader)
    dialogDetails(summary: FolderStrings.interface, open: way == .web, reader.language) { interface }
    dialogDetails(summary: FolderStrings.folderFields, open: way == .folder || way == .sftp, reader.language) { folder }
    dialogDetails(summary: FolderStrings.machineFields, open: way == .sftp, reader.language) { machine }
  }

  @HTMLBuilder private var interface: HTML {
    text("url", ExchangeStrings.url, hint: FolderStrings.forInterface + ExchangeStrings.urlHint, type: "url")
    secret("key", ExchangeStrings.key, hint: FolderStrings.forInterface + ExchangeStrings.keyHint)
  }

  @HTMLBuilder private var folder: HTML {
    text("folder", FolderStrings.folder, hint: FolderStrings.forFolder + FolderStrings.folderHint)
    radioCards(
      name: "format", label: FolderStrings.format,
      options: OrderFileFormat.allCases.map { ($0.rawValue, FolderStrings.format($0), nil) },
      selected: values["format"].isEmpty ? OrderFileFormat.xlsx.rawValue : values["format"], errors: errors,
      required: true, reader: reader)
    if !roots.isEmpty {
      selectField(
        name: "root", label: FolderStrings.root,
        options: [("", FolderStrings.dataFolder)] + roots.map { ($0, Text(same: $0)) }, selected: values["root"],
        errors: errors, required: true, reader: reader)
    }
  }

  @HTMLBuilder private var machine: HTML {
    text("host", FolderStrings.host, hint: FolderStrings.forMachine)
    text("port", FolderStrings.port, sometimes: false)
    text("fingerprint", FolderStrings.fingerprint, hint: FolderStrings.forMachine + FolderStrings.fingerprintHint)
    text("user", FolderStrings.user, hint: FolderStrings.forMachine)
    secret("password", FolderStrings.password, hint: FolderStrings.oneOfTwo)
    textArea(
      name: "private_key", label: FolderStrings.privateKey,
      hint: isNew ? FolderStrings.privateKeyHint : FolderStrings.privateKeyHint + ExchangeStrings.keyKept,
      errors: errors, rows: 3, sometimes: true, reader: reader)
    secret("passphrase", FolderStrings.passphrase, sometimes: false)
  }

  /// - Parameter sometimes: needed when this way is chosen, as its hint says.
  private func text(_ name: String, _ label: Text, hint: Text? = nil, type: String = "text", sometimes: Bool = true)
    -> HTML
  {
    textField(
      name: name, label: label, value: values[name], hint: hint, errors: errors, type: type,
      inputmode: type == "url" ? "url" : nil, sometimes: sometimes, reader: reader)
  }

  /// Never filled in again: what is stored stays until something else is typed.
  private func secret(_ name: String, _ label: Text, hint: Text? = nil, sometimes: Bool = true) -> HTML {
    let kept = isNew ? hint : hint.map { $0 + ExchangeStrings.keyKept } ?? ExchangeStrings.keyKept
    return textField(
      name: name, label: label, hint: kept, errors: errors, type: "password", autocomplete: "off",
      sometimes: sometimes, reader: reader)
  }
}

/// What those fields send, for the description of a route.
let folderParameters = [
  Parameter("format", FolderStrings.format, of: OrderFileFormat.self), Parameter("root", FolderStrings.root),
  Parameter("folder", FolderStrings.folder), Parameter("host", FolderStrings.host),
  Parameter("port", FolderStrings.port), Parameter("fingerprint", FolderStrings.fingerprint),
  Parameter("user", FolderStrings.user), Parameter("password", FolderStrings.password),
  Parameter("private_key", FolderStrings.privateKey), Parameter("passphrase", FolderStrings.passphrase),
]
