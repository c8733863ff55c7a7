import Foundation
import Values

/// Words of danger that the phone itself knows, so that the numbers stand there without network and before anything is
/// sent (codebook §1). Short and plain on purpose: the server reads every text by the whole table.
enum DangerWords {
  struct Entry: Encodable {
    let number: String
    let name: String
    let words: [String]
  }

  /// For `data-danger-words`.
  static func json(_ l: Language) -> String {
    let entries = [
      Entry(number: "110", name: ReportingStrings.police(l), words: police),
      Entry(number: "119", name: ReportingStrings.fire(l), words: fire),
      Entry(number: "120", name: ReportingStrings.ambulance(l), words: ambulance),
      Entry(number: "122", name: ReportingStrings.traffic(l), words: traffic),
    ]
    guard let data = try? JSONEncoder().encode(entries) else { return "[]" }
    return String(decoding: data, as: UTF8.self)
  }

  private static let police = [
    "持刀", "砍人", "杀人", "绑架", "家暴", "打老婆", "打孩子", "拐走", "抢劫", "强奸", "自杀", "不想活", "跳楼", "轻生",
    "knife", "kidnap", "suicide", "beating",
  ]
  private static let fire = [
    "着火", "起火", "失火", "煤气味", "燃气味", "漏气", "爆炸", "溺水", "落水", "掉进", "被埋", "塌了", "被困",
    "on fire", "gas leak", "explosion", "drowning", "trapped",
  ]
  private static let ambulance = [
    "晕倒", "昏迷", "叫不醒", "没有呼吸", "大出血", "触电", "喝农药", "煤气中毒", "溺水", "车祸", "自杀", "不想活",
    "unconscious", "not breathing", "bleeding", "poison", "suicide",
  ]
  private static let traffic = ["车祸", "撞人", "撞车", "翻车", "car accident", "hit by a car"]
}
