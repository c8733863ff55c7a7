import Values

/// What errors of the web layer say.
package enum WebWords {
  package static let missing = Text(zh: "请填写这一项", en: "Please fill this in")
  static let notAnID = Text(zh: "没有这个编号", en: "There is no such number")
  package static let notADay = Text(
    zh: "请写日期，像 2026-03-05，年份从 1990 到明年", en: "Please give a date such as 2026-03-05, from 1990 to next year")
  static let notATime = Text(zh: "请写成 08:30 这样的时间", en: "Please give a time such as 08:30")
  static let notANumber = Text(zh: "请填写数字", en: "Please give a number")
  static let badEncoding = Text(zh: "内容不是 UTF-8 文字", en: "The content is not UTF-8 text")
  static let badJSON = Text(
    zh: "请发送 JSON 对象，值为文字、数字、真假或文字的数组", en: "Please send a JSON object of texts, numbers, booleans or arrays of texts")
  static let badForm = Text(zh: "表单内容不完整，请重新发送", en: "The form did not arrive whole; please send it again")
  static let keyUsed = Text(
    zh: "这个 Idempotency-Key 已经用于另外的内容，请换一个", en: "This Idempotency-Key was used for other content; take another")
  static let expired = Text(
    zh: "页面放得太久了。您写的内容还在，请再按一次提交。", en: "This page was open too long. What you typed is kept; please press send again.")
  static let tooMany = Text(
    zh: "提交得太快了，请过几分钟再试。您写的内容还在。", en: "Too many at once. Please try again in a few minutes; what you typed is kept.")
  static let notFound = Text(zh: "没有找到这一页", en: "Page not found")
  static let notFoundWhat = Text(zh: "可能是地址抄错了，或者内容已经不在。", en: "The address may be mistyped, or the content is gone.")
  static let otherMethod = Text(zh: "这个地址不是这样用的", en: "This address is not used this way")
  static let otherMethodWhat = Text(
    zh: "请从页面上的链接或按钮进来。", en: "Please come here by a link or a button of a page.")
  static let notAllowed = Text(zh: "您不能看这一页", en: "You may not see this page")
  static let notAllowedWhat = Text(
    zh: "这里的内容只给负责的人看。要是您应当能看，请联系管理员。",
    en: "Only those responsible may see this. If you should, ask your administrator.")
  static let broken = Text(zh: "出了差错", en: "Something went wrong")
  static let brokenWhat = Text(
    zh: "我们已经记下，请稍后再试。您写的内容可按“返回”找回。",
    en: "It has been logged. Please try again later; your browser's back button brings back what you typed.")
  static let back = Text(zh: "返回", en: "Go back")
  static let rejected = Text(zh: "有几处要改一下", en: "Some things need changing")
  static let refused = Text(zh: "这一步现在还不能做", en: "This step is not possible now")

  static func tooLong(max: Int, now: Int) -> Text {
    Text(zh: "最多 \(max) 个字，现在有 \(now) 个", en: "At most \(max) characters; there are \(now)")
  }
  static func tooLarge(megabytes: Int) -> Text {
    Text(zh: "文件太大，最大 \(megabytes) MB", en: "The file is too large; at most \(megabytes) MB")
  }
  static func count(_ range: ClosedRange<Int>) -> Text {
    Text(
      zh: "请选 \(range.lowerBound) 到 \(range.upperBound) 个",
      en: "Please choose \(range.lowerBound) to \(range.upperBound)")
  }
  static func notInRange(_ range: ClosedRange<Int>) -> Text {
    Text(
      zh: "请填 \(range.lowerBound) 到 \(range.upperBound) 之间的整数",
      en: "Please give a whole number from \(range.lowerBound) to \(range.upperBound)")
  }
  package static func oneOf(_ names: [String]) -> Text {
    Text(zh: "请从给出的选项里选一个", en: "Please choose one of: \(names.joined(separator: ", "))")
  }
}
