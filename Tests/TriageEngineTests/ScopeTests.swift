import Testing
import TriageEngine
import Values

/// Codebook §2. The sentences are ours.
struct ScopeTests {
  static let out: [(String, ScopeReason)] = [
    ("王支书收了包工头的好处费，把沟渠工程给了他小舅子", .discipline), ("会计冒领了三户人的补贴", .discipline),
    ("仲裁裁决下来两个月了，厂里就是不执行", .litigation), ("这块地法院已经判决了，我不服", .litigation),
    ("这事县信访局已经受理，编号也给了", .petition), ("我要依申请公开镇里修桥的合同", .infoRequest),
    ("高薪日结，加微信领红包", .advertising), ("感谢村里帮忙，辛苦了", .thanks), ("一群废物，饭桶", .abuse), ("在吗", .noContent),
    ("能不能帮我办个假证", .unlawful), ("我把她的病历发出来，让大家看看", .otherPrivacy),
  ]

  @Test(arguments: out) func outside(text: String, reason: ScopeReason) {
    #expect(Shipped.engine.scope(of: text)?.reason == reason)
  }

  /// No line of the table holds; the sentences of the corpus teach it, and the words are told.
  static let learnt: [(String, ScopeReason)] = [
    ("还是上个月那件事，你们的信我看了，一个字没改再发来", .answeredBefore), ("一窝蠢货，见了就想吐", .abuse),
    ("照着条例，麻烦把验收的材料书面给我一份", .infoRequest), ("单位的密件我拷了一份，给你们看看", .stateSecret),
  ]

  @Test(arguments: learnt) func outsideByWording(text: String, reason: ScopeReason) throws {
    let finding = try #require(Shipped.engine.scope(of: text))
    #expect(finding.reason == reason)
    let found = try #require(finding.reasons.first).found
    #expect(!found.isEmpty)
    for one in found { #expect(String(Array(text)[one.range]) == one.words) }
  }

  /// Without the sentences only the table speaks.
  @Test func withoutSentencesNothingIsLearnt() {
    #expect(TriageEngine(leaves: Shipped.leaves).scope(of: "还是上个月那件事，你们的信我看了，一个字没改再发来") == nil)
  }

  @Test(arguments: [
    "谢谢！请问路灯什么时候修", "你们这群废物，路烂了半年没人修", "想打官司，请个免费律师", "有人发小广告骗老人", "窗口的人态度差，跑了四趟",
    "村里两年没公布账目", "希望村里办个篮球赛", "路灯不亮", "有没有人会修冰箱",
  ])
  func inside(text: String) {
    #expect(Shipped.engine.scope(of: text) == nil)
  }

  @Test(arguments: ["组长私分了青苗款", "村主任挪用修路的钱", "镇里的干部索要红包", "驻村的工作人员吃回扣"])
  func accusationsAreSealed(text: String) throws {
    let reason = try #require(Shipped.engine.aboutStaff(text))
    #expect(reason.found.count == 2)
  }

  @Test(arguments: [
    "村主任收了我两条烟才给办的证明", "不送烟酒会计就不给办", "给文书送了两条烟才盖章", "书记把低保名额给了自己的亲戚", "村里的公益岗都是主任的亲戚，名额全是关系户",
    "文书扣了我家的粮补不给", "组长压着我们的征地款", "我的粮补被会计扣了", "村主任打人", "村主任喝酒以后打了我", "我爸被村干部打伤了", "城管打了老人",
    "文书收了我五百块钱才盖章", "书记的舅子吃低保，开起宝马的",
  ])
  func giftsKinshipAndViolenceAreSealed(text: String) {
    #expect(Shipped.engine.scope(of: text)?.reason == .discipline)
  }

  @Test(arguments: [
    "主任打了三次电话都没人来", "会计太慢了，等了半天", "文书态度差，骂了我两句", "请书记给办低保", "主任帮我儿子办了低保", "粮补没有到账，问会计也不清楚",
    "镇政府的补贴今年扣了没有说明", "邻居打人，村主任来劝过", "收了物业费才给修电梯", "主任说低保要重新审核", "组长通知打疫苗", "书记带人打扫卫生",
    "村干部上门打了招呼", "老板扣了我的工钱不给", "会计说我儿子吃低保不够条件", "组长说收了卫生费才清运", "主任家的亲戚也来帮忙修路",
  ])
  func slownessAndRudenessAreNot(text: String) {
    #expect(Shipped.engine.aboutStaff(text) == nil)
  }

  @Test(arguments: ["书记您好，路灯坏了", "物业侵占了绿地", "主任帮我家通了水", "账目看不懂，请贴明细"])
  func othersAreNot(text: String) {
    #expect(Shipped.engine.aboutStaff(text) == nil)
  }
}
