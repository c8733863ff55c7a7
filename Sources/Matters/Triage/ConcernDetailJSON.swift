import Governance
import Mechanism
import TriageEngine
import Values
import Web

/// A concern in JSON with all that its page shows. Contact data stand here masked.
struct ConcernDetailJSON: Encodable, Sendable {
  struct Line: Encodable, Sendable {
    let kind: String
    let text: String
    let at: Instant
  }
  struct Appeal: Encodable, Sendable {
    let round: Int
    let text: String
    let madeAt: Instant
    let dueAt: Instant
    let decidedAt: Instant?
    let granted: Bool
    let answer: String
  }
  struct Part: Encodable, Sendable {
    let matter: MatterJSON
    let words: String
  }

  let concern: ConcernJSON
  let text: String
  let place: Text
  let latitude: Double?
  let longitude: Double?
  let reporter: ContactJSON
  let photos: [String]
  let later: [Line]
  let told: [Line]
  let decisions: [Line]
  let appeals: [Appeal]
  let matters: [Part]
  /// What the engine suggests while it waits to be sorted; advice.
  let suggestion: SuggestionJSON?

  init(_ file: ConcernFile, _ suggestion: SuggestionJSON?) {
    (concern, text, place) = (ConcernJSON(file.concern), file.concern.text, file.place)
    (latitude, longitude) = (file.concern.latitude, file.concern.longitude)
    reporter = ContactJSON(name: file.contact?.name, phone: file.contact?.phone)
    photos = file.photos.map { String($0.id) }
    later = file.later.map { Line(kind: $0.kind, text: $0.text, at: $0.at) }
    told = file.told.map { Line(kind: $0.wantsCall ? "call" : "page", text: $0.text.zh, at: $0.at) }
    decisions = file.decisions.map { Line(kind: $0.kind, text: $0.reason, at: $0.at) }
    appeals = file.appeals.map {
      Appeal(
        round: $0.round, text: $0.text, madeAt: $0.madeAt, dueAt: $0.dueAt, decidedAt: $0.decidedAt,
        granted: $0.isGranted, answer: $0.answer)
    }
    matters = file.matters.map { Part(matter: MatterJSON($0.matter), words: $0.part) }
    self.suggestion = suggestion
  }

  private init() {
    let at = Instant(milliseconds: 1_793_000_000_000)
    (concern, text, place) = (.sample, "三组的路灯不亮", Text(zh: "三组", en: "Group 3"))
    (latitude, longitude) = (28.9, 105.4)
    reporter = ContactJSON(name: "张**", phone: "138****1234")
    photos = ["1234567890125"]
    later = [Line(kind: "added", text: "昨晚还是不亮", at: at)]
    (told, decisions) = (later, later)
    appeals = [
      Appeal(
        round: 1, text: "是村里的路灯", madeAt: at, dueAt: at.adding(days: 5), decidedAt: at, granted: true, answer: "成立")
    ]
    matters = [Part(matter: .sample, words: "路灯不亮")]
    suggestion = .sample
  }

  static let sample = ConcernDetailJSON()
}

/// What the engine suggests, each with its reason.
struct SuggestionJSON: Encodable, Sendable {
  struct Choice: Encodable, Sendable {
    let code: String
    let `class`: MatterClass
    let score: Double
    let confidence: Confidence
    let lead: String
    let coHandlers: [String]
    let limitDays: Int
    let basis: Text?
    let basisMark: String?
    let reasons: [Text]
  }
  struct Alike: Encodable, Sendable {
    let matter: MatterJSON
    let score: Double
    let reasons: [Text]
  }
  struct Part: Encodable, Sendable {
    let words: String
    let leaf: String
  }

  /// Suggestions are turned off in this village: nothing but danger is told.
  let off: Bool
  /// The version of what the engine had learnt; 0: as shipped.
  let model: Int
  let urgency: String
  let urgencyReasons: [Text]
  let emergencyNumbers: [String]
  let scope: ScopeReason?
  let scopeReasons: [Text]
  let aboutStaff: Bool
  let leaves: [Choice]
  let parts: [Part]
  let similar: [Alike]

  init(_ suggestion: Suggestion, _ catalogue: Catalogue) {
    (off, model) = (suggestion.isOff, suggestion.model)
    urgency = suggestion.urgency.level.code
    urgencyReasons = suggestion.urgency.reasons.map(\.sentence)
    emergencyNumbers = suggestion.urgency.emergencyNumbers.map(\.rawValue)
    scope = suggestion.scope?.reason
    scopeReasons = suggestion.scope?.reasons.map(\.sentence) ?? []
    aboutStaff = suggestion.staff != nil
    leaves = suggestion.leaves.map { leaf in
      let duty = catalogue.duty(leaf.code)
      return Choice(
        code: leaf.code, class: leaf.matterClass, score: leaf.certainty, confidence: leaf.confidence,
        lead: duty?.lead ?? "", coHandlers: duty?.coHandlers ?? [], limitDays: duty?.days ?? 0, basis: duty?.basis,
        basisMark: duty?.basisMark?.rawValue, reasons: leaf.reasons.map(\.sentence))
    }
    parts = suggestion.parts.map { Part(words: $0.words, leaf: $0.leaf.code) }
    similar = suggestion.similar.map {
      Alike(matter: MatterJSON($0.matter), score: $0.finding.score, reasons: $0.finding.reasons)
    }
  }

  private init() {
    let why = [Text(zh: "含有这一类的关键词", en: "has keywords of this category")]
    (off, model) = (false, 2)
    (urgency, urgencyReasons, emergencyNumbers) = ("U2", why, ["119"])
    (scope, scopeReasons, aboutStaff) = (.thanks, why, false)
    leaves = [
      Choice(
        code: "CM0302", class: .community, score: 0.8, confidence: .likely, lead: "村（居）委会", coHandlers: ["村民小组"],
        limitDays: 15, basis: why[0], basisMark: "K", reasons: why)
    ]
    parts = [Part(words: "路灯不亮", leaf: "CM0302")]
    similar = [Alike(matter: .sample, score: 0.7, reasons: why)]
  }

  static let sample = SuggestionJSON()
}

extension Request {
  /// The concern of the address for programs, with the suggestion while it waits.
  func concernDetail() async throws -> ConcernDetailJSON {
    let (id, key): (ID<Concern>, VillageKey) = (try id("concern"), try village())
    let file = shown(try await app.database.read { tx in try tx.concernFile(id, in: key, withQueue: false) })
    guard file.concern.state == .received else { return ConcernDetailJSON(file, nil) }
    let (suggestion, catalogue) = try await suggestion(for: file.concern, place: file.place)
    return ConcernDetailJSON(file, SuggestionJSON(suggestion, catalogue))
  }
}
