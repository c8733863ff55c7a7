import Governance
import Values

enum AttachmentStrings {
  static let papers = Text(zh: "附件", en: "Files")
  static let hint = Text(
    zh: "PDF、OFD、Word、Excel、PPT、文本、图片，最多 9 个，每个 20 MB 以内。只有经办这件事的人能看，反映人看不到",
    en:
      "PDF, OFD, Word, Excel, PowerPoint, text, pictures: at most 9, 20 MB each. Only those who deal with it see them, not the reporters"
  )
  static let one = Text(zh: "工单的附件", en: "A file of an order")
  static let remove = Text(zh: "删掉附件", en: "Take the file away")
  static let removeAgain = Text(zh: "再点一次就删掉", en: "Tap again to take it away")
  static let removed = Text(zh: "附件已删", en: "A file was taken away")
  static let lead = Text(zh: "只有经办的人能看，反映人看不到。", en: "For those who deal with it; reporters do not see them.")
  static let noPhotosHere = Text(
    zh: "这一步不收照片，请放到附件或“记录进展”里", en: "No photos with this step; use files, or record progress")
  static let noPapersHere = Text(zh: "这一步不收附件，请放到“记录进展”里", en: "No files with this step; record progress to add them")
  static func tooMany(_ most: Int) -> Text {
    Text(zh: "一次最多 \(most) 个附件", en: "At most \(most) files at once")
  }
  static let notYours = Refusal(
    rule: "attachmentOfAnother",
    reason: Text(zh: "这个附件是别人传的。", en: "Somebody else attached this file."),
    wayOut: Text(zh: "请让传的人来删。", en: "Ask whoever attached it to take it away."))
  static let closedNow = Refusal(
    rule: "attachmentOfClosedOrder",
    reason: Text(zh: "已经办结，附件要留档。", en: "The order is closed; its files stay on record."),
    wayOut: Text(zh: "确实放错的，请联系镇管理员。", en: "If it is a mistake, ask the town's administrator."))
}
