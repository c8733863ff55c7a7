import Governance
import Markup
import People
import Store
import Values
import Web

extension Request {
  /// The form of a system that hands in, new or as it stands.
  func hookPage(_ hook: Hook?, villages: [PlaceRow], values: Form, errors: FieldErrors? = nil) -> HTMLPage {
    let l = reader.language
    let title = hook.map { Text(same: $0.name) } ?? InboundStrings.newHook
    return page(title, current: Link.inbound(townCode)) {
      breadcrumbs([(Link.inbound(townCode), InboundStrings.title)], current: title, l)
      pageTitle(title, lead: .text(InboundStrings.hooksLead(l)), l)
      if query.isOn("saved") { noticeBox(tone: .green) { p { ConnectStrings.saved(l) } } }
      if let hook {
        definitionList(
          [
            (InboundStrings.hookAddress, element("code") { publicURL + "/api/v1" + Link.inboundCall(hook.id) }),
            (InboundStrings.signed, .text(InboundStrings.signedHow(l))),
          ], l)
      }
      Web.form(
        action: hook.map { Link.inboundHook(townCode, $0.id) } ?? Link.inboundHooks(townCode), reader: reader,
        key: Secrets.token(bits: 80), errors: errors
      ) {
        hookFields(isNew: hook == nil, villages, values, errors)
        stickyActions { submitButton(ConnectStrings.save, l) }
      }
      if let hook {
        postButton(
          action: Link.inboundHookClosure(townCode, hook.id), InboundStrings.closeHook, tone: .danger,
          confirm: InboundStrings.closeSure, reader: reader)
      }
    }
  }

  @HTMLBuilder private func hookFields(
    isNew: Bool, _ villages: [PlaceRow], _ values: Form, _ errors: FieldErrors?
  ) -> HTML {
    let l = reader.language
    textField(
      name: "name", label: InboundStrings.hookName, value: values["name"], errors: errors, required: true,
      reader: reader)
    textField(
      name: "signing_key", label: InboundStrings.key, value: values["signing_key"],
      hint: isNew ? InboundStrings.keyHint : ConnectStrings.keptAsIs, errors: errors,
      type: isNew ? "text" : "password", autocomplete: "off", required: isNew, reader: reader)
    selectField(
      name: "channel", label: InboundStrings.channel,
      options: Channel.ofPeople.map { ($0.rawValue, $0.name) }, selected: values["channel"], errors: errors,
      required: true, reader: reader)
    villageField(villages, values, errors)
    h2 { InboundStrings.mapping(l) }
    p("hint") { InboundStrings.mappingLead(l) }
    for field in HookMapping.fields where !HookMapping.rare.contains(field) { wayField(field, values, errors) }
    dialogDetails(
      summary: InboundStrings.rare,
      open: HookMapping.rare.contains { !values["map_" + $0].isEmpty || errors?.message(for: "map_" + $0) != nil }, l
    ) { for field in HookMapping.rare { wayField(field, values, errors) } }
    textArea(
      name: "villages", label: InboundStrings.villages, value: values["villages"], hint: InboundStrings.villagesHint,
      errors: errors, rows: 3, reader: reader)
    checkbox(name: "is_on", label: CounterpartWords.isOn, checked: values.isOn("is_on"), errors: errors, reader: reader)
  }
}

extension Request {
  /// Where one of our fields is found in what the other system sends.
  private func wayField(_ field: String, _ values: Form, _ errors: FieldErrors?) -> HTML {
    textField(
      name: "map_" + field, label: InboundStrings.field(field), value: values["map_" + field], errors: errors,
      autocomplete: "off", required: field == "text", reader: reader)
  }
}

extension Hook {
  /// What a new one begins with, and a key that nobody else has.
  static func emptyForm() -> Form {
    Form(fields: [
      "is_on": ["1"], "channel": [Channel.hotline.rawValue], "signing_key": [Secrets.token(bits: 160)],
      "map_text": ["title + content"],
    ])
  }

  var form: Form {
    var fields = setup.mapValues { [$0] }
    (fields["name"], fields["is_on"], fields["default_village"]) = ([name], [isOn ? "1" : ""], ["\(village)"])
    return Form(fields: fields)
  }
}
