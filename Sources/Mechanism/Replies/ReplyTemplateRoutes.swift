import Seeds
import Store
import Values
import Web

/// All that the page of one template shows.
struct ReplyTemplateView: Sendable {
  let key: ReplyKey
  let templates: ReplyTemplates
  let catalogue: Catalogue
  /// The newest first.
  let versions: [ReplyVersion]

  /// What stands in the form: the words in use; for one to be written, those used instead of it.
  var words: Text {
    let nearest = templates.nearest(key.part, leaf: key.code, top: catalogue.duty(key.code)?.parent ?? key.code)
    return templates.text(key) ?? (key.number == 1 ? nearest.flatMap(templates.text) : nil) ?? Text(same: "")
  }
}

struct ReplyTemplateJSON: Encodable, Sendable {
  let code: String
  let part: ReplyPart
  let number: Int
  let text: Text
  let isTownsOwn: Bool
  let version: Int

  init(_ key: ReplyKey, _ templates: ReplyTemplates) {
    (code, part, number) = (key.code, key.part, key.number)
    text = templates.text(key) ?? Text(same: "")
    (isTownsOwn, version) = (templates.isTownsOwn(key), templates.version(key))
  }

  static let sample = ReplyTemplateJSON(ReplyKey("GM0902", .solved), ReplyTemplates(own: [:]))
}

/// One template with what was shipped and what it said before, the newest first.
struct ReplyTemplateDetailJSON: Encodable, Sendable {
  struct Version: Encodable, Sendable {
    let version: Int
    /// Empty: as shipped, or removed.
    let text: Text
    let madeAt: Instant
  }
  let template: ReplyTemplateJSON
  let shipped: Text?
  let versions: [Version]

  init(_ view: ReplyTemplateView) {
    template = ReplyTemplateJSON(view.key, view.templates)
    shipped = ReplyTemplates.shippedText(view.key)
    versions = view.versions.map { Version(version: $0.version, text: $0.text, madeAt: $0.madeAt) }
  }

  static let sample = ReplyTemplateDetailJSON(
    ReplyTemplateView(
      key: ReplyKey("GM0902", .solved), templates: ReplyTemplates(own: [:]), catalogue: .shipped, versions: []))
}

extension Request {
  fileprivate var townCode: String { parameters["town"] ?? "" }

  fileprivate func replyTemplates() async throws -> ReplyTemplates {
    let town = try town()
    return try await app.database.read { tx in try tx.replyTemplates(of: town) }
  }

  /// The template of the address: one that is there, or the next that may be written.
  fileprivate func replyTemplateView() async throws -> ReplyTemplateView {
    let (town, day, code) = (try town(), now.day, parameters["code"] ?? "")
    guard let key = ReplyKey(code, place: parameters["part"] ?? "") else { throw NotFound() }
    return try await app.database.read { tx in
      let catalogue = try catalogues.current(town: town, day: day, in: tx).catalogue
      let templates = try tx.replyTemplates(of: town)
      guard catalogue.replyName(code) != nil,
        templates.text(key) != nil || templates.next(code, key.part) == key
      else { throw NotFound() }
      return ReplyTemplateView(
        key: key, templates: templates, catalogue: catalogue, versions: try tx.replyVersions(of: key, town: town))
    }
  }
}

let replyTemplateRoutes: [Route] = [
  .get(
    "/t/{town}/reply-templates", needs: .can(.manageTemplates), ReplyStrings.title, gives: [ReplyTemplateJSON.sample]
  ) { request in
    let templates = try await request.replyTemplates()
    let catalogue = try await request.catalogue().catalogue
    let keys = templates.codes.sorted().flatMap(templates.keys)
    return try await request.answer(json: keys.map { ReplyTemplateJSON($0, templates) }) {
      request.replyTemplatesPage(templates, catalogue, town: request.townCode)
    }
  },
  .get(
    "/t/{town}/reply-templates/{code}", needs: .can(.manageTemplates), ReplyStrings.ofCode,
    gives: [ReplyTemplateJSON.sample]
  ) { request in
    let (templates, code) = (try await request.replyTemplates(), request.parameters["code"] ?? "")
    let catalogue = try await request.catalogue().catalogue
    guard catalogue.replyName(code) != nil else { throw NotFound() }
    return try await request.answer(json: templates.keys(of: code).map { ReplyTemplateJSON($0, templates) }) {
      request.replyCodePage(code, templates, catalogue, town: request.townCode)
    }
  },
  .get(
    "/t/{town}/reply-templates/{code}/{part}", needs: .can(.manageTemplates), ReplyStrings.one,
    gives: ReplyTemplateDetailJSON.sample
  ) { request in
    let view = try await request.replyTemplateView()
    return try await request.answer(
      version: view.templates.version(view.key), json: ReplyTemplateDetailJSON(view)
    ) { request.replyTemplatePage(view, view.words, town: request.townCode) }
  },
  saveReplyTemplate,
]

private let saveReplyTemplate = Route.post(
  "/t/{town}/reply-templates/{code}/{part}", needs: .can(.manageTemplates), ReplyStrings.save,
  takes: [
    Parameter("text_zh", ReplyStrings.zh), Parameter("text_en", ReplyStrings.en),
    Parameter("reset", ReplyStrings.resetParameter), Parameter("version", ReplyStrings.seen),
  ],
  gives: ReplyTemplateJSON.sample,
  rejected: { request, errors in
    let typed = Text(zh: request.form["text_zh"], en: request.form["text_en"])
    return request.replyTemplatePage(
      try await request.replyTemplateView(), typed, town: request.townCode, errors: errors)
  }
) { request in
  let (view, town, code) = (try await request.replyTemplateView(), try request.town(), request.townCode)
  let (key, draft) = (view.key, try ReplyTemplateDraft(request.form, key: view.key))
  if request.form.isOn("preview"), !request.isAPI {
    let typed = Text(zh: request.form["text_zh"], en: request.form["text_en"])
    return .page(request.replyTemplatePage(view, typed, town: code))
  }
  let expected = Int(request.form["version"]) ?? request.ifMatch.flatMap { Int($0.filter(\.isNumber)) }
  return try await request.write { w in
    try w.changeReplyTemplate(key, to: draft.text, expected: expected, town: town)
    let templates = try w.tx.replyTemplates(of: town, codes: [key.code])
    return Outcome(Link.replyTemplates(code, key.code), json: ReplyTemplateJSON(key, templates))
  }
}
