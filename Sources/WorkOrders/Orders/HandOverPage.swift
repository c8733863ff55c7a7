import Governance
import Markup
import Matters
import Mechanism
import People
import Seeds
import Store
import Values
import Web

extension Request {
  /// Where a matter is handed over: the office that the catalogue names is proposed with its basis.
  func handOverPage(_ catalogues: Catalogues, errors: FieldErrors? = nil, refusal: Refusal? = nil) async throws
    -> HTMLPage
  {
    let (key, id, day) = (try village(), try id("matter", as: Matter.self), now.day)
    let (matter, rules, offices, returners) = try await app.database.read { tx in
      let matter = try tx.matter(id, in: key)
      let rules = try OrderRules(catalogues, town: key.town, day: day, in: tx)
      return (
        matter, rules,
        try tx.officeChoice(
          proposed: [proposedLead(matter, rules)] + matter.routing.co,
          led: rules.catalogue.leaves(in: .government).map(\.lead), town: key.town, on: day),
        try tx.returners(of: id, leaf: matter.routing.leaf, town: key.town)
      )
    }
    let duty = rules.catalogue.duty(matter.routing.leaf)
    let (l, code) = (reader.language, place?.code ?? "")
    return page(OrderStrings.handOverTitle, current: Link.matters(code)) {
      breadcrumbs(
        [(Link.matters(code), OrderStrings.matters), (Link.matter(code, id), Text(same: matter.number))],
        current: OrderStrings.handOverTitle, l)
      pageTitle(OrderStrings.handOverTitle, lead: .text(matter.title), l)
      if let refusal { refusalBox(refusal) }
      if let duty {
        definitionList(dutyFacts(duty) + limitFacts(matter, rules.calendar), l)
      }
      Web.form(
        action: Link.handOver(code, id), reader: reader, key: Secrets.token(bits: 80), errors: errors
      ) {
        hiddenField("version", String(matter.version))
        handOverFields(matter, lead: proposedLead(matter, rules), offices, returners, errors)
        actions { submitButton(OrderStep.handOver.name, l) }
      }
    }
  }

  private func limitFacts(_ matter: MatterRow, _ calendar: WorkCalendar) -> [(Text, HTML)] {
    guard let due = matter.shownDueAt else { return [] }
    let words = lightWords(due: due, now: now, calendar: calendar)
    return [(OrderStrings.sinceReceived, .text(due.day.spoken(reader.language) + " · " + reader(words)))]
  }

  private func dutyFacts(_ duty: Duty) -> [(Text, HTML)] {
    let l = reader.language
    let facts: [(Text, HTML)] = [
      (OrderStrings.leaf, .text(duty.name(l))), (OrderStrings.leadBody, .text(bodyName(duty.lead)(l))),
      (OrderStrings.helpers, .text(bodyNames(duty.coHandlers)(l))),
      (OrderStrings.basis, .text(duty.basis?(l) ?? reader(OrderStrings.noBasis))),
    ]
    return facts.filter { !$0.1.isEmpty }
  }

  private func handOverFields(
    _ matter: MatterRow, lead: String, _ offices: OfficeChoice, _ returners: [String], _ errors: FieldErrors?
  ) -> HTML {
    var fields =
      officeFields(
        offices.without(returners), label: OrderStrings.office, extra: (NewOrder.atCentre, OrderStrings.keepAtCentre),
        selected: [form.fields["office"] == nil ? lead : form["office"]], other: form[otherOfficeField],
        hint: returners.isEmpty ? nil : OrderStrings.sentBack(bodyNames(returners)), errors: errors)
      + textField(
        name: "basis", label: OrderStrings.basis, value: form["basis"], hint: OrderStrings.basisHint, errors: errors,
        maxlength: 500, reader: reader)
      + selectField(
        name: "kind", label: OrderStrings.kind, options: OrderKind.allCases.map { ($0.rawValue, $0.name) },
        selected: form["kind"].isEmpty ? OrderKind.general.rawValue : form["kind"], hint: OrderStrings.kindHint,
        errors: errors, required: true, reader: reader)
    fields.append(
      textField(
        name: "spokespersons", label: OrderStrings.spokespersons, value: form["spokespersons"],
        hint: OrderStrings.spokespersonsHint, errors: errors, maxlength: 4, reader: reader))
    if isAboutOffice(leaf: matter.routing.leaf) {
      let chosen = Set(form.all("about"))
      fields.append(
        dialogDetails(
          summary: OrderStrings.aboutWhen, open: !chosen.isEmpty || errors?.message(for: "about") != nil,
          reader.language
        ) {
          checkboxes(
            name: "about", label: OrderStrings.about,
            options: offices.all.map { (value: $0, label: bodyName($0), hint: nil) }, selected: chosen,
            hint: OrderStrings.aboutHint, errors: errors, reader: reader)
        })
    }
    fields.append(
      textArea(
        name: "text", label: OrderStrings.note, value: form["text"], errors: errors, rows: 3, maxlength: 500,
        reader: reader))
    return fields
  }
}

/// Whom to propose first: who leads the matter, or whoever does by the catalogue where a service centre had it last.
private func proposedLead(_ matter: MatterRow, _ rules: OrderRules) -> String {
  let lead = matter.routing.lead
  return OrderStrings.isCentre(lead) ? rules.catalogue.duty(matter.routing.leaf)?.lead ?? "" : lead
}
