import Governance
import Markup
import Mechanism
import Seeds
import Store
import Values
import Web

extension Request {
  private var code: String { place?.code ?? "" }

  /// One proposed matter: which concerns go with it, under which category, to which matter; or its undoing.
  func groupPage(_ shown: (GroupingRun, ShownGroup, Catalogue), typed: Typed = Typed()) -> HTMLPage {
    let (run, one, catalogue) = shown
    let l = reader.language
    return page(Text(same: one.title), current: Link.concerns(code)) {
      breadcrumbs(
        [(Link.groupings(code), GroupingStrings.title), (Link.grouping(code, run.id), GroupingStrings.proposed)],
        current: Text(same: String(one.group.position)), l)
      pageTitle(Text(same: one.title), lead: one.duty.map { classMark($0.matterClass, l) } ?? .empty, l)
      if let refusal = typed.refusal { refusalBox(refusal) }
      section("stack") { about(one) }
      switch one.group.state {
      case .open: openForm(one, catalogue, typed)
      case .confirmed, .dismissed: decided(one)
      }
    }
  }

  private func openForm(_ shown: ShownGroup, _ catalogue: Catalogue, _ typed: Typed) -> HTML {
    let (l, group, isTyped) = (reader.language, shown.group, typed.form.isOn("chosen"))
    func value(_ name: String, _ standard: String) -> String { isTyped ? typed.form[name] : standard }
    return Web.form(
      action: Link.groupConfirmation(code, group), reader: reader, key: Secrets.token(bits: 80), errors: typed.errors
    ) {
      hiddenField("version", String(group.version))
      hiddenField("chosen", "1")
      memberBoxes(shown, typed)
      targetField(shown, value("target", shown.target?.id.description ?? "new"), typed)
      textField(
        name: "title", label: TriageStrings.matterTitle, value: value("title", shown.title),
        hint: TriageStrings.matterTitleHint, errors: typed.errors, required: true, maxlength: 80, reader: reader)
      leafField(
        name: "leaf", catalogue: catalogue, selected: value("leaf", group.leaf), errors: typed.errors, beside: .empty,
        reader: reader)
      textField(
        name: "reason", label: TriageStrings.reason, value: value("reason", ""), hint: GroupingStrings.reasonHint,
        errors: typed.errors, maxlength: 1000, reader: reader)
      actions { submitButton(GroupingStrings.confirm, l) }
    }
      + h2 { GroupingStrings.otherTitle(l) }
      + p("hint") { GroupingStrings.dismissNote(l) }
      + postButton(
        action: Link.groupDismissal(code, group), GroupingStrings.dismiss,
        fields: [("version", String(group.version))], key: Secrets.token(bits: 80), reader: reader)
  }

  /// The concerns that still wait, each with a tick; those dealt with since stand beneath.
  private func memberBoxes(_ shown: ShownGroup, _ typed: Typed) -> HTML {
    let l = reader.language
    let (waiting, done) = (shown.members.filter(\.isWaiting), shown.members.filter { !$0.isWaiting })
    let chosen =
      typed.form.isOn("chosen") ? Set(typed.form.all("concern")) : Set(waiting.map(\.concern.id.description))
    let options = waiting.map { member in
      let concern = member.concern
      let hint = Text(
        zh: boxHint(member, .zh), en: boxHint(member, .en))
      return (concern.id.description, Text(same: shortened(concern.text, to: 200)), Text?.some(hint))
    }
    return checkboxes(
      name: "concern", label: GroupingStrings.members, options: options, selected: chosen,
      hint: GroupingStrings.membersHint, errors: typed.errors, required: true, reader: reader)
      + (done.isEmpty
        ? .empty : dialogDetails(summary: GroupingStrings.handled, open: true, l) { memberList(done[...]) })
  }

  private func boxHint(_ member: GroupMember, _ l: Language) -> String {
    let concern = member.concern
    return [
      concern.number, concern.channel.name(l), concern.receivedAt.day.spoken(l), concern.placeText,
      member.urgency >= .soon ? member.urgency.name(l) : "",
    ].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private func targetField(_ shown: ShownGroup, _ selected: String, _ typed: Typed) -> HTML {
    guard let target = shown.target else { return hiddenField("target", "new") }
    return radioCards(
      name: "target", label: GroupingStrings.target,
      options: [
        (target.id.description, GroupingStrings.joins(target.number, target.title), shown.group.targetReason),
        ("new", GroupingStrings.newMatter, nil),
      ], selected: selected, errors: typed.errors, required: true, reader: reader)
  }

  @HTMLBuilder private func decided(_ shown: ShownGroup) -> HTML {
    let l = reader.language
    h2 { GroupingStrings.members(l) }
    memberList(shown.members[...])
    if let matter = shown.matter {
      rowList([
        listRow(
          href: Link.matter(code, matter.id), title: classMark(matter.routing.matterClass, l) + .text(matter.title),
          meta: [.text(matter.number), .text(bodyName(matter.routing.lead)(l))], trailing: matter.chip(l))
      ])
      p("hint") { GroupingStrings.undoNote(l) }
    }
    undoButton(shown.group)
  }

  /// What confirming all sure groups will do.
  func confirmationsPage() async throws -> HTMLPage {
    let (shown, l) = (try await shownGrouping(), reader.language)
    let (run, counts) = (shown.run, shown.counts)
    return page(GroupingStrings.confirmAllTitle, current: Link.concerns(code)) {
      breadcrumbs(
        [(Link.groupings(code), GroupingStrings.title), (Link.grouping(code, run.id), GroupingStrings.proposed)],
        current: GroupingStrings.confirmAll, l)
      pageTitle(GroupingStrings.confirmAllTitle, l)
      h2 { GroupingStrings.willHappen(l) }
      ul("group-facts") {
        li { GroupingStrings.willMake(counts[.sure].groups, counts[.sure].concerns)(l) }
        li { GroupingStrings.eachTold(l) }
        li { GroupingStrings.canUndo(l) }
      }
      if !counts.doubts.isEmpty {
        h2 { GroupingStrings.stays(l) }
        ul("group-facts") {
          for doubt in GroupDoubt.allCases {
            if let count = counts.doubts[doubt] { li { GroupingStrings.staysWaiting(doubt, count.groups)(l) } }
          }
        }
      }
      decideAll(
        Link.groupingConfirmations(code, run.id), GroupingStrings.confirmCount(counts[.sure].groups), tone: .primary,
        run)
    }
  }

  /// What undoing all that was confirmed will do.
  func undoingPage() async throws -> HTMLPage {
    let (shown, l) = (try await shownGrouping(), reader.language)
    let (run, confirmed) = (shown.run, shown.counts[.confirmed])
    return page(GroupingStrings.undoAll, current: Link.concerns(code)) {
      breadcrumbs(
        [(Link.groupings(code), GroupingStrings.title), (Link.grouping(code, run.id), GroupingStrings.proposed)],
        current: GroupingStrings.undoAll, l)
      pageTitle(GroupingStrings.undoAll, l)
      h2 { GroupingStrings.willHappen(l) }
      ul("group-facts") {
        li { GroupingStrings.willUndo(confirmed.groups, confirmed.concerns)(l) }
        li { GroupingStrings.undoNote(l) }
      }
      decideAll(Link.groupingUndoing(code, run.id), GroupingStrings.undoAll, tone: .danger, run)
    }
  }

  private func decideAll(_ action: String, _ text: Text, tone: ButtonTone, _ run: GroupingRun) -> HTML {
    actions {
      postButton(action: action, text, tone: tone, key: Secrets.token(bits: 80), reader: reader)
      linkButton(Link.grouping(code, run.id), GroupingStrings.back, reader.language)
    }
  }
}
