/// A column that an import knows: its key and the headers people write over it.
package struct KnownColumn: Sendable, Hashable {
  package let key: String
  package let synonyms: [String]

  package init(_ key: String, _ synonyms: [String]) { (self.key, self.synonyms) = (key, synonyms) }
}

/// What a column of a table probably is.
package struct ColumnGuess: Sendable, Hashable {
  /// From 0.
  package let index: Int
  /// As it stands in the table; empty when nothing does.
  package let header: String
  /// Nil for a column that nobody knows.
  package let key: String?
  /// 0 (unknown) to 1 (the very word).
  package let confidence: Double
}

/// The header row of a table, and what its columns probably are.
package struct HeaderProposal: Sendable, Hashable {
  /// From 0; the data begin in the row after it.
  package let row: Int
  /// One a column, in order.
  package let columns: [ColumnGuess]

  /// Column to key, without the unknown ones.
  package var mapping: [Int: String] {
    Dictionary(uniqueKeysWithValues: columns.compactMap { guess in guess.key.map { (guess.index, $0) } })
  }
}

/// Finds the header row beneath title rows.
package struct HeaderFinder: Sendable {
  /// Rows looked at.
  package static let depth = 30

  private let known: [(key: String, synonyms: [String])]

  package init(_ columns: [KnownColumn]) {
    known = columns.map { ($0.key, $0.synonyms.map(Self.folded)) }
  }

  /// The row whose cells match the known columns best; nil when no row has two matches (one, in a table of one column).
  /// A header over two rows of merged cells ends with its lower row.
  package func find(in rows: [[String]]) -> HeaderProposal? {
    var best: (row: Int, score: Double, columns: [ColumnGuess])?
    for (index, row) in rows.prefix(Self.depth).enumerated() {
      let columns = guess(row)
      let matches = columns.filter { $0.key != nil }
      let score = matches.reduce(0) { $0 + $1.confidence }
      let needed = row.filter { !$0.isEmpty }.count == 1 ? 1 : 2
      guard matches.count >= needed, matches.contains(where: { $0.confidence >= 0.9 }) else { continue }
      let repeatsBest = best.map { $0.row == index - 1 && rows[$0.row] == row } ?? false
      if score > best?.score ?? 0 || repeatsBest { best = (index, score, columns) }
    }
    return best.map { HeaderProposal(row: $0.row, columns: $0.columns) }
  }

  /// Each key goes to the column that fits it best, and to one alone.
  package func guess(_ headers: [String]) -> [ColumnGuess] {
    var pairs: [(column: Int, key: String, score: Double)] = []
    for (index, header) in headers.enumerated() where !header.isEmpty {
      let names = Self.forms(of: header)
      for column in known {
        let score = column.synonyms.map { Self.score(names, $0) }.max() ?? 0
        if score > 0 { pairs.append((index, column.key, score)) }
      }
    }
    // Best first; of equals the leftmost column, then the order in which the keys were given.
    let sorted = pairs.enumerated().sorted {
      ($1.element.score, $0.element.column, $0.offset) < ($0.element.score, $1.element.column, $1.offset)
    }
    var taken: [Int: (key: String, score: Double)] = [:]
    var used: Set<String> = []
    for (_, pair) in sorted where taken[pair.column] == nil && !used.contains(pair.key) {
      taken[pair.column] = (pair.key, pair.score)
      used.insert(pair.key)
    }
    return headers.enumerated().map { index, header in
      ColumnGuess(index: index, header: header, key: taken[index]?.key, confidence: taken[index]?.score ?? 0)
    }
  }

  /// The whole header, and the header without what stands in brackets.
  private static func forms(of header: String) -> (whole: String, bare: String) {
    let opened = header.firstIndex { "((【[".contains($0) } ?? header.endIndex
    return (folded(header), folded(String(header[..<opened])))
  }

  /// The very word 1; apart from brackets 0.9; a part of a longer header 0.4 to 0.8, by how much of it.
  private static func score(_ header: (whole: String, bare: String), _ synonym: String) -> Double {
    if header.whole == synonym { return 1 }
    if !header.bare.isEmpty, header.bare == synonym { return 0.9 }
    // A long line with the word somewhere in it is a title or a note, and "id" stands in many an English word.
    guard synonym.count >= 2, header.whole.count <= 16, !synonym.utf8.allSatisfy({ $0 < 0x80 }),
      header.whole.contains(synonym)
    else { return 0 }
    return 0.4 + 0.4 * Double(synonym.count) / Double(header.whole.count)
  }

  /// Lower case, ASCII forms of full-width characters, letters and digits alone.
  private static func folded(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      let narrow = (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
      if narrow.properties.isAlphabetic || narrow.properties.numericType != nil {
        result.unicodeScalars.append(narrow)
      }
    }
    return result.lowercased()
  }
}
