import Governance
import Store
import Values
import Web

/// All that the page of a concern shows of it, read in one snapshot.
struct ConcernFile: Sendable {
  let concern: ConcernRow
  let place: Text
  /// The masked forms; nil when the reporter left nothing.
  var contact: ShownContact?
  let photos: [PhotoRow]
  let later: [AdditionRow]
  let told: [ToldRow]
  let decisions: [DecisionRow]
  let appeals: [AppealRow]
  let matters: [LinkedMatter]
  /// Names of the accounts that appear here.
  let names: [ID<Account>: String]
  /// The concerns that wait in the village, for who may sort them.
  let queue: [ConcernRow]

  struct LinkedMatter: Sendable {
    let matter: MatterRow
    let part: String
  }

  /// How many of the queue are shown beside a concern.
  static let queueLength = 10

  var openAppeal: AppealRow? { concern.state == .appealed ? appeals.last { $0.decidedAt == nil } : nil }

  /// The matters it belongs to, as they are dealt with: by their roots.
  var matterIDs: Set<ID<Matter>> { Set(matters.map(\.matter.root)) }

  func name(_ account: ID<Account>?) -> String? { account.flatMap { names[$0] } }
}

extension Request {
  /// The file as this person may see it: without its reporter where the person may not even see masked forms.
  func shown(_ file: ConcernFile) -> ConcernFile {
    var shown = file
    if contactReader(ofConcernIn: file.matters.map(\.matter)) == .anybody { shown.contact = nil }
    return shown
  }
}

extension Transaction {
  /// Throws `NotFound` for a sealed concern and one of another village.
  func concernFile(_ id: ID<Concern>, in key: VillageKey, withQueue: Bool) throws -> ConcernFile {
    try concernFile(of: concern(id, in: key), withQueue: withQueue)
  }

  func concernFile(of concern: ConcernRow, withQueue: Bool) throws -> ConcernFile {
    let (id, key) = (concern.id, concern.key)
    let later = try laterWords(of: id, town: key.town)
    let decisions = try decisions(concern: id, town: key.town)
    let appeals = try appeals(of: id, town: key.town)
    let people = later.map(\.account) + decisions.map(\.account) + appeals.map(\.decidedBy) + [concern.enteredBy]
    return ConcernFile(
      concern: concern, place: try placeWords(of: concern),
      contact: try concern.person.flatMap { try maskedContact(of: $0, in: key) },
      photos: try photos(concern: id, in: key), later: later, told: try toldLines(of: id, town: key.town),
      decisions: decisions, appeals: appeals,
      matters: try matters(of: id, in: key).map { ConcernFile.LinkedMatter(matter: $0.matter, part: $0.part) },
      names: try names(ofAccounts: people.compactMap(\.self)),
      queue: withQueue ? try concernsWaiting(in: key, limit: ConcernFile.queueLength + 1) : [])
  }
}
