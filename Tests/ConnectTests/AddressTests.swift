import Testing

@testable import Connect

@Suite struct AddressTests {
  /// One row a range, both sides of each border.
  @Test(
    arguments: [
      ([0, 0, 0, 0], true), ([1, 0, 0, 0], false), ([9, 255, 255, 255], false), ([10, 0, 0, 1], true),
      ([10, 255, 255, 255], true), ([11, 0, 0, 0], false), ([100, 63, 255, 255], false), ([100, 64, 0, 0], true),
      ([100, 127, 255, 255], true), ([100, 128, 0, 0], false), ([126, 255, 255, 255], false), ([127, 0, 0, 1], true),
      ([128, 0, 0, 0], false), ([169, 253, 1, 1], false), ([169, 254, 169, 254], true), ([169, 255, 0, 0], false),
      ([172, 15, 255, 255], false), ([172, 16, 0, 0], true), ([172, 31, 255, 255], true), ([172, 32, 0, 0], false),
      ([192, 0, 0, 1], true), ([192, 0, 1, 0], false), ([192, 0, 2, 1], true), ([192, 167, 255, 255], false),
      ([192, 168, 0, 1], true), ([192, 169, 0, 0], false), ([198, 17, 255, 255], false), ([198, 18, 0, 0], true),
      ([198, 19, 255, 255], true), ([198, 20, 0, 0], false), ([198, 51, 100, 7], true), ([203, 0, 113, 7], true),
      ([203, 0, 114, 0], false), ([223, 255, 255, 255], false), ([224, 0, 0, 1], true), ([255, 255, 255, 255], true),
      ([8, 8, 8, 8], false),
    ] as [([UInt8], Bool)])
  func privateRangesOfIPv4(address: [UInt8], isPrivate: Bool) {
    #expect(isPrivateAddress(address) == isPrivate)
    let mapped = [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF] + address
    #expect(isPrivateAddress(mapped) == isPrivate, "mapped into IPv6")
    let translated: [UInt8] = [0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0] + address
    #expect(isPrivateAddress(translated) == isPrivate, "translated into IPv6")
    let tunnelled: [UInt8] = [0x20, 0x02] + address + [UInt8](repeating: 0, count: 10)
    #expect(isPrivateAddress(tunnelled) == isPrivate, "through a tunnel")
  }

  @Test(arguments: [
    ("0000", true), ("fc00", true), ("fd12", true), ("fe80", true), ("fec0", true), ("ff02", true), ("1fff", true),
    ("2400", false), ("2a00", false), ("3fff", false), ("4000", true),
  ])
  func rangesOfIPv6(begins: String, isPrivate: Bool) throws {
    let high = try #require(UInt8(begins.prefix(2), radix: 16))
    let low = try #require(UInt8(begins.suffix(2), radix: 16))
    #expect(isPrivateAddress([high, low] + [UInt8](repeating: 0, count: 13) + [1]) == isPrivate)
  }

  @Test func specialAddressesOfIPv6() {
    func address(_ head: [UInt8]) -> [UInt8] { head + [UInt8](repeating: 0, count: 15 - head.count) + [1] }
    #expect(isPrivateAddress(address([])), "::1")
    #expect(isPrivateAddress(address([0x20, 0x01, 0x0D, 0xB8])), "for documents")
    #expect(isPrivateAddress(address([0x20, 0x01, 0, 0])), "a tunnel")
    #expect(!isPrivateAddress(address([0x20, 0x01, 0x48, 0x60])))
    #expect(isPrivateAddress([1, 2, 3]), "no address at all")
  }

  @Test(arguments: [
    ("https://example.org/send", false, "example.org"), ("https://[2001:db8::1]:8443/x", false, "2001:db8::1"),
    ("https://10.0.0.1/x?key=1", false, "10.0.0.1"), ("http://gateway.town/sms", true, "gateway.town"),
  ])
  func hostsOfAddresses(text: String, allows: Bool, host: String) throws {
    #expect(try hostOfWebAddress(text, allowsPrivate: allows) == host)
  }

  @Test(arguments: [
    "", "example.org", "http://example.org/", "ftp://example.org/", "https://", "https://user@example.org/",
    "https://user:word@example.org/", "https://exam ple.org/", "file:///etc/passwd", "https://例子.org/",
    "gopher://example.org", "https:///path",
  ])
  func addressesThatAreRefused(text: String) {
    #expect(throws: WebAddressError.self) { try hostOfWebAddress(text, allowsPrivate: false) }
  }

  @Test(arguments: ["li@example.org", "li.wang+town@mail.example.org", "a@b.cn", "x_1@1.2.cn"])
  func mailAddresses(text: String) { #expect(mailError(text) == nil) }

  @Test(arguments: [
    "li", "li@", "@example.org", "li@@example.org", "li@example", "li @example.org", "li@example.org,wang@example.org",
    "li@exam\nple.org", "李@example.org", "li@-example.org", "li>@example.org",
  ])
  func textsThatAreNoMailAddress(text: String) { #expect(mailError(text) != nil) }

  @Test func aMaskedAddressKeepsItsFirstLetter() {
    #expect(maskedMail("li@example.org") == "l***@example.org")
    #expect(maskedMail("") == "")
  }
}
