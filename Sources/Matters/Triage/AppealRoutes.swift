import Governance
import Markup
import Store
import Values
import Web

/// Appeals against "not taken up": the village committee decides the first, the town the second (D2). Each round has
/// its own address, so that each states its own capability.
let appealRoutes: [Route] = [
  .post(
    "/v/{village}/concerns/{concern}/appeal-decision", needs: .can(.decideAppeal), RefusalStrings.decideSummary,
    takes: decisionParameters, gives: ConcernJSON.sample, rejected: { try await $0.concernPageAgain($1) }
  ) { request in
    let location = Link.concern(request.parameters["village"] ?? "", try request.id("concern"))
    return try await request.decideAppeal(round: 1, location: location)
  },
  .get(
    "/v/{village}/concerns/{concern}/second-appeal", needs: .can(.decideSecondAppeal),
    RefusalStrings.secondPageSummary, gives: ConcernDetailJSON.sample
  ) { request in
    let file = try await request.secondAppealFile()
    return try await request.answer(
      version: file.concern.version, json: ConcernDetailJSON(file, nil)
    ) { request.secondAppealPage(file, errors: nil) }
  },
  .post(
    "/v/{village}/concerns/{concern}/second-appeal", needs: .can(.decideSecondAppeal),
    RefusalStrings.decideSecondSummary, takes: decisionParameters, gives: ConcernJSON.sample,
    rejected: { request, errors in
      request.secondAppealPage(try await request.secondAppealFile(), errors: errors)
    }
  ) { request in
    let location = Link.secondAppeal(request.parameters["village"] ?? "", try request.id("concern"))
    return try await request.decideAppeal(round: 2, location: location)
  },
]

private let decisionParameters = [
  Parameter("decision", RefusalStrings.decision, required: true, of: AppealDecision.Decision.self),
  Parameter("answer", RefusalStrings.answer, required: true),
]

extension Request {
  fileprivate func decideAppeal(round: Int, location: String) async throws -> Answer {
    let (id, key): (ID<Concern>, VillageKey) = (try id("concern"), try village())
    let decision = try AppealDecision(form)
    return try await write { w in
      let concern = try w.tx.concern(id, in: key)
      if let open = try w.tx.appeals(of: id, town: key.town).last, open.decidedAt == nil, open.round != round {
        throw RefusalStrings.wrongRound
      }
      try w.decideAppeal(concern, granted: decision.granted, answer: decision.answer)
      return Outcome(location, json: ConcernJSON(try w.tx.concern(id, in: key)))
    }
  }

  /// The concern of a second appeal: the town sees it here whether or not it may read other concerns. Others are not
  /// found here.
  fileprivate func secondAppealFile() async throws -> ConcernFile {
    let (id, key): (ID<Concern>, VillageKey) = (try id("concern"), try village())
    let file = shown(try await app.database.read { tx in try tx.concernFile(id, in: key, withQueue: false) })
    guard file.appeals.contains(where: { $0.round > 1 }) else { throw NotFound() }
    return file
  }

  fileprivate func secondAppealPage(_ file: ConcernFile, errors: FieldErrors?) -> HTMLPage {
    let l = reader.language
    let village = parameters["village"] ?? ""
    let facts = ConcernFacts(
      file: file, found: [], shown: nil, contactForm: .empty, village: village, l: l)
    return page(RefusalStrings.secondPage) {
      pageTitle(
        RefusalStrings.secondPage, lead: .text(file.concern.number), aside: file.concern.chip(l), l)
      facts.words
      facts.refused
      appealList(file, l)
      if file.openAppeal?.round == 2 {
        appealForm(
          action: Link.secondAppeal(village, file.concern.id), isLast: true, sent: errors == nil ? nil : form,
          errors: errors,
          key: Secrets.token(bits: 80), reader: reader)
      }
    }
  }
}
