/// Two things that people tell in one breath and that the codebook keeps apart (§3, hard cases 12 and 25): where both stand
/// in clauses of their own, the later one begins a part. Patterns as in `Pattern`.
struct SplitPair: Sendable {
  let one: String
  /// The category of the first part; nil: whatever the sentences say.
  let oneLeaf: String?
  let other: String
  let otherLeaf: String

  static let all = [
    SplitPair(
      one: "邻居|隔壁|他家|她家|那家...挡|遮|采光|不见光|不见太阳|滴水|淌水|排水", oneLeaf: "PM0302",
      other: "没手续 没得手续 没有手续 没办手续 没得批 没报批 没审批 没有审批 手续..没有|没办|不全 没..准建证|许可 无证建|无证修 属于违建 是违建",
      otherLeaf: "GM0102"),
    SplitPair(
      one: "低保 五保 救助 救济 补助 补贴 名额 指标 残疾证 公租房 危房改造 公益岗 临时救助", oneLeaf: nil,
      other: "关系户 走后门 找关系 有关系才|的才 凭关系 靠关系 托关系 看关系 讲人情 看人下菜", otherLeaf: "GM1001"),
    SplitPair(
      one: "养鸡|养鸭|养鹅|养猪|养牛|养羊|鸡圈|鸡棚|猪圈|羊圈...臭|味|粪|苍蝇|熏", oneLeaf: nil,
      other: "占了公路 占公路 占道 占..公路|马路|街|人行道|大路 堵..公路|马路|人行道 摆..路上|公路|路中间 搭到..路", otherLeaf: "GM0301"),
  ]
}
