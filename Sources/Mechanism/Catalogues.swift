import Governance
import Seeds
import Store
import Synchronization
import TriageEngine
import Values
import Web

/// A town's catalogue with the engine made of it.
package struct TownCatalogue: Sendable {
  package let catalogue: Catalogue
  package let engine: TriageEngine
  /// The version of what the engine learnt from the town's decisions; 0: it is as shipped.
  package let model: Int
  /// Which days are worked, the same for all towns.
  package private(set) var calendar = Shipped.current.calendar

  init(_ catalogue: Catalogue) {
    self.init(
      catalogue, TriageEngine(leaves: catalogue.engineLeaves, wordings: Self.wordings, dangers: Self.dangers), model: 0)
  }

  private init(_ catalogue: Catalogue, _ engine: TriageEngine, model: Int) {
    (self.catalogue, self.engine, self.model) = (catalogue, engine, model)
  }

  func reckoning(by calendar: WorkCalendar) -> TownCatalogue {
    var town = self
    town.calendar = calendar
    return town
  }

  func taught(_ learnt: (number: Int, corrections: Corrections)?) -> TownCatalogue {
    guard let learnt else { return self }
    return TownCatalogue(catalogue, engine.corrected(by: learnt.corrections), model: learnt.number)
  }

  /// What the shipped sentences teach. Learnt once, in about a second: the server does it before anybody asks.
  package static let wordings = LinearModel(
    ((try? CorpusSentence.load()) ?? []).map { (label: $0.label, sample: Sample(sentence: $0.text)) }
      + Catalogue.shipped.engineLeaves.flatMap { leaf in
        ([leaf.name + "。" + leaf.example] + leaf.keywords).map { (leaf.code, Sample(sentence: $0)) }
      }, least: 2, cost: 2)

  /// What the shipped sentences teach of danger. Learnt once.
  package static let dangers = LinearModel(
    dangersTold: ((try? CorpusSentence.loadUrgent()) ?? []).map { ($0.text, $0.label != "U0") },
    corpus: ((try? CorpusSentence.load()) ?? []).map { ($0.label, $0.text) })

  /// Of every town that has changed nothing; made once.
  package static let shipped = TownCatalogue(.shipped)
}

/// The catalogues in use, kept in memory: making one takes some milliseconds, reading its version one row.
/// What an edit made stale is found out by the version, which changes in the edit's own transaction.
package final class Catalogues: Sendable {
  private struct Entry {
    let version: String
    /// The days on which it holds: up to, not including, the day on which a further version begins.
    let from: Day
    let until: Day?
    let town: TownCatalogue
  }
  private let entries = Mutex<[ID<Place>: Entry]>([:])
  /// Towns with changes of their own that are kept at once; an engine takes 2.4 MB, what was learnt up to 3 MB.
  private static let most = 24

  package init() {}

  /// The catalogue of the town on the day, as the transaction sees it.
  package func current(town: ID<Place>, day: Day, in tx: Transaction) throws -> TownCatalogue {
    let versions = try tx.townVersions(of: town)
    let calendar = try workCalendars.calendar(version: versions.calendar, in: tx)
    return try current(town: town, day: day, versions.catalogue, versions.learnt, in: tx).reckoning(by: calendar)
  }

  private func current(
    town: ID<Place>, day: Day, _ catalogue: String?, _ learnt: String?, in tx: Transaction
  ) throws -> TownCatalogue {
    if catalogue == nil, learnt == nil { return .shipped }
    let version = "\(catalogue ?? "") \(learnt ?? "")"
    let kept = entries.withLock { $0[town] }
    if let kept, kept.version == version, kept.from <= day, kept.until.map({ day < $0 }) ?? true { return kept.town }
    let duties = try tx.duties(of: town)
    let untaught = duties.isEmpty ? .shipped : TownCatalogue(Catalogue(versions: duties, on: day))
    let made = untaught.taught(learnt == nil ? nil : try tx.learnt(of: town))
    let begins = duties.compactMap(\.fromDay)
    let entry = Entry(
      version: version, from: begins.filter { $0 <= day }.max() ?? Day(number: 0),
      until: begins.filter { $0 > day }.min(), town: made)
    entries.withLock { entries in
      // An older day asked for once does not drive out the newer one.
      if let kept, kept.version == version, kept.from > entry.from { return }
      if entries.count >= Self.most, entries[town] == nil, let other = entries.keys.first { entries[other] = nil }
      entries[town] = entry
    }
    return made
  }

  package func current(town: ID<Place>, day: Day, in database: Database) async throws -> TownCatalogue {
    try await database.read { tx in try self.current(town: town, day: day, in: tx) }
  }
}

/// The one cache of the program. Towns of several databases do not get mixed up: a version occurs once.
package let catalogues = Catalogues()

extension Request {
  /// The catalogue that holds today in the town of the address.
  package func catalogue() async throws -> TownCatalogue {
    try await catalogues.current(town: town(), day: now.day, in: app.database)
  }
}
