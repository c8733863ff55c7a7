import Testing

@testable import TriageEngine

/// What tells who somebody is does not enter what is learnt. The persons and numbers are made up.
@Suite struct PersonalDataTests {
  private func masked(_ text: String, names: [String] = []) -> String {
    let codes = PersonalData.masked(FoldedText(text).codes, names: names.map { FoldedText($0).codes })
    return String(String.UnicodeScalarView(codes.compactMap(Unicode.Scalar.init)))
  }

  @Test(arguments: [
    ("电话13800001234,晚上打", "电话□□□□□□□□□□□,晚上打"),
    ("打 138 0000 1234 找我", "打□□□□□□□□□□□□□找我"),
    ("座机0830-2345678没人接", "座机□□□□□□□□□□□□没人接"),
    ("身份证51052119800101123X丢了", "身份证□□□□□□□□□□□□□□□□□□丢了"),
    ("号码是一三八零零零零一二三四", "号码是□□□□□□□□□□□"),
    ("住3号楼2单元501", "住□号楼□单元□□□"),
    ("住十二号院", "住□□号院"),
    ("写信到zhang.san_1@example.com吧", "写信到□□□□□□□□□□□□□□□□□□□□□□□吧"),
    ("车牌川A·12345占道", "车牌□□□□□□□□占道"),
    ("川E8K2P1挡路", "□□□□□□□挡路"),
    ("三组的路灯不亮", "三组的路灯不亮"),
    ("二楼漏水", "二楼漏水"),
  ]) func numbersAreTakenOut(text: String, expected: String) { #expect(masked(text) == expected) }

  @Test(arguments: [
    ("我叫张建国,家住三组", "我叫□□□,家住三组"),
    ("我是李强家住三组", "我是□□家住三组"),
    ("联系人:欧阳春花", "联系人:□□□花"),
    ("我叫阿依古丽·买买提", "我叫□□□□□□□□"),
    ("姓名:王五,反映路灯", "姓名:□□,反映路灯"),
    ("王大爷家没水", "□大爷家没水"),
    ("找张建国书记批条子", "找□□□书记批条子"),
    ("隔壁老王天天打麻将", "隔壁老□天天打麻将"),
    ("陈某占了公路", "□某占了公路"),
    ("我是三组的村民", "我是三组的村民"),
    ("我叫不到车", "我叫不到车"),
    ("小学门口堵车", "小学门口堵车"),
  ]) func namesAreTakenOut(text: String, expected: String) { #expect(masked(text) == expected) }

  @Test func aKnownNameIsTakenOutWhereverItStands() {
    #expect(masked("昨天买买提江来过,买买提江说没水", names: ["买买提江"]) == "昨天□□□□来过,□□□□说没水")
    #expect(masked("王", names: ["王"]) == "王", "one character is no name")
  }

  @Test func nothingChangesItsLength() {
    for text in ["", "。。。", "\u{1F600}1", "我叫", "我叫张", "老", "老王", "138", "川A", "a@", "@", "先生"] {
      let codes = FoldedText(text).codes
      #expect(PersonalData.masked(codes).count == codes.count)
      #expect(PersonalData.masked(PersonalData.masked(codes)) == PersonalData.masked(codes))
    }
  }

  /// Whatever is said around them: no digit and nothing of a telephone, a name or a plate is in any feature, of the
  /// shipped sentences as of those that a town adds.
  @Test func noFeatureHoldsAPhoneOrAName() {
    let persons = ["司马相如", "张建国", "王小二", "诸葛瑾"]
    var phone = 13_911_112_222
    for (number, sentence) in Shipped.corpus.prefix(400).enumerated() {
      phone += 7_919
      let person = persons[number % persons.count]
      let text = "我叫\(person),电话\(phone)。\(sentence.text)。车牌川A·\(phone % 100_000),\(person)敬上"
      let lesson = Shipped.engine.lesson(text, leaf: Shipped.leaves[0].code, names: [person])
      let runs = (lesson?.features ?? []).map { Corrections.word(of: $0.run) }
      let digits = runs.filter(Self.hasDigit)
      let named = runs.filter { $0.contains(person.prefix(2)) || $0.contains(person.suffix(2)) }
      #expect(!runs.isEmpty && digits.isEmpty && named.isEmpty, "\(digits) \(named)")
    }
    let known = Shipped.wordings.vocabulary.entries.runs.map { Corrections.word(of: $0) }
    let digits = known.filter(Self.hasDigit)
    #expect(digits.isEmpty, "\(digits)")
    #expect(known.count > 10_000)
  }

  private static func hasDigit(_ run: String) -> Bool { run.contains { $0.isNumber && $0.isASCII } }
}
