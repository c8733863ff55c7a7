import Governance
import Markup
import Matters
import Mechanism
import Seeds
import Store
import Values
import Web

extension Request {
  /// The page of an order: how it stands, what was asked, what happened, and the step to take next.
  func orderPage(
    _ view: OrderView, typed: Form? = nil, errors: FieldErrors? = nil, refusal: Refusal? = nil
  ) -> HTMLPage {
    let (l, village, order) = (reader.language, place?.code ?? "", view.order)
    return page(Text(same: view.matter.title), wide: true, current: Link.villageOrders(village)) {
      breadcrumbs(
        [(Link.villageOrders(village), OrderStrings.title)], current: Text(same: view.matter.number), l)
      pageTitle(
        Text(same: view.matter.title), lead: headline(view),
        aside: view.steps.isEmpty ? .empty : linkButton("#next-step", OrderStrings.next, l), l)
      if let refusal { refusalBox(refusal) }
      lastStep(view)
      if let kept = view.matter.mergedInto {
        noticeBox(tone: .amber) {
          p { a(Link.matter(village, kept)) { reader(OrderStrings.restsMerged) } }
        }
      }
      if order.state.isOpen, view.matter.concerns == 0 {
        noticeBox(tone: .amber) { p { reader(OrderStrings.allWithdrew) } }
      }
      if order.isSupervised, view.actors.contains(.office) {
        noticeBox(tone: .red) { p { reader(OrderStrings.supervisedNow) } }
      }
      sideBySide(
        main: factsSection(view, village) + questionSection(view) + replySection(view)
          + attachmentSection(view, village),
        aside: stepSection(view, village, typed: typed, errors: errors) + historySection(view))
    }
  }

  /// What happened last and why, where somebody gave a reason: above all else.
  private func lastStep(_ view: OrderView) -> HTML {
    guard let last = view.history.first, !last.words.isEmpty, !last.step.isAnswer else { return .empty }
    let l = reader.language
    let office = last.from.isEmpty ? "" : bodyName(last.from)(l) + " · "
    return noticeBox(tone: view.order.state.tone) {
      p {
        strong { OrderStrings.lastStep(l) + (l == .zh ? "：" : ": ") + last.step.name(l) }
        " "
        span("quiet") { office + last.at.day.spoken(l) + " " + last.at.clock }
      }
      p { last.spokenWords(l) }
    }
  }

  private func headline(_ view: OrderView) -> HTML {
    let l = reader.language
    return span("headline") {
      serial(view.matter.number)
      stateChip(view.order.state.name, tone: view.order.state.tone, l)
      if view.order.urgency > .normal { stateChip(view.order.urgency.name, tone: .red, l) }
      if view.isLate, let late = view.order.state.lateName { light(late, tone: .red, l) }
      if let reading = view.reading { light(reading.remaining, tone: reading.light.tone, l) }
    }
  }

  private func factsSection(_ view: OrderView, _ village: String) -> HTML {
    let (l, order) = (reader.language, view.order)
    var facts: [(Text, HTML)] = [(OrderStrings.office, strong { order.officeName(l) })]
    if !order.helpers.isEmpty { facts.append((OrderStrings.helpers, .text(bodyNames(order.helpers)(l)))) }
    if !order.helped.isEmpty { facts.append((OrderStrings.helped, .text(bodyNames(order.helped)(l)))) }
    facts.append((OrderStrings.kind, .text(order.kind.name(l))))
    if !order.basis.isEmpty { facts.append((OrderStrings.basis, .text(order.basis))) }
    if OrderState.untaken.contains(order.state) {
      let when = order.acceptBy.day.spoken(l) + " " + order.acceptBy.clock
      facts.append((OrderStrings.acceptBy, .text(when)))
    }
    facts.append((OrderStrings.limit, .text(order.limit.name(l))))
    if let counted = view.counted {
      let warning = view.reading?.warning.map { w in p("hint") { w(l) } } ?? .empty
      facts.append((OrderStrings.counted, .text(counted(l)) + warning))
    }
    let answerer = answersQuestions(in: order.state).name(l)
    facts.append((OrderStrings.questionsTo, .text(answerer.prefix(1).uppercased() + answerer.dropFirst())))
    facts.append((OrderStrings.matter, a(Link.matter(village, order.matter)) { view.matter.title }))
    return section {
      h2 { reader(OrderStrings.facts) }
      definitionList(facts, l)
    }
  }

  private func questionSection(_ view: OrderView) -> HTML {
    let l = reader.language
    return section("stack") {
      h2 { reader(OrderStrings.asked) }
      p("quiet") { reader(OrderStrings.reporters(view.matter.reporters)) }
      if view.showsWords(to: self) {
        concernRows(view)
        if !view.later.isEmpty {
          h3 { reader(OrderStrings.later) }
          timeline(
            view.later.map {
              let who = $0.account == nil ? OrderStrings.byReporter : OrderStrings.byStaff
              return TimelineEntry(who: who(l), what: .text($0.text), when: $0.at)
            }, l)
        }
      }
    }
  }

  private func concernRows(_ view: OrderView) -> HTML {
    let l = reader.language
    return ul("rows") {
      for concern in view.concerns.prefix(50) {
        li("row") {
          div("row-main") {
            p("concern-words") { concern.text }
            ul("row-meta") {
              li { concern.reportedDay.spoken(l) }
              li { concern.channel.name(l) }
              if !concern.placeText.isEmpty { li { concern.placeText } }
            }
          }
        }
      }
    }
  }

  private func replySection(_ view: OrderView) -> HTML {
    let (l, order) = (reader.language, view.order)
    guard !order.reply.isEmpty else { return .empty }
    return section {
      h2 { reader(OrderStrings.reply) }
      p("quiet") { (order.outcome?.name ?? Text(same: ""))(l) }
      for line in order.reply.split(separator: "\n") { p { String(line) } }
      ratingLines(view.ratings)
      if order.state == .closed || order.state == .answered, may(.handOver) {
        actions { linkButton(Link.ratings(place?.code ?? "", order.id), RatingStrings.callTitle, l) }
      }
    }
  }

  private func historySection(_ view: OrderView) -> HTML {
    let l = reader.language
    let entries = view.history.map { step in
      let isReporters = [.reopen, .reopenAbove, .reporterReplied, .reportersWithdrew].contains(step.step)
      let nobody = isReporters ? OrderStrings.byReporter : OrderStrings.byItself
      let who = step.account.flatMap { view.names[$0] } ?? nobody(l)
      let offices = step.to.isEmpty ? "" : " → " + bodyNames(step.to.split(separator: ",").map(String.init))(l)
      return TimelineEntry(
        who: who,
        what: strong { step.step.name(l) } + .text(offices) + (step.words.isEmpty ? .empty : p { step.spokenWords(l) }),
        when: step.at)
    }
    return section {
      h2 { reader(OrderStrings.history) }
      timeline(entries, l)
    }
  }
}

extension OrderRow {
  /// The office in charge, or the service centre of the level.
  func officeName(_ l: Language) -> String {
    office.isEmpty ? OrderStrings.centre(level)(l) : bodyName(office)(l)
  }
}

extension OrderState {
  var tone: Tone {
    switch self {
    case .handedOver, .returned, .disputed, .reopened: .amber
    case .accepted, .askingReporter, .awaitingCoHandlers, .extensionAsked: .active
    case .answered, .closed: .green
    case .frozen, .takenBack: .neutral
    }
  }
}

extension Light? {
  var tone: Tone {
    switch self {
    case .green: .green
    case .amber: .amber
    case .red: .red
    case nil: .neutral
    }
  }
}
