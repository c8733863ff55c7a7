import Testing

@testable import Documents

@Suite struct TextDecodingTests {
  @Test func readsUnicode() throws {
    #expect(try TextDecoding.decode(Array("诉求𠮷".utf8)) == "诉求𠮷")
    #expect(try TextDecoding.decode([0xEF, 0xBB, 0xBF] + Array("诉".utf8)) == "诉")
    #expect(try TextDecoding.decode([0xFF, 0xFE] + "诉𠮷".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }) == "诉𠮷")
    #expect(try TextDecoding.decode([0xFE, 0xFF] + "诉𠮷".utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }) == "诉𠮷")
    #expect(try TextDecoding.decode([]) == "")
  }

  @Test func readsGB18030() throws {
    let bytes: [UInt8] = [0xC2, 0xB7, 0xB5, 0xC6, 0xB2, 0xBB, 0xC1, 0xC1]
    #expect(try TextDecoding.decode(bytes) == "路灯不亮")
    // Characters of four bytes, and the euro sign.
    let rare: [UInt8] = [0x95, 0x34, 0xB2, 0x35, 0x81, 0x39, 0xEF, 0x31, 0xA2, 0xE3]
    #expect(try TextDecoding.decode(bytes + rare) == "路灯不亮𠮷㐂€")
    #expect(try DelimitedReader(bytes + [0x2C] + bytes).allRows() == [["路灯不亮", "路灯不亮"]])
  }

  @Test func namesTheFirstBadByte() {
    #expect(throws: DocumentError.notText(offset: 2)) { try TextDecoding.decode([0x61, 0x62, 0xFF, 0xFF]) }
    #expect(throws: DocumentError.notText(offset: 8)) {
      try TextDecoding.decode([0xC2, 0xB7, 0xB5, 0xC6, 0xB2, 0xBB, 0xC1, 0xC1, 0xFF, 0x20])
    }
    #expect(throws: DocumentError.notText(offset: 3)) { try TextDecoding.decode([0x61, 0x62, 0x63, 0, 0x64]) }
    #expect(throws: DocumentError.notText(offset: 4)) { try TextDecoding.decode([0xFF, 0xFE, 0x61, 0, 0, 0xD8]) }
    #expect(throws: DocumentError.notText(offset: 4)) { try TextDecoding.decode([0xFF, 0xFE, 0x61, 0, 0x62]) }
  }

  @Test func doesNotTakeBrokenUTF8ForGB18030() {
    let cut = Array(Array("村口的路灯不亮请尽快修好".utf8).dropLast())
    #expect(throws: DocumentError.notText(offset: 33)) { try TextDecoding.decode(cut) }
  }

  @Test(arguments: [[0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE0, 0x80, 0x80]] as [[UInt8]])
  func refusesFalseUTF8(_ bytes: [UInt8]) {
    let text = Array("村口的路灯不亮请尽快修好".utf8) + bytes
    #expect(throws: DocumentError.notText(offset: 36)) { try TextDecoding.decode(text) }
  }
}
