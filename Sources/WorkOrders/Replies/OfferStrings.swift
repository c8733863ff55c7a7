import Values

/// The words about choosing a template for a reply.
enum OfferStrings {
  static let offered = Text(zh: "可选的答复范本", en: "Reply templates to choose from")
  static let template = Text(zh: "答复范本", en: "Reply template")
  static let hint = Text(
    zh: "本类目的在前。换一条，您写过的话会留在下面；照片请选好范本以后再加。",
    en: "This category's come first. Choosing another keeps what you wrote beneath it; add photos afterwards.")
  static let use = Text(zh: "用这条范本", en: "Use this template")
  static let blanks = Text(
    zh: "【】里的都换成您的话，括号也去掉。办了什么、结果怎样、还有疑问找谁。反映人会原样看到。",
    en:
      "Write over all that stands in 【 】, brackets and all: what was done, the result, whom to ask. The reporter reads "
      + "it as it is.")
  static let general = Text(zh: "通用", en: "General")

  /// Replies are written without knowing names: handlers do not see them, and one reply may go to many.
  static func salutation(to reporters: Int) -> Text {
    reporters > 1 ? Text(zh: "各位好", en: "Good day to you all") : Text(zh: "您好", en: "Good day")
  }
}
