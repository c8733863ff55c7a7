import Markup
import Mechanism
import People
import Seeds
import Store
import Values
import Web

/// What anybody should know: how personal data are used, and what the check code of the records is.
let noticeRoutes: [Route] = [
  .get(
    "/privacy", needs: .anybody, NoticeStrings.summary, takes: [Parameter("village", NoticeStrings.village)],
    gives: NoticeJSON.sample
  ) { request in
    let code = request.query["village"]
    let parts = try await request.app.database.read { tx in try tx.notice(of: code) }
    return try await request.answer(json: NoticeJSON(parts)) { request.noticePage(parts) }
  },
  .get("/records", needs: .anybody, NoticeStrings.records, mount: .page) { request in
    .page(request.recordsPage())
  },
]

extension Transaction {
  /// The notice as it holds in the village of a code; for no village in particular where there is none.
  /// - Throws: `NotFound` for a code of nothing.
  fileprivate func notice(of code: String) throws -> [NoticePart] {
    let parts = Shipped.current.notice
    guard !code.isEmpty else {
      let periods = try keptPeriods()
      return parts.map { $0.saying(periods.fill($0.generic)) }
    }
    guard let village = try place(code: code), let town = try village.town.flatMap({ try place($0) }) else {
      throw NotFound()
    }
    let periods = try keptPeriods(of: town.id)
    let phone = [village.phone, town.phone].first { !$0.isEmpty } ?? "12345"
    return parts.map { $0.saying(periods.fill($0.named(village: village.name, town: town.name, phone: phone))) }
  }
}

extension Request {
  /// The notice that reporters were shown, whole, with its version.
  fileprivate func noticePage(_ parts: [NoticePart]) -> HTMLPage {
    let l = reader.language
    return plainPage(NoticeStrings.title) {
      pageTitle(NoticeStrings.title, lead: .text(NoticeStrings.lead(l)), l)
      for part in parts {
        section {
          h2 { part.heading(l) }
          p { part.text(l) }
        }
      }
      if let version = parts.first?.version { p("hint") { NoticeStrings.version(version)(l) } }
    }
  }

  fileprivate func recordsPage() -> HTMLPage {
    let l = reader.language
    return plainPage(NoticeStrings.records) {
      pageTitle(NoticeStrings.records, l)
      p { NoticeStrings.recordsWhat(l) }
      p { NoticeStrings.recordsHow(l) }
      element("pre") { element("code") { "sanshi verify --head HASH" } }
    }
  }
}

extension NoticePart {
  fileprivate func saying(_ text: Text) -> NoticePart {
    NoticePart(version: version, part: part, heading: heading, text: text)
  }

  fileprivate func named(village: Text, town: Text, phone: String) -> Text {
    func fill(_ text: String, _ l: Language) -> String {
      text.replacing("{village}", with: village(l)).replacing("{town}", with: town(l))
        .replacing("{phone}", with: phone)
    }
    return Text(zh: fill(text.zh, .zh), en: fill(text.en, .en))
  }

  /// The paragraph for no village in particular.
  fileprivate var generic: Text {
    Text(
      zh: text.zh.replacing("{village}", with: "您所在的").replacing("{town}", with: "当地")
        .replacing("电话 {phone}", with: "电话写在村的页面上").replacing(" {phone}", with: "村页面上的电话"),
      en: text.en.replacing("{village}", with: "your village").replacing("{town}", with: "your town")
        .replacing("{phone}", with: "as on your village's page"))
  }
}

/// The notice on personal data.
struct NoticeJSON: Encodable, Sendable {
  struct Part: Encodable, Sendable {
    /// "who", "why", …
    let part: String
    let heading: Text
    let text: Text
  }
  /// "2026-11"
  let version: String
  let parts: [Part]

  fileprivate init(_ parts: [NoticePart]) {
    version = parts.first?.version ?? ""
    self.parts = parts.map { Part(part: $0.part, heading: $0.heading, text: $0.text) }
  }

  private init() {
    version = "2026-11"
    parts = [
      Part(part: "why", heading: Text(zh: "为什么要", en: "Why"), text: Text(zh: "办事用。", en: "To deal with it."))
    ]
  }

  static let sample = NoticeJSON()
}
