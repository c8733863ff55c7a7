/// A set of characters by their codes below 65,536, asked for at every character of every text: one bit each.
struct CodeSet: Sendable {
  private var bits = [UInt64](repeating: 0, count: 1024)

  init(_ codes: some Sequence<UInt32>) {
    for code in codes where code < 0x1_0000 { bits[Int(code >> 6)] |= 1 << UInt64(code & 63) }
  }

  init(_ characters: String) { self.init(characters.unicodeScalars.map(\.value)) }

  func contains(_ code: UInt32) -> Bool {
    code < 0x1_0000 && bits[Int(code >> 6)] & (1 << UInt64(code & 63)) != 0
  }

  func union(_ other: CodeSet) -> CodeSet {
    var both = self
    for index in bits.indices { both.bits[index] |= other.bits[index] }
    return both
  }
}
