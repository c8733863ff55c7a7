import Values

/// What GeoReport says when something is missing or wrong.
extension GeoStrings {
  static let nothingThere = Text(zh: "没有这样东西。", en: "There is no such thing.")
  static let notAllowed = Text(zh: "不能这样做。", en: "This is not allowed.")
  static let tooMany = Text(zh: "提交得太快了，请过几分钟再试。", en: "Too many at once. Please try again in a few minutes.")
  static let tooLarge = Text(zh: "发来的内容太大。", en: "What you sent is too large.")
  static let noSuchFormat = Text(zh: "只有 .json 和 .xml。", en: "There are .json and .xml alone.")
  static let jurisdictionMissing = Text(
    zh: "jurisdiction_id：请写镇（街道）的代码。", en: "jurisdiction_id: please give the code of the town.")
  static func noSuchJurisdiction(_ code: String) -> Text {
    Text(zh: "jurisdiction_id：没有代码是 \(code) 的镇（街道）。", en: "jurisdiction_id: there is no town \(code).")
  }
  static func noSuchService(_ code: String) -> Text {
    Text(zh: "service_code：没有类别 \(code)。", en: "service_code: there is no service \(code).")
  }
  static func noSuchRequest(_ id: String) -> Text {
    Text(zh: "service_request_id：没有公开的事项 \(id)。", en: "service_request_id: no released request \(id).")
  }

  static let openOrClosed = Text(zh: "只有 open 和 closed", en: "Please give open, closed, or both")
  static let noTime = Text(
    zh: "不是 W3C 格式的时间，请写成 2026-11-01T00:00:00Z", en: "Not a time in W3C form; please write 2026-11-01T00:00:00Z")
  static let endBeforeStart = Text(zh: "最晚的时间在最早的前面", en: "The latest time is before the earliest")
  static func spanTooLong(_ days: Int) -> Text {
    Text(zh: "一次最多查 \(days) 天", en: "At most \(days) days at once")
  }
  static func tooManyPages(_ most: Int) -> Text {
    Text(zh: "一次最多 \(most) 件，请缩短日期", en: "At most \(most) requests; please narrow the dates")
  }
  static func tooManyIDs(_ most: Int) -> Text { Text(zh: "一次最多 \(most) 个编号", en: "At most \(most) ids at once") }

  static let descriptionMissing = Text(zh: "请写是什么事", en: "Please say what it is about")
  static let locationMissing = Text(
    zh: "请写地点：lat 和 long、address_string、address_id 或 attribute[village]",
    en: "Please give a place: lat and long, address_string, address_id or attribute[village]")
  static let bothDegrees = Text(zh: "经度和纬度要一起写", en: "Latitude and longitude go together")
  static let noWebAddress = Text(
    zh: "请写 http:// 或 https:// 开头的网址", en: "Please give an address that begins with http:// or https://")
  static let noSuchAttribute = Text(
    zh: "没有这个问题，请看 services/代码", en: "There is no such attribute; see GET services/CODE")
  static let yesOrNo = Text(zh: "请写 yes 或 no", en: "Please give yes or no")
  static let noSuchAddress = Text(
    zh: "没有这个组或地标，请用 services/代码 里 place 的 key",
    en: "No such group or landmark; take a key of “place” in GET services/CODE")
  static func noSuchVillage(_ codes: [String]) -> Text {
    Text(zh: "没有这个村，可以写：\(some(codes))", en: "No such village; there are: \(some(codes))")
  }
  static func villageMissing(_ codes: [String]) -> Text {
    Text(
      zh: "从地点看不出是哪个村，请写 attribute[village]：\(some(codes))",
      en: "The place does not tell the village; please give attribute[village]: \(some(codes))")
  }
  static func severalVillages(_ codes: [String]) -> Text {
    Text(
      zh: "这个点在几个村的图里，请写 attribute[village]：\(some(codes))",
      en: "The point lies in the outlines of several villages; please give attribute[village]: \(some(codes))")
  }
  static func otherVillage(_ one: Text, _ other: Text) -> Text {
    Text(
      zh: "地点对不上：前面说的是\(one.zh)，这里是\(other.zh)",
      en: "The places do not fit: one says \(one.en), this one \(other.en)")
  }

  static let keyMissing = Text(
    zh: "api_key：这个镇只收带令牌的反映。", en: "api_key: this town takes reports with a key alone.")
  static let keyWrong = Text(zh: "api_key：这个令牌不对，或者已经到期、撤销。", en: "api_key: this key is wrong, over or withdrawn.")
  static let keyNotHere = Text(
    zh: "api_key：这个令牌不能在这个村录入诉求。", en: "api_key: this key may not enter concerns in this village.")

  private static func some(_ codes: [String]) -> String {
    codes.prefix(20).joined(separator: ", ") + (codes.count > 20 ? " …" : "")
  }
}
