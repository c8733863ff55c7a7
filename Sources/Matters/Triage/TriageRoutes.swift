import Governance
import Mechanism
import Store
import TriageEngine
import Values
import Web

/// The clerk's work on a concern: the triage screen, sorting, refusing, appeals, additions, withdrawal.
package func triageRoutes() -> [Route] {
  [
    .get(
      "/v/{village}/concerns/{concern}", needs: .can(.readConcerns), ConcernStrings.oneSummary,
      takes: [
        Parameter("leaf", TriageStrings.leaf), Parameter("parts", TriageStrings.parts),
        Parameter("split", TriageStrings.splitTake), Parameter("refuse", RefusalStrings.reason, of: ScopeReason.self),
      ], gives: ConcernDetailJSON.sample
    ) { request in
      guard request.isAPI else { return .page(try await request.concernPage()) }
      let json = try await request.concernDetail()
      return try await request.answer(version: json.concern.version, json: json) { try await request.concernPage() }
    },
    .post(
      "/v/{village}/concerns/{concern}/triage", needs: .can(.triage), TriageStrings.summary, takes: triageParameters,
      gives: TriagedJSON.sample, rejected: { try await $0.concernPageAgain($1) }
    ) { try await $0.triage() },
  ] + refusalRoutes + appealRoutes
}

private let triageParameters: [Parameter] = [
  Parameter("parts", TriageStrings.parts), Parameter("target", TriageStrings.target),
  Parameter("number", TriageStrings.byNumber), Parameter("title", TriageStrings.matterTitle),
  Parameter("leaf", TriageStrings.leaf), Parameter("class", TriageStrings.matterClass, of: MatterClass.self),
  Parameter("path", TriageStrings.path, of: DutyPath.self),
  Parameter("lead", TriageStrings.leads), Parameter("co", TriageStrings.acts),
  Parameter("limit_days", TriageStrings.limitDays),
  Parameter("urgency", TriageStrings.urgencyTitle, oneOf: Urgency.allCases.map(\.code)),
  Parameter("urgency_reason", TriageStrings.urgencyReason), Parameter("basis", TriageStrings.basis),
  Parameter("reason", TriageStrings.reason), Parameter("words", TriageStrings.words),
  Parameter("shown_leaf", TriageStrings.shownLeaf), Parameter("next", TriageStrings.nextParameter),
]

/// What a triage led to.
struct TriagedJSON: Encodable, Sendable {
  let matters: [MatterJSON]
  /// The concern that waits next.
  let next: ID<Concern>?

  static let sample = TriagedJSON(matters: [.sample], next: ID(1_234_567_890_124))
}

extension Request {
  /// The page again with what was typed and what is wrong with it.
  func concernPageAgain(_ errors: FieldErrors) async throws -> HTMLPage {
    try await concernPage(ConcernShow(sent: form, errors: errors))
  }

  fileprivate func triage() async throws -> Answer {
    let (id, key): (ID<Concern>, VillageKey) = (try id("concern"), try village())
    let named = namedMatters
    let (concern, place, targets, later) = try await app.database.read { tx in
      let concern = try tx.concern(id, in: key)
      return (
        concern, try tx.placeWords(of: concern), try tx.matters(named: named, in: key),
        try tx.laterWords(of: id, town: key.town).map(\.text)
      )
    }
    let (suggestion, catalogue) = try await suggestion(for: concern, place: place)
    if !isAPI, !form["show"].isEmpty {
      return .page(try await concernPage(ConcernShow(sent: form, draft: changedDraft(suggestion, catalogue))))
    }
    let decision = try TriageDecision(
      form,
      TriageDecision.Facts(
        concern: concern, suggestion: suggestion, catalogue: catalogue, targets: targets, language: reader.language,
        day: now.day, calendar: reader.calendar, bodies: try await knownBodies(catalogue), later: later))
    let (seen, name, wantsNext) = (try seenVersion(), self.place?.name.zh ?? "", form.isOn("next"))
    let code = parameters["village"] ?? ""
    return try await write { w in
      let concern = try w.tx.concern(id, in: key)
      if let seen, seen != concern.version { throw MattersWords.changedMeanwhile }
      let made = try w.sort(concern, decision, villageName: name)
      let next = wantsNext ? try w.tx.nextWaiting(after: id, in: key) : nil
      let matters = try made.map { try w.tx.matter($0, in: key) }
      let there = next.map { Link.concern(code, $0) } ?? made.first.map { Link.matter(code, $0) }
      return Outcome(
        wantsNext && next == nil ? Link.home : there ?? Link.concern(code, id),
        json: TriagedJSON(matters: matters.map(MatterJSON.init), next: next), created: true)
    }
  }

  /// What the parts name as the matter they go to.
  private var namedMatters: [String] {
    (1...Suggestion.mostParts).map { PartDraft(form, part: $0) }
      .map { $0.number.isEmpty ? $0.target : $0.number }.filter { $0 != "new" }
  }

  /// What was typed, with one part more or less, or with the values of the chosen leaf.
  private func changedDraft(_ suggestion: Suggestion, _ catalogue: Catalogue) -> TriageDraft {
    let count = Int(form["parts"]) ?? 1
    switch form["show"] {
    case "more":
      var draft = TriageDraft(form, count: count + 1)
      let last = draft.parts.count - 1
      if draft.parts[last].urgency.isEmpty { draft.parts[last].urgency = Urgency.normal.code }
      return draft
    case "fewer": return TriageDraft(form, count: count - 1)
    default:
      var draft = TriageDraft(form, count: count)
      for index in draft.parts.indices where draft.parts[index].leaf != draft.parts[index].shownLeaf {
        guard let duty = catalogue.duty(draft.parts[index].leaf), !duty.retired else { continue }
        draft.parts[index].fill(duty, reason: suggestion.leaf(duty.code)?.sentence, reader.language)
      }
      return draft
    }
  }
}

extension Transaction {
  /// The matters that are named by id or number, by what named them; those of other villages are left out.
  fileprivate func matters(named names: [String], in key: VillageKey) throws -> [String: MatterRow] {
    var found: [String: MatterRow] = [:]
    for name in Set(names) {
      let byID = try ID<Matter>(name).flatMap { try matters([$0], in: key).first }
      if let matter = try byID ?? matter(number: name, in: key) { found[name] = matter }
    }
    return found
  }
}

extension Write {
  /// Sorts the concern as decided; a lowered urgency stands in the history with its reason (codebook §1).
  fileprivate func sort(_ concern: ConcernRow, _ decision: TriageDecision, villageName: String) throws -> [ID<Matter>] {
    let step: ConcernStep = concern.state == .triaged ? .split : .triage
    let matters = try triage(concern, into: decision.parts, villageName: villageName, step: step)
    if let lowered = decision.lowered {
      let row = try decide(
        "urgency_lowered", matter: nil, concern: concern.id, in: concern.key, before: "urgency=\(lowered.from.code)",
        after: "urgency=\(lowered.to.code)", reason: lowered.reason)
      try record(
        "urgency_lowered", Touched(concernEntity, concern.id), town: concern.key.town, village: concern.key.village,
        note: "\(lowered.from.code) to \(lowered.to.code)", touching: [row])
    }
    return matters
  }
}
