import Values

/// The words of sealed concerns.
enum SealedStrings {
  static let title = Text(zh: "密封件", en: "Sealed concerns")
  static let lead = Text(
    zh: "涉及在这里工作的人。只有您看得到，村里和镇里别的账号都看不到。",
    en: "About people who work here. Only you see these; no other account of village or town does.")
  static let summary = Text(zh: "镇里的密封件", en: "The sealed concerns of a town")
  static let oneSummary = Text(zh: "一件密封件", en: "One sealed concern")
  static let photoSummary = Text(zh: "密封件的照片", en: "A photo of a sealed concern")
  static let none = Text(zh: "没有密封件。", en: "There are no sealed concerns.")
  static let village = Text(zh: "哪个村", en: "Village")
  static let note = Text(zh: "记一笔", en: "Note")
  static let noteWords = Text(zh: "写下做了什么", en: "What was done")
  static let noteHint = Text(zh: "转到哪里、谁收的、编号", en: "Where it was handed over, to whom, its number")
  static let tell = Text(zh: "同时告诉反映人", en: "Tell the reporter as well")
  static let tellHint = Text(zh: "只出现在反映人的查询页，不打电话", en: "On the reporter's tracking page alone; nobody calls")
  static let save = Text(zh: "记下来", en: "Write it down")
  static let noteSummary = Text(zh: "给密封件记一笔", en: "Add a note to a sealed concern")
  static let notes = Text(zh: "记录", en: "Notes")
}
