import Testing
import TriageEngine
import Values

/// Codebook §1. The sentences are ours.
struct UrgencyTests {
  static let cases: [(String, Urgency)] = [
    // Life.
    ("仓库着火了，快来人", .life), ("后院火苗蹿到屋檐", .life), ("屋里一股煤气味", .life), ("有人掉进水库了", .life),
    ("工棚塌了，底下压着人", .life), ("我真的不想活了", .life), ("他拿着刀在巷口", .life), ("奶奶早上出门到现在没回来，有痴呆", .life),
    ("两个人电着了", .life), ("电梯里困住一个人", .life), ("老汉昏倒叫不醒", .life), ("后山的坡在动", .life),
    ("吃完饭十几个人上吐下泻，像食物中毒", .life), ("三轮车翻下坎，撞伤了人", .life), ("怕是漏气了", .life),
    // Danger.
    ("丈夫又打我", .danger), ("爷爷被锁在偏房里", .danger), ("路中间井盖没了", .danger), ("电线断了垂到地上", .danger),
    ("野狗追着学生咬", .danger), ("山墙裂缝越来越大", .danger), ("全片停电，隔壁有人用呼吸机", .danger), ("猪瘟又来了", .danger), ("学校围墙要倒了", .danger),
    ("老人两天没吃饭，断粮了", .danger), ("他放话要放火", .danger), ("停电一晚上，我爸在家做透析", .danger),
    // Soon.
    ("全组停水两天", .soon), ("孩子下周高考", .soon), ("秧苗都枯了等水", .soon), ("后天我妈要手术", .soon), ("申报明天截止", .soon),
    // None of these.
    ("想问老年卡怎么办", .normal), ("路灯不亮", .normal), ("停车位不够", .normal),
  ]

  @Test(arguments: cases) func signs(text: String, level: Urgency) {
    #expect(Shipped.engine.urgency(of: text).level == level)
  }

  @Test(arguments: [
    "真是气死了，来回跑", "吓死人的价格", "想死你们了，乡亲们", "群里都炸了锅", "商场打出跳楼价", "没有着火，是烟囱冒烟", "没有人被困", "并没有发生爆炸",
    "上周的消防演练说着火了往外跑", "昨天看电影里有人跳楼", "前年我家着火，后来修好了", "别埋怨干部", "屋檐落水管坏了",
    "楼道堆满纸壳，万一着火怎么跑", "担心孩子溺水，想装个护栏",
  ])
  func lowered(text: String) {
    #expect(Shipped.engine.urgency(of: text).level == .normal)
  }

  @Test(arguments: ["没有人来管，厨房着火了", "去年着过火，现在又着火了", "太吓人了，锅炉爆炸了", "说了没用，今天真的有人跳河"])
  func notLowered(text: String) {
    #expect(Shipped.engine.urgency(of: text).level == .life)
  }

  @Test(arguments: [
    "The house is on fire", "Somebody is drowning in the pond", "Gas leak in the kitchen", "He is unconscious",
  ])
  func dangerToLifeInEnglish(text: String) {
    #expect(Shipped.engine.urgency(of: text).level == .life)
  }

  @Test(arguments: ["The street lamp is broken", "When will the road be repaired?", "The fire drill was on Monday"])
  func noDangerInEnglish(text: String) {
    #expect(Shipped.engine.urgency(of: text).level == .normal)
  }

  @Test func numbers() {
    #expect(Shipped.engine.urgency(of: "厂房着火").emergencyNumbers.contains(.fire))
    #expect(Shipped.engine.urgency(of: "有人持刀").emergencyNumbers.contains(.police))
    #expect(Shipped.engine.urgency(of: "他没呼吸了").emergencyNumbers == [.ambulance])
    #expect(Shipped.engine.urgency(of: "路口车祸撞了人").emergencyNumbers.contains(.traffic))
    #expect(Shipped.engine.urgency(of: "全组停水").emergencyNumbers.isEmpty)
  }

  @Test func theWordsAndWhereTheyStand() throws {
    let text = "你好，三组仓库 着火 了"
    let reason = try #require(Shipped.engine.urgency(of: text).reasons.first)
    let found = try #require(reason.found.first)
    #expect(found.words == "着火")
    #expect(String(Array(text)[found.range]) == found.words)
    #expect(reason.rule == .section(1))
  }

  @Test func aLoweringSaysWhy() throws {
    let finding = Shipped.engine.urgency(of: "没有着火")
    #expect(try #require(finding.reasons.first).why.zh.contains("没有"))
  }
}
