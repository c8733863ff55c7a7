import Governance
import Markup
import Matters
import Mechanism
import Seeds
import Values
import Web

extension Request {
  /// The filter above a register: what is looked for, and how it is shown.
  func registerFilter(_ content: RegisterContent) -> HTML {
    let filter = content.view.filter
    let errors = content.errors
    let more =
      selectField(
        name: "state", label: RegisterStrings.state, options: any(stateOptions(content.matterClass)),
        selected: filter.state?.rawValue ?? "", errors: errors, reader: reader)
      + selectField(
        name: "category", label: RegisterStrings.category, options: any(categoryOptions(content)),
        selected: filter.category, errors: errors, reader: reader)
      + selectField(
        name: "lead", label: RegisterStrings.lead, options: any(leadOptions(content)), selected: filter.lead,
        errors: errors, reader: reader)
      + selectField(
        name: "group", label: RegisterStrings.group,
        options: any(content.backdrop.groups.map { ($0.id.description, $0.name) }),
        selected: filter.group?.description ?? "", errors: errors, reader: reader)
      + selectField(
        name: "channel", label: RegisterStrings.channel, options: any(Channel.allCases.map { ($0.rawValue, $0.name) }),
        selected: filter.channel?.rawValue ?? "", errors: errors, reader: reader)
      + dayField(
        name: "from", label: RegisterStrings.from, value: filter.from?.iso ?? "", errors: errors, reader: reader)
      + dayField(name: "to", label: RegisterStrings.to, value: filter.to?.iso ?? "", errors: errors, reader: reader)
      + shownHow(content)
    return filterBar(
      action: content.address, search: searchField(value: filter.text, label: RegisterStrings.search, reader: reader),
      more: more, inUse: filter.inUse, reader.language)
  }

  private func shownHow(_ content: RegisterContent) -> HTML {
    let view = content.view
    return dialogDetails(
      summary: RegisterStrings.more, open: content.errors.message(for: "columns") != nil, reader.language
    ) {
      checkboxes(
        name: "columns", label: RegisterStrings.columns,
        options: RegisterColumn.extras.map { ($0.rawValue, $0.title, nil) },
        selected: Set(view.extras.map(\.rawValue)), errors: content.errors, abreast: true, reader: reader)
      selectField(
        name: "sort", label: RegisterStrings.sort,
        options: [("", RegisterStrings.newest), ("oldest", RegisterStrings.oldest)],
        selected: view.isOldestFirst == true ? "oldest" : "", errors: content.errors, reader: reader)
      selectField(
        name: "density", label: RegisterStrings.density,
        options: [("", RegisterStrings.roomy), ("compact", RegisterStrings.compact)],
        selected: view.isCompact ? "compact" : "", reader: reader)
      checkbox(name: "fold", label: RegisterStrings.unfold, value: "0", checked: view.isUnfolded, reader: reader)
    }
  }

  private func any(_ options: [(value: String, label: Text)]) -> [(value: String, label: Text)] {
    [(value: "", label: RegisterStrings.all)] + options
  }

  private func stateOptions(_ matterClass: MatterClass) -> [(value: String, label: Text)] {
    let states = MatterState.states(of: matterClass).subtracting([.merged])
    return MatterState.allCases.filter(states.contains).map { ($0.rawValue, $0.name) }
  }

  /// Each top with its leaves beneath.
  private func categoryOptions(_ content: RegisterContent) -> [(value: String, label: Text)] {
    let catalogue = content.backdrop.catalogue
    let leaves = (catalogue.leaves + catalogue.retired).filter { $0.matterClass == content.matterClass }
    return catalogue.tops.filter { $0.matterClass == content.matterClass }.flatMap { top in
      [(value: top.code, label: top.name)]
        + leaves.filter { $0.parent == top.code }.map {
          (value: $0.code, label: Text(zh: "\u{3000}" + $0.name.zh, en: "\u{3000}" + $0.name.en))
        }
    }
  }

  private func leadOptions(_ content: RegisterContent) -> [(value: String, label: Text)] {
    var leads: [String] = []
    for duty in content.backdrop.catalogue.leaves(in: content.matterClass) where !leads.contains(duty.lead) {
      leads.append(duty.lead)
    }
    let asked = content.view.filter.lead
    if !asked.isEmpty, !leads.contains(asked) { leads.append(asked) }
    return leads.map { ($0, bodyName($0)) }
  }
}
