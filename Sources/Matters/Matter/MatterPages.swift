import Governance
import Markup
import Mechanism
import Seeds
import Store
import Values
import Web

/// What a page of a matter shows besides the matter: what was typed, and why it was not taken.
struct Typed: Sendable {
  var form = Form()
  var errors: FieldErrors?
  var refusal: Refusal?
}

extension Request {
  /// The page of a matter: who is responsible, what people said, what was done, and what this person may do next.
  func matterPage(_ view: MatterView, typed: Typed = Typed()) -> HTMLPage {
    let (l, village, matter) = (reader.language, place?.code ?? "", view.matter)
    return page(Text(same: matter.title), wide: true, current: Link.matters(village)) {
      breadcrumbs([(Link.matters(village), MatterListStrings.title)], current: Text(same: matter.number), l)
      pageTitle(
        Text(same: matter.title), lead: headline(view), aside: linkButton("#next-step", MatterStrings.act, l), l)
      if let refusal = typed.refusal { refusalBox(refusal) }
      keptNotice(view, village)
      sideBySide(
        main: factsSection(view) + view.panels + concernsSection(view, village) + photosSection(view, village)
          + membersSection(view, village) + familySection(view, village),
        aside: actionSection(view, village, typed.isOfKeyMark ? Typed() : typed) + keySection(view, village, typed)
          + historySection(view))
    }
  }

  private func historySection(_ view: MatterView) -> HTML {
    section {
      h2 { reader(MatterStrings.timeline) }
      timeline(view.timelineEntries(reader.language), reader.language)
    }
  }

  /// Why a rule said no, and the way out.
  package func refusalBox(_ refusal: Refusal) -> HTML {
    noticeBox(tone: .red) {
      p { strong { reader(refusal.reason) } }
      p { reader(refusal.wayOut) }
    }
  }

  private func headline(_ view: MatterView) -> HTML {
    let (l, matter) = (reader.language, view.matter)
    let urgent = matter.shownState.isOpen ? urgencyChip(matter.shownUrgency, l) : .empty
    return span("headline") {
      classMark(matter.routing.matterClass, l)
      serial(matter.number)
      matter.chip(l)
      urgent
      matter.limitLight(reader)
      if !view.keyMarks.isEmpty { keyChip(l) }
      if !hardReasons(view.hardFacts, at: now).isEmpty { hardChip(l) }
    }
  }

  private func keptNotice(_ view: MatterView, _ village: String) -> HTML {
    guard let kept = view.kept else { return .empty }
    return noticeBox(tone: .amber) {
      p { reader(MatterStrings.mergedInto(kept.number)) }
      p { a(Link.matter(village, kept.id)) { reader(MatterStrings.seeKept(kept.title)) } }
      if let merging = view.keptBy, may(.mergeMatters) { undoButton(merging, village) }
    }
  }

  // MARK: Who is responsible

  private func factsSection(_ view: MatterView) -> HTML {
    let (l, matter) = (reader.language, view.matter)
    let routing = matter.routing
    var facts: [(Text, HTML)] = [(MatterStrings.lead, strong { bodyName(routing.lead)(l) })]
    if !routing.co.isEmpty {
      facts.append((MatterStrings.co, .text(view.catalogue.spoken("co", routing.co.joined(separator: ","))(l))))
    }
    facts.append((MatterStrings.leaf, .text(view.catalogue.spoken("leaf", routing.leaf)(l))))
    facts.append((MatterStrings.path, .text(view.catalogue.spoken("path", routing.path)(l))))
    facts.append((MatterStrings.basis, basis(view)))
    if !routing.reason.isEmpty { facts.append((MatterStrings.reason, .text(routing.reason))) }
    if let due = matter.shownDueAt {
      let words = MatterStrings.dueWithin(due.day.spoken, limitWords(matter, due: due))
      facts.append((MatterStrings.due, .text(words(l))))
    }
    let place = [view.groupName?(l) ?? "", matter.placeText].filter { !$0.isEmpty }
    if !place.isEmpty { facts.append((MatterStrings.place, .text(place.joined(separator: " · ")))) }
    if matter.isHistory { facts.append((MatterStrings.limit, .text(MatterStrings.history(l)))) }
    if !matter.reply.isEmpty { facts.append((MatterStrings.reply, .text(matter.reply))) }
    return section {
      h2 { reader(MatterStrings.facts) }
      definitionList(facts, l)
    }
  }

  /// The limit that holds: fewer days where it is urgent; in danger the hour, since no working day is waited for.
  private func limitWords(_ matter: MatterRow, due: Instant) -> String {
    if matter.shownUrgency >= .danger { return due.clock }
    let days =
      matter.mergedLimit
      ?? DefaultLimits.product.limitDays(leafDays: matter.routing.limitDays, urgency: matter.shownUrgency)
    return reader(MatterStrings.days(days))
  }

  /// The basis with its mark in words, and the warning of the catalogue.
  private func basis(_ view: MatterView) -> HTML {
    let (l, routing) = (reader.language, view.matter.routing)
    guard !routing.basis.isEmpty else { return .text(MatterStrings.noBasis(l)) }
    let isCurrent = view.duty?.basis?.zh == routing.basis
    let words = isCurrent ? view.duty?.basis?(l) ?? routing.basis : routing.basis
    let mark = RuleMark(rawValue: routing.basisMark).map { stateChip($0.name, tone: .neutral, l) } ?? .empty
    let warning = isCurrent ? view.duty?.basisWarning : MatterStrings.catalogueChanged
    return .text(words) + .text(" ") + mark + (warning.map { w in p("hint") { w(l) } } ?? .empty)
  }

  /// How many said it, in one line: "3 条诉求 · 2 人反映 · 网页上“我也遇到” 5".
  func counts(_ matter: MatterRow) -> String {
    var counts = [
      MatterStrings.concernCount(matter.concerns), MatterListStrings.people(matter.reporters),
    ]
    if matter.joins > 0 { counts.append(MatterStrings.joins + Text(same: " \(matter.joins)")) }
    if matter.supporters + matter.opposers > 0 {
      counts.append(MatterStrings.support + Text(same: " \(matter.supporters)"))
      counts.append(MatterStrings.oppose + Text(same: " \(matter.opposers)"))
    }
    return counts.map { reader($0) }.joined(separator: " · ")
  }
}
