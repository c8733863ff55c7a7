import Testing
import Values

@testable import TriageEngine

/// The sentences that the product ships to learn from.
@Suite struct CorpusTests {
  @Test func everyLeafAndEveryReasonHasAtLeastSixtySentences() {
    let counts = Dictionary(grouping: Shipped.corpus, by: \.label).mapValues(\.count)
    for leaf in Shipped.leaves { #expect(counts[leaf.code] ?? 0 >= 60, "\(leaf.code)") }
    for reason in ScopeReason.allCases { #expect(counts[reason.rawValue] ?? 0 >= 60, "\(reason)") }
    #expect(counts.count == Shipped.leaves.count + ScopeReason.allCases.count)
  }

  /// More than 60 % of the pairs of characters of the shorter one: too much alike to teach anything.
  @Test func noTwoSentencesOfALeafAreAlike() {
    for (label, sentences) in Dictionary(grouping: Shipped.corpus, by: \.label) {
      let pairs = sentences.map { Self.pairs(of: $0.text) }
      for one in pairs.indices {
        for other in pairs.indices.dropFirst(one + 1) {
          let shared = Double(pairs[one].intersection(pairs[other]).count)
          let least = Double(max(1, min(pairs[one].count, pairs[other].count)))
          #expect(shared / least <= 0.6, "\(label): \(sentences[one].text) / \(sentences[other].text)")
        }
      }
    }
  }

  @Test func notMoreThanFiveSentencesOfALeafBeginAlike() {
    for (label, sentences) in Dictionary(grouping: Shipped.corpus, by: \.label) {
      for (opening, same) in Dictionary(grouping: sentences, by: { String(Self.letters($0.text).prefix(6)) }) {
        #expect(same.count <= 5, "\(label): \(opening)")
      }
    }
  }

  /// The sentences kept apart for measuring tell other situations than those that are learnt from.
  @Test func whatIsMeasuredIsNotWhatIsLearnt() {
    let learnt = Dictionary(grouping: Shipped.corpus, by: \.label).mapValues { $0.map { Self.pairs(of: $0.text) } }
    let measured = Shipped.villageSentences
    let counts = Dictionary(grouping: measured, by: \.label).mapValues(\.count)
    for leaf in Shipped.leaves { #expect(counts[leaf.code] ?? 0 >= 2, "\(leaf.code)") }
    for reason in ScopeReason.allCases { #expect(counts[reason.rawValue] ?? 0 >= 2, "\(reason)") }
    for (label, text) in measured {
      let pairs = Self.pairs(of: text)
      for other in learnt[label] ?? [] {
        let shared = Double(pairs.intersection(other).count) / Double(max(1, min(pairs.count, other.count)))
        #expect(shared <= 0.6, "\(label): \(text)")
      }
    }
  }

  /// A scope reason is never proposed as a category.
  @Test func reasonsAreNoCategories() {
    let codes = Set(Shipped.leaves.map(\.code))
    for (label, text) in Shipped.corpus where ScopeReason(rawValue: label) != nil {
      #expect(Shipped.codes(text).allSatisfy(codes.contains))
    }
  }

  private static func letters(_ text: String) -> [Character] { text.filter { $0.isLetter || $0.isNumber }.map(\.self) }

  private static func pairs(of text: String) -> Set<String> {
    let letters = letters(text)
    return Set(zip(letters, letters.dropFirst()).map { String([$0, $1]) })
  }
}
