import People
import Testing
import Values

@Suite struct PhoneTests {
  @Test(arguments: [
    ("13812341234", "13812341234"), ("138 1234 1234", "13812341234"), ("+86 138-1234-1234", "13812341234"),
    ("8613812341234", "13812341234"), ("008613812341234", "13812341234"), ("138\u{FF11}2341234", "13812341234"),
    ("\u{FF0B}86 13812341234", "13812341234"), ("0830-1234567", "08301234567"), ("+86 830 1234567", "08301234567"),
    ("(028) 12345678", "02812345678"), ("", ""),
  ])
  func normalized(typed: String, kept: String) {
    #expect(normalizedPhone(typed) == kept)
    #expect(phoneError(typed) == nil)
  }

  @Test(arguments: [
    ("1381234123", "手机号少了一位"), ("138123412", "手机号少了两位"), ("138123412345", "手机号多了一位"),
    ("0830123456", "座机号少了一位"), ("0101234567", "座机号少了一位"), ("083012345678 9", "座机号多了一位"),
    ("电话在村委会", "电话请只写数字"), ("1381234123x", "电话请只写数字"),
  ])
  func whatIsWrong(typed: String, said: String) {
    #expect(phoneError(typed)?.zh == said)
  }

  @Test func aLandLineNeedsItsAreaCode() {
    #expect(phoneError("1234567")?.zh.contains("少了四位") == true)
    #expect(phoneError("8234567")?.zh.contains("区号") == true)
  }
}
