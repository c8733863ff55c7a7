import Testing

@testable import TriageEngine

struct SharedWordsTests {
  @Test func whatAllSayIsFoundWithThePlace() {
    let shared = SharedWords(of: ["青青家园工地夜间施工到半夜，吵得睡不着", "我们青青家园旁边夜间施工，孩子没法写作业"])
    #expect(shared.place == "青青家园")
    #expect(shared.words == "夜间施工" && shared.isSaidByAll)
    #expect(shared.sentence?.zh == "同一小区：青青家园；都说“夜间施工”")
    #expect(shared.sentence?.en == "same estate: 青青家园; all say “夜间施工”")
  }

  @Test func whatMostSayIsCalledSo() {
    let shared = SharedWords(of: ["路口路灯不亮", "路灯不亮了三天", "晚上路灯不亮", "灯坏了", "这里好黑"])
    #expect(shared.words == "路灯不亮" && !shared.isSaidByAll)
    #expect(shared.sentence?.zh == "多数说“路灯不亮”")
  }

  @Test func numeralsOfGroupsAreOneName() {
    #expect(SharedWords(of: ["三组的水渠垮了", "3组水渠垮了没人管"]).place == "3组")
  }

  @Test func thePlaceThatWasGivenIsTheirs() {
    let shared = SharedWords(of: ["路灯不亮", "路灯不亮了", "黑"], places: ["老井边", "老井边", ""])
    #expect(shared.sentence?.zh == "同一地点：老井边；多数说“路灯不亮”")
    #expect(SharedWords(of: ["说了要告诉路政", "没人告诉路政"]).place == nil)
  }

  @Test func whatOnlyLooksLikeANameIsNone() {
    #expect(SharedWords(of: ["镇政府慢派出所办户口", "镇政府不给办户口"]).place == nil)
    #expect(PlaceNames.toShow(in: "路灯不亮学校门口路灯").allSatisfy { !$0.contains("亮") && !$0.hasSuffix("路") })
    #expect(PlaceNames.toShow(in: "坏了桂花园小区路灯") == ["桂花园", "桂花园小区"])
  }

  @Test func theVillageItselfIsNoPlaceInIt() {
    #expect(SharedWords(of: ["石桥村水渠垮了", "石桥村路灯不亮"], but: "石桥村").place == nil)
  }

  @Test(arguments: [[], [""], ["", ""], ["。。。", "！！"], ["abc def", "abc def"], ["🙂🙂", "🙂"], ["一", "一"]])
  func oddTextsHaveNothingInCommon(_ texts: [String]) {
    #expect(SharedWords(of: texts).words == nil)
  }

  @Test func theOrderOfOtherTextsDecidesNothing() {
    let texts = ["垃圾桶一周没人清运", "垃圾桶满了没人清运，臭", "门口垃圾桶没人清运", "垃圾桶没人清运招苍蝇"]
    let sentence = SharedWords(of: texts).sentence
    #expect(sentence != nil)
    for _ in 0..<8 {
      let shuffled = SharedWords(of: texts.shuffled())
      #expect(shuffled.isSaidByAll && shuffled.words?.contains("没人清运") == true)
    }
  }
}
