import Seeds
import Testing
import Values

/// The sentences that the product ships to learn from, as files.
@Suite struct CorpusFileTests {
  @Test func everySentenceHasALabel() throws {
    let leaves = try Set(Shipped.load().catalogue.map(\.code))
    for sentence in try CorpusSentence.load() {
      #expect(leaves.contains(sentence.label) || ScopeReason(rawValue: sentence.label) != nil, "\(sentence.label)")
      #expect(!sentence.text.isEmpty)
    }
  }

  @Test func everyUrgentSentenceHasALevel() throws {
    let sentences = try CorpusSentence.loadUrgent()
    let counts = Dictionary(grouping: sentences, by: \.label).mapValues(\.count)
    #expect(Set(counts.keys) == ["U0", "U2", "U3"] && counts.values.allSatisfy { $0 >= 100 })
    #expect(Set(sentences.map(\.text)).count == sentences.count)
  }
}
