import Foundation
import Governance
import Seeds
import Values

/// Words of filled rows: sentences of the demonstration, each at one of some twenty thousand invented places, common ones
/// far oftener than rare ones; the same for the same seed.
struct FillWords {
  struct Saying {
    let text: String
    let title: String
    let place: String
    let leaf: String
    let matterClass: MatterClass
  }

  private var random: SplitMix
  private let concerns: [DemoConcern]

  init(seed: UInt64) {
    random = SplitMix(state: seed)
    let all = (try? DemoData.load().concerns) ?? []
    concerns = all.filter { $0.matterClass != nil && $0.outcome != .sealed && $0.secondLeaf == nil }
  }

  mutating func saying() -> Saying {
    let said = concerns[skewed(concerns.count)]
    let place = place()
    return Saying(
      text: "\(place)\(said.text)",
      title: "\(place)\(said.publicTitle.isEmpty ? String(said.text.prefix(12)) : said.publicTitle)",
      place: place, leaf: said.leaf, matterClass: said.matterClass ?? .community)
  }

  /// "青龙桥头", "何家湾坎下".
  mutating func place() -> String {
    let (first, second) = (Self.firsts[skewed(Self.firsts.count)], Self.seconds[skewed(Self.seconds.count)])
    return "\(first)\(second)\(Self.spots[skewed(Self.spots.count)])"
  }

  mutating func name() -> String {
    "\(Self.families[skewed(Self.families.count)])\(Self.given[below(Self.given.count)])"
  }
  /// A number that no telephone has.
  func phone(_ row: Int) -> String { "199\((row % 100_000_000).padded(8))" }

  mutating func below(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
  /// 0..<count, the first ones far oftener: about 1/(n+1).
  mutating func skewed(_ count: Int) -> Int {
    let share = Double(random.next() >> 11) / Double(1 << 53)
    return min(count - 1, Int(pow(Double(count + 1), share)) - 1)
  }
  /// One of the choices by their weights.
  mutating func weighted<Choice>(_ choices: [(Choice, Int)]) -> Choice {
    var left = below(choices.reduce(0) { $0 + $1.1 })
    for (choice, weight) in choices {
      left -= weight
      if left < 0 { return choice }
    }
    return choices[0].0
  }

  private static let families = Array("王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶")
  private static let given = [
    "明", "秀英", "建国", "桂兰", "大勇", "晓梅", "志强", "永福", "玉珍", "小龙", "春花", "国庆", "丽", "长福", "秋菊", "万里",
  ]
  private static let firsts =
    ["石", "青龙", "何家", "大", "老", "杨柳", "白", "双", "黄桷", "新", "金", "龙", "马", "上", "下", "红", "清", "凤凰", "观音", "土"]
    + families.map { "\($0)家" }
  private static let seconds = [
    "桥", "湾", "坝", "沟", "坡", "院子", "塘", "堰", "井", "岭", "坳", "嘴", "滩", "庙", "渡口", "林", "田", "冲", "垭", "洞", "岩", "河",
    "村小", "市场",
  ]
  private static let spots = [
    "", "头", "边", "口", "坎下", "东头", "西头", "对面", "背后", "路口", "转弯处", "公路边", "广场", "旁边", "中间", "里头",
  ]
}

/// A small generator of even numbers that gives the same for the same seed.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
