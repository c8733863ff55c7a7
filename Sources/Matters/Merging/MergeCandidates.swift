import Governance
import Mechanism
import Seeds
import Store
import TriageEngine
import Values
import Web

/// A matter that may be the same as another, with why.
struct ShownCandidate: Sendable {
  let matter: MatterRow
  let reasons: [Text]
}

/// What the page of merging shows.
struct MergeCandidates: Sendable {
  let kept: MatterRow
  /// Why nothing may be merged into it; nil when something may.
  let refusal: Refusal?
  let search: String
  let candidates: [ShownCandidate]
  let catalogue: Catalogue
  /// Suggestions are turned off in this village: none stands here for its likeness.
  let isOff: Bool
}

struct MergeCandidateJSON: Encodable, Sendable {
  let matter: MatterJSON
  let reasons: [Text]

  init(_ shown: ShownCandidate) { (matter, reasons) = (MatterJSON(shown.matter), shown.reasons) }

  static let sample = MergeCandidateJSON(
    ShownCandidate(matter: sampleMatter, reasons: [MergeStrings.likeness(0.86), MergeStrings.sameLeaf]))
}

extension Request {
  /// Matters that may be merged into that of the address: those found by the words, those that look alike, and the newest
  /// of the same leaf; each once, none that the rule would refuse.
  func mergeCandidates(_ catalogues: Catalogues, search: String) async throws -> MergeCandidates {
    let (key, id, day) = (try village(), try id("matter", as: Matter.self), now.day)
    let (kept, words, found, near, catalogue) = try await app.database.read { tx in
      let kept = try tx.matter(id, in: key)
      return (
        kept, try tx.view(linesOf: kept).prefix(20).map(\.concern.text), try tx.found(search, beside: kept),
        try tx.newest(ofLeaf: kept.routing, in: key, limit: 30),
        try catalogues.current(town: key.town, day: day, in: tx).catalogue
      )
    }
    let text = ([kept.title, kept.placeText] + words).joined(separator: "\n")
    let similar = try await similarMatters.similar(
      to: text, leaf: kept.routing.leaf, lat: kept.latitude, lon: kept.longitude, in: key, app: app)
    var all = found.map { ShownCandidate(matter: $0, reasons: [MergeStrings.found]) }
    all += similar.map { matter, finding in
      ShownCandidate(
        matter: matter, reasons: [MergeStrings.likeness(finding.score)] + finding.reasons)
    }
    all += near.filter(\.state.isOpen).prefix(10).map { ShownCandidate(matter: $0, reasons: [MergeStrings.sameLeaf]) }
    return MergeCandidates(
      kept: kept, refusal: kept.refusesEveryMerge(on: day, reader.calendar), search: search,
      candidates: kept.mergeable(all, on: day, reader.calendar), catalogue: catalogue,
      isOff: try await !suggests())
  }
}

extension Transaction {
  /// Matters of the same class that have all the words, newest first.
  fileprivate func found(_ search: String, beside kept: MatterRow) throws -> [MatterRow] {
    var filter = MatterFilter()
    (filter.matterClass, filter.text) = (kept.routing.matterClass, String(search.prefix(60)))
    return filter.text.isEmpty ? [] : try matters(in: kept.key, where: filter, before: nil, limit: 20)
  }
}

extension MatterRow {
  /// Each of the candidates once, in order, without itself and without what the rule refuses.
  fileprivate func mergeable(_ all: [ShownCandidate], on day: Day, _ calendar: WorkCalendar) -> [ShownCandidate] {
    var seen: Set<ID<Matter>> = [id]
    return all.filter { candidate in
      seen.insert(candidate.matter.id).inserted
        && mergeRefusal(
          of: [self, candidate.matter].map(MergeCandidate.init(matter:)), on: day, calendar: calendar)
          == nil
    }
  }

  /// Why the rule refuses every merge into this matter: its kind, or that it is merged or long closed itself.
  fileprivate func refusesEveryMerge(on day: Day, _ calendar: WorkCalendar) -> Refusal? {
    let own = MergeCandidate(matter: self)
    let twin = MergeCandidate(
      id: own.id + 1, village: own.village, matterClass: own.matterClass, leaf: own.leaf, state: .inProgress)
    return mergeRefusal(of: [own, twin], on: day, calendar: calendar)
  }
}
