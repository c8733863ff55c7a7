import Testing
import TriageEngine
import Values

/// The ranking of hot matters (W2). The sentences are ours.
struct HotRankingTests {
  private func group(
    _ id: Int64, reports: Int = 1, reporters: Int = 1, past: [Int] = [], places: Int = 1, urgency: Urgency = .normal,
    supporters: Int = 0, opposers: Int = 0
  ) -> HotGroup {
    HotGroup(
      id: id, reports: reports, reporters: reporters, past: past, places: places, urgency: urgency,
      supporters: supporters, opposers: opposers)
  }

  private func points(_ group: HotGroup) -> Double { HotScore(of: group).points }

  @Test func eachSignMakesItHotter() {
    let plain = group(1, reports: 4, reporters: 3, past: [2], places: 2)
    let hotter = [
      group(1, reports: 5, reporters: 3, past: [2], places: 2),
      group(1, reports: 4, reporters: 4, past: [2], places: 2),
      group(1, reports: 4, reporters: 3, past: [1], places: 2),
      group(1, reports: 4, reporters: 3, past: [2], places: 3),
      group(1, reports: 4, reporters: 3, past: [2], places: 2, urgency: .soon),
      group(1, reports: 4, reporters: 3, past: [2], places: 2, supporters: 1),
      group(1, reports: 4, reporters: 3, past: [2], places: 2, opposers: 1),
    ]
    for one in hotter { #expect(points(one) > points(plain), "\(one)") }
  }

  @Test func onePersonWhoRepeatsIsLessThanMany() {
    #expect(points(group(1, reports: 8, reporters: 8)) > points(group(1, reports: 8, reporters: 1)))
  }

  @Test func theSumIsThatOfTheParts() {
    var random = Numbers(seed: 7)
    for _ in 0..<500 {
      let score = HotScore(of: random.group())
      let sum = score.parts.reduce(0) { $0 + $1.points }
      #expect(abs(sum - score.points) < 0.05)
      for part in score.parts { #expect(!part.words.zh.isEmpty && !part.words.en.isEmpty) }
    }
  }

  /// Whatever else is talked of, the others keep their order and their scores.
  @Test func anUnrelatedMatterChangesNoOrder() {
    var random = Numbers(seed: 11)
    for _ in 0..<200 {
      let groups = (0..<12).map { _ in random.group() }
      let stranger = random.group()
      let (alone, joined) = (HotRanking.ranked(groups), HotRanking.ranked(groups + [stranger]))
      let others = joined.filter { $0.group.id != stranger.id }
      #expect(others.map(\.group) == alone.map(\.group))
      #expect(others.map(\.score) == alone.map(\.score))
    }
  }

  @Test func theOrderOfWhatComesInChangesNothing() {
    var random = Numbers(seed: 13)
    for _ in 0..<100 {
      let groups = (0..<15).map { _ in random.group() }
      #expect(HotRanking.ranked(groups) == HotRanking.ranked(groups.reversed()))
    }
  }

  @Test func nothingComesOfNothing() {
    #expect(HotRanking.ranked([]).isEmpty)
    #expect(HotRanking.ranked([group(1, reports: 0, reporters: 0)]).isEmpty)
    #expect(HotRanking.ranked([group(1)], limit: 0).isEmpty)
    #expect(HotGroup.groups(of: []).isEmpty)
    #expect(HotDescription.line(titles: []).isEmpty)
    #expect(HotDescription.line(titles: ["", ""], texts: ["", "!?"]).count <= HotDescription.longest)
  }

  @Test func messagesBecomeGroupsOfAPeriod() throws {
    let items = [
      HotItem(group: 1, day: 100, reporter: "甲", place: "一组"), HotItem(group: 1, day: 101, reporter: "甲", place: "二组"),
      HotItem(group: 1, day: 102, place: "二组", urgency: .danger), HotItem(group: 1, day: 93, reporter: "乙"),
      HotItem(group: 1, day: 80, reporter: "丙"), HotItem(group: 1, reporter: "丁"), HotItem(group: 2, day: 92),
    ]
    let groups = HotGroup.groups(of: items, in: 100...109)
    #expect(groups == [group(1, reports: 3, reporters: 2, past: [1], places: 2, urgency: .danger)])
    let all = HotGroup.groups(of: items)
    #expect(all.map(\.reports) == [6, 1])
    #expect(all.allSatisfy { $0.past.isEmpty })
  }

  @Test func theWordsSayWhatWasCounted() {
    let words = HotWords(before: Text(zh: "上月", en: "last month"), places: ("个组", "group", "groups"))
    let parts = HotScore(
      of: group(1, reports: 14, reporters: 11, past: [6], places: 3, urgency: .danger, supporters: 5, opposers: 2),
      words: words
    ).parts.map(\.words)
    #expect(
      parts.map(\.zh) == [
        "11 人反映", "共反映 14 次", "比上月多 8 件", "涉及 3 个组", "紧急程度：危险", "5 人附和或支持", "2 人反对，意见不一",
      ])
    #expect(parts[2].en == "8 more than in last month" && parts[3].en == "3 groups")
    let fresh = HotScore(of: group(1, reports: 2, reporters: 2, past: [0]), words: words).parts.map(\.words.zh)
    #expect(fresh.contains("上月没有"))
    let less = HotScore(of: group(1, reports: 2, reporters: 2, past: [5]), words: words)
    #expect(less.parts.contains { $0.words.zh == "比上月少 3 件" && $0.points < 0 })
  }

  @Test func whatEachPersonSaidOnceIsSaidOnce() {
    let (once, twice) = (group(1, reports: 3, reporters: 3), group(2, reports: 4, reporters: 3))
    let ranked = HotRanking.ranked([once, twice])
    #expect(ranked.map(\.group.id) == [2, 1])
    #expect(ranked.map { $0.reasons.map(\.zh) } == [["3 人反映", "共反映 4 次"], ["3 人反映"]])
  }

  @Test func theDescriptionIsThatOfMostAndTellsNoNumbers() {
    let titles = ["请问什么时候修", "三组路灯坏了一个月", "三组的路灯坏了没人修", "路灯"]
    #expect(HotDescription.line(titles: titles).contains("三组"))
    #expect(HotDescription.line(titles: titles).contains("路灯坏了"))
    let line = HotDescription.line(titles: [], texts: ["您好，\n三组路灯坏了打我电话19912345678\t谢谢"])
    #expect(line == "三组路灯坏了打我电话…")
    #expect(HotDescription.line(titles: [String(repeating: "路灯", count: 60)]).count == HotDescription.longest)
  }
}

/// Groups at random, the same each time.
private struct Numbers {
  var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }

  mutating func group() -> HotGroup {
    let reports = next(below: 40)
    return HotGroup(
      id: Int64(next(below: 1_000_000_000)), reports: reports, reporters: next(below: reports + 1),
      past: (0..<next(below: 3)).map { _ in next(below: 20) }, places: next(below: 6),
      urgency: Urgency(rawValue: next(below: 4)) ?? .normal, supporters: next(below: 30), opposers: next(below: 10))
  }
}
