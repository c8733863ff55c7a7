import Governance
import Values

/// The words of alarms.
enum AlarmStrings {
  static let title = Text(zh: "紧急事项还没人接手", en: "Urgent, and nobody has taken it")
  static let summary = Text(zh: "还没人接手的紧急事项", en: "Urgent concerns that nobody has taken")
  static let takeVillage = Text(zh: "村里接手一件紧急事项", en: "Take an urgent concern, for the village")
  static let takeTown = Text(zh: "镇里接手一件紧急事项", en: "Take an urgent concern, for the town")
  static let take = Text(zh: "我来处理", en: "I will take it")
  static let dutyOfficer = Text(zh: "镇值班", en: "Town duty officer")

  static let sealed = Text(
    zh: "有一条密封诉求可能有人身危险，请马上联系有权看的人", en: "A sealed concern may mean danger; call the person who may read it at once")

  static func since(_ at: Instant) -> Text {
    Text(zh: "\(at.day.spoken.zh) \(at.clock) 起", en: "since \(at.day.spoken.en) \(at.clock)")
  }
}
