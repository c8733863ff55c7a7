import Governance
import Mechanism
import Seeds
import Store
import TriageEngine
import Values
import Web

/// What a person decided about a concern, checked: one to four parts.
struct TriageDecision: Sendable {
  let parts: [TriagePart]
  /// Why the urgency is lower than the text says; nil when it is not.
  let lowered: (from: Urgency, to: Urgency, reason: String)?

  /// What the check must know.
  struct Facts: Sendable {
    let concern: ConcernRow
    let suggestion: Suggestion
    let catalogue: Catalogue
    /// The matters that parts name, by what was sent: an id or a number.
    let targets: [String: MatterRow]
    let language: Language
    let day: Day
    let calendar: WorkCalendar
    let bodies: KnownBodies
    /// What was added or corrected later.
    let later: [String]
  }

  /// All errors at once, each with its field.
  init(_ form: Form, _ facts: Facts) throws {
    var errors = FieldErrors()
    let count = form.int("parts", in: 1...Suggestion.mostParts, &errors) ?? 1
    let isFirst = facts.concern.state == .received
    var parts: [TriagePart] = []
    var highest = Urgency.normal
    for draft in TriageDraft(form, count: count).parts {
      let check = PartCheck(draft: draft, form: form, facts: facts, isOnly: count == 1 && isFirst)
      guard let (part, urgency) = check.result(&errors) else { continue }
      parts.append(part)
      highest = max(highest, urgency)
    }
    if !errors.isEmpty { throw errors }
    let floor = facts.suggestion.urgencyFloor(of: facts.concern)
    if isFirst, floor >= .danger, highest < floor {
      guard let reason = form.required("urgency_reason", max: 500, &errors, missing: TriageStrings.whyLower(floor))
      else { throw errors }
      if !errors.isEmpty { throw errors }
      lowered = (floor, highest, reason)
    } else {
      lowered = nil
    }
    self.parts = parts
  }
}

/// The check of one part.
private struct PartCheck {
  let draft: PartDraft
  let form: Form
  let facts: TriageDecision.Facts
  let isOnly: Bool

  func result(_ errors: inout FieldErrors) -> (TriagePart, Urgency)? {
    let words = isOnly && draft.words.isEmpty ? "" : form.text(draft.field("words"), max: 5000, &errors)
    if !isOnly, words.isEmpty { errors.add(draft.field("words"), TriageStrings.partNeedsWords) }
    if !isSaid(words) { errors.add(draft.field("words"), TriageStrings.partNotSaid) }
    if draft.target != "new" || !draft.number.isEmpty {
      let field = draft.number.isEmpty ? "target" : "number"
      guard let matter = facts.targets[draft.number.isEmpty ? draft.target : draft.number] else {
        errors.add(draft.field(field), TriageStrings.noSuchMatter)
        return nil
      }
      if let refusal = matter.refusesConcerns(on: facts.day, facts.calendar) {
        errors.add(draft.field(field), refusal.reason + refusal.wayOut)
        return nil
      }
      return (TriagePart(.existing(matter.id), words: words, advice: advice), matter.shownUrgency)
    }
    let title = form.required(draft.field("title"), max: 80, &errors)
    guard let routing = routing(&errors), let title else { return nil }
    return (TriagePart(.new(title: title, routing), words: words, advice: advice), routing.urgency)
  }

  /// Whether each sentence stands in the concern or in what was added; spaces and punctuation do not count.
  private func isSaid(_ words: String) -> Bool {
    func letters(_ text: some StringProtocol) -> String { String(text.filter { $0.isLetter || $0.isNumber }) }
    let said = ([facts.concern.text] + facts.later).map { letters($0) }
    return words.split { "。.!?！？;；\n".contains($0) }.map { letters($0) }.allSatisfy { sentence in
      said.contains { $0.contains(sentence) }
    }
  }

  private func routing(_ errors: inout FieldErrors) -> Routing? {
    let chosenClass = form.choice(draft.field("class"), as: MatterClass.self, &errors)
    let chosenPath = form.choice(draft.field("path"), as: DutyPath.self, &errors)
    let typedDays = form.int(draft.field("limit_days"), in: 1...365, &errors)
    let urgency = urgency(&errors)
    guard let duty = facts.catalogue.duty(draft.leaf), !duty.retired else {
      errors.add(draft.field("leaf"), draft.leaf.isEmpty ? TriageStrings.chooseLeaf : TriageStrings.noSuchLeaf)
      return nil
    }
    let shown = facts.catalogue.duty(draft.shownLeaf)
    let matterClass = chosenClass ?? duty.matterClass
    if let chosenPath, chosenPath != duty.path, chosenPath.matterClass != matterClass {
      errors.add(draft.field("path"), TriageStrings.pathOfOther(matterClass))
    }
    let lead = body(text("lead", max: 60, duty.lead, { kept($0) == shown.map { [$0.lead] } }, &errors), "lead", &errors)
    let co = text("co", max: 200, duty.coHandlers.joined(separator: ","), { kept($0) == shown?.coHandlers }, &errors)
    let coHandlers = bodies(co).map { body($0, "co", &errors) }
    let (basis, mark) = basis(duty, shown, &errors)
    let reason = reason(duty, matterClass, &errors)
    guard let urgency else { return nil }
    return Routing(
      matterClass: matterClass, leaf: duty.code, lead: lead, co: coHandlers,
      path: (chosenPath ?? path(duty, matterClass)).rawValue, basis: basis, basisMark: mark,
      limitDays: days(typedDays, duty, shown), urgency: urgency, reason: reason)
  }

  /// What was typed; the leaf's own when nothing was, or when it is what another leaf filled in.
  private func text(
    _ name: String, max: Int, _ standard: String, _ isShown: (String) -> Bool, _ errors: inout FieldErrors
  ) -> String {
    let typed = form.text(draft.field(name), max: max, &errors)
    return typed.isEmpty || (draft.leaf != draft.shownLeaf && isShown(typed)) ? standard : typed
  }

  /// The bodies of a text as they are kept, in whichever language they were written; a strange one as it was written.
  private func kept(_ text: String) -> [String]? { bodies(text).map { facts.bodies.name(of: $0) ?? $0 } }

  /// The body as it is kept; an error of the field where there is none of the name.
  private func body(_ written: String, _ field: String, _ errors: inout FieldErrors) -> String {
    guard let known = facts.bodies.name(of: written) else {
      errors.add(draft.field(field), TriageStrings.noSuchBody(written))
      return written
    }
    return known
  }

  private func bodies(_ text: String) -> [String] {
    text.split { ",，、；;".contains($0) }.map { $0.trimmingPrefix { $0.isWhitespace } }.map(String.init)
      .filter { !$0.isEmpty }
  }

  /// As typed; the leaf's own when nothing was, or when it is what another leaf filled in.
  private func days(_ typed: Int?, _ duty: Duty, _ shown: Duty?) -> Int {
    guard let typed, draft.leaf == draft.shownLeaf || typed != shown?.days else { return duty.days }
    return typed
  }

  private func urgency(_ errors: inout FieldErrors) -> Urgency? {
    if draft.urgency.isEmpty { return facts.suggestion.urgencyFloor(of: facts.concern) }
    guard let urgency = Urgency(code: draft.urgency) else {
      errors.add(draft.field("urgency"), TriageStrings.chooseUrgency)
      return nil
    }
    return urgency
  }

  /// The basis with its mark: the catalogue's, kept in Chinese whoever reads it, or what the person wrote, still to be
  /// checked.
  private func basis(_ duty: Duty, _ shown: Duty?, _ errors: inout FieldErrors) -> (String, String) {
    let l = facts.language
    let standard = duty.basis?(l) ?? ""
    let basis = text("basis", max: 500, standard, { $0 == shown?.basis?(l) }, &errors)
    if let known = duty.basis, basis == known.zh || basis == known.en {
      return (known.zh, duty.basisMark?.rawValue ?? "")
    }
    return (basis, basis.isEmpty ? "" : RuleMark.fromKnowledge.rawValue)
  }

  /// Another class or leaf than suggested needs a reason of one's own; else the suggestion's stands in.
  private func reason(_ duty: Duty, _ matterClass: MatterClass, _ errors: inout FieldErrors) -> String {
    let typed = form.text(draft.field("reason"), max: 1000, &errors)
    let best = suggested
    let agrees = best.map { $0.code == duty.code && $0.matterClass == matterClass } ?? false
    if agrees { return typed.isEmpty ? best?.sentence(facts.language) ?? "" : typed }
    let isTheSuggestions = best.map { typed == $0.sentence.zh || typed == $0.sentence.en } ?? false
    if typed.isEmpty || isTheSuggestions {
      errors.add(draft.field("reason"), best == nil ? TriageStrings.giveReason : TriageStrings.whyOther)
    }
    return typed
  }

  /// What the engine suggests for this part: of the words it keeps, where they are a proposed part.
  private var suggested: LeafSuggestion? {
    if let part = facts.suggestion.parts.first(where: { !isOnly && trimmed($0.words) == trimmed(draft.words) }) {
      return part.leaf
    }
    return isOnly ? facts.suggestion.leaves.first : facts.suggestion.leaf(draft.leaf)
  }

  private var advice: Advice? { facts.suggestion.advice(suggested) }

  private func trimmed(_ text: String) -> String { String(text.filter { !$0.isWhitespace }) }

  /// Where the class was changed by hand the leaf's path no longer fits.
  private func path(_ duty: Duty, _ matterClass: MatterClass) -> DutyPath {
    if matterClass == duty.matterClass { return duty.path }
    switch matterClass {
    case .government: return .serviceCentre
    case .community: return .committee
    case .personal: return .handbook
    }
  }
}
