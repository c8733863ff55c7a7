import Governance
import Markup
import Store
import Values
import Web

extension Request {
  /// One leaf with its basis, versions and difference from the shipped one.
  func dutyPage(_ duty: Duty, versions: [DutyVersion], town: String) -> HTMLPage {
    let l = reader.language
    return page(duty.name, current: Link.catalogue(town)) {
      breadcrumbs([(Link.catalogue(town), DutyStrings.catalogue)], current: duty.name, l)
      pageTitle(
        duty.name, lead: classMark(duty.matterClass, l) + .text(" " + duty.code + " ") + ownChip(duty, l),
        aside: editButton(duty, town), l)
      if let warning = duty.basisWarning { noticeBox(tone: .amber) { p { reader(warning) } } }
      definitionList(facts(of: duty, l), l)
      if let differences = differencesFromShipped(duty), !differences.isEmpty {
        h2 { reader(DutyStrings.fromShipped) }
        differenceTable(differences, l)
      }
      h2 { reader(DutyStrings.versions) }
      if versions.isEmpty { p { reader(DutyStrings.noVersions) } } else { history(versions, l) }
    }
  }

  private func editButton(_ duty: Duty, _ town: String) -> HTML {
    guard may(.editCatalogue) else { return .empty }
    return linkButton(Link.newDutyVersion(town, duty.code), DutyStrings.edit, tone: .primary, reader.language)
  }

  private func facts(of duty: Duty, _ l: Language) -> [(Text, HTML)] {
    var facts = fields(of: duty).dropFirst(2).filter {
      $0.name != DutyStrings.basis && $0.name != DutyStrings.basisMark
    }
    .map { ($0.name, HTML.text($0.value(l))) }
    facts.append((DutyStrings.basis, basisLine(duty, l)))
    if let basis = duty.publicBasis { facts.append((DutyStrings.publicBasis, .text(basis(l)))) }
    let from = duty.fromDay.map(DutyStrings.from) ?? DutyStrings.asShipped
    facts.append((DutyStrings.holdsFrom, .text(from(l))))
    return facts
  }

  private func history(_ versions: [DutyVersion], _ l: Language) -> HTML {
    timeline(
      versions.map { version in
        let before = versions.first { $0.duty.version == version.duty.version - 1 }?.duty
        let old = before ?? Catalogue.shippedDuty(version.duty.code)
        let from = version.duty.fromDay.map { DutyStrings.from($0)(l) } ?? ""
        return TimelineEntry(
          who: version.madeBy,
          what: .text("\(DutyStrings.versionNumber(version.duty.version)(l)) · \(from) · \(version.reason)"),
          when: version.madeAt, decision: true,
          details: old.map { differenceTable(differences(from: $0, to: version.duty), l) })
      }, l)
  }
}

/// What stands in the form of a version: what is in force, or what was typed and rejected.
struct DutyFields {
  private let values: [String: String]

  subscript(_ name: String) -> String { values[name] ?? "" }

  init(_ duty: Duty) {
    values = [
      "name_zh": duty.name.zh, "name_en": duty.name.en, "class": duty.matterClass.rawValue, "lead": duty.lead,
      "co": duty.coHandlers.joined(separator: "，"), "path": duty.path.rawValue, "days": String(duty.days),
      "keywords": duty.keywords.joined(separator: "，"), "example": duty.example, "basis_zh": duty.basis?.zh ?? "",
      "basis_en": duty.basis?.en ?? "", "basis_mark": duty.basisMark?.rawValue ?? "-",
      "retired": duty.retired ? "1" : "", "version": String(duty.version),
    ]
  }

  /// A new leaf: nothing but the class of its top.
  init(_ top: DutyTop) { values = ["class": top.matterClass.rawValue, "basis_mark": "-"] }

  init(_ form: Form) { values = form.fields.compactMapValues(\.first) }
}

extension Request {
  /// The form of a new version of a leaf.
  func dutyFormPage(_ duty: Duty, town: String, values: DutyFields, errors: FieldErrors? = nil) -> HTMLPage {
    let l = reader.language
    return page(DutyStrings.change(duty.name), current: Link.catalogue(town)) {
      breadcrumbs(
        [(Link.catalogue(town), DutyStrings.catalogue), (Link.duty(town, duty.code), duty.name)],
        current: DutyStrings.edit, l)
      pageTitle(DutyStrings.change(duty.name), l)
      Web.form(
        action: Link.dutyVersions(town, duty.code), reader: reader, key: Secrets.token(bits: 80), errors: errors
      ) {
        hiddenField("version", values["version"])
        dutyFields(values, errors, reader)
        checkbox(
          name: "retired", label: DutyStrings.retire, checked: values["retired"] == "1", hint: DutyStrings.retireHint,
          errors: errors, reader: reader)
        whenAndWhy(values, errors, reader)
        stickyActions { submitButton(DutyStrings.save, l) }
      }
    }
  }

  /// The form of a new leaf under a top.
  func newDutyPage(_ top: DutyTop, town: String, values: DutyFields, errors: FieldErrors? = nil) -> HTMLPage {
    let l = reader.language
    return page(DutyStrings.addUnder(top.name), current: Link.catalogue(town)) {
      breadcrumbs([(Link.catalogue(town), DutyStrings.catalogue)], current: DutyStrings.add, l)
      pageTitle(DutyStrings.addUnder(top.name), l)
      Web.form(action: Link.catalogue(town), reader: reader, key: Secrets.token(bits: 80), errors: errors) {
        hiddenField("parent", top.code)
        dutyFields(values, errors, reader)
        whenAndWhy(values, errors, reader)
        stickyActions { submitButton(DutyStrings.saveNew, l) }
      }
    }
  }
}

private func dutyFields(_ values: DutyFields, _ errors: FieldErrors?, _ reader: Reader) -> HTML {
  func line(_ name: String, _ label: Text, hint: Text? = nil, required: Bool = true, mode: String? = nil) -> HTML {
    textField(
      name: name, label: label, value: values[name], hint: hint, errors: errors, inputmode: mode, required: required,
      reader: reader)
  }
  let marks = [(value: "-", label: DutyStrings.none)] + RuleMark.allCases.map { ($0.rawValue, $0.name) }
  return line("name_zh", DutyStrings.nameZh)
    + line("name_en", DutyStrings.nameEn, hint: DutyStrings.nameEnHint, required: false)
    + selectField(
      name: "class", label: DutyStrings.matterClass, options: MatterClass.allCases.map { ($0.rawValue, $0.name) },
      selected: values["class"], errors: errors, required: true, reader: reader)
    + line("lead", DutyStrings.lead)
    + line("co", DutyStrings.coHandlers, hint: DutyStrings.listHint, required: false)
    + selectField(
      name: "path", label: DutyStrings.path,
      options: DutyPath.allCases.map { ($0.rawValue, $0.matterClass.name + Text(same: " · ") + $0.name) },
      selected: values["path"], errors: errors, required: true, reader: reader)
    + line("days", DutyStrings.days, mode: "numeric")
    + textArea(
      name: "keywords", label: DutyStrings.keywords, value: values["keywords"], hint: DutyStrings.keywordsHint,
      errors: errors, rows: 3, required: true, reader: reader)
    + line("example", DutyStrings.example)
    + textArea(
      name: "basis_zh", label: DutyStrings.basisZh, value: values["basis_zh"], hint: DutyStrings.basisHint,
      errors: errors, rows: 2, reader: reader)
    + textArea(
      name: "basis_en", label: DutyStrings.basisEn, value: values["basis_en"], errors: errors, rows: 2, reader: reader)
    + selectField(
      name: "basis_mark", label: DutyStrings.basisMark, options: marks, selected: values["basis_mark"], errors: errors,
      required: true, reader: reader)
}

private func whenAndWhy(_ values: DutyFields, _ errors: FieldErrors?, _ reader: Reader) -> HTML {
  let day = values["from_day"]
  return dayField(
    name: "from_day", label: DutyStrings.fromDay, value: day.isEmpty ? reader.now.day.iso : day,
    hint: DutyStrings.fromDayHint, errors: errors, required: true, reader: reader)
    + textArea(
      name: "reason", label: DutyStrings.reason, value: values["reason"], hint: DutyStrings.reasonHint, errors: errors,
      rows: 3, required: true, maxlength: 500, reader: reader)
}
