import CSodium
import Foundation
import Values

/// Randomness, digests and passwords, by libsodium.
package enum Secrets {
  private static let isReady: Bool = sodium_init() >= 0

  /// `count` random bytes of the operating system.
  package static func random(_ count: Int) -> [UInt8] {
    _ = isReady
    var bytes = [UInt8](repeating: 0, count: count)
    randombytes_buf(&bytes, count)
    return bytes
  }

  /// A token of `bits` random bits (a multiple of 8) in base32 letters of lower case, without those easily confused.
  package static func token(bits: Int) -> String { base32(random(bits / 8)) }

  /// Lower-case letters and digits; five bits a letter.
  static func base32(_ bytes: [UInt8]) -> String {
    let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
    var result: [UInt8] = []
    var (buffer, held) = (0, 0)
    for byte in bytes {
      buffer = buffer << 8 | Int(byte)
      held += 8
      while held >= 5 {
        result.append(alphabet[buffer >> (held - 5) & 31])
        held -= 5
      }
      buffer &= 0xFFFF
    }
    if held > 0 { result.append(alphabet[buffer << (5 - held) & 31]) }
    return String(decoding: result, as: UTF8.self)
  }

  /// SHA-256 as 64 hexadecimal digits.
  package static func sha256(_ bytes: some Collection<UInt8>) -> String {
    _ = isReady
    var digest = [UInt8](repeating: 0, count: 32)
    let input = Array(bytes)
    crypto_hash_sha256(&digest, input, UInt64(input.count))
    return hex(digest)
  }

  package static func sha256(_ text: String) -> String { sha256(text.utf8) }

  /// HMAC-SHA-256 as 64 hexadecimal digits; the key has 32 bytes.
  static func hmac(_ text: String, key: [UInt8]) -> String { hex(hmacBytes(text, key: key)) }

  static func hmacBytes(_ text: String, key: [UInt8]) -> [UInt8] {
    _ = isReady
    var digest = [UInt8](repeating: 0, count: 32)
    let input = Array(text.utf8)
    crypto_auth_hmacsha256(&digest, input, UInt64(input.count), key)
    return digest
  }

  package static func hex(_ bytes: [UInt8]) -> String {
    String(unsafeUninitializedCapacity: bytes.count * 2) { digits in
      for (place, byte) in bytes.enumerated() {
        (digits[2 * place], digits[2 * place + 1]) = (hexDigit(byte >> 4), hexDigit(byte & 15))
      }
      return bytes.count * 2
    }
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 { (value < 10 ? 48 : 87) + value }

  /// HMAC-SHA-256 as 32 bytes, with a key of any length: what other systems sign with.
  package static func signature(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
    _ = isReady
    var state = crypto_auth_hmacsha256_state()
    var digest = [UInt8](repeating: 0, count: 32)
    crypto_auth_hmacsha256_init(&state, key, key.count)
    crypto_auth_hmacsha256_update(&state, message, UInt64(message.count))
    crypto_auth_hmacsha256_final(&state, &digest)
    return digest
  }

  /// Whether two secrets are the same, in a time that does not tell how much of them is.
  package static func areSame(_ left: String, _ right: String) -> Bool {
    let (left, right) = (Array(left.utf8), Array(right.utf8))
    return left.count == right.count && zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }

  /// Argon2id of a password with a salt of its own, 19 MiB and two passes; takes tens of milliseconds on purpose.
  package static func passwordHash(_ password: String) throws -> String {
    _ = isReady
    var out = [CChar](repeating: 0, count: Int(crypto_pwhash_strbytes()))
    let done = crypto_pwhash_str_alg(
      &out, password, UInt64(password.utf8.count), 2, 19 << 20, crypto_pwhash_alg_argon2id13())
    guard done == 0 else { throw DatabaseError("no memory for the password's digest") }
    return String(decoding: out.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  package static func passwordMatches(_ password: String, hash: String) -> Bool {
    _ = isReady
    return crypto_pwhash_str_verify(hash, password, UInt64(password.utf8.count)) == 0
  }
}
