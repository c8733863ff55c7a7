import Governance
import Values

/// The words of the keeping rules.
enum KeepingStrings {
  static let rules = Text(zh: "保存期限", en: "Keeping rules")
  static let lead = Text(
    zh: "到期的内容会自动删掉，删了找不回来。", en: "What is past its time is deleted by itself and cannot be brought back.")
  static let fromNowOn = Text(
    zh: "告知里的话跟着这里变。调长了只管以后收到的，以前收到的还按当时说的删。",
    en:
      "The privacy notice says what is set here. A longer period holds for what comes in from now on; what came before is deleted as it was promised."
  )
  /// "1 年到 2 年（各镇不同）"
  static func range(_ least: Text, _ most: Text) -> Text {
    Text(
      zh: "\(least.zh)到 \(most.zh)（各镇不同，以您填的页上写的为准）",
      en: "\(least.en) to \(most.en) (towns differ; the page on which you report says yours)")
  }
  static let kept = Text(zh: "一直保存的", en: "Kept for good")
  static let save = Text(zh: "保存期限设置", en: "Save the keeping rules")

  static func label(_ thing: KeptThing) -> Text {
    Text(zh: "\(thing.name.zh)留几个月", en: "\(thing.name.en): months to keep")
  }

  static func hint(_ thing: KeptThing) -> Text {
    switch thing {
    case .contactData:
      Text(zh: "从办结或不予纳入那天算起，1 到 60 个月", en: "Counted from the day of closing or refusal, 1 to 60 months")
    case .recordings: Text(zh: "从录音那天算起，1 到 60 个月", en: "Counted from the day of recording, 1 to 60 months")
    case .archive: Text(zh: "按村务档案的规定保存", en: "Kept by the rules of the village archive")
    case .eventLog:
      Text(zh: "完整保存；《网络安全法》要求至少六个月", en: "Kept whole; the Cybersecurity Law asks for six months at least")
    }
  }
}
