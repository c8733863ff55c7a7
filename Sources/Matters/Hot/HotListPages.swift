import Governance
import Markup
import Mechanism
import Seeds
import Store
import Values
import Web

extension Request {
  /// The key matters, the one marked last first.
  func keyList(_ view: HotView) -> HTML {
    let rows = view.board.key.map { key in
      listed(
        key.matter, why: key.mark.reason,
        extra: reader(HotStrings.markedBy(isTown: key.mark.isOfTown, on: key.mark.at.day)), view)
    }
    return list(rows, none: HotStrings.noKey, hint: HotStrings.keyHint)
  }

  /// The hard matters, those with most reasons first.
  func hardList(_ view: HotView) -> HTML {
    let rows = view.board.hard.map { hard in
      listed(
        hard.matter, why: hard.reasons.map { reader($0.words(at: now, reader.calendar)) }.joined(separator: " · "),
        extra: "", view)
    }
    return list(rows, none: HotStrings.noHard, hint: HotStrings.hardHint)
  }

  private func list(_ rows: [HTML], none: Text, hint: Text) -> HTML {
    let hints = p("hint") { reader(hint) }
    let cut = rows.count >= HotBoard.mostListed ? p("quiet") { reader(HotStrings.cut) } : .empty
    return (rows.isEmpty ? emptyState(none, reader.language) : rowList(rows)) + cut + hints
  }

  private func listed(_ matter: MatterRow, why: String, extra: String, _ view: HotView) -> HTML {
    let (l, board) = (reader.language, view.board)
    let facts: [HTML] = [
      view.isTown ? .text(board.villages[matter.key.village].map { reader($0.name) } ?? "") : .empty,
      serial(matter.number), .text(reader(board.catalogue.duty(matter.routing.leaf)?.name ?? Text(same: ""))),
      .text(matter.placeText), .text(reader(bodyName(matter.routing.lead))), .text(extra),
    ]
    return li("row", ["data-row": ""]) {
      div("row-main") {
        a(Link.matter(villageCode(of: matter, board), matter.id), "row-link") {
          classMark(matter.routing.matterClass, l)
          matter.title
        }
        p("hot-why") { why }
        ul("row-meta") { for fact in facts where !fact.isEmpty { li { fact } } }
      }
      div("row-trailing") {
        if matter.shownState.isOpen { urgencyChip(matter.shownUrgency, l) }
        if view.ask.tab == .key { matter.limitLight(reader) }
        matter.chip(l)
      }
    }
  }
}
