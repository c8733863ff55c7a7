import Markup
import People
import Store
import Values
import Web

extension Request {
  /// What a town sends by, what waits, what failed.
  func transportsPage(_ transports: [Transport], _ counts: [DeliveryState: Int]) -> HTMLPage {
    let l = reader.language
    return page(ConnectStrings.sending, current: Link.transports(townCode)) {
      pageTitle(
        ConnectStrings.sending, lead: .text(ConnectStrings.sendingLead(l)),
        aside: linkButton(Link.deliveries(townCode), ConnectStrings.deliveries, icon: .list, l), l)
      statTiles(
        [
          StatTile(
            label: ConnectStrings.waiting, value: Self.shown(counts[.waiting] ?? 0),
            href: Link.with(Link.deliveries(townCode), [("state", DeliveryState.waiting.rawValue)])),
          StatTile(
            label: ConnectStrings.failed, value: Self.shown(counts[.failed] ?? 0),
            href: Link.with(Link.deliveries(townCode), [("state", DeliveryState.failed.rawValue)]),
            tone: counts[.failed] ?? 0 > 0 ? .red : .neutral),
        ], l)
      if app.settings.publicURL == nil { noticeBox(tone: .amber) { p { ConnectStrings.noPublicURL(l) } } }
      section {
        h2 { ConnectStrings.transports(l) }
        if transports.isEmpty {
          p("hint") { ConnectStrings.noTransports(l) }
        } else {
          rowList(transports.map(row))
        }
      }
      section {
        h2 { ConnectStrings.newTransport(l) }
        actions {
          for kind in TransportKind.allCases {
            linkButton(Link.with(Link.newTransport(townCode), [("kind", kind.rawValue)]), kind.name, icon: .plus, l)
          }
        }
      }
      actions { linkButton("/t/\(townCode)/wordings", ConnectStrings.toWordings, l) }
    }
  }

  private static func shown(_ count: Int) -> String { count >= 1000 ? "1000+" : String(count) }

  private func row(_ transport: Transport) -> HTML {
    let l = reader.language
    return listRow(
      href: Link.transport(townCode, transport.id), title: .text(transport.name),
      meta: [.text(transport.kind.name(l))]
        + (transport.failures > 0 ? [.text(plainAnswer(transport.lastAnswer)(l))] : []),
      trailing: stateChip(transport.word(at: now), tone: transport.tone(at: now), l))
  }

  /// The form of a transport, new or as it stands; for one that stands, the test message and the way to take it away.
  func transportPage(
    _ kind: TransportKind, _ transport: Transport?, values: Form, villages: [PlaceRow], errors: FieldErrors? = nil,
    testErrors: FieldErrors? = nil
  ) -> HTMLPage {
    let l = reader.language
    let title = transport.map { Text(same: $0.name) } ?? ConnectStrings.newOf(kind.name)
    let fields = TransportFields(kind: kind, values: values, errors: errors, isNew: transport == nil, reader: reader)
    return page(title, current: Link.transports(townCode)) {
      breadcrumbs([(Link.transports(townCode), ConnectStrings.sending)], current: title, l)
      pageTitle(title, lead: .text(ConnectStrings.hint(kind)(l)), l)
      if query.isOn("saved") { noticeBox(tone: .green) { p { ConnectStrings.savedNowTest(l) } } }
      if let transport {
        transport.failureNotice(at: now, l)
        testSection(transport, testErrors)
      }
      Web.form(
        action: transport.map { Link.transport(townCode, $0.id) } ?? Link.transportList(townCode), reader: reader,
        key: Secrets.token(bits: 80), errors: errors
      ) {
        hiddenField("kind", kind.rawValue)
        fields.all(villages: villages)
        if kind == .sms, let transport {
          definitionList([(ConnectStrings.receipts, .text(publicURL + Link.receipts(transport.id)))], l)
        }
        stickyActions { submitButton(ConnectStrings.save, l) }
      }
      if let transport {
        postButton(
          action: Link.transportClosure(townCode, transport.id), ConnectStrings.closeTransport, tone: .danger,
          confirm: ConnectStrings.closeSure, reader: reader)
      }
    }
  }

  private func testSection(_ transport: Transport, _ errors: FieldErrors?) -> HTML {
    let l = reader.language
    return section {
      h2 { ConnectStrings.test(l) }
      Web.form(
        action: Link.transportTest(townCode, transport.id), reader: reader, key: Secrets.token(bits: 80), errors: errors
      ) {
        if !transport.kind.isRobot {
          textField(
            name: "to", label: transport.kind == .mail ? ConnectStrings.testMail : ConnectStrings.testPhone,
            value: form["to"], errors: errors, type: transport.kind == .mail ? "email" : "tel", required: true,
            reader: reader)
        }
        actions { submitButton(ConnectStrings.sendTest, tone: .plain, l) }
      }
    }
  }
}

extension Transport {
  /// What stands in its form.
  var form: Form {
    var fields = setup.mapValues { [$0] }
    fields["name"] = [name]
    fields["is_on"] = [isOn ? "1" : ""]
    fields["village"] = [village.map { "\($0)" } ?? ""]
    return Form(fields: fields)
  }
}

extension TransportKind {
  /// What a new one begins with.
  var defaults: [String: [String]] {
    switch self {
    case .mail: ["is_on": ["1"], "port": ["587"], "security": ["starttls"]]
    case .sms:
      ["is_on": ["1"], "form": ["json"], "template": [#"{"mobile": "{phone}", "content": "{text}", "id": "{key}"}"#]]
    case .wecom, .dingtalk, .feishu: ["is_on": ["1"], "language": [Language.zh.rawValue]]
    }
  }
}

/// The fields of one kind of transport.
private struct TransportFields {
  let kind: TransportKind
  let values: Form
  let errors: FieldErrors?
  let isNew: Bool
  let reader: Reader

  @HTMLBuilder func all(villages: [PlaceRow]) -> HTML {
    field("name", kind == .mail ? ConnectStrings.sender : ConnectStrings.name, required: true)
    switch kind {
    case .mail: mail
    case .sms: gateway
    case .wecom, .dingtalk, .feishu: robot(villages)
    }
    counterpartFields(values, errors, reader)
  }

  @HTMLBuilder private var mail: HTML {
    field("host", ConnectStrings.host, required: true, example: Text(same: "smtp.example.org"))
    field("port", ConnectStrings.port, inputmode: "numeric")
    radioCards(
      name: "security", label: ConnectStrings.security,
      options: [("starttls", ConnectStrings.starttls, nil), ("tls", ConnectStrings.tls, nil)],
      selected: values["security"].isEmpty ? "starttls" : values["security"], errors: errors, required: true,
      reader: reader)
    field("from", ConnectStrings.from, type: "email", required: true)
    field("user", ConnectStrings.user)
    secret("password", ConnectStrings.password)
  }

  @HTMLBuilder private var gateway: HTML {
    field("url", ConnectStrings.url, type: "url", required: true)
    radioCards(
      name: "form", label: ConnectStrings.form,
      options: [("json", Text(same: "JSON"), nil), ("form", ConnectStrings.formFields, nil)],
      selected: values["form"].isEmpty ? "json" : values["form"], errors: errors, required: true, reader: reader)
    textArea(
      name: "template", label: ConnectStrings.template, value: values["template"], hint: ConnectStrings.templateHint,
      errors: errors, rows: 4, required: true, reader: reader)
    field("success", ConnectStrings.success, hint: ConnectStrings.successHint)
    secret("signing_key", ConnectStrings.signingKey, hint: ConnectStrings.signingHint)
    secret("header", ConnectStrings.header, hint: ConnectStrings.headerHint)
    checkbox(
      name: "honours_keys", label: ConnectStrings.honoursKeys, checked: values.isOn("honours_keys"),
      hint: ConnectStrings.honoursHint, errors: errors, reader: reader)
  }

  @HTMLBuilder private func robot(_ villages: [PlaceRow]) -> HTML {
    secret("webhook", ConnectStrings.webhook, hint: ConnectStrings.webhookHint, required: true)
    if kind != .wecom { secret("robot_secret", ConnectStrings.robotSecret, hint: ConnectStrings.robotSecretHint) }
    selectField(
      name: "village", label: ConnectStrings.robotVillage,
      options: [("", ConnectStrings.wholeTown)] + villages.map { ("\($0.id)", $0.name) }, selected: values["village"],
      errors: errors, required: true, reader: reader)
    languageField(values, errors, reader)
  }

  private func field(
    _ name: String, _ label: Text, type: String = "text", required: Bool = false, hint: Text? = nil,
    example: Text? = nil, inputmode: String? = nil
  ) -> HTML {
    textField(
      name: name, label: label, value: values[name], hint: hint, example: example, errors: errors, type: type,
      inputmode: inputmode, required: required, reader: reader)
  }

  /// Never filled in again: what is stored stays until something else is typed.
  private func secret(_ name: String, _ label: Text, hint: Text? = nil, required: Bool = false) -> HTML {
    let words = required ? ConnectStrings.keptAsIs : ConnectStrings.keptSecret
    let kept = isNew ? hint : hint.map { $0 + words } ?? words
    return textField(
      name: name, label: label, hint: kept, errors: errors, type: "password", autocomplete: "off",
      required: required && isNew, reader: reader)
  }
}

/// The choice between the two languages.
func languageField(_ values: Form, _ errors: FieldErrors?, _ reader: Reader) -> HTML {
  radioCards(
    name: "language", label: ConnectStrings.language,
    options: [
      (Language.zh.rawValue, ConnectStrings.chinese, nil), (Language.en.rawValue, ConnectStrings.english, nil),
    ], selected: values["language"].isEmpty ? Language.zh.rawValue : values["language"], errors: errors, required: true,
    reader: reader)
}
