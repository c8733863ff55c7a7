import Governance
import Markup
import Seeds
import Store
import Values
import Web

extension Request {
  func officesPage(_ view: OfficesView, errors: FieldErrors?) -> HTMLPage {
    let (l, town) = (reader.language, place?.code ?? "")
    return page(OfficeStrings.title, wide: true, current: Link.offices(town)) {
      pageTitle(OfficeStrings.title, lead: .text(reader(OfficeStrings.lead)), l)
      if view.offices.isEmpty { emptyState(OfficeStrings.none, l) } else { officeTable(view, town) }
      if !view.missing.isEmpty { missingSection(view, town) }
      absenceSection(view.staff, errors)
      newSection(isOpen: view.offices.isEmpty, errors.flatMap { isAbsence ? nil : $0 })
    }
  }

  private func newSection(isOpen: Bool, _ errors: FieldErrors?) -> HTML {
    dialogDetails(summary: OfficeStrings.new, open: isOpen || errors != nil, reader.language) {
      Web.form(
        action: Link.offices(place?.code ?? ""), reader: reader, key: Secrets.token(bits: 80), errors: errors
      ) {
        textField(
          name: "name_zh", label: OfficeStrings.nameZh, value: form["name_zh"], hint: OfficeStrings.nameHint,
          errors: errors, required: true, maxlength: 40, reader: reader)
        detailFields(nil, errors)
        actions { submitButton(OfficeStrings.new, reader.language) }
      }
    }
  }

  private func officeTable(_ view: OfficesView, _ town: String) -> HTML {
    let l = reader.language
    return dataTable(
      caption: OfficeStrings.title,
      columns: [
        Column(title: OfficeStrings.one, width: .name, card: .title), Column(title: OfficeStrings.head, width: .name),
        Column(title: OfficeStrings.hours, width: .name), Column(title: OfficeStrings.phone, width: .name),
        Column(title: OfficeStrings.duties, width: .number, numeric: true),
        Column(title: OfficeStrings.workload, width: .number, numeric: true),
      ],
      rows: view.offices.map { office in
        let name = office.name.zh
        let heads = view.members.filter { $0.body == name && $0.isHead }.map(\.name)
        let mark = office.dissolvedAt == nil ? .empty : stateChip(OfficeStrings.dissolved, tone: .neutral, l)
        return [
          a(Link.office(town, office.id)) { office.name(l) } + mark,
          orNotYet(heads.joined(separator: OfficeStrings.comma(l))), .text(office.hours.name(l)),
          telephone(office.phone), .text("\(view.duties[name] ?? 0)"),
          .text("\(view.openOrders[name] ?? 0)"),
        ]
      }, cards: true, l)
  }

  /// What is not written yet is said, so that a gap is no riddle.
  private func orNotYet(_ text: String) -> HTML {
    text.isEmpty ? span("quiet") { OfficeStrings.notYet(reader.language) } : .text(text)
  }

  private func telephone(_ number: String) -> HTML { number.isEmpty ? orNotYet("") : phoneLink(number) }

  private func missingSection(_ view: OfficesView, _ town: String) -> HTML {
    section("stack") {
      h2 { reader(OfficeStrings.missing) }
      p { bodyNames(view.missing)(reader.language) }
      postButton(
        action: Link.missingOffices(town), OfficeStrings.addAll, key: Secrets.token(bits: 80), reader: reader)
    }
  }

  func officePage(_ view: OfficeView, errors: FieldErrors?) -> HTMLPage {
    let (l, town, office) = (reader.language, place?.code ?? "", view.office)
    return page(office.name, wide: true, current: Link.offices(town)) {
      breadcrumbs([(Link.offices(town), OfficeStrings.title)], current: office.name, l)
      pageTitle(office.name, lead: .text(office.kind.name(l)), l)
      if office.dissolvedAt != nil {
        noticeBox(tone: .neutral) {
          p {
            office.successor.isEmpty
              ? OfficeStrings.dissolved(l) : OfficeStrings.dissolved(to: bodyName(office.successor))(l)
          }
          for told in dissolutionWords { p { reader(told) } }
        }
      }
      definitionList(
        [
          (OfficeStrings.hours, .text(office.hours.name(l))), (OfficeStrings.phone, telephone(office.phone)),
          (OfficeStrings.address, orNotYet(office.address)), (OfficeStrings.head, .text(people(view, heads: true))),
          (OfficeStrings.members, .text(people(view, heads: false))),
          (OfficeStrings.workload, .text("\(view.openOrders)")),
        ], l)
      dutySection(view)
      if office.dissolvedAt == nil { editSections(view, town, errors) }
    }
  }

  /// What became of its work, right after it was dissolved.
  private var dissolutionWords: [Text] {
    [
      ("moved", OfficeStrings.movedOrders), ("town_office", OfficeStrings.toTownOffice),
      ("duties", OfficeStrings.movedDuties),
    ].compactMap { name, words in Int(query[name]).flatMap { $0 > 0 ? words($0) : nil } }
  }

  private func people(_ view: OfficeView, heads: Bool) -> String {
    let l = reader.language
    let members = view.members.filter { $0.isHead == heads }
    if members.isEmpty { return (heads ? OfficeStrings.noHead : OfficeStrings.noMembers)(l) }
    return members.map { member in
      guard let absence = view.absence(of: member.account, on: now.day) else { return member.name }
      let deputy = absence.deputy.flatMap { view.names[$0] }
      return OfficeStrings.ofOffice(member.name, OfficeStrings.away(absence.until, deputy))(l)
    }.joined(separator: OfficeStrings.comma(l))
  }

  private func dutySection(_ view: OfficeView) -> HTML {
    let l = reader.language
    let body = view.office.name.zh
    return section {
      h2 { reader(OfficeStrings.duties) }
      if view.duties.isEmpty {
        p("quiet") { reader(OfficeStrings.noDuties) }
      } else {
        dataTable(
          caption: OfficeStrings.duties,
          columns: [
            Column(title: OfficeStrings.duty, width: .name, card: .title),
            Column(title: OfficeStrings.part, width: .day),
            Column(title: OfficeStrings.days, width: .number, numeric: true),
            Column(title: OfficeStrings.basis, width: .text),
          ],
          rows: view.duties.map { duty in
            [
              .text(duty.name(l)), .text((duty.lead == body ? OfficeStrings.asLead : OfficeStrings.asHelper)(l)),
              .text(Limit(duty.days, .workingDays, .designDefault).name(l)), .text(duty.basis?(l) ?? ""),
            ]
          }, cards: true, l)
      }
    }
  }

  private func editSections(_ view: OfficeView, _ town: String, _ errors: FieldErrors?) -> HTML {
    let (l, office, isLeaving) = (reader.language, view.office, path.hasSuffix("/dissolution"))
    return section {
      h2 { reader(OfficeStrings.details) }
      Web.form(
        action: Link.office(town, office.id), reader: reader, key: Secrets.token(bits: 80),
        errors: isLeaving ? nil : errors
      ) {
        hiddenField("version", String(office.version))
        detailFields(office, isLeaving ? nil : errors)
        actions { submitButton(OfficeStrings.save, l) }
      }
    } + dissolution(view, town, isLeaving ? errors : nil)
  }

  private func dissolution(_ view: OfficeView, _ town: String, _ errors: FieldErrors?) -> HTML {
    let needsHeir = view.openOrders > 0 || !view.duties.isEmpty
    return section("stack") {
      h2 { reader(OfficeStrings.dissolve) }
      p { reader(OfficeStrings.dissolveHint(orders: view.openOrders, duties: view.duties.count)) }
      Web.form(action: Link.officeDissolution(town, view.office.id), reader: reader, errors: errors) {
        selectField(
          name: "successor", label: OfficeStrings.successor,
          options: [(value: "", label: needsHeir ? OfficeStrings.choose : OfficeStrings.nobody)]
            + view.others.map { ($0.name.zh, $0.name) }, selected: form["successor"], errors: errors,
          required: needsHeir, reader: reader)
        if view.openOrders > 0 {
          selectField(
            name: "another", label: OfficeStrings.ifAbout,
            options: [(value: "", label: OfficeStrings.townDecides)] + view.others.map { ($0.name.zh, $0.name) },
            selected: form["another"], hint: OfficeStrings.ifAboutHint, errors: errors, reader: reader)
        }
        actions {
          submitButton(
            OfficeStrings.dissolve, tone: .danger, confirm: OrderStrings.again(OfficeStrings.dissolve),
            reader.language)
        }
      }
    }
  }

  @HTMLBuilder
  private func detailFields(_ office: OfficeRow?, _ errors: FieldErrors?) -> HTML {
    let isTyped = errors != nil
    textField(
      name: "name_en", label: OfficeStrings.nameEn, value: isTyped ? form["name_en"] : office?.name.en ?? "",
      errors: errors, maxlength: 80, reader: reader)
    selectField(
      name: "kind", label: OfficeStrings.kind, options: OfficeKind.allCases.map { ($0.rawValue, $0.name) },
      selected: isTyped ? form["kind"] : office?.kind.rawValue ?? OfficeKind.bureau.rawValue, errors: errors,
      required: true, reader: reader)
    let hours = office?.hours ?? .usual
    div("field-pair even") {
      textField(
        name: "opens", label: OfficeStrings.opens, value: isTyped ? form["opens"] : hours.opens.clock,
        errors: errors, reader: reader)
      textField(
        name: "closes", label: OfficeStrings.closes,
        value: isTyped ? form["closes"] : hours.closes.clock,
        errors: errors, reader: reader)
    }
    p("hint") { reader(OfficeStrings.hoursHint) }
    textField(
      name: "phone", label: OfficeStrings.phone, value: isTyped ? form["phone"] : office?.phone ?? "", errors: errors,
      maxlength: 40, reader: reader)
    textField(
      name: "address", label: OfficeStrings.address, value: isTyped ? form["address"] : office?.address ?? "",
      errors: errors, maxlength: 120, reader: reader)
  }
}
