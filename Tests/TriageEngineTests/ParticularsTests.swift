import Testing

@testable import TriageEngine

/// The same words about another group, building or family are another matter (codebook §7).
@Suite struct ParticularsTests {
  private func score(_ one: String, _ other: String) -> Double {
    var index = SimilarIndex(capacity: 4)
    let items = [one, other].enumerated().map { number, text in
      let told = Shipped.engine.classify(text).first
      return SimilarItem(
        id: Int64(number), signature: Signature(of: text), leaf: told?.code, leafCertainty: told?.certainty ?? 0, day: 0
      )
    }
    for item in items { index.add(item) }
    return index.finding(items[0], items[1]).score
  }

  @Test(arguments: [
    ("三组停水三天了", "五组停水三天了"), ("3号楼电梯坏了", "8号楼电梯坏了"), ("张家和李家争地界", "王家和赵家争地界"),
    ("二组李桂花家的房子裂缝了", "二组李桂英家的房子裂缝了"), ("十二组的路灯不亮", "2组的路灯不亮"), ("我妈的残疾证怎么办", "我爸的残疾证怎么办"),
  ]) func otherParticularsAreAnotherMatter(one: String, other: String) {
    #expect(score(one, other) < 0.5)
  }

  @Test(arguments: [
    ("三组停水三天了", "3组没水三天了"), ("十二组路灯坏了", "12组的路灯不亮"), ("张家和李家争地界", "李家跟张家又争地界"),
  ]) func theSameInOtherSignsAreOne(one: String, other: String) {
    #expect(score(one, other) >= 0.6)
  }

  @Test func theReasonNamesBoth() {
    let finding = Similarity.finding(Signature(of: "三组停水三天了"), Signature(of: "五组停水三天了"))
    #expect(finding.reasons.contains { $0.zh == "一边说3组，一边说5组" }, "\(finding.reasons.map(\.zh))")
  }

  @Test func numbersAreReadInEveryWriting() {
    for (text, expected) in [
      ("十二组", "#组12"), ("二十组", "#组20"), ("12栋", "#楼12"), ("8号楼", "#楼8"), ("五十三幢", "#楼53"), ("李桂英家", "#家李桂英"),
    ] {
      #expect(Signature(of: text).particulars == [expected], "\(text)")
    }
    for text in ["我家", "国家的政策", "大家都说", "组里的人", "小组"] { #expect(Signature(of: text).particulars == [], "\(text)") }
  }
}

/// Traditional characters are read like simplified ones.
@Suite struct TraditionalTests {
  @Test(arguments: [
    ("煤氣洩漏，頭暈", "煤气泄漏，头晕"), ("有人要跳樓自殺", "有人要跳楼自杀"), ("電線垂落在路邊", "电线垂落在路边"), ("家裡著火了", "家里着火了"),
    ("有人觸電倒地", "有人触电倒地"), ("村裡的路燈壞了", "村里的路灯坏了"), ("書記貪污了修路的錢", "书记贪污了修路的钱"),
  ]) func traditionalIsReadAsSimplified(traditional: String, simplified: String) {
    let engine = Shipped.engine
    #expect(engine.urgency(of: traditional).level == engine.urgency(of: simplified).level)
    #expect(engine.classify(traditional).map(\.code) == engine.classify(simplified).map(\.code))
    #expect((engine.aboutStaff(traditional) == nil) == (engine.aboutStaff(simplified) == nil))
    #expect(Signature(of: traditional) == Signature(of: simplified))
  }
}
