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
      try tx.run("CREATE INDEX search_entry_tokens ON search_entry USING gin (tokens)")
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
    let words = try old.text("words").split(separator: " ").filter { !$0.hasPrefix(Self.tagMark) }
    try store(id, (words.map(String.init) + tags.map(Self.tag)).joined(separator: " "), in: tx)
  }

  private func store(_ id: ID<Matter>, _ text: String, in tx: Transaction) throws {
    switch tx.dialect {
    case .sqlite:
      try remove(id, in: tx)
      try tx.run("INSERT INTO search_entry (kind, id, tokens) VALUES (\(kind), \(id), \(text))")
      try tx.run(SQL(unchecked: "INSERT INTO search_\(kind) (rowid, tokens) VALUES (") + "\(id), \(text))")
    case .postgres:
      try tx.run(
        """
        INSERT INTO search_entry (kind, id, tokens)
        VALUES (\(kind), \(id), array_to_tsvector(string_to_array(\(text), ' ')))
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
      try tx.run(
        SQL(unchecked: "INSERT INTO search_\(kind) (search_\(kind), rowid, tokens) VALUES ('delete', ")
          + "\(id), \(try old.text("tokens")))")
    }
    try tx.run("DELETE FROM search_entry WHERE kind = \(kind) AND id = \(id)")
  }

  /// The newest first, before `last` and not before `first`, at most `limit`: those that hold all tokens and all tags.
  package func find(
    _ tokens: [String], tags: [String], from first: ID<Matter> = .min, before last: ID<Matter>?, limit: Int,
    in tx: Transaction
  ) throws -> [ID<Matter>] {
    let all = Set(tokens.map(Self.cleaned) + tags.map(Self.tag)).subtracting([""]).sorted()
    let end = last ?? .max
    let rows =
      switch tx.dialect {
      case .sqlite:
        try tx.rows(
          SQL(unchecked: "SELECT rowid AS id FROM search_\(kind) WHERE search_\(kind) MATCH ")
            + "\(all.map { "\"\($0)\"" }.joined(separator: " AND ")) AND rowid < \(end) AND rowid >= \(first) ORDER BY rowid DESC LIMIT \(limit)"
        )
      case .postgres:
        try tx.rows(
          """
          SELECT id FROM search_entry
          WHERE kind = \(kind) AND tokens @@ \(all.map { "'\($0)'" }.joined(separator: " & "))::text::tsquery AND id < \(end) AND id >= \(first)
          ORDER BY id DESC LIMIT \(limit)
          """)
      }
    return try rows.map { try $0.id("id") }
  }

  /// Letters and digits alone (of any writing), so that a token never carries an operator of a query.
  private static func cleaned(_ token: String) -> String { token.filter { $0.isLetter || $0.isNumber } }
}
