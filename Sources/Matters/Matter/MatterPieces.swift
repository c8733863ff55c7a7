import Governance
import Markup
import Values
import Web

extension MatterRow {
  /// Whether a clock still runs towards the answer.
  var awaitsAnswer: Bool { shownState.isOpen && state != .answered }

  /// The light of the running limit with its word; nothing when no clock runs.
  func limitLight(_ reader: Reader) -> HTML {
    guard awaitsAnswer, let due = shownDueAt else { return .empty }
    let calendar = reader.calendar
    let tone: Tone =
      switch Governance.light(opened: shownOpenedAt, due: due, now: reader.now, calendar: calendar) {
      case .green: .green
      case .amber: .amber
      case .red: .red
      }
    return light(lightWords(due: due, now: reader.now, calendar: calendar), tone: tone, reader.language)
  }

  func chip(_ l: Language) -> HTML { stateChip(shownState.name, tone: shownState.tone, l) }
}

extension MatterState {
  var tone: Tone {
    switch self {
    case .pending, .awaitingDeliberation, .inPublication: .amber
    case .inProgress: .active
    case .answered: .green
    case .closed, .merged: .neutral
    }
  }
}

/// A matter as a row of a list.
func matterListRow(_ matter: MatterRow, village: String, leaf: Text?, _ reader: Reader) -> HTML {
  let l = reader.language
  let place = matter.placeText
  let meta: [HTML] = [
    .text(matter.number), leaf.map { .text($0(l)) } ?? .empty, .text(place),
    .text(MatterListStrings.since(matter.shownDay)(l)),
    matter.reporters > 0 ? .text(MatterListStrings.people(matter.reporters)(l)) : .empty,
    matter.family == nil ? .empty : .text(MatterListStrings.isFamily(l)),
  ]
  let urgent = matter.shownState.isOpen ? urgencyChip(matter.shownUrgency, l) : .empty
  return listRow(
    href: Link.matter(village, matter.id), title: classMark(matter.routing.matterClass, l) + .text(matter.title),
    meta: meta.filter { !$0.isEmpty },
    trailing: urgent + matter.limitLight(reader) + matter.chip(l))
}
