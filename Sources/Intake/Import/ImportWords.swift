import Foundation
import Governance
import Seeds
import Values

/// What an old register says of how far a row was.
enum RowState: String, Sendable, Hashable, CaseIterable {
  case received, inProgress, awaitingDeliberation, inPublication, answered, closed, refused
}

/// Reads what people write in the cells of registers. Unknown words give nil.
enum ImportWords {
  /// "大事", "属于小事", "private": the one class that is named; nil for none or several.
  static func matterClass(_ text: String) -> MatterClass? {
    let plain = text.lowercased()
    let found = MatterClass.allCases.filter { matterClass in
      plain.contains(matterClass.name.zh) || plain == matterClass.rawValue
        || plain.contains(matterClass.name.en.lowercased())
    }
    return found.count == 1 ? found.first : nil
  }

  /// Whether a cell says a class and nothing else: "大事", "政府管理的大事", "Private matter"; not "大事·路灯照明".
  static func isClassName(_ text: String) -> Bool {
    guard let matterClass = matterClass(text) else { return false }
    let plain = text.lowercased()
    if plain == matterClass.rawValue || plain == matterClass.name.en.lowercased() { return true }
    return plain.replacing(matterClass.name.zh, with: "").allSatisfy { !$0.isLetter || classWords.contains($0) }
  }

  private static let classWords = Set("政府管理社区村居镇治理个人家庭自己公益公共类的属于是办")

  /// By name in either language or by code, alone or within longer words ("12345热线").
  static func channel(_ text: String) -> Channel? {
    let plain = text.lowercased()
    if plain.isEmpty { return nil }
    func names(_ channel: Channel) -> [String] {
      [channel.rawValue.lowercased(), channel.name.zh, channel.name.en.lowercased()]
    }
    if let exact = Channel.allCases.first(where: { names($0).contains(plain) }) { return exact }
    if let other = channelWords.first(where: { plain.contains($0.word) }) { return other.channel }
    return Channel.allCases.first { $0 != .other && $0 != .importFile && plain.contains($0.name.zh) }
  }

  private static let channelWords: [(word: String, channel: Channel)] = [
    ("12345", .hotline), ("走访", .homeVisit), ("来访", .walkIn), ("院坝", .courtyardMeeting), ("坝坝会", .courtyardMeeting),
    ("微信", .chatGroup), ("邮件", .email), ("邮箱", .email), ("来电", .phone), ("意见箱", .paperSlip), ("网上", .web),
  ]

  /// How far it was; nil for words that do not tell.
  static func state(_ text: String) -> RowState? {
    let plain = text.lowercased()
    if plain.isEmpty { return nil }
    if let code = RowState.allCases.first(where: { $0.rawValue.lowercased() == plain }) { return code }
    if plain == "nottakenup" { return .refused }
    if let whole = wholeStates[plain] { return whole }
    return stateWords.first { $0.words.contains(where: plain.contains) }?.state
  }

  /// Words that tell a state only where nothing else stands beside them: "钱已退回" is no state.
  private static let wholeStates: [String: RowState] = [
    "已办": .closed, "已办理": .closed, "已办好": .closed, "退回": .inProgress, "已退回": .inProgress, "退回重办": .inProgress,
  ]

  /// In this order: the first that is found decides, so "未办结" is not closed.
  private static let stateWords: [(words: [String], state: RowState)] = [
    (["不予纳入", "不予受理", "不受理", "not taken up", "refused"], .refused),
    (
      [
        "未办结", "没办结", "未完成", "没完成", "未解决", "没解决", "没有解决", "未修复", "没修好", "未处理", "未答复", "未回复", "待答复", "待回复",
        "待解决", "在办", "办理中", "处理中", "进行中", "整改中", "已受理", "受理中", "已转办", "已交办", "已派单", "跟进", "督办", "in progress",
        "open", "unresolved", "not closed", "not done",
      ], .inProgress
    ),
    (["待协商", "awaiting deliberation"], .awaitingDeliberation), (["公示中", "in publication"], .inPublication),
    (
      [
        "已办结", "办结", "已完成", "完成", "完结", "结案", "已解决", "已处理", "处理完毕", "已办完", "已修复", "已修好", "修好了", "已整改", "已落实",
        "已撤回", "closed", "done", "resolved",
      ], .closed
    ),
    (["已答复", "已回复", "answered"], .answered), (["已合并", "已分流", "merged"], .inProgress),
    (["已收到", "待分流", "待处理", "待办", "received", "pending", "to be triaged"], .received),
  ]

  /// Whether the words are those of a state and nothing more.
  static func isStateAlone(_ text: String) -> Bool {
    let plain = text.lowercased()
    return wholeStates[plain] != nil || RowState.allCases.contains { $0.rawValue.lowercased() == plain }
      || stateWords.contains { $0.words.contains(plain) }
  }

  /// Who reported, and for how many people: "陈九等三人", "Chen Jiu and 2 more"; no name for "未留姓名", "Unnamed".
  static func reporter(_ text: String) -> (name: String, people: Int) {
    var (name, people) = spokesperson(of: text)
    if let more = text.wholeMatch(of: /(.*\S)\s+and\s+([0-9]{1,5})\s+more/.ignoresCase()), let count = Int(more.2) {
      (name, people) = (String(more.1), count + 1)
    } else if let spoken = text.wholeMatch(of: /(.*)等([一二三四五六七八九十]{1,3})(人|名村民|位村民|名群众)/), let count = number(spoken.2)
    {
      (name, people) = (String(spoken.1), count)
    }
    let plain = name.lowercased().filter { !$0.isWhitespace && !$0.isPunctuation }
    return (namelessWords.contains(plain) ? "" : name, max(people, 1))
  }

  private static let namelessWords: Set = [
    "", "未留姓名", "未留名", "未署名", "匿名", "匿名群众", "无名", "无", "不详", "未知", "不愿透露", "反映人受保护", "unnamed", "anonymous",
    "reporterprotected", "unknown", "none",
  ]

  /// The reason of the codebook (§2) that one of the texts names, by code or name.
  static func scopeReason(in texts: [String]) -> ScopeReason? {
    let plain = texts.joined(separator: "\n").lowercased()
    return Shipped.current.refusals.first { refusal in
      plain.contains(refusal.reason.rawValue.lowercased()) || plain.contains(refusal.name.zh)
        || plain.contains(refusal.name.en.lowercased())
    }?.reason
  }

  /// Whether a reporter's name is that of a unit: "石桥小学".
  static func isUnit(_ name: String) -> Bool { name.count >= 4 && unitEnds.contains(where: name.hasSuffix) }

  private static let unitEnds = [
    "公司", "学校", "小学", "中学", "大学", "幼儿园", "卫生院", "医院", "卫生室", "派出所", "合作社", "委员会", "村委会", "居委会", "小组",
    "中心", "协会", "工厂", "超市", "商店", "信用社", "银行", "服务站", "业委会", "水务站",
  ]

  /// The name of a group as it is compared: without spaces, 第 and 村民, Chinese numerals as digits ("第三村民小组" → "3组").
  static func foldedGroup(_ name: String) -> String {
    let short = name.replacing("村民", with: "").replacing("小组", with: "组").replacing("第", with: "")
      .filter { !$0.isWhitespace }
    guard let numerals = short.firstIndex(where: { !"一二三四五六七八九十".contains($0) }), numerals != short.startIndex,
      let number = number(short[..<numerals])
    else { return short.lowercased() }
    return "\(number)\(short[numerals...])".lowercased()
  }

  /// 1 to 99 in Chinese numerals.
  private static func number(_ numerals: Substring) -> Int? {
    let digits = Array("一二三四五六七八九")
    let parts = numerals.split(separator: "十", omittingEmptySubsequences: false)
    func digit(_ part: Substring, default standard: Int) -> Int? {
      if part.isEmpty { return standard }
      return part.count == 1 ? part.first.flatMap(digits.firstIndex(of:)).map { $0 + 1 } : nil
    }
    switch parts.count {
    case 1: return digit(parts[0], default: 0)
    case 2:
      guard let tens = digit(parts[0], default: 1), let ones = digit(parts[1], default: 0) else { return nil }
      return tens * 10 + ones
    default: return nil
    }
  }
}
