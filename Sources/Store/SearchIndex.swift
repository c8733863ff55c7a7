import Values

/// Chinese full-text search on both databases: texts come cut into overlapping two-character tokens. This is the one
/// file in which the two databases differ in what they are asked.
package struct SearchIndex: Sendable {
  /// Which texts: "matter" (what clerks search) or "public" (released titles).
  let kind: String

  package static let matters = SearchIndex(kind: "matter")
  package static let released = SearchIndex(kind: "public")

  static func create(in tx: Transaction) throws {
    switch tx.dialect {
    case .sqlite:
      try tx.run(
        """
        CREATE TABLE search_entry (kind TEXT, id BIGINT, tokens TEXT NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID
        """)
      for kind in [matters.kind, released.kind] {
        try tx.run(
          SQL(
            unchecked:
              "CREATE VIRTUAL TABLE search_\(kind) USING fts5(tokens, content='', tokenize='unicode61', detail=none)"))
      }
    case .postgres:
      try tx.run("CREATE TABLE search_entry (kind TEXT, id BIGINT, tokens TSVECTOR NOT NULL, PRIMARY KEY (kind, id))")
      // New entries wait in a list that every search reads whole: it is kept short.
      try tx.run(
        "CREATE INDEX search_entry_tokens ON search_entry USING gin (tokens) WITH (gin_pending_list_limit = 256)")
    }
  }

  /// Puts a text, or replaces it. `tokens`: letters and digits only. `tags` narrow a search (a village, a
  /// state); they are kept apart from the words of the text.
  package func put(_ id: ID<Matter>, tokens: [String], tags: [String], in tx: Transaction) throws {
    let text = (Set(tokens.map(Self.cleaned)).subtracting([""]).sorted() + tags.map(Self.tag)).joined(separator: " ")
    try store(id, text, in: tx)
  }

  /// Replaces the tags alone; the words of the text stay. Does nothing when there is no such text.
  package func retag(_ id: ID<Matter>, tags: [String], in tx: Transaction) throws {
    let column: SQL = tx.dialect == .sqlite ? "tokens" : "array_to_string(tsvector_to_array(tokens), ' ')"
    let old = try tx.row("SELECT \(column) AS words FROM search_entry WHERE kind = \(kind) AND id = \(id)")
    guard let old else { return }
    let all = try old.text("words").split(separator: " ")
    let (had, has) = (all.filter { $0.hasPrefix(Self.tagMark) }, tags.map { Substring(Self.tag($0)) })
    let text = (all.filter { !$0.hasPrefix(Self.tagMark) } + has).joined(separator: " ")
    guard tx.dialect == .sqlite else { return try store(id, text, in: tx) }
    // What stays is not written anew: the index keeps a list for each word, of which neither the order nor the number
    // of a text's words is known (detail=none).
    try take(had.filter { !has.contains($0) }.joined(separator: " "), from: id, in: tx)
    try add(has.filter { !had.contains($0) }.joined(separator: " "), to: id, in: tx)
    try tx.run("UPDATE search_entry SET tokens = \(text) WHERE kind = \(kind) AND id = \(id)")
  }

  private func store(_ id: ID<Matter>, _ text: String, in tx: Transaction) throws {
    switch tx.dialect {
    case .sqlite:
      try remove(id, in: tx)
      try tx.run("INSERT INTO search_entry (kind, id, tokens) VALUES (\(kind), \(id), \(text))")
      try add(text, to: id, in: tx)
    case .postgres:
      let spans = Self.spans.map { Self.tag(span: id.value >> $0, of: $0) }
      try tx.run(
        """
        INSERT INTO search_entry (kind, id, tokens)
        VALUES (\(kind), \(id), array_to_tsvector(string_to_array(\(text + " " + spans.joined(separator: " ")), ' ')))
        ON CONFLICT (kind, id) DO UPDATE SET tokens = excluded.tokens
        """)
    }
  }

  private static let tagMark = "zz"
  private static func tag(_ tag: String) -> String { tagMark + cleaned(tag) }

  package func remove(_ id: ID<Matter>, in tx: Transaction) throws {
    if tx.dialect == .sqlite,
      let old = try tx.row("SELECT tokens FROM search_entry WHERE kind = \(kind) AND id = \(id)")
    {
      try take(old.text("tokens"), from: id, in: tx)
    }
    try tx.run("DELETE FROM search_entry WHERE kind = \(kind) AND id = \(id)")
  }

  /// SQLite: the index finds the id by these words from now on.
  private func add(_ words: String, to id: ID<Matter>, in tx: Transaction) throws {
    try tx.run(SQL(unchecked: "INSERT INTO search_\(kind) (rowid, tokens) VALUES (") + "\(id), \(words))")
  }

  /// SQLite: the index no longer finds the id by these words.
  private func take(_ words: String, from id: ID<Matter>, in tx: Transaction) throws {
    try tx.run(
      SQL(unchecked: "INSERT INTO search_\(kind) (search_\(kind), rowid, tokens) VALUES ('delete', ")
        + "\(id), \(words))")
  }

  /// The newest first, before `last` and not before `first`, at most `limit`: those that hold all tokens and all tags.
  package func find(
    _ tokens: [String], tags: [String], from first: ID<Matter> = .min, before last: ID<Matter>?, limit: Int,
    in tx: Transaction
  ) throws -> [ID<Matter>] {
    let all = Set(tokens.map(Self.cleaned) + tags.map(Self.tag)).subtracting([""]).sorted()
    switch tx.dialect {
    case .sqlite:
      return try tx.rows(
        SQL(unchecked: "SELECT rowid AS id FROM search_\(kind) WHERE search_\(kind) MATCH ")
          + """
          \(all.map { "\"\($0)\"" }.joined(separator: " AND ")) AND rowid < \(last ?? .max) AND rowid >= \(first)
          ORDER BY rowid DESC LIMIT \(limit)
          """
      ).map { try $0.id("id") }
    case .postgres: return try findBySpans(all, from: first, before: last ?? .max, limit: limit, in: tx)
    }
  }

  /// PostgreSQL gathers and sorts everything that has a word before it gives the newest. So the newest span of time is
  /// asked first, then ever longer ones: a common word is found in a short one, a rare one has little to gather.
  private func findBySpans(
    _ tokens: [String], from first: ID<Matter>, before end: ID<Matter>, limit: Int, in tx: Transaction
  ) throws -> [ID<Matter>] {
    let newest = try tx.row(
      "SELECT id FROM search_entry WHERE kind = \(kind) AND id < \(end) ORDER BY id DESC LIMIT 1"
    )?.int64("id")
    guard let newest else { return [] }
    for bits in Self.spans {
      let (last, before) = (newest >> bits, (newest >> bits) - 1)
      let tags = [last, before].map { Self.tag(span: $0, of: bits) }
      let found = try found(tokens, in: tags, from: first, before: end, limit: limit, tx)
      if found.count >= limit || before << bits <= first.value { return found }
    }
    return try found(tokens, in: [], from: first, before: end, limit: limit, tx)
  }

  /// `OFFSET 0` keeps the planner from walking the key backwards and looking into every entry.
  private func found(
    _ tokens: [String], in spans: [String], from first: ID<Matter>, before end: ID<Matter>, limit: Int,
    _ tx: Transaction
  ) throws -> [ID<Matter>] {
    let quoted = tokens.map { "'\($0)'" } + (spans.isEmpty ? [] : ["(\(spans.joined(separator: " | ")))"])
    return try tx.rows(
      """
      SELECT id FROM (
        SELECT kind, id FROM search_entry WHERE tokens @@ \(quoted.joined(separator: " & "))::text::tsquery OFFSET 0
      ) AS entry
      WHERE kind = \(kind) AND id < \(end) AND id >= \(first) ORDER BY id DESC LIMIT \(limit)
      """
    ).map { try $0.id("id") }
  }

  /// Spans of time of which an entry bears a tag: its id without so many of the last bits, of which 22 are not time:
  /// 19 hours, 12 days, 200 days.
  private static let spans: [Int64] = [48, 52, 56]
  private static func tag(span: Int64, of bits: Int64) -> String { tag("t\(bits)n\(span)") }

  /// Letters and digits alone (of any writing), so that a token never carries an operator of a query.
  private static func cleaned(_ token: String) -> String {
    if token.utf8.allSatisfy({ 48...57 ~= $0 || 97...122 ~= $0 }) { return token }
    return token.filter { $0.isLetter || $0.isNumber }
  }
}
