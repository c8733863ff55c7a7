import Testing
import TriageEngine

/// Codebook §7. The sentences are ours.
struct SimilarIndexTests {
  private func item(_ id: Int64, _ text: String, leaf: String? = nil, day: Int = 100) -> SimilarItem {
    SimilarItem(id: id, signature: Signature(of: text), leaf: leaf, day: day)
  }

  private func score(_ one: String, _ other: String) -> Double {
    Similarity.finding(Signature(of: one), Signature(of: other)).score
  }

  @Test func theSameMatterScoresAboveAnother() {
    let same = score("三组从昨晚停水，主管爆了", "3组停水了，主管爆裂")
    #expect(same > score("三组从昨晚停水，主管爆了", "五组停水了，主管爆裂"))
    #expect(same > score("三组从昨晚停水，主管爆了", "想办一张残疾证"))
  }

  @Test func numeralsAndDigitsNameOnePlace() {
    #expect(Signature(of: "三组").places == Signature(of: "3组").places)
  }

  @Test func whereWhenAndWhatCount() {
    let (one, other) = (Signature(of: "路灯不亮"), Signature(of: "路灯坏了不亮"))
    let near = Similarity.finding(one, other, sameLeaf: true, distanceMetres: 40, daysApart: 1)
    let far = Similarity.finding(one, other, sameLeaf: true, distanceMetres: 900, daysApart: 1)
    let late = Similarity.finding(one, other, sameLeaf: true, distanceMetres: 40, daysApart: 90)
    #expect(near.score > far.score && near.score > late.score)
    #expect(near.reasons.count >= 3)
    #expect((0...1).contains(near.score) && (0...1).contains(far.score))
  }

  @Test func addFindRemove() {
    var index = SimilarIndex()
    index.add(item(1, "学校门口的井盖坏了，车一过就响"))
    index.add(item(2, "想领残疾补贴"))
    let query = item(9, "学校门口井盖响，坏了没人修")
    #expect(index.similar(to: query).first?.id == 1)
    index.remove(1)
    #expect(index.size == 1)
    #expect(index.similar(to: query).isEmpty)
    index.remove(1)
    #expect(index.size == 1)
  }

  @Test func replacingKeepsOne() {
    var index = SimilarIndex()
    index.add(item(1, "路灯不亮"))
    index.add(item(1, "水渠堵了"))
    #expect(index.size == 1)
    #expect(index.similar(to: item(2, "路灯不亮")).isEmpty)
  }

  @Test func itsOwnIdIsLeftOut() {
    var index = SimilarIndex()
    index.add(item(1, "路灯不亮"))
    #expect(index.similar(to: item(1, "路灯不亮")).isEmpty)
  }

  @Test func theOldestLeavesWhenFull() {
    var index = SimilarIndex(capacity: 3)
    for id in 1...200 { index.add(item(Int64(id), "第\(id)号井盖坏了")) }
    #expect(index.size == 3)
    let ids = index.similar(to: item(999, "井盖坏了"), limit: 10, atLeast: 0).map(\.id)
    #expect(Set(ids) == [198, 199, 200])
  }
}
