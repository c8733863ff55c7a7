import Governance
import Markup
import People
import Store
import Values
import Web

/// What the page of a town shows.
struct InboundView: Sendable {
  let mailbox: Mailbox?
  let hooks: [Hook]
  let villages: [PlaceRow]
  let hasOutgoing: Bool
  let items: Page<InboundItem>
  let outcome: InboundOutcome?
}

extension Request {
  func inboundPage(_ view: InboundView, values: Form? = nil, errors: FieldErrors? = nil) -> HTMLPage {
    let l = reader.language
    return page(InboundStrings.title, wide: true, current: Link.inbound(townCode)) {
      pageTitle(InboundStrings.title, lead: .text(InboundStrings.lead(l)), l)
      sideBySide(
        main: section("stack") {
          h2 { InboundStrings.list(l) }
          itemList(view)
        },
        aside: mailboxSection(view, values, errors) + hooksSection(view.hooks))
    }
  }

  // MARK: The mailbox

  private func mailboxSection(_ view: InboundView, _ values: Form?, _ errors: FieldErrors?) -> HTML {
    let l = reader.language
    return section("stack", ["id": "mailbox"]) {
      h2 { InboundStrings.mailbox(l) }
      p("hint") { InboundStrings.mailboxLead(l) }
      readingNotice(view)
      if let mailbox = view.mailbox {
        definitionList(
          [
            (InboundStrings.address, .text(mailbox.address)),
            (
              InboundStrings.lastRead,
              mailbox.readAt.map { spokenTime($0, l) } ?? .text(InboundStrings.never(l))
            ),
          ], l)
        if mailbox.isOn {
          postButton(action: Link.inboundReading(townCode), InboundStrings.readNow, tone: .primary, reader: reader)
        }
      }
      dialogDetails(
        summary: InboundStrings.saveMailbox, open: errors != nil || view.mailbox == nil, l
      ) { mailboxForm(view, values ?? view.mailbox?.form ?? Mailbox.emptyForm, errors) }
    }
  }

  @HTMLBuilder private func readingNotice(_ view: InboundView) -> HTML {
    let l = reader.language
    if query.isOn("busy") {
      noticeBox(tone: .neutral) { p { InboundStrings.busy(l) } }
    } else if !query["taken"].isEmpty {
      let counts = ["taken", "added", "refused"].map { String(Int(query[$0]) ?? 0) }
      noticeBox(tone: .green) {
        p { InboundStrings.readResult(taken: counts[0], added: counts[1], refused: counts[2])(l) }
      }
    } else if query.isOn("saved") {
      noticeBox(tone: .green) { p { ConnectStrings.saved(l) } }
    }
    if let fault = view.mailbox?.lastAnswer, !fault.isEmpty {
      noticeBox(tone: .red) { p { InboundStrings.fault(plainAnswer(fault)(l))(l) } }
    }
    if view.mailbox != nil, !view.hasOutgoing {
      noticeBox(tone: .amber) { p { a(Link.transports(townCode)) { InboundStrings.noAnswer(l) } } }
    }
  }

  private func mailboxForm(_ view: InboundView, _ values: Form, _ errors: FieldErrors?) -> HTML {
    let l = reader.language
    func field(_ name: String, _ label: Text, type: String = "text", hint: Text? = nil, required: Bool = true) -> HTML {
      textField(
        name: name, label: label, value: values[name], hint: hint, errors: errors, type: type,
        autocomplete: type == "password" ? "off" : nil, required: required, reader: reader)
    }
    return Web.form(
      action: Link.inbound(townCode), reader: reader, key: Secrets.token(bits: 80), errors: errors
    ) {
      field(
        "address", InboundStrings.address, type: "email",
        hint: InboundStrings.addressHint(view.villages.first?.code ?? ""))
      field("host", InboundStrings.host)
      radioCards(
        name: "security", label: ConnectStrings.security,
        options: [("tls", InboundStrings.tls, nil), ("starttls", InboundStrings.starttls, nil)],
        selected: values["security"].isEmpty ? "tls" : values["security"], errors: errors, required: true,
        reader: reader)
      field("port", ConnectStrings.port, required: false)
      field("user", ConnectStrings.user)
      field(
        "password", ConnectStrings.password, type: "password",
        hint: view.mailbox == nil ? nil : ConnectStrings.keptAsIs, required: view.mailbox == nil)
      villageField(view.villages, values, errors)
      counterpartFields(
        values, errors, reader, summary: InboundStrings.more,
        others: checkbox(
          name: "reads_old", label: InboundStrings.readsOld, checked: values.isOn("reads_old"), errors: errors,
          reader: reader))
      actions { submitButton(ConnectStrings.save, l) }
    }
  }

  func villageField(_ villages: [PlaceRow], _ values: Form, _ errors: FieldErrors?) -> HTML {
    selectField(
      name: "default_village", label: InboundStrings.village,
      options: [("", InboundStrings.chooseVillage)] + villages.map { ("\($0.id)", $0.name) },
      selected: values["default_village"], hint: InboundStrings.villageHint, errors: errors, required: true,
      reader: reader)
  }

  // MARK: Other systems

  private func hooksSection(_ hooks: [Hook]) -> HTML {
    let l = reader.language
    return section("stack") {
      h2 { InboundStrings.hooks(l) }
      p("hint") { InboundStrings.hooksLead(l) }
      if !hooks.isEmpty {
        rowList(
          hooks.map { hook in
            listRow(
              href: Link.inboundHook(townCode, hook.id), title: .text(hook.name), meta: [.text(hook.channel.name(l))],
              trailing: stateChip(
                hook.isOn ? CounterpartWords.on : CounterpartWords.off, tone: hook.isOn ? .green : .neutral, l))
          })
      }
      actions { linkButton(Link.newInboundHook(townCode), InboundStrings.newHook, icon: .plus, l) }
    }
  }

  // MARK: What came in

  @HTMLBuilder private func itemList(_ view: InboundView) -> HTML {
    let l = reader.language
    let address = Link.with(
      Link.inbound(townCode), view.outcome.map { [("outcome", $0.rawValue)] } ?? [])
    p("hint") { InboundStrings.listLead(l) }
    if !view.items.items.isEmpty || view.outcome != nil {
      filterBar(
        action: Link.inbound(townCode),
        fields: selectField(
          name: "outcome", label: InboundStrings.outcome,
          options: [("", InboundStrings.any)]
            + InboundOutcome.allCases.map { ($0.rawValue, InboundStrings.word($0)) },
          selected: view.outcome?.rawValue ?? "", required: true, reader: reader), l)
    }
    if view.items.items.isEmpty {
      emptyState(
        view.outcome == nil ? InboundStrings.nothing : InboundStrings.nothingSuch,
        action: view.mailbox == nil ? ("#mailbox", InboundStrings.saveMailbox) : nil, l)
    } else {
      dataTable(
        caption: InboundStrings.list,
        columns: [
          Column(title: InboundStrings.outcome, width: .name, card: .title),
          Column(title: InboundStrings.numberOrReason),
          Column(title: InboundStrings.source), Column(title: InboundStrings.sender),
          Column(title: InboundStrings.when, width: .day),
        ], rows: view.items.items.map(cells), cards: true, l)
    }
    pager(
      nextHref: view.items.next.map { Link.with(address, [("after", $0)]) },
      firstHref: query["after"].isEmpty ? nil : address, l)
  }

  private func cells(_ item: InboundItem) -> [HTML] {
    let l = reader.language
    let tone: Tone = item.outcome == .refused ? .amber : .green
    return [
      stateChip(InboundStrings.word(item.outcome), tone: tone, l),
      item.reason.map { .text(InboundStrings.word($0)(l)) } ?? serial(item.number),
      .text(item.source.isEmpty ? InboundStrings.letter(l) : item.source), .text(item.sender), spokenTime(item.at, l),
    ]
  }
}

extension Mailbox {
  static let emptyForm = Form(fields: ["is_on": ["1"], "security": ["tls"], "port": ["993"]])

  /// What stands in its form.
  var form: Form {
    var fields = setup.mapValues { [$0] }
    (fields["is_on"], fields["default_village"]) = ([isOn ? "1" : ""], ["\(village)"])
    return Form(fields: fields)
  }
}
