import Governance
import Markup
import Mechanism
import Seeds
import Values
import Web

/// The fields of a decision as stored: lines "field=value".
private func fields(_ text: String) -> [(name: String, value: String)] {
  text.split(separator: "\n").compactMap { line in
    let halves = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    return halves.count == 2 ? (String(halves[0]), String(halves[1])) : nil
  }
}

/// One field of a decision that differs.
struct Difference: Sendable, Encodable {
  let field: String
  let before: String
  let after: String
}

extension DecisionRow {
  /// What differs between the values before and after, in their order; all values where there was nothing before.
  var differences: [Difference] {
    let (old, new) = (fields(before), fields(after))
    let names = (new + old).map(\.name).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    return names.compactMap { name in
      let was = old.first { $0.name == name }?.value ?? ""
      let now = new.first { $0.name == name }?.value ?? ""
      return was == now ? nil : Difference(field: name, before: was, after: now)
    }
  }
}

extension Catalogue {
  /// A value of a decision as people say it.
  func spoken(_ field: String, _ value: String) -> Text {
    switch field {
    case "class": MatterClass(rawValue: value)?.name ?? Text(same: value)
    case "leaf": duty(value).map { $0.name + Text(same: " (\(value))") } ?? Text(same: value)
    case "path": DutyPath(rawValue: value)?.name ?? Text(same: value)
    case "limit_days": Int(value).map(MatterStrings.days) ?? Text(same: value)
    case "urgency": Urgency(code: value)?.name ?? Text(same: value)
    case "lead": bodyName(value)
    case "co": bodyNames(value.split(separator: ",").map(String.init))
    default: Text(same: value)
    }
  }
}

extension MatterView {
  /// The history as the timeline shows it.
  func timelineEntries(_ l: Language) -> [TimelineEntry] {
    history.map { moment in
      let who = moment.account.flatMap { names[$0] } ?? MatterStrings.nobody(l)
      let place = moment.elsewhere.map { " · " + MatterStrings.elsewhere($0)(l) } ?? ""
      switch moment.what {
      case .progress(let row):
        let head = strong { MatterStrings.progress(row.kind)(l) }
        return TimelineEntry(
          who: who + place, what: head + .text(l == .zh ? "：" : ": ") + .text(row.text), when: moment.at)
      case .decision(let row):
        return TimelineEntry(
          who: who + place, what: strong { MatterStrings.decision(row.kind)(l) }, when: moment.at, decision: true,
          details: details(of: row, l))
      case .release(let isPublic):
        let what = isPublic ? MatterStrings.released : MatterStrings.takenBack
        return TimelineEntry(who: who + place, what: strong { what(l) }, when: moment.at)
      }
    }
  }

  /// The reason, and the difference before → after.
  private func details(of row: DecisionRow, _ l: Language) -> HTML? {
    let differences = row.differences
    if differences.isEmpty, row.reason.isEmpty { return nil }
    let why = row.reason.isEmpty ? .empty : p { row.reason }
    if differences.isEmpty { return why }
    return why + differenceTable(differences, isFirst: row.before.isEmpty, l)
  }

  private func differenceTable(_ differences: [Difference], isFirst: Bool, _ l: Language) -> HTML {
    let columns =
      [Column(title: MatterStrings.field, width: .name)]
      + (isFirst ? [] : [Column(title: MatterStrings.before)]) + [Column(title: MatterStrings.after)]
    let rows = differences.map { difference -> [HTML] in
      let before = HTML.text(catalogue.spoken(difference.field, difference.before)(l))
      return [.text(MatterStrings.decided(difference.field)(l))] + (isFirst ? [] : [before])
        + [.text(catalogue.spoken(difference.field, difference.after)(l))]
    }
    return dataTable(caption: MatterStrings.difference, columns: columns, rows: rows, compact: true, l)
  }
}
