import Governance
import Matters
import Mechanism
import Store
import Values
import Web

/// What `suggest.js` shows while somebody writes.
struct SuggestionsJSON: Encodable, Sendable {
  struct Number: Encodable, Sendable {
    let number: String
    let name: String
  }
  struct Urgent: Encodable, Sendable {
    let numbers: [Number]
  }
  struct Similar: Encodable, Sendable {
    let title: String
    /// Reporters; joins are counted apart.
    let count: Int
    let joins: Int
    /// In words.
    let state: String
    let joinUrl: String
  }
  struct Likely: Encodable, Sendable {
    /// A private matter is the person's own: it is answered and helped with, and nobody takes it over.
    let `class`: MatterClass
    /// Who deals with it; for a private matter who answers.
    let lead: String
    /// As people say it.
    let due: String
  }
  /// Nil when nothing in the text speaks of danger.
  let urgent: Urgent?
  let similar: [Similar]
  let likely: Likely?
  /// Suggestions are turned off in this village: only danger is told.
  let off: Bool

  init(_ reading: ReportReading, _ open: [OpenMatter], village: String, _ l: Language) {
    urgent =
      reading.numbers.isEmpty
      ? nil : Urgent(numbers: reading.numbers.map { Number(number: $0.number, name: $0.name(l)) })
    similar = open.map {
      Similar(
        title: $0.title, count: $0.reporters, joins: $0.joins,
        state: ReportingStrings.openState($0.state, joins: $0.joins)(l), joinUrl: Link.joins(village, $0.id))
    }
    likely = reading.likely.map { Likely(class: $0.matterClass, lead: $0.lead(l), due: $0.due.day.spoken(l)) }
    off = !reading.isAdvised
  }

  private init(urgent: Urgent?, similar: [Similar], likely: Likely?) {
    (self.urgent, self.similar, self.likely, off) = (urgent, similar, likely, false)
  }

  static let sample = SuggestionsJSON(
    urgent: Urgent(numbers: [Number(number: "119", name: "火警和救援")]),
    similar: [Similar(title: "主街路灯不亮", count: 3, joins: 5, state: "正在办理", joinUrl: "/v/qs/matters/1/joins")],
    likely: Likely(class: .community, lead: "村（居）委会", due: "10月13日 周二"))
}

/// The suggestions while somebody writes: both mounts answer JSON, since a script asks. Nothing of it is kept.
func suggestionRoute(_ catalogues: Catalogues, _ similar: SimilarMatters) -> Route {
  .post(
    "/v/{village}/report/suggestions", needs: .anybody, ReportingStrings.suggestionsSummary,
    takes: [Parameter("text", ReportingStrings.textLabel, required: true)], gives: SuggestionsJSON.sample,
    bodyLimit: 64 << 10
  ) { request in
    try await request.countOne("suggest", device: 40, address: 2000, minutes: 1)
    let text = String(request.form["text"].prefix(Report.longestText))
    let town = try await catalogues.current(
      town: request.town(), day: request.now.day, in: request.app.database)
    let reading = ReportReading(text, isAdvised: try await request.suggests(), of: town, at: request.now)
    let open = try await request.openMatters(like: text, reading: reading, similar)
    let json = SuggestionsJSON(reading, open, village: request.place?.code ?? "", request.reader.language)
    return .json(try JSON.bytes(json), status: 200, etag: nil)
  }
}
