// How a reply's text is read: places left unfilled, and the words that carry meaning.

/// The longest blank of a template with its brackets, in characters.
package let longestBlank = 82

/// Places of a template that nobody filled in, each once, in their order: "{name}", "【日期】", "____", "（请填写…）",
/// "X月X日".
func unfilledPlaces(in text: String) -> [String] {
  let characters = Array(text)
  var found: [String] = []
  var index = 0
  while index < characters.count {
    let length = braces(characters, index) ?? blanks(characters, index) ?? crosses(characters, index) ?? 0
    if length > 0 {
      let place = String(characters[index..<index + length])
      if !found.contains(place) { found.append(place) }
    }
    index += max(1, length)
  }
  return found
}

private let closing: [Character: Character] = [
  "{": "}", "｛": "｝", "[": "]", "［": "］", "【": "】", "〔": "〕", "（": "）", "(": ")", "<": ">", "《": "》",
]

/// Braces; lenticular brackets, in which templates keep their blanks, but for what people write there themselves; square
/// and tortoise-shell brackets that hold what stands for something; others that are empty or ask to be filled in.
private func braces(_ text: [Character], _ start: Int) -> Int? {
  guard let close = closing[text[start]], let end = text[start...].prefix(longestBlank).firstIndex(of: close)
  else { return nil }
  let inside = String(text[(start + 1)..<end])
  let asks = ["填", "请填", "请写", "此处", "在此", "待填", "fill in", "insert"].contains {
    inside.lowercased().hasPrefix($0)
  }
  let isBlank = text[start] == "【" && !inside.allSatisfy(\.isNumber) && !isHeading(inside)
  let isPlace = "［[〔".contains(text[start]) && standsForSomething(inside)
  guard "{｛".contains(text[start]) || isBlank || isPlace || asks || inside.allSatisfy(\.isWhitespace) else {
    return nil
  }
  return end - start + 1
}

/// What people put before their words: how a matter stands, or what kind of note it is.
private func isHeading(_ inside: String) -> Bool {
  let done = ["办结", "解决", "答复", "处理", "受理", "办理", "整改", "完成", "回复", "修复", "收到"]
  let states = ["已", "正在", "不予", "未"].flatMap { state in done.map { state + $0 } }
  let notes: Set<String> = ["办结", "办理中", "答复", "回复", "提示", "温馨提示", "注意", "通知", "公告", "重要", "紧急"]
  return notes.contains(inside) || states.contains(inside)
}

/// Whether the words are the name of something that has yet to be written: "事项", "经办人姓名", "name of handler".
private func standsForSomething(_ inside: String) -> Bool {
  let chinese = [
    "姓名", "名字", "名称", "日期", "时间", "时限", "期限", "地点", "地址", "位置", "事项", "问题", "电话", "内容", "原因", "结果",
    "编号", "文号", "材料", "情况", "金额", "数量", "人员", "经办人", "联系人", "联系方式", "措施", "依据", "哪一项", "什么", "怎样", "怎么做",
    "谁", "哪里", "多少", "几点", "单位", "部门",
  ]
  if chinese.contains(where: inside.hasSuffix) { return true }
  let english: Set<String> = [
    "name", "date", "day", "time", "place", "address", "number", "phone", "telephone", "matter", "subject", "reason",
    "result", "office", "what", "who", "whom", "where", "which", "how", "amount", "papers",
  ]
  let words = inside.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
  return words.first.map(english.contains) ?? false || words.last.map(english.contains) ?? false
}

/// Two or more low lines.
private func blanks(_ text: [Character], _ start: Int) -> Int? {
  let count = text[start...].prefix { $0 == "_" || $0 == "＿" }.count
  return count >= 2 ? count : nil
}

/// "XX月", "×号": crosses before a unit. A masked name ("张XX") is none.
private func crosses(_ text: [Character], _ start: Int) -> Int? {
  let isWithin = start > 0 && (text[start - 1].isASCII && (text[start - 1].isLetter || text[start - 1].isNumber))
  let count = text[start...].prefix { "Xx×Ｘｘ".contains($0) }.count
  guard !isWithin, count > 0, start + count < text.count else { return nil }
  return "年月日时元天号站所办镇村路街局".contains(text[start + count]) ? count + 1 : nil
}

/// Pairs of neighbouring characters and words of letters that carry meaning.
func contentWords(of text: String) -> Set<String> {
  var words: Set<String> = []
  var latin = ""
  var before: Unicode.Scalar?
  for scalar in Array(text.lowercased().unicodeScalars) + [" "] {
    if isLatin(scalar) {
      latin.unicodeScalars.append(scalar)
    } else if !latin.isEmpty {
      if latin.count >= 4, !commonLatin.contains(latin), !latin.allSatisfy(\.isNumber) { words.insert(latin) }
      latin = ""
    }
    if isHan(scalar), let first = before, isHan(first) {
      let pair = String(String.UnicodeScalarView([first, scalar]))
      if !commonPairs.contains(pair), !pair.contains(where: functionCharacters.contains) { words.insert(pair) }
    }
    before = scalar
  }
  return words
}

func isHan(_ scalar: Unicode.Scalar) -> Bool {
  (0x4E00...0x9FFF).contains(scalar.value) || (0x3400...0x4DBF).contains(scalar.value)
    || (0x20000...0x3FFFF).contains(scalar.value)
}

func isLatin(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.isAlphabetic && !isHan(scalar) || ("0"..."9").contains(scalar)
}

/// Characters of grammar: a pair with one of them says nothing of the matter.
private let functionCharacters = Set("的了是在有我您你他她它们这那就都也不没很到和与及或等把被让给对于从为以之其已将可会要请还又再才只个些么吗呢吧着过得里")

/// Pairs that stand in nearly every report and reply.
private let commonPairs: Set<String> = [
  "反映", "情况", "问题", "答复", "回复", "工作", "人员", "收到", "办理", "现在", "进行", "联系", "电话", "感谢", "谢谢", "事情", "事项",
  "群众", "村民", "居民", "处理", "解决", "怎么", "什么", "时候", "时间", "今天", "昨天", "明天", "单位", "部门", "负责", "如果", "因为",
  "所以", "但是", "希望", "需要", "安排", "马上", "尽快", "目前", "了解", "相关", "有关", "支持", "理解", "意见", "咨询", "一直", "一下",
  "家里", "门口", "附近", "经过", "根据", "关于", "核实", "调查", "结果", "您好", "你好", "贵村", "本村", "我镇", "我村",
]

private let commonLatin: Set<String> = [
  "about", "after", "again", "also", "been", "before", "from", "have", "here", "into", "matter", "more", "office",
  "please", "report", "reported", "reply", "should", "since", "that", "their", "there", "they", "thank", "thanks",
  "this",
  "village", "were", "what", "when", "where", "which", "will", "with", "would", "your",
]
