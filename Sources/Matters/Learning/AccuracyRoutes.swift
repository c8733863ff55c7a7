import Governance
import Mechanism
import Store
import Values
import Web

/// How often suggestions were taken: of a town, and of a village.
let accuracyRoutes: [Route] = [
  .get("/t/{town}/accuracy", needs: .can(.readAccuracy), AccuracyStrings.summary, gives: AccuracyJSON.sample) {
    request in
    try await request.accuracyAnswer(of: nil, at: Link.townAccuracy(request.parameters["town"] ?? ""))
  },
  .get("/v/{village}/accuracy", needs: .can(.readAccuracy), AccuracyStrings.summary, gives: AccuracyJSON.sample) {
    request in
    try await request.accuracyAnswer(
      of: try request.village().village, at: Link.accuracy(request.parameters["village"] ?? ""))
  },
]

let accuracyNav: [NavEntry] = [
  NavEntry(AccuracyStrings.title, icon: .chart, needs: .can(.readAccuracy), levels: [.town], order: 65) {
    Link.townAccuracy($0.code)
  },
  NavEntry(
    AccuracyStrings.title, icon: .chart, needs: .can(.readAccuracy), levels: [.village, .community], order: 65
  ) { Link.accuracy($0.code) },
]

extension Request {
  fileprivate func accuracyAnswer(of village: ID<Place>?, at address: String) async throws -> Answer {
    let (town, day) = (try town(), now.day)
    let (accuracy, catalogue) = try await app.database.read { tx in
      (
        try tx.accuracy(town: town, village: village, on: day),
        try catalogues.current(town: town, day: day, in: tx).catalogue
      )
    }
    return try await answer(json: AccuracyJSON(accuracy)) { accuracyPage(accuracy, catalogue, at: address) }
  }
}
