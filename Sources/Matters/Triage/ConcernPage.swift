import Governance
import Markup
import Mechanism
import Store
import Values
import Web

/// What is special about one showing of a concern's page.
struct ConcernShow: Sendable {
  /// Whole contact data, asked for just now.
  var contact: ShownContact?
  /// What was sent and could not be taken, or is to be shown again with other fields.
  var sent: Form?
  var errors: FieldErrors?
  /// The parts to show of what was sent; nil = as many as were sent.
  var parts: Int?
  /// The draft to show instead of the one that was sent.
  var draft: TriageDraft?
}

extension Request {
  /// The page of a concern: its words and what is known, and what can be decided (D2, G1).
  func concernPage(_ show: ConcernShow = ConcernShow()) async throws -> HTMLPage {
    let (id, key): (ID<Concern>, VillageKey) = (try id("concern"), try village())
    let mayTriage = may(.triage)
    let (file, words) = try await app.database.read { tx in
      (try tx.concernFile(id, in: key, withQueue: mayTriage), try tx.refusalWords(in: key))
    }
    let (suggestion, catalogue) = try await suggestion(for: file.concern, place: file.place, but: file.matterIDs)
    let screen = ConcernScreen(
      request: self, file: shown(file), suggestion: suggestion, catalogue: catalogue, words: words, show: show)
    return page(
      Text(same: file.concern.number), wide: true, current: Link.concerns(parameters["village"] ?? "")
    ) { screen.html }
  }
}

/// The triage screen: queue, concern, decision.
struct ConcernScreen {
  let request: Request
  let file: ConcernFile
  let suggestion: Suggestion
  let catalogue: Catalogue
  let words: RefusalWords
  let show: ConcernShow
  private let key = Secrets.token(bits: 80)

  init(
    request: Request, file: ConcernFile, suggestion: Suggestion, catalogue: Catalogue, words: RefusalWords,
    show: ConcernShow
  ) {
    (self.request, self.file, self.suggestion, self.catalogue) = (request, file, suggestion, catalogue)
    (self.words, self.show) = (words, show)
  }

  private var reader: Reader { request.reader }
  private var l: Language { reader.language }
  private var village: String { request.parameters["village"] ?? "" }
  private var concern: ConcernRow { file.concern }
  /// Which form was sent and could not be taken.
  private var failed: String { show.sent == nil ? "" : request.path }

  var html: HTML {
    breadcrumbs([(Link.concerns(village), ConcernStrings.title)], current: Text(same: concern.number), l)
      + pageTitle(ConcernStrings.heading(concern.number), lead: .text(lead), aside: marks, l)
      + (concern.state == .received ? toTriage : known)
  }

  /// Where it came from, in one line.
  private var lead: String {
    [file.place(l), concern.channel.name(l), concern.receivedAt.day.spoken(l)].filter { !$0.isEmpty }
      .joined(separator: " · ")
  }

  private var marks: HTML {
    div("row-trailing") {
      concern.urgencyChip(l)
      concern.acceptLight(reader)
      concern.chip(l)
    }
  }

  private var queue: HTML {
    guard request.may(.triage) else { return .empty }
    let others = file.queue.filter { $0.id != concern.id }
    return h2 { ConcernStrings.queue(l) }
      + (others.isEmpty
        ? p("quiet") { ConcernStrings.queueEmpty(l) }
        : a(Link.concern(village, others[0].id), "button plain", ["data-next": ""]) { ConcernStrings.next(l) }
          + rowList(
            others.prefix(ConcernFile.queueLength).map {
              concernListRow($0, href: Link.concern(village, $0.id), isCompact: true, reader)
            }))
  }

  /// Queue, words with suggestions, decision.
  private var toTriage: HTML {
    let (facts, draft) = (facts, draft)
    let advice = SuggestionCards(
      file: file, suggestion: suggestion, catalogue: catalogue, taken: draft.parts[0].leaf,
      mayConfirm: folds, village: village, calendar: reader.calendar, l: l)
    return workbench(
      queue: queue,
      thing: facts.words + facts.later + (request.may(.triage) ? advice.html : .empty) + facts.origin
        + appealList(file, l) + facts.told + facts.history + additions,
      decision: request.may(.triage)
        ? triageForm(draft) + refusal : p("quiet") { ConcernStrings.readOnly(l) },
      folds: folds)
  }

  /// Whether a phone shows the best suggestion with its one button, and the form when somebody wants to change it.
  private var folds: Bool {
    let asked = ["leaf", "parts", "split", "refuse", "target"]
    return request.may(.triage) && show.sent == nil && !suggestion.leaves.isEmpty && suggestion.parts.count < 2
      && asked.allSatisfy { request.query[$0].isEmpty }
  }

  /// What became of it, and what can still be done.
  private var known: HTML {
    let facts = facts
    return sideBySide(
      main: facts.words + facts.later + facts.refused + appealList(file, l) + facts.matters + facts.told,
      aside: decision + facts.origin + facts.history + additions)
  }

  private var facts: ConcernFacts {
    ConcernFacts(
      file: file, found: suggestion.foundWords, shown: show.contact, contactForm: contactForm, village: village, l: l)
  }

  private var additions: HTML {
    guard request.may(.triage) else { return .empty }
    return laterForms(
      file, village: village, sent: show.sent, errors: show.errors, failed: failed, key: key, reader: reader)
  }

  private var contactForm: HTML {
    let matters = file.matters.map(\.matter)
    guard concern.person != nil, request.contactReader(ofConcernIn: matters).opensContacts else {
      return .empty
    }
    return postButton(action: Link.contact(village, concern.id), ConcernStrings.showContact, reader: reader)
      + p("hint") { ConcernStrings.contactNote(l) }
  }

  private var decision: HTML {
    switch concern.state {
    case .triaged: request.may(.triage) && !concern.isHistory ? splitAgain : .empty
    case .appealed: appeal
    case .received, .notTakenUp, .withdrawn, .sealed, .sealedWithdrawn: .empty
    }
  }

  private var splitAgain: HTML {
    let isAsked = !request.query["split"].isEmpty || failed.hasSuffix("/triage")
    return dialogDetails(summary: TriageStrings.splitAgain, open: isAsked, l) { triageForm(draft) }
  }

  private func triageForm(_ draft: TriageDraft) -> HTML {
    TriageFormView(
      file: file, suggestion: suggestion, catalogue: catalogue, draft: draft,
      errors: failed.hasSuffix("/triage") ? show.errors : nil, village: village, key: key, reader: reader
    ).html
  }

  private var refusal: HTML {
    guard request.may(.refuseConcern) else { return .empty }
    let isFailed = failed.hasSuffix("/refusal")
    return refusalForm(
      file, village: village, words: words,
      chosen: ScopeReason(rawValue: request.query["refuse"]), sent: isFailed ? show.sent : nil,
      errors: isFailed ? show.errors : nil, key: key + "r", reader: reader)
  }

  private var appeal: HTML {
    guard let open = file.openAppeal else { return .empty }
    if open.round > 1 {
      let link: HTML =
        request.may(.decideSecondAppeal)
        ? linkButton(Link.secondAppeal(village, concern.id), RefusalStrings.goDecide, tone: .primary, l) : .empty
      return noticeBox(tone: .amber) { p { RefusalStrings.townDecides(l) } } + link
    }
    guard request.may(.decideAppeal) else { return p("quiet") { RefusalStrings.otherPerson(l) } }
    let isFailed = failed.hasSuffix("/appeal-decision")
    return appealForm(
      action: Link.decideAppeal(village, concern.id), isLast: false, sent: isFailed ? show.sent : nil,
      errors: isFailed ? show.errors : nil, key: key, reader: reader)
  }

  /// What the form shows: as sent, or as suggested and asked for in the address.
  private var draft: TriageDraft {
    if let draft = show.draft { return draft }
    if let sent = show.sent, failed.hasSuffix("/triage") {
      return TriageDraft(sent, count: show.parts ?? Int(sent["parts"]) ?? 1)
    }
    let query = request.query
    var draft = TriageDraft(
      concern, suggestion, catalogue, place: file.place, leaf: query["leaf"], count: Int(query["parts"]) ?? 1,
      asSplit: query.isOn("split"), l)
    if !query["target"].isEmpty { draft.parts[0].target = query["target"] }
    return draft
  }
}
