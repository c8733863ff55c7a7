import Governance
import Markup
import Mechanism
import Seeds
import Store
import Values
import Web

/// A proposed matter as a card of the list.
extension Request {
  private var code: String { place?.code ?? "" }

  func card(_ shown: ShownGroup, isNewest: Bool) -> HTML {
    let (l, group) = (reader.language, shown.group)
    return div("group-card", ["id": "group-\(group.id)"]) {
      reasonCard(
        title: title(shown), confidence: confidence(group),
        confidenceNumber: group.state == .open && !group.leaf.isEmpty ? TriageStrings.percent(group.certainty)(l) : nil,
        reason: about(shown) + foldedMembers(shown),
        take: isNewest && group.state == .open && group.doubt == nil ? confirmButton(shown) : nil,
        change: ways(shown, isNewest: isNewest), l)
    }
  }

  private func title(_ shown: ShownGroup) -> HTML {
    let l = reader.language
    let mark = (shown.matter?.routing.matterClass ?? shown.duty?.matterClass).map { classMark($0, l) } ?? .empty
    guard let matter = shown.matter else { return mark + .text(" " + shown.title) }
    return mark + .text(" ") + a(Link.matter(code, matter.id)) { matter.title }
  }

  private func confidence(_ group: ProposedGroup) -> Text {
    switch group.state {
    case .open: GroupingStrings.category(group.confidence)
    case .confirmed: GroupingStrings.confirmed
    case .dismissed: GroupingStrings.dismissed
    }
  }

  /// How many, which category, who leads; why; what to look out for.
  @HTMLBuilder func about(_ shown: ShownGroup) -> HTML {
    let (l, group) = (reader.language, shown.group)
    p("reason-sum") { facts(shown) }
    if !shown.reason.zh.isEmpty { p { shown.reason(l) } }
    if let target = shown.target, group.state == .open {
      p {
        strong { GroupingStrings.sameAs(l) }
        " "
        a(Link.matter(code, target.id)) { target.number + " " + target.title }
        " · " + group.targetReason(l)
      }
    }
    if let doubt = group.doubt, group.state == .open, doubt != .unsure || group.confidence == .likely {
      p { stateChip(doubt.name, tone: doubt == .urgent ? .red : .amber, l) }
    }
    if let scope = group.scope, group.state == .open { p("hint") { GroupingStrings.scope(scope)(l) } }
    if !group.note.zh.isEmpty { p("hint") { group.note(l) } }
  }

  private func facts(_ shown: ShownGroup) -> String {
    let l = reader.language
    var known = [GroupingStrings.concerns(shown.members.count)(l), TriageStrings.reporters(shown.reporters)(l)]
    if let matter = shown.matter {
      known.append(matter.number)
    } else if let duty = shown.duty {
      known += ["\(duty.name(l)) \(duty.code)", TriageStrings.led(by: bodyName(duty.lead))(l)]
    } else {
      known.append(GroupingStrings.noLeaf(l))
    }
    return known.joined(separator: " · ")
  }

  private func foldedMembers(_ shown: ShownGroup) -> HTML {
    let l = reader.language
    return dialogDetails(summary: GroupingStrings.theirWords(shown.members.count), l) {
      memberList(shown.members.prefix(20))
      if shown.members.count > 20 {
        p { a(Link.group(code, shown.group)) { GroupingStrings.more(shown.members.count - 20)(l) } }
      }
    }
  }

  func memberList(_ members: ArraySlice<GroupMember>) -> HTML {
    ul("group-concerns") {
      for member in members {
        li {
          p { shortened(member.concern.text, to: 120) }
          p("hint") { origin(member) }
        }
      }
    }
  }

  private func origin(_ member: GroupMember) -> HTML {
    let (l, concern) = (reader.language, member.concern)
    let more = [concern.channel.name(l), concern.receivedAt.day.spoken(l), concern.placeText].filter { !$0.isEmpty }
    return a(Link.concern(code, concern.id)) { concern.number }
      + .text(" · " + more.joined(separator: " · ") + (isHandled(member) ? " · " + GroupingStrings.handled(l) : ""))
      + .text(member.urgency >= .soon ? " " : "") + urgencyChip(member.urgency, l)
  }

  /// Sorted, refused or withdrawn apart from this group.
  func isHandled(_ member: GroupMember) -> Bool { !member.isWaiting && member.link == nil }

  private func confirmButton(_ shown: ShownGroup) -> HTML? {
    let group = shown.group
    guard shown.target != nil || shown.duty.map({ !$0.retired }) ?? false else { return nil }
    return postButton(
      action: Link.groupConfirmation(code, group),
      shown.target == nil ? GroupingStrings.confirm : GroupingStrings.confirmJoin, tone: .primary,
      fields: [("version", String(group.version)), ("target", shown.target?.id.description ?? "new")],
      key: Secrets.token(bits: 80), reader: reader)
  }

  private func ways(_ shown: ShownGroup, isNewest: Bool) -> HTML? {
    let (l, group) = (reader.language, shown.group)
    switch group.state {
    case .open:
      guard isNewest else { return nil }
      return linkButton(Link.group(code, group), GroupingStrings.look, l)
    case .confirmed: return linkButton(Link.group(code, group), GroupingStrings.undo, l)
    case .dismissed: return undoButton(group)
    }
  }

  func undoButton(_ group: ProposedGroup) -> HTML {
    postButton(
      action: Link.groupUndoing(code, group), GroupingStrings.undo, fields: [("version", String(group.version))],
      key: Secrets.token(bits: 80), reader: reader)
  }
}
