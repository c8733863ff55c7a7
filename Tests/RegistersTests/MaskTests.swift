import Governance
import Testing

@testable import Registers

@Suite struct MaskTests {
  @Test(arguments: [
    ("请打13812341234找我", "请打138****1234找我"),
    ("138 1234 1234", "138 **** 1234"),
    ("0830-1234567 白天", "083*-***4567 白天"),
    ("１３８１２３４１２３４", "１３８****１２３４"),
    ("+8613812341234", "+861******1234"),
    ("青山村-2026-0412", "青山村-2026-0412"),
    ("2026-11-24 三组 12 号", "2026-11-24 三组 12 号"),
    ("", ""),
  ])
  func phonesInATextAreMasked(text: String, masked: String) {
    #expect(maskedPhones(in: text) == masked)
    #expect(!hasUnmaskedPhone(in: maskedPhones(in: text)))
  }

  @Test func onlyWhoMaySeesWhole() {
    let masked = RegisterContacts.masked
    #expect(masked.name("李小明") == "李**")
    #expect(masked.phone("13812341234") == "138****1234")
    #expect(masked.safe("找13812341234") == "找138****1234")
    let keeper = RegisterContacts(reader: .keeper, audience: .keeper)
    #expect(keeper.name("李小明") == "李小明")
    #expect(keeper.phone("13812341234") == "13812341234")
    #expect(keeper.safe("找13812341234") == "找13812341234")
    let handler = RegisterContacts(reader: .handler, audience: .handler)
    #expect(handler.name("李小明") == "李**")
    #expect(handler.phone("13812341234") == "13812341234")
  }
}
