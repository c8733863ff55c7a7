/// Names of persons, found by what stands around them: "我叫…", "联系人：…", "…大爷", "老…". There is no list of given names.
enum PersonName {
  /// Blanks the names in folded codes; `surnames`: also those that stand alone before a title or after "老".
  static func mask(_ codes: inout [UInt32], surnames: Bool) {
    for index in codes.indices {
      maskAfterOpening(&codes, at: index)
      guard surnames else { continue }
      maskBeforeTitle(&codes, at: index)
      // "老王", "小李"
      if index > 0, familiar.contains(codes[index - 1]), plainSurnames.contains(codes[index]) {
        codes[index] = PersonalData.blank
      }
    }
  }

  /// "我叫张建国": the words before `index` open a name.
  private static func maskAfterOpening(_ codes: inout [UInt32], at index: Int) {
    guard index > 0, lastOfOpenings.contains(codes[index - 1]),
      let opening = openings.first(where: { $0.isBefore(index, in: codes) })
    else { return }
    var start = index
    while start < codes.count, between.contains(codes[start]) { start += 1 }
    let isSurname = start < codes.count && surnames.contains(codes[start])
    guard opening.isSure || isSurname else { return }
    let longest = opening.isSure && !isSurname ? longestForeign : longestName
    var end = start
    while end < codes.count, end - start < longest {
      let ends = end - start < 2 ? functionWords : laterEnds
      guard FoldedText.isChinese(codes[end]) || end > start && codes[end] == middleDot, !ends.contains(codes[end])
      else {
        break
      }
      end += 1
    }
    for position in start..<end { codes[position] = PersonalData.blank }
  }

  /// "王大爷", "李建国书记": a title begins at `index`.
  private static func maskBeforeTitle(_ codes: inout [UInt32], at index: Int) {
    guard index > 0, firstOfTitles.contains(codes[index]),
      let title = titles.first(where: { codes[index...].starts(with: $0.words) })
    else { return }
    if surnames.contains(codes[index - 1]) {
      codes[index - 1] = PersonalData.blank
      return
    }
    for length in 2...3 where title.takesWholeName && index >= length && plainSurnames.contains(codes[index - length]) {
      for position in (index - length)..<index { codes[position] = PersonalData.blank }
      return
    }
  }

  private struct Opening: Sendable {
    let words: [UInt32]
    /// Whether what follows is a name even when it begins with no known surname.
    let isSure: Bool

    func isBefore(_ index: Int, in codes: [UInt32]) -> Bool {
      index >= words.count && codes[(index - words.count)..<index].elementsEqual(words)
    }
  }

  static func isPlainSurname(_ code: UInt32) -> Bool { plainSurnames.contains(code) }

  private struct Title: Sendable {
    let words: [UInt32]
    /// Whether a whole name often stands before it, not the surname alone.
    let takesWholeName: Bool
  }

  private static func words(_ list: String) -> [[UInt32]] {
    list.split(separator: " ").map { $0.unicodeScalars.map(\.value) }
  }

  private static let openings =
    words("我叫 名叫 名字叫 姓名 联系人 署名 收件人").map { Opening(words: $0, isSure: true) }
    + words("我是 本人 户主 反映人 投诉人 举报人 申请人 当事人 报告人 他叫 她叫 找 姓").map { Opening(words: $0, isSure: false) }
  private static let titles =
    words("先生 女士 书记 主任 村长 支书 同志 老师 医生").map { Title(words: $0, takesWholeName: true) }
    + words("某 小姐 大爷 大妈 大娘 大叔 大伯 大哥 大姐 大嫂 阿姨 叔叔 伯伯 奶奶 爷爷 婆婆 队长 组长 师傅 老板 经理 会计 律师 婶 嫂")
    .map { Title(words: $0, takesWholeName: false) }

  private static let lastOfOpenings = CodeSet(openings.compactMap(\.words.last))
  private static let firstOfTitles = CodeSet(titles.compactMap(\.words.first))
  private static let between = CodeSet(":是叫为 ,")
  private static let middleDot: UInt32 = 0xB7
  private static let familiar = CodeSet("老小")
  private static let functionWords = CodeSet("的了在不过到着是")
  /// What may follow a name of two characters: "李强家", "张军说".
  private static let followers = CodeSet("家住有说也和与跟要想从今反电手男女岁村组这我你他她他")
  private static let laterEnds = functionWords.union(followers)
  private static let longestName = 3
  private static let longestForeign = 8
  /// Surnames that are hardly ever the first character of another word.
  private static let plainSurnames = CodeSet("王李张刘陈杨赵吴周徐孙朱郭何罗郑谢唐许邓冯曹彭曾蒋蔡魏薛阎余潘杜戴钟汪任姜范")
  private static let surnames = plainSurnames.union(
    CodeSet(
      "胡林高梁宋韩于萧董程袁沈吕苏卢贾丁叶夏田石廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边"
    ))
}
