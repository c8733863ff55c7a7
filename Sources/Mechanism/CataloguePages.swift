import Governance
import Markup
import Seeds
import Values
import Web

/// What narrows the catalogue on a page.
struct CatalogueFilter: Sendable {
  let text: String
  let matterClass: MatterClass?
  let onlyChanged: Bool

  init(_ query: Form) {
    text = String(query["q"].prefix(60))
    matterClass = MatterClass(rawValue: query["class"])
    onlyChanged = query.isOn("changed")
  }

  func leaves(of catalogue: Catalogue) -> [Duty] {
    let found = catalogue.leaves(matching: text) + (onlyChanged ? catalogue.retired : [])
    return found.filter { duty in
      (matterClass.map { $0 == duty.matterClass } ?? true) && (!onlyChanged || duty.isTownsOwn)
    }
  }
}

extension Request {
  /// The tree of tops and leaves of a town, with a way to add a leaf for who may.
  func cataloguePage(
    _ catalogue: Catalogue, _ filter: CatalogueFilter, _ upcoming: [UpcomingDuty], town: String
  ) -> HTMLPage {
    let l = reader.language
    let shown = filter.leaves(of: catalogue)
    return page(DutyStrings.catalogue, current: Link.catalogue(town)) {
      pageTitle(DutyStrings.catalogue, lead: .text(reader(DutyStrings.about)), l)
      upcomingSection(upcoming, l)
      catalogueFilter(filter, action: Link.catalogue(town), reader)
      if shown.isEmpty { emptyState(DutyStrings.nothingFound, l) }
      topLinks(catalogue, shown, l)
      for top in catalogue.tops {
        topSection(
          top, shown.filter { $0.parent == top.code }, l, href: { Link.duty(town, $0.code) },
          add: may(.editCatalogue) ? Link.newDuty(town, top: top.code) : nil)
      }
    }
  }

  /// What a village sees: what the town changed, each with its difference, then the whole tree.
  func villageCataloguePage(
    _ catalogue: Catalogue, _ filter: CatalogueFilter, _ upcoming: [UpcomingDuty], village: String
  ) -> HTMLPage {
    let l = reader.language
    let shown = filter.leaves(of: catalogue)
    return page(DutyStrings.catalogue, current: Link.villageCatalogue(village)) {
      pageTitle(DutyStrings.catalogue, lead: .text(reader(DutyStrings.about)), l)
      upcomingSection(upcoming, l)
      section {
        h2 { reader(DutyStrings.villageChanged) }
        if catalogue.changed.isEmpty, upcoming.isEmpty { p { reader(DutyStrings.villageUnchanged) } }
        for duty in catalogue.changed { changedEntry(duty, l) }
      }
      catalogueFilter(filter, action: Link.villageCatalogue(village), reader)
      if shown.isEmpty { emptyState(DutyStrings.nothingFound, l) }
      topLinks(catalogue, shown, l)
      for top in catalogue.tops { topSection(top, shown.filter { $0.parent == top.code }, l) }
    }
  }
}

private func catalogueFilter(_ filter: CatalogueFilter, action: String, _ reader: Reader) -> HTML {
  let classes = [(value: "", label: DutyStrings.all)] + MatterClass.allCases.map { ($0.rawValue, $0.name) }
  let fields =
    searchField(value: filter.text, label: DutyStrings.filterText, reader: reader)
    + selectField(
      name: "class", label: DutyStrings.matterClass, options: classes, selected: filter.matterClass?.rawValue ?? "",
      required: true, reader: reader)
    + checkbox(name: "changed", label: DutyStrings.onlyChanged, checked: filter.onlyChanged, reader: reader)
  return filterBar(action: action, fields: fields, reader.language)
}

private func topLinks(_ catalogue: Catalogue, _ shown: [Duty], _ l: Language) -> HTML {
  let tops = catalogue.tops.filter { top in shown.contains { $0.parent == top.code } }
  return sectionLinks(tops.map { ($0.code, $0.name) }, l)
}

/// A top with its leaves; left out when it has none to show. Without `href` the rows lead nowhere.
private func topSection(
  _ top: DutyTop, _ duties: [Duty], _ l: Language, href: ((Duty) -> String)? = nil, add: String? = nil
) -> HTML {
  guard !duties.isEmpty else { return .empty }
  return section {
    h2(nil, ["id": top.code]) {
      classMark(top.matterClass, l)
      " " + top.name(l)
    }
    if let href {
      rowList(
        duties.map { duty in
          listRow(href: href(duty), title: .text(duty.name(l)), meta: facts(of: duty, l), trailing: ownChip(duty, l))
        })
    } else {
      dutyTable(top, duties, l)
    }
    if let add { actions { linkButton(add, DutyStrings.addLong, icon: .plus, l) } }
  }
}

private func dutyTable(_ top: DutyTop, _ duties: [Duty], _ l: Language) -> HTML {
  dataTable(
    caption: top.name,
    columns: [
      Column(title: DutyStrings.name, width: .name, card: .title), Column(title: DutyStrings.lead, width: .name),
      Column(title: DutyStrings.path, width: .name),
      Column(title: DutyStrings.daysShort, width: .number, numeric: true),
      Column(title: DutyStrings.basis, width: .text),
    ],
    rows: duties.map { duty in
      [
        .text(duty.name(l)) + ownChip(duty, l), .text(bodyName(duty.lead)(l)), .text(duty.path.name(l)),
        .text(String(duty.days)),
        basisLine(duty, l),
      ]
    }, cards: true, l)
}

private func facts(of duty: Duty, _ l: Language) -> [HTML] {
  [
    .text(duty.code), .text(bodyName(duty.lead)(l)), .text(duty.path.name(l)),
    .text(DutyStrings.workingDays(duty.days)(l)),
    .text((duty.basisMark.map { DutyStrings.basisMarked($0.name) } ?? DutyStrings.noBasis)(l)),
  ]
}

/// Whether the town changed or added it; nothing for a shipped leaf.
func ownChip(_ duty: Duty, _ l: Language) -> HTML {
  guard duty.isTownsOwn else { return .empty }
  if duty.retired { return stateChip(DutyStrings.retired, tone: .neutral, l) }
  let isAdded = Catalogue.shippedDuty(duty.code) == nil
  return stateChip(isAdded ? DutyStrings.added : DutyStrings.changed, tone: .active, l)
}

/// The basis with articles and its mark, for offices.
func basisLine(_ duty: Duty, _ l: Language) -> HTML {
  guard let basis = duty.basis, let mark = duty.basisMark else { return .text(DutyStrings.none(l)) }
  return .text(basis(l) + " ") + markChip(mark, l)
}

func markChip(_ mark: RuleMark, _ l: Language) -> HTML {
  let tone: Tone =
    switch mark {
    case .verified: .green
    case .fromKnowledge: .amber
    case .designDefault: .neutral
    }
  return stateChip(mark.name, tone: tone, l)
}

private func changedEntry(_ duty: Duty, _ l: Language) -> HTML {
  section {
    h3 {
      duty.name(l) + " "
      ownChip(duty, l)
    }
    p {
      duty.code
      if let from = duty.fromDay { " · " + DutyStrings.from(from)(l) }
    }
    if let differences = differencesFromShipped(duty) {
      differenceTable(differences, l)
    } else {
      definitionList(fields(of: duty).map { ($0.name, .text($0.value(l))) }, l)
    }
  }
}

/// What will change and from which day.
private func upcomingSection(_ upcoming: [UpcomingDuty], _ l: Language) -> HTML {
  guard !upcoming.isEmpty else { return .empty }
  return section("stack") {
    h2 { DutyStrings.upcoming(l) }
    for entry in upcoming {
      section("stack") {
        h3 { entry.duty.name(l) }
        p {
          entry.duty.code + " · "
          strong { DutyStrings.begins(entry.from, isNew: entry.before == nil, isRetired: entry.duty.retired)(l) }
        }
        if let before = entry.before {
          differenceTable(
            differences(from: before, to: entry.duty), caption: entry.duty.name, after: DutyStrings.becomes, l)
        } else {
          definitionList(fields(of: entry.duty).map { ($0.name, .text($0.value(l))) }, l)
        }
      }
    }
  }
}

func differenceTable(
  _ differences: [DutyDifference], caption: Text = DutyStrings.fromShipped, after: Text = DutyStrings.after,
  _ l: Language
) -> HTML {
  dataTable(
    caption: caption,
    columns: [
      Column(title: DutyStrings.field, width: .name, card: .title), Column(title: DutyStrings.before, width: .text),
      Column(title: after, width: .text),
    ],
    rows: differences.map { [.text($0.field(l)), .text($0.before(l)), .text($0.after(l))] }, cards: true, l)
}
