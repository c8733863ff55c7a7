import Testing

@testable import TriageEngine

/// What holds for every index, small or large. The sentences are those that ship.
@Suite struct SimilarPropertyTests {
  /// Cut once: it takes most of the time.
  private static let all = make(0..<9000)
  private static let queries = make(20_000..<20_020)

  private static func items(_ range: Range<Int>) -> [SimilarItem] { Array(all[range]) }

  private static func make(_ range: Range<Int>) -> [SimilarItem] {
    let texts = Shipped.corpus.map(\.text)
    return range.map { number in
      let text = texts[number % texts.count] + "，" + texts[number * 7 % texts.count] + "，第\(number % 9 + 1)组"
      return SimilarItem(
        id: Int64(number), signature: Signature(of: text), leaf: "L\(number % 5)",
        latitude: number % 3 == 0 ? nil : 30 + Double(number % 50) / 1000, longitude: 104, day: number % 40)
    }
  }

  private static func index(_ items: [SimilarItem]) -> SimilarIndex {
    var index = SimilarIndex(capacity: 100_000)
    for item in items { index.add(item) }
    return index
  }

  private static func answers(_ index: SimilarIndex, _ queries: [SimilarItem]) -> [[SimilarIndex.Match]] {
    queries.map { index.similar(to: $0, limit: 10, atLeast: 0) }
  }

  /// In one block, at its border, and over several.
  @Test(arguments: [1, 300, 4095, 4096, 4097, 8500])
  func aNewItemIsFoundByTheNextQuery(size: Int) {
    var index = Self.index(Self.items(0..<size))
    let new = SimilarItem(id: 90_000, signature: Signature(of: "水井边的石碾子夜里被吊车压裂了，九里桥"), day: 0)
    index.add(new)
    let query = SimilarItem(id: 0, signature: Signature(of: "九里桥水井边石碾子被压裂"), day: 0)
    #expect(index.similar(to: query).first?.id == 90_000)
    index.remove(90_000)
    #expect(!index.similar(to: query, atLeast: 0).contains { $0.id == 90_000 })
  }

  /// As a merge takes a matter out and its undoing puts it back.
  @Test(arguments: [500, 4500, 8500])
  func removingAndAddingGivesTheSameAnswers(size: Int) {
    let items = Self.items(0..<size)
    var index = Self.index(items)
    let before = Self.answers(index, Self.queries)
    for item in items.prefix(50) { index.remove(item.id) }
    #expect(Self.answers(index, Self.queries) != before)
    for item in items.prefix(50) { index.add(item) }
    #expect(Self.answers(index, Self.queries) == before)
  }

  /// The order in which items came, and whether others came and went, decides nothing.
  @Test func theWayToTheSameItemsDecidesNothing() {
    let items = Self.items(0..<4200)
    var other = Self.index(Self.items(4200..<9000))
    for item in items.reversed() { other.add(item) }
    for id in 4200..<9000 { other.remove(Int64(id)) }
    #expect(other.size == items.count)
    #expect(Self.answers(other, Self.queries) == Self.answers(Self.index(items), Self.queries))
  }

  @Test(arguments: [100, 4000, 6000])
  func anUnrelatedItemChangesNoScore(size: Int) {
    var index = Self.index(Self.items(0..<size))
    let before = Self.answers(index, Self.queries)
    for number in 0..<20 {
      let text = "ξενοδοχείο \(String(repeating: "ω", count: number + 2))"
      index.add(SimilarItem(id: Int64(70_000 + number), signature: Signature(of: text), day: 0))
    }
    #expect(Self.answers(index, Self.queries) == before)
  }

  /// What the lists lead to is what comparing with all items gives, or nearly as sure: they know the words, and not what
  /// else speaks for and against.
  @Test(arguments: [300, 5000]) func theBestOfAllIsFound(size: Int) {
    let items = Self.items(0..<size)
    let index = Self.index(items)
    for query in Self.queries.prefix(8) {
      let found = index.similar(to: query, limit: 3, atLeast: 0).map(\.finding.score)
      let some = items.filter { !Set($0.signature.pairs).isDisjoint(with: query.signature.pairs) }.prefix(100)
      let best = some.map { index.finding(query, $0).score }.max() ?? 0
      #expect((found.first ?? 0) >= best - 0.05)
      #expect(found == found.sorted(by: >))
    }
  }

  @Test func scoresOfAnswersAreThoseOfTheComparison() {
    let items = Self.items(0..<5000)
    let index = Self.index(items)
    for query in Self.queries {
      for match in index.similar(to: query, limit: 5, atLeast: 0) {
        #expect(abs(index.finding(query, items[Int(match.id)]).score - match.finding.score) < 1e-3)
      }
    }
  }

  @Test func theOldestLeavesInALargeIndexToo() {
    var index = SimilarIndex(capacity: 4500)
    for item in Self.items(0..<9000) { index.add(item) }
    #expect(index.size == 4500)
    let ids = Self.answers(index, Self.queries).joined().map(\.id)
    #expect(!ids.isEmpty && ids.allSatisfy { $0 >= 4500 })
  }

  @Test func longTextsCountForTheBoundToo() {
    var index = SimilarIndex(capacity: 1000, mostPairs: 2000)
    for item in Self.items(0..<300) { index.add(item) }
    #expect(index.size < 300 && index.size > 10)
    #expect(index.pairCount <= 2000)
  }

  /// Few pairs are numbered by two bytes, more than these can number stay as they are.
  @Test(arguments: [12, 20_000]) func aClosedBlockHasThePairsItWasGiven(letters: UInt32) {
    var block = SimilarBlock()
    var random: UInt32 = 1
    for id in Int64(0)..<400 {
      let text = (0..<1000).compactMap { _ in
        random = random &* 1_664_525 &+ 1_013_904_223
        return Unicode.Scalar(0x4E00 + (random >> 8) % letters).map(String.init)
      }
      block.append(SimilarItem(id: id, signature: Signature(of: text.joined()), day: 1), leaf: 0)
    }
    let before = (0..<block.count).map { Array(block.pairs(of: $0)) }
    #expect((Set(before.joined()).count > 65_536) == (letters > 12))
    block.close()
    #expect((0..<block.count).map { Array(block.pairs(of: $0)) } == before)
    #expect((0..<block.count).map(block.pairCount) == before.map(\.count))
  }
}
