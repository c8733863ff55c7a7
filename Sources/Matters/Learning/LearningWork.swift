import Governance
import Mechanism
import Store
import TriageEngine
import Values
import Web

/// Learns from the towns' confirmed decisions, one town after the other; one copy of the server does it.
package let learningWork = BackgroundWork("learning", everySeconds: 300) { app in
  let towns = try await app.database.read { tx in
    try tx.rows("SELECT id FROM place WHERE level = 'town' ORDER BY id").map { try $0.id("id", as: Place.self) }
  }
  for town in towns { _ = try await learn(town: town, app) }
}

/// Makes a new version for the town when enough was decided since the last one, and measures it by decisions that were
/// never learnt from; gives it, or nil when there was not enough. It is taken into use when it is at least as often
/// right as the one before.
@discardableResult package func learn(
  town: ID<Place>, _ app: App, rule: LearningRule = .product
) async throws -> LearntModel? {
  let last = try await app.database.read { tx in try tx.learntModels(of: town, limit: 1).first }
  let since = last?.until ?? Instant(milliseconds: 0)
  guard
    try await app.database.read({ tx in
      try tx.hasDecided(town: town, after: since, atLeast: rule.newDecisions)
    })
  else { return nil }
  let day = app.clock().day
  let (catalogue, before) = try await app.database.read { tx in
    (try catalogues.current(town: town, day: day, in: tx), try tx.learnt(of: town)?.corrections)
  }
  let material = try await material(of: town, for: catalogue.engine, most: rule.mostDecisions, app)
  guard let newest = material.newest, !material.heldOut.isEmpty, !material.learnt.isEmpty else { return nil }
  let codes = catalogue.engine.leafCodes
  let found = try await besides {
    let corrections = try taught(by: material.learnt, codes: codes)
    return Measured(
      corrections: corrections, right: Corrections.right(material.heldOut, with: corrections, codes: codes),
      before: Corrections.right(material.heldOut, with: before, codes: codes))
  }
  return try await app.write { w in
    let model = LearntModel(
      id: w.ids.next(), number: (last?.number ?? 0) + 1, madeAt: w.now, until: newest,
      decisions: material.learnt.count, heldOut: material.heldOut.count, right: found.right, rightBefore: found.before,
      isTaken: rule.takes(right: found.right, before: found.before, of: material.heldOut.count))
    return try w.keep(model, found.corrections, town: town) ? model : nil
  }
}

private struct Measured: Sendable {
  let corrections: Corrections
  let right: Int
  let before: Int
}

private func taught(by lessons: [Lesson], codes: [String]) throws -> Corrections {
  var learning = Learning(lessons, codes: codes)
  for _ in 0..<Learning.rounds {
    try Task.checkCancellation()
    learning.round()
  }
  return learning.corrections
}

/// What there is to learn from and to measure by.
private struct Material: Sendable {
  var learnt: [Lesson] = []
  var heldOut: [Lesson] = []
  /// When the newest decision was made.
  var newest: Instant?
}

/// The newest decisions of the town, read in parts so that nobody waits for it.
private func material(
  of town: ID<Place>, for engine: TriageEngine, most: Int, _ app: App
) async throws -> Material {
  var material = Material()
  var last: (at: Instant, id: Int64) = (Instant(milliseconds: .max), .max)
  var read = 0
  while read < most {
    let (before, limit) = (last, min(200, most - read))
    let decisions = try await app.database.read { tx in try tx.decisions(of: town, before: before, limit: limit) }
    guard let end = decisions.last else { break }
    let lessons = try await besides { decisions.map { $0.lesson(for: engine) } }
    for (decision, lesson) in zip(decisions, lessons) {
      guard let lesson else { continue }
      if decision.isHeldOut { material.heldOut.append(lesson) } else { material.learnt.append(lesson) }
    }
    material.newest = material.newest ?? decisions.first?.at
    read += decisions.count
    last = (end.at, end.id)
  }
  // The oldest first: what was decided last has the last word.
  material.learnt.reverse()
  return material
}
