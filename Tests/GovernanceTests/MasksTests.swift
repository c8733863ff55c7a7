import Governance
import Testing

struct MasksTests {
  @Test(arguments: [
    (ContactReader.reporter, String?.some("张小明"), String?.some("13812341234"), String?.some("青山村三组12号")),
    (.keeper, "张小明", "13812341234", "青山村三组12号"),
    (.committee, "张小明", "13812341234", "青山村三组12号"),
    (.handler, "张**", "13812341234", "青山村三组"),
    (.leader, "张小明", "138****1234", "青山村三组"),
    (.staff, "张**", "138****1234", "青山村三组"),
    (.anybody, nil, nil, nil),
  ])
  func shown(reader: ContactReader, name: String?, phone: String?, address: String?) {
    #expect(shownName("张小明", to: reader) == name)
    #expect(shownPhone("13812341234", to: reader) == phone)
    #expect(shownAddress("青山村三组12号", to: reader) == address)
  }

  @Test(arguments: [
    ("陈九等20人", "陈九", 20), ("陈九等 20 余人", "陈九", 20), ("陈九", "陈九", 1), ("等3人", "", 3), ("陈九等人", "陈九等人", 1),
  ]) func spokesmen(words: String, name: String, people: Int) {
    #expect(spokesperson(of: words) == (name, people))
  }

  @Test(arguments: [
    ("张小明", "张**"), ("李四", "李**"), (" 王五", "王**"), ("Smith", "S**"), ("", ""), ("  ", ""), ("陈九等20人", "陈**等20人"),
    ("董**等2人", "董**等2人"), ("等3人", "等3人"), ("平等1人", "平**"), ("等等", "等**"),
  ])
  func name(_ name: String, expected: String) { #expect(maskedName(name) == expected) }

  @Test(arguments: [
    ("13812341234", "138****1234"), ("138 1234 1234", "138****1234"), ("+86 13812341234", "138****1234"),
    ("138一2", "****82"),
    ("\u{FF11}\u{FF13}\u{FF18}\u{FF11}\u{FF12}\u{FF13}\u{FF14}\u{FF11}\u{FF12}\u{FF13}\u{FF14}", "138****1234"),
    ("0838-1234567", "083****4567"),
    ("62345678", "****78"), ("没有", "****"), ("", ""),
  ])
  func phone(_ phone: String, expected: String) { #expect(maskedPhone(phone) == expected) }

  @Test(arguments: [
    ("青山村三组12号", "青山村三组"), ("青山村12组", "青山村12组"), ("青山村第二村民小组5号", "青山村第二村民小组"),
    ("东湖社区3栋2单元501", "东湖社区"), ("东湖社区二组8号", "东湖社区二组"), ("幸福小区3栋", "幸福小区"),
    ("青山村村口大树旁", "青山村"), ("人民路5号", ""), ("", ""), ("组", ""),
  ])
  func address(_ address: String, expected: String) { #expect(maskedAddress(address) == expected) }

  /// rules.md, case 53.
  @Test(arguments: [
    ("联系 13812341234", true), ("13812341234", true),
    ("\u{FF11}\u{FF13}\u{FF18}\u{FF11}\u{FF12}\u{FF13}\u{FF14}\u{FF11}\u{FF12}\u{FF13}\u{FF14}", true),
    ("138 1234 1234", true), ("138-1234-1234", true),
    ("1381234 1234", true), ("+86 13812341234", true), ("8613812341234", true), ("1381234123两", false),
    ("电话:19912341234。", true), ("10812341234", false), ("12812341234", false), ("1381234123", false),
    ("138123412345", false), ("138****1234", false), ("010-12345678", true), ("0838-1234567", true),
    ("(0838)1234567", true), ("08381234567", true), ("0838 123456", false),
    ("青山村-2026-0412", false), ("2026-03-05 14:05", false), ("编号 7342198765432101234", false),
    ("110、119、120", false), ("13812341234 13912341234", true), ("3 13812341234 5", true),
    ("138\t1234\t1234", false), ("", false),
  ])
  func unmaskedPhone(text: String, expected: Bool) { #expect(hasUnmaskedPhone(in: text) == expected) }

  @Test(arguments: [
    (Role.registerKeeper, ContactReader.keeper), (.villageCommittee, .committee), (.departmentHandler, .handler),
    (.townLeader, .leader),
    (.townOfficer, .staff), (.administrator, .staff), (.collector, .anybody), (.resident, .anybody),
  ])
  func reader(of role: Role, expected: ContactReader) { #expect(ContactReader(role: role) == expected) }

  @Test func aWholeNumberNeedsTheCapability() {
    for role in Role.allCases where !capabilities(of: role).contains(.readContacts) {
      #expect(shownPhone("13812341234", to: ContactReader(role: role)) != "13812341234", "\(role)")
    }
  }
}
