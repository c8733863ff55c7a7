import Testing
import TriageEngine
import Values

/// Codebook §6: every hard case, in our own words, with all that it decides.
@Suite struct HardCaseTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let number: Int
    let text: String
    /// The first suggestion, or one of the first three where the case holds two.
    let leaf: String
    let atLeast: Urgency
    let scope: ScopeReason?
    /// A second category among the three.
    let second: String?

    init(
      _ number: Int, _ text: String, _ leaf: String, _ atLeast: Urgency = .normal, scope: ScopeReason? = nil,
      second: String? = nil
    ) {
      (self.number, self.text, self.leaf, self.atLeast) = (number, text, leaf, atLeast)
      (self.scope, self.second) = (scope, second)
    }

    var testDescription: String { "\(number) \(text)" }
  }

  static let all: [Case] = [
    Case(1, "楼上的小孩跑来跑去，上去说过两次了", "PM0301"),
    Case(2, "楼上的小孩跑跳，社区调解三次无效，夜夜闹到两点", "GM0501"),
    Case(3, "楼下开的KTV吵得全家睡不着", "GM0203"),
    Case(4, "广场舞跳得太晚，大家商量定个时间吧", "CM0105"),
    Case(4, "劝过广场舞的几次都不听，还用高音喇叭，报警也没用", "GM0203"),
    Case(5, "楼里想加装电梯，一楼的不同意", "CM0308"),
    Case(6, "新装的电梯把人困在里面了", "GM0502", .danger),
    Case(7, "一群野狗追着放学的孩子跑", "GM0504", .danger),
    Case(8, "邻居家的狗叫了一整夜", "PM0301"),
    Case(9, "水表前的主管爆了，我们组都没水", "GM0902", .soon),
    Case(10, "我家厨房的水管漏水，找谁修", "PM0101"),
    Case(11, "楼上的水漏到我家厨房顶上", "PM0302"),
    Case(11, "我们这一单元公用的立管漏水，几家都渗", "CM0307"),
    Case(12, "邻居没手续就把房子加高一层，还挡了我家的光", "GM0102", second: "PM0302"),
    Case(13, "邻居的房子手续齐全，就是屋檐水滴到我家院子", "PM0302"),
    Case(14, "两家田埂为一尺地争起来，邻居不让", "PM0302"),
    Case(14, "地界在证上写得不清楚，两家都说是自己的，要认定权属", "GM1104"),
    Case(15, "工地老板欠我半年工钱不给", "GM0704"),
    Case(15, "朋友借了我五千块钱，写了借条不还钱", "PM0103"),
    Case(16, "欠我的工资仲裁裁决都下来了，老板就是不执行", "GM0704", scope: .litigation),
    Case(17, "三兄妹轮流养母亲的事谈不拢", "PM0201"),
    Case(18, "三个儿女都不管，老人断粮了", "GM0505", .danger),
    Case(19, "我丈夫又动手打我", "GM0505", .danger),
    Case(20, "孩子厌学，躺在家里玩手机不写作业", "PM0202"),
    Case(20, "十二岁的孩子辍学在家，三个月没去上学了", "GM0802"),
    Case(21, "组里的征地款怎么分，按人头还是按田亩", "CM0204"),
    Case(22, "村里的账目两年没公布了，想看看明细", "CM0104"),
    Case(22, "村里的账目拒绝公开，怀疑有假，请镇里查一查", "GM1002"),
    Case(22, "村账没公布，书记把集体的钱贪污了", "GM1002", scope: .discipline),
    Case(23, "我们组道坑坑洼洼，要修一修", "CM0302"),
    Case(23, "乡道上全是大坑，车过不去", "GM0901"),
    Case(24, "有人从楼上拉飞线给楼道里的电瓶车充电", "GM0502"),
    Case(24, "想在院子里建个车棚，电瓶车集中充电", "CM0306"),
    Case(25, "低保没批下来，工作人员说话不好听，说是关系户才批", "GM0701"),
    Case(26, "我家自己的化粪池满了，找谁清", "PM0101"),
    Case(26, "院子里几家共用的化粪池满了", "CM0304"),
    Case(26, "街上的化粪池满了，粪水流到路面", "GM0907"),
    Case(27, "我要申请公开镇里修路的合同文件", "GM0901", scope: .infoRequest),
  ]

  @Test func everyNumberIsThere() { #expect(Set(Self.all.map(\.number)) == Set(1...27)) }

  @Test(arguments: all) func decides(_ one: Case) {
    let codes = Shipped.codes(one.text)
    if one.scope == nil {
      #expect(codes.first == one.leaf, "\(codes)")
    }
    if let second = one.second { #expect(codes.contains(second), "\(codes)") }
    #expect(Shipped.engine.urgency(of: one.text).level >= one.atLeast)
    #expect(Shipped.engine.scope(of: one.text)?.reason == one.scope)
  }
}
