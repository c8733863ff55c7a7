import Connect
import Governance
import Markup
import Seeds
import Store
import Values
import Web

extension Request {
  /// The systems a town exchanges with.
  func exchangePage(_ connectors: [Connector]) -> HTMLPage {
    let (l, code) = (reader.language, place?.code ?? "")
    return page(ExchangeStrings.title, current: Link.exchange(code)) {
      pageTitle(
        ExchangeStrings.title, lead: .text(ExchangeStrings.lead(l)),
        aside: connectors.isEmpty
          ? .empty : linkButton(Link.newConnector(code), ExchangeStrings.new, icon: .plus, l), l)
      if app.settings.publicURL == nil { noticeBox(tone: .amber) { p { ExchangeStrings.noPublicURL(l) } } }
      if connectors.isEmpty {
        emptyState(ExchangeStrings.none, action: (Link.newConnector(code), ExchangeStrings.new), l)
      } else {
        rowList(
          connectors.map { connector in
            listRow(
              href: Link.connector(code, connector.id), title: .text(connector.name),
              meta: [.text(connector.whose(l)), .text(connector.way(l))],
              trailing: stateChip(connector.word(at: now), tone: connector.tone(at: now), l))
          })
      }
    }
  }

  /// The form of a connector, new or as it stands; for one that stands, files and messages too.
  func connectorForm(
    _ view: ConnectorView, values: Form, errors: FieldErrors? = nil, result: AnswerResult? = nil,
    fileErrors: FieldErrors? = nil, visit: FolderResult? = nil
  ) -> HTMLPage {
    let (l, code, connector) = (reader.language, place?.code ?? "", view.connector)
    let title = connector.map { Text(same: $0.name) } ?? ExchangeStrings.new
    return page(title, current: Link.exchange(code)) {
      breadcrumbs([(Link.exchange(code), ExchangeStrings.title)], current: title, l)
      pageTitle(
        title, lead: .text(ExchangeStrings.formLead(l)),
        aside: connector.map { linkButton(Link.messages(code, $0.id), ExchangeStrings.messages, icon: .list, l) }
          ?? .empty, l)
      if query.isOn("saved") { noticeBox(tone: .green) { p { ExchangeStrings.saved(l) } } }
      if let connector {
        if connector.folder == nil { connector.failureNotice(at: now, l) }
        counts(view, connector)
        if let folder = connector.folder { folderSection(view, connector, folder, visit) }
        fileSection(connector, result, fileErrors)
      }
      Web.form(
        action: connector.map { Link.connector(code, $0.id) } ?? Link.exchange(code), reader: reader,
        key: Secrets.token(bits: 80), errors: errors
      ) {
        ConnectorFields(values: values, errors: errors, view: view, reader: reader).all
        if let connector, connector.way == .web {
          definitionList([(ExchangeStrings.callbackHere, .text(publicURL + Link.callbacks(connector.id)))], l)
        }
        stickyActions { submitButton(ExchangeStrings.save, l) }
      }
      if let connector {
        postButton(
          action: Link.connectorClosure(code, connector.id), ExchangeStrings.close, tone: .danger,
          confirm: ExchangeStrings.closeSure, reader: reader)
      }
    }
  }

  private func counts(_ view: ConnectorView, _ connector: Connector) -> HTML {
    let messages = Link.messages(place?.code ?? "", connector.id)
    let states: [MessageState] = [connector.isByFile ? .inFile : .waiting, .failed]
    return statTiles(
      states.map { state in
        let count = view.counts[state] ?? 0
        return StatTile(
          label: state.name, value: count >= 1000 ? "1000+" : String(count),
          href: Link.with(messages, [("state", state.rawValue)]),
          tone: state == .failed && count > 0 ? .red : .neutral)
      }, reader.language)
  }

  private func fileSection(_ connector: Connector, _ result: AnswerResult?, _ errors: FieldErrors?) -> HTML {
    let (l, code) = (reader.language, place?.code ?? "")
    return section("stack") {
      h2 { ExchangeStrings.byFile(l) }
      if let result { resultBox(result) }
      dialogDetails(summary: ExchangeStrings.fileHow, open: connector.isByFile || errors != nil || result != nil, l) {
        p { ExchangeStrings.fileLead(l) }
        actions {
          for format in OrderFileFormat.allCases {
            postButton(
              action: Link.orderFile(code, connector.id) + "." + format.rawValue, ExchangeStrings.download(format),
              reader: reader)
          }
        }
        Web.form(action: Link.answerFile(code, connector.id), reader: reader, multipart: true, errors: errors) {
          fileField(
            name: "file", label: ExchangeStrings.answersFile, hint: ExchangeStrings.answersHint, errors: errors,
            accept: ".xlsx,.json", required: true, reader: reader)
          actions { submitButton(ExchangeStrings.takeAnswers, tone: .plain, l) }
        }
      }
    }
  }

  private func resultBox(_ result: AnswerResult) -> HTML {
    let l = reader.language
    return noticeBox(tone: result.refused.isEmpty ? .green : .amber) {
      p { ExchangeStrings.result(result)(l) }
      if !result.refused.isEmpty {
        ul("stack") {
          for row in result.refused.prefix(100) { li { ExchangeStrings.refusedLine(row.line, row.reason)(l) } }
        }
      }
    }
  }
}

extension Connector {
  /// Whose orders go there.
  func whose(_ l: Language) -> String {
    (offices.map { bodyName($0)(l) } + levels.map { ExchangeStrings.centre($0)(l) }).joined(
      separator: l == .zh ? "、" : ", ")
  }

  func way(_ l: Language) -> String { FolderStrings.short(way)(l) }
}

/// The fields of a connector.
private struct ConnectorFields {
  let values: Form
  let errors: FieldErrors?
  let view: ConnectorView
  let reader: Reader

  @HTMLBuilder var all: HTML {
    textField(
      name: "name", label: ExchangeStrings.name, value: values["name"], example: ExchangeStrings.nameExample,
      errors: errors, required: true, reader: reader)
    WayFields(
      values: values, errors: errors, roots: view.roots, isNew: view.connector == nil, reader: reader
    ).all
    h2 { ExchangeStrings.whose(reader.language) }
    checkboxes(
      name: "level", label: ExchangeStrings.levels,
      options: ConnectorDraft.levels.map { ($0.rawValue, ExchangeStrings.centre($0), nil) },
      selected: Set(values.all("level")), hint: ExchangeStrings.levelsHint, errors: errors, sometimes: true,
      reader: reader)
    dialogDetails(
      summary: ExchangeStrings.chooseOffices, open: errors != nil || !values.all("office").isEmpty, reader.language
    ) {
      checkboxes(
        name: "office", label: ExchangeStrings.offices, options: view.offices.map { ($0.zh, $0, nil) },
        selected: Set(values.all("office")), errors: errors, sometimes: true, abreast: true, reader: reader)
    }
    h2 { ExchangeStrings.words(reader.language) }
    textArea(
      name: "mapping", label: ExchangeStrings.mapping, value: Mapping.written(values["mapping"], reader.language),
      hint: ExchangeStrings.mappingHint,
      example: ExchangeStrings.mappingExample, errors: errors, rows: 8, reader: reader)
    h2 { ExchangeStrings.disclosure(reader.language) }
    p("hint") { ExchangeStrings.disclosureLead(reader.language) }
    disclosure
    counterpartFields(values, errors, reader)
  }

  @HTMLBuilder private var disclosure: HTML {
    checkboxes(
      name: "field", label: ExchangeStrings.fields,
      options: ContactField.allCases.map { ($0.rawValue, $0.name, nil) }, selected: Set(values.all("field")),
      errors: errors, reader: reader)
    textField(
      name: "purpose", label: ExchangeStrings.purpose, value: values["purpose"], hint: ExchangeStrings.purposeHint,
      errors: errors, sometimes: true, reader: reader)
    textField(
      name: "receiver", label: ExchangeStrings.receiver, value: values["receiver"], hint: ExchangeStrings.receiverHint,
      errors: errors, sometimes: true, reader: reader)
  }
}
