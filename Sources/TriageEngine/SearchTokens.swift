/// The tokens of the full-text index. Text and query are cut by the same rule, so that a query of two or more
/// characters finds every text that has them. Changing the rule means building the index anew.
///
/// The rule: letters are folded (narrow, lower-case), marks and spaces separate runs. A run of Chinese characters gives
/// its overlapping pairs ("路灯坏了": 路灯, 灯坏, 坏了), a run of one character gives that character. A run of ASCII
/// letters and digits is one word ("12345", "wifi"). Other letters are cut like Chinese ones. Chinese and ASCII side by
/// side are also joined by one pair over the border ("3组": 3, 组, 3组).
package enum SearchTokens {
  /// Longer words are cut to this length.
  package static let longestWord = 32

  /// The tokens of a text, in its order, repeats kept.
  package static func bigrams(of text: String) -> [String] {
    stretches(of: text).flatMap { stretch in
      stretch.indices.flatMap { tokens(of: stretch[$0]) + border(after: $0, in: stretch) }
    }
  }

  /// The tokens that a text must all have to match `query`, each once, in order. Empty when the query has no letters.
  /// A lone Chinese character beside an ASCII word is left to the pair over the border ("3组": 3, 3组). A query of one
  /// character alone finds only texts where it stands alone; the caller may look for tokens that begin with it.
  package static func searchTokens(_ query: String) -> [String] {
    var seen: Set<String> = []
    return stretches(of: query).flatMap { stretch in
      stretch.indices.flatMap { index in
        let run = stretch[index]
        let isCovered = !run.isASCII && run.codes.count == 1 && stretch.count > 1
        return (isCovered ? [] : tokens(of: run)) + border(after: index, in: stretch)
      }
    }.filter { seen.insert($0).inserted }
  }

  /// Whether a query has one character alone, which finds next to nothing.
  package static func isTooShort(_ query: String) -> Bool {
    FoldedText.codes(of: query, keepingSpaces: true).count(where: FoldedText.isWord) == 1
  }

  private struct Run {
    let isASCII: Bool
    var codes: [UInt32]
  }

  private static func border(after index: Int, in stretch: [Run]) -> [String] {
    guard index + 1 < stretch.count, let last = stretch[index].codes.last, let next = stretch[index + 1].codes.first
    else { return [] }
    return [string([last, next])]
  }

  /// Runs of one kind, grouped by what no mark or space separates.
  private static func stretches(of text: String) -> [[Run]] {
    var stretches: [[Run]] = []
    var isOpen = false
    for code in FoldedText.codes(of: text, keepingSpaces: true) {
      guard FoldedText.isWord(code) else {
        isOpen = false
        continue
      }
      let isASCII = FoldedText.isWordASCII(code)
      if !isOpen { stretches.append([]) }
      let stretch = stretches.count - 1
      let run = stretches[stretch].count - 1
      if run >= 0, stretches[stretch][run].isASCII == isASCII {
        stretches[stretch][run].codes.append(code)
      } else {
        stretches[stretch].append(Run(isASCII: isASCII, codes: [code]))
      }
      isOpen = true
    }
    return stretches
  }

  private static func tokens(of run: Run) -> [String] {
    if run.isASCII { return [string(run.codes.prefix(longestWord))] }
    if run.codes.count == 1 { return [string(run.codes)] }
    return zip(run.codes, run.codes.dropFirst()).map { string([$0, $1]) }
  }

  private static func string(_ codes: some Sequence<UInt32>) -> String {
    var scalars = String.UnicodeScalarView()
    for code in codes { if let scalar = Unicode.Scalar(code) { scalars.append(scalar) } }
    return String(scalars)
  }
}
