import Testing
import TriageEngine
import Values

/// Codebook §4 to §6 and rulings. The sentences are ours.
struct ClassifierTests {
  @Test func theCatalogueIsWhole() { #expect(Shipped.leaves.count == 105) }

  /// The number of the hard case, the text, the category.
  static let hardCases: [(Int, String, String)] = [
    (1, "楼上的小孩一到晚上就跑跳，上去讲过两回", "PM0301"), (2, "楼上跑跳，社区调解了三次无效，还是闹到两点", "GM0501"),
    (3, "楼下ktv音响吵得睡不着", "GM0203"), (4, "广场舞跳得太晚，大家约定个时间吧", "CM0105"), (5, "加装电梯一楼不同意", "CM0308"),
    (6, "装好的电梯困住人了", "GM0502"), (7, "几条野狗在路上追孩子", "GM0504"), (8, "隔壁家的狗叫一整夜", "PM0301"),
    (9, "水表前面的主管爆了，没水", "GM0902"), (10, "我家厨房的水管漏水，谁会修", "PM0101"), (11, "楼上卫生间漏水到我家天花板", "PM0302"),
    (12, "隔壁没有手续就盖了第三层楼", "GM0102"), (13, "邻居家屋檐滴水到我院里", "PM0302"), (14, "两家的地界证上写得不清，权属要认定", "GM1104"),
    (15, "老板跑了，欠我三个月工钱", "GM0704"), (17, "兄妹三个轮流养母亲谈不拢", "PM0201"), (18, "儿女都不管，老人断粮了", "GM0505"),
    (19, "我丈夫喝了酒就打我", "GM0505"), (20, "儿子厌学，天天玩手机不写作业", "PM0202"), (21, "组里的征地款怎么分", "CM0204"),
    (22, "村账两年没公布，想看明细", "CM0104"), (23, "组道坑坑洼洼，想硬化", "CM0302"), (23, "乡道路面全是坑", "GM0901"),
    (24, "楼道里电瓶车飞线充电", "GM0502"), (26, "我家自己的化粪池满了", "PM0101"), (26, "院子里几家共用的化粪池满了", "CM0304"),
    (26, "街上的化粪池往外冒，店门口都是污水", "GM0907"),
  ]

  @Test(arguments: hardCases) func hardCase(number: Int, text: String, code: String) {
    #expect(Shipped.codes(text).first == code)
  }

  /// Rulings and the main kinds.
  static let rulings: [(String, String)] = [
    ("物业不退装修押金，想换一家物业", "CM0307"), ("开发商拖了两年不交房", "GM0105"), ("不动产证什么时候能办", "GM1105"),
    ("公积金提取要多久", "GM0707"), ("摩托车驾驶证怎么换证", "GM0508"), ("住宅里开日租房，没有执照", "GM0305"),
    ("高速的车声整夜响，想装隔音屏", "GM0206"), ("小区外墙旧改做了一半停工", "GM0106"), ("学校强制买校服收费太高", "GM0805"),
    ("托管班关门不退费", "GM0804"), ("采石场放炮", "GM1205"), ("改厕以后冲不下去", "GM1206"), ("公墓还不开放，骨灰没处放", "GM0708"),
    ("老祠堂的石雕被撬走", "GM0107"), ("借给朋友的钱三年不还", "PM0103"), ("腿摔伤了，谁能帮忙买菜", "PM0303"),
  ]

  @Test(arguments: rulings) func ruling(text: String, code: String) {
    #expect(Shipped.codes(text).first == code)
  }

  /// The same words change class by where (codebook §4).
  @Test func lampsByPlace() {
    #expect(Shipped.codes("主街的路灯不亮").first == "GM0905")
    #expect(Shipped.codes("三组巷子里的路灯不亮").first == "CM0302")
    #expect(Shipped.codes("单元楼道的灯不亮").first == "CM0307")
  }

  @Test func thePlaceGivenBesideTheTextCounts() {
    #expect(Shipped.codes("路灯不亮", place: "主街").first == "GM0905")
    #expect(Shipped.codes("路灯不亮", place: "三组巷子").first == "CM0302")
    #expect(Shipped.codes("灯不亮", place: "单元楼道").first == "CM0307")
  }

  @Test func parkingByPlace() {
    #expect(Shipped.codes("公路路口两边停满车").first == "GM0302")
    #expect(Shipped.codes("小区院子里车位不够，停车老吵架").first == "CM0306")
  }

  @Test func everySuggestionHasItsReason() throws {
    let text = "三组从昨天起停水，主管爆了"
    let suggestions = Shipped.engine.classify(text)
    #expect(suggestions.count == 3)
    let best = try #require(suggestions.first)
    #expect(best.matterClass == .government && best.confidence == .likely)
    #expect(suggestions.map(\.score) == suggestions.map(\.score).sorted(by: >))
    for reason in best.reasons {
      #expect(!reason.found.isEmpty)
      for found in reason.found { #expect(String(Array(text)[found.range]) == found.words) }
    }
  }

  @Test(arguments: ["", " \n", "😀😀", "....", "\u{202E}abc", "…"]) func oddTexts(text: String) {
    let suggestions = Shipped.engine.classify(text)
    #expect(suggestions.count == 3 && suggestions.allSatisfy { $0.confidence == .unsure })
    #expect(Shipped.engine.urgency(of: text).level == .normal)
    #expect(Shipped.engine.split(text).isEmpty)
  }

  @Test func withoutACatalogueNothingIsProposed() {
    #expect(TriageEngine(leaves: []).classify("停水").isEmpty)
  }

  @Test func aVeryLongTextIsReadToItsLimit() {
    let text = String(repeating: "啊", count: TriageEngine.longestText) + "着火了"
    #expect(Shipped.engine.urgency(of: text).level == .normal)
  }
}
