import Store
import Values

package let replyTemplateEntity = Entity("reply_template")

let replyTemplateMigration = Migration(
  "0017-reply-templates",
  [
    // A town's own words for a template of offices' replies; the newest version holds, empty words are the shipped ones.
    """
    CREATE TABLE reply_template (
      id BIGINT PRIMARY KEY, town BIGINT NOT NULL, code TEXT NOT NULL, part TEXT NOT NULL, number BIGINT NOT NULL,
      version BIGINT NOT NULL, text_zh TEXT NOT NULL, text_en TEXT NOT NULL, made_at BIGINT NOT NULL, account BIGINT)
    """,
    "CREATE UNIQUE INDEX reply_template_version ON reply_template (town, code, part, number, version)",
  ])

/// A change of a template: what it said from then on, and who made it.
struct ReplyVersion: Sendable {
  /// Empty: as shipped, or removed.
  let text: Text
  let version: Int
  let madeAt: Instant
  let madeBy: String
}

extension Transaction {
  /// The templates of a town for these codes; nil: all, for its pages. Index: reply_template_version (town, code, …).
  package func replyTemplates(of town: ID<Place>, codes: [String]? = nil) throws -> ReplyTemplates {
    let narrowed: SQL = codes.map { "AND code IN (\(values: $0))" } ?? ""
    var own: [ReplyKey: OwnReply] = [:]
    let rows = try rows(
      """
      SELECT code, part, number, version, text_zh, text_en FROM reply_template
      WHERE town = \(town) \(narrowed) ORDER BY code, part, number, version
      """)
    for row in rows {
      let key = ReplyKey(try row.text("code"), try row.choice("part"), number: try row.int("number"))
      own[key] = OwnReply(
        text: Text(zh: try row.text("text_zh"), en: try row.text("text_en")), version: try row.int("version"))
    }
    return ReplyTemplates(own: own)
  }

  /// All changes of one template, the newest first. Index: reply_template_version.
  func replyVersions(of key: ReplyKey, town: ID<Place>) throws -> [ReplyVersion] {
    try rows(
      """
      SELECT t.text_zh, t.text_en, t.version, t.made_at, account.name AS account_name
      FROM reply_template t LEFT JOIN account ON account.id = t.account
      WHERE t.town = \(town) AND t.code = \(key.code) AND t.part = \(key.part.rawValue) AND t.number = \(key.number)
      ORDER BY t.version DESC
      """
    ).map { row in
      ReplyVersion(
        text: Text(zh: try row.text("text_zh"), en: try row.text("text_en")), version: try row.int("version"),
        madeAt: try row.instant("made_at"), madeBy: row.optionalText("account_name") ?? "")
    }
  }

  fileprivate func insert(
    _ key: ReplyKey, _ reply: OwnReply, town: ID<Place>, id: Int64, at: Instant, by account: ID<Account>?
  ) throws {
    try run(
      """
      INSERT INTO reply_template (id, town, code, part, number, version, text_zh, text_en, made_at, account)
      VALUES (\(id), \(town), \(key.code), \(key.part.rawValue), \(key.number), \(reply.version), \(reply.text.zh),
        \(reply.text.en), \(at), \(account))
      """)
  }
}

extension Write {
  /// Gives a town its own words for a template; nil goes back to the shipped ones or removes what the town added.
  /// `expected`: the version that the person saw; nil = whichever. Throws `Refusal` when it was changed meanwhile or
  /// nothing differs. Whether the code is one of the town's is the caller's to know.
  package func changeReplyTemplate(_ key: ReplyKey, to text: Text?, expected: Int?, town: ID<Place>) throws {
    let templates = try tx.replyTemplates(of: town, codes: [key.code])
    if let expected, expected != templates.version(key) { throw DutyStrings.changedMeanwhile }
    let shipped = ReplyTemplates.shippedText(key)
    let words = text == shipped ? nil : text
    guard templates.text(key) != (words ?? shipped) else { throw DutyStrings.nothingChanged }
    let id = ids.next(ReplyTemplates.self).value
    let reply = OwnReply(text: words ?? Text(same: ""), version: templates.version(key) + 1)
    try tx.insert(key, reply, town: town, id: id, at: now, by: actor)
    try record(
      "replyTemplateChanged", Touched(replyTemplateEntity, id), town: town, note: "\(key.name) v\(reply.version)")
  }
}
