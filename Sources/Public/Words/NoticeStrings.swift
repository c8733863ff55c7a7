import Values

/// The words around the notice on personal data, and the explanation of the check code.
enum NoticeStrings {
  static let title = Text(zh: "个人信息怎么用", en: "How we use your data")
  static let summary = Text(zh: "个人信息告知书", en: "The notice on personal data")
  static let village = Text(zh: "村的代码（写全这个村的名称、电话和期限）", en: "Code of a village, for its names, telephone and periods")
  static let lead = Text(zh: "反映一件事时，您会先看到这些。", en: "You see this before you report anything.")
  static func version(_ version: String) -> Text {
    Text(zh: "版本 \(version)", en: "Version \(version)")
  }

  static let records = Text(zh: "记录校验码是什么", en: "What the check code of the records is")
  static let recordsWhat = Text(
    zh: "每登记、分流、答复、办结一件事，系统都记下一条记录：谁在什么时候做了什么。每一条都带着前一条的校验码，一条接一条连成链。"
      + "谁要是事后改掉、删掉或者插进一条，后面的校验码就全对不上。村页面底部和打印的登记簿上写的，是当时最后一条的校验码。",
    en: "Each time a matter is registered, triaged, answered or closed, a record says who did what and when. "
      + "Each record carries the check code of the one before, so that they form a chain. If anybody later changes, "
      + "removes or inserts one, the codes after it no longer fit. At the foot of a village's page and on printed "
      + "registers stands the code of the last record at that time.")
  static let recordsHow = Text(
    zh: "您可以把今天的校验码抄下来或者拍下来。以后想查，请镇里或审计的人拿它运行下面的命令："
      + "能找到，说明您抄下的那一刻以前的记录都还在，没有动过；找不到，说明有人截掉或者重写过。"
      + "校验码里没有任何人的姓名、电话，也没有谁说过的话。",
    en: "You may write down or photograph today's code. To check later, ask the town or an auditor to run the command "
      + "below with it: if the code is found, every record up to that moment is still there and untouched; if not, "
      + "records were cut off or rewritten. The code holds nobody's name or telephone and nothing that anybody said.")
}
