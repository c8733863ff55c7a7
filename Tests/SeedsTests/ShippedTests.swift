import Governance
import Testing
import Values

@testable import Seeds

@Suite struct ShippedTests {
  let shipped: Shipped

  init() throws { shipped = try Shipped.load() }

  @Test func everyFileLoads() throws {
    try Shipped.check()
    #expect(Shipped.current.catalogue.count == shipped.catalogue.count)
    #expect(shipped.notice.contains { $0.part == "rights" })
    #expect(shipped.refusals.count == ScopeReason.allCases.count)
  }

  @Test func theCatalogueHasNineteenTopsAnd105Leaves() {
    let leaves = shipped.catalogue.filter { !$0.isTop }
    #expect(shipped.catalogue.count - leaves.count == 19)
    #expect(leaves.count == 105)
    #expect(MatterClass.allCases.map { c in leaves.count { $0.matterClass == c } } == [71, 23, 11])
  }

  @Test func everyBodyOfTheCatalogueHasAnEnglishName() {
    let bodies = Set(shipped.catalogue.flatMap { [$0.lead] + $0.coHandlers }.filter { !$0.isEmpty })
    #expect(bodies.count > 25)
    for body in bodies { #expect(bodyName(body).en.allSatisfy { $0.isASCII }, "\(body)") }
    let centres: Set<String> = ["县服务中心", "镇服务中心", "村（社区）服务中心"]
    #expect(Set(shipped.bodies.keys) == bodies.union(centres), "those that no leaf names")
    #expect(bodyName("青山镇环卫所") == Text(same: "青山镇环卫所"))
    #expect(bodyNames(["派出所", "司法所"]) == Text(zh: "派出所、司法所", en: "Police station, Justice Office"))
  }

  @Test func everyLeafHasABasisOrSaysThatItHasNone() {
    for leaf in shipped.catalogue where !leaf.isTop {
      #expect((leaf.basis == nil) == (leaf.basisMark == nil), "\(leaf.code)")
    }
    #expect(shipped.catalogue.contains { !$0.isTop && $0.basis == nil })
  }

  @Test func theColumnsOfThePublicAgreeWithTheRules() {
    for leaf in shipped.catalogue where !leaf.isTop {
      #expect(leaf.isJoinable <= isJoinable(leaf: leaf.code), "\(leaf.code) joinable")
      #expect(leaf.isCountOnly == isCountOnly(leaf: leaf.code, class: leaf.matterClass), "\(leaf.code) count only")
    }
  }

  @Test func everyPrivateLeafHasItsKindAnswer() {
    for leaf in shipped.catalogue where leaf.matterClass == .personal && !leaf.isTop {
      #expect(shipped.kindAnswers[leaf.code] != nil, "\(leaf.code)")
    }
    for code in shipped.kindAnswers.keys {
      let isLeaf = shipped.catalogue.contains { $0.code == code }
      #expect(isLeaf || MatterClass(rawValue: code) != nil, "\(code)")
    }
  }

  @Test func everyTemplateIsWrittenAndSpoken() {
    let spoken = shipped.templates.keys.filter { $0.hasPrefix("call_") }
    #expect(spoken.count * 2 == shipped.templates.count)
    #expect(spoken.allSatisfy { shipped.templates[String($0.dropFirst(5))] != nil })
  }

  @Test func bothLanguagesKnowTheSamePlaceholders() {
    let texts = shipped.templates.merging(shipped.kindAnswers) { first, _ in first }
    for (key, text) in texts { #expect(placeholders(text.zh) == placeholders(text.en), "\(key)") }
    for refusal in shipped.refusals {
      #expect(placeholders(refusal.answer.zh) == placeholders(refusal.answer.en), "\(refusal.reason)")
    }
    for part in shipped.notice { #expect(placeholders(part.text.zh) == placeholders(part.text.en), "\(part.part)") }
  }

  @Test(arguments: [2025, 2026]) func aYearHas248WorkingDays(year: Int) throws {
    let first = try #require(Day(year: year, month: 1, day: 1))
    let last = try #require(Day(year: year, month: 12, day: 31))
    let working = (first.number...last.number).count { shipped.calendar.isWorkingDay(Day(number: $0)) }
    #expect(working == 248)
    #expect(shipped.calendar.isSet(year))
  }

  @Test func theCalendarOf2027IsProvisional() {
    #expect(!shipped.calendar.isSet(2027))
    #expect(shipped.calendar.warning(for: 2027) != nil)
  }

  @Test func aFigureOfTheMeetingsIsVerifiedUpTo2025AndProvisionalAfter() throws {
    let key = "villagersAssembly.persons.quorum"
    let lastOld = try #require(Day(iso: "2025-12-31"))
    #expect(shipped.rule(key, on: lastOld)?.mark == .verified)
    #expect(shipped.rule(key, on: lastOld.adding(1))?.mark == .fromKnowledge)
    #expect(shipped.rule("villagersAssembly.persons.quorum.none", on: lastOld) == nil)
  }

  private func placeholders(_ text: String) -> Set<Substring> {
    Set(
      text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap {
        $0.split(separator: "}").first
      })
  }
}

/// false <= true: an implication.
private func <= (left: Bool, right: Bool) -> Bool { !left || right }
