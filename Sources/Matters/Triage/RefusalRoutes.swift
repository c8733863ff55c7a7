import Governance
import Store
import Values
import Web

/// Not taken up, additions by the office, withdrawal for the reporter.
let refusalRoutes: [Route] = [
  .post(
    "/v/{village}/concerns/{concern}/refusal", needs: .can(.refuseConcern), RefusalStrings.summary,
    takes: [
      Parameter("code", RefusalStrings.reason, required: true, of: ScopeReason.self),
      Parameter("detail", RefusalStrings.detail),
      Parameter("answer", RefusalStrings.answer),
    ], gives: ConcernJSON.sample, rejected: { try await $0.concernPageAgain($1) }
  ) { try await $0.refuse() },
  .post(
    "/v/{village}/concerns/{concern}/additions", needs: .can(.triage), RefusalStrings.additionSummary,
    takes: [
      Parameter("kind", RefusalStrings.additionKind, of: AdditionKind.self),
      Parameter("text", RefusalStrings.additionText, required: true),
    ], gives: ConcernJSON.sample, rejected: { try await $0.concernPageAgain($1) }
  ) { try await $0.addWords() },
  .post(
    "/v/{village}/concerns/{concern}/withdrawal", needs: .can(.triage), RefusalStrings.withdrawSummary,
    takes: [Parameter("why", RefusalStrings.withdrawReason, required: true)], gives: ConcernJSON.sample,
    rejected: { try await $0.concernPageAgain($1) }
  ) { try await $0.withdraw() },
]

extension Request {
  fileprivate func refuse() async throws -> Answer {
    let (id, key): (ID<Concern>, VillageKey) = (try id("concern"), try village())
    let (words, read, place) = try await app.database.read { tx in
      let concern = try tx.concern(id, in: key)
      return (try tx.refusalWords(in: key), concern, try tx.placeWords(of: concern))
    }
    let decision = try RefusalDecision(form, words: words)
    let advice = try await suggests() ? Advice(of: read.text, place: place.zh, by: try await catalogue()) : nil
    let code = parameters["village"] ?? ""
    return try await write { w in
      let concern = try w.tx.concern(id, in: key)
      // Also where it is to be sealed: what is sorted already is linked to a matter that others see.
      if let refusal = Governance.refusal(of: .refuse, in: concern.state) { throw refusal }
      try w.refuse(concern, reason: decision.reason, answer: decision.answer, advice: advice)
      let next = try w.tx.nextWaiting(after: id, in: key)
      let isSealed = decision.reason == .discipline
      // A sealed one is gone from the village, its page too.
      let json = isSealed ? nil : ConcernJSON(try w.tx.concern(id, in: key))
      return Outcome(next.map { Link.concern(code, $0) } ?? Link.concerns(code), json: json)
    }
  }

  fileprivate func addWords() async throws -> Answer {
    let (id, key): (ID<Concern>, VillageKey) = (try id("concern"), try village())
    var errors = FieldErrors()
    let kind = form.choice("kind", as: AdditionKind.self, &errors) ?? .added
    let text = form.required("text", max: 2000, &errors)
    guard errors.isEmpty, let text else { throw errors }
    let code = parameters["village"] ?? ""
    let addition = Addition(text, kind: kind.rawValue, by: try await catalogue())
    return try await write { w in
      let apart = try w.add(addition, to: try w.tx.concern(id, in: key))
      // Its slip, with the link for the reporter, is all that whoever wrote it down sees of what is sealed.
      let there = apart.map { Link.slip(code, $0.id) } ?? Link.concern(code, id)
      return Outcome(there, json: ConcernJSON(try w.tx.concern(id, in: key)), created: true)
    }
  }

  fileprivate func withdraw() async throws -> Answer {
    let (id, key): (ID<Concern>, VillageKey) = (try id("concern"), try village())
    var errors = FieldErrors()
    let reason = form.required("why", max: 300, &errors)
    guard errors.isEmpty, let reason else { throw errors }
    let code = parameters["village"] ?? ""
    return try await write { w in
      let concern = try w.tx.concern(id, in: key)
      let granted = try w.tx.appeals(of: id, town: key.town).grantedRounds
      if let refusal = withdrawalForReporterRefusal(granted: granted) { throw refusal }
      try w.withdraw(concern)
      let decision = try w.decide("withdrawn", matter: nil, concern: id, in: key, reason: reason)
      try w.record(
        "concern_withdrawn_by_staff", Touched(concernEntity, id), town: key.town, village: key.village,
        touching: [decision])
      return Outcome(Link.concern(code, id), json: ConcernJSON(try w.tx.concern(id, in: key)))
    }
  }
}

/// What an office writes down after the first words.
enum AdditionKind: String, CaseIterable, Sendable { case added, corrected }
