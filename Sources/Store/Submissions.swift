import CSodium
import Foundation
import Values

/// A write that may come a second time. Under its name the database keeps the answer, sealed. Name and key are made of
/// what was sent and of the data folder's key; the key that opens the answer is stored nowhere. Whoever holds the
/// database alone learns neither what was sent nor what was answered (a tracking link, say).
package struct Submission: Sendable {
  let name: String
  let key: [UInt8]

  /// - Parameter what: address, sender and key of the request, as one text.
  package init(_ what: String, _ ledger: Ledger) {
    name = ledger.token(for: "submission " + what)
    key = Secrets.sealingKey(ledger.token(for: "answer " + what))
  }
}

extension Transaction {
  /// Takes the name. Gives the answer of whoever had it before, nil to the first.
  /// - Throws: `DatabaseError` when there is an answer that its key does not open.
  package func earlierAnswer(to submission: Submission, now: Instant) throws -> String? {
    let isFirst =
      try run(
        "INSERT INTO submission (key, at, answer) VALUES (\(submission.name), \(now), '') ON CONFLICT DO NOTHING") == 1
    guard !isFirst, let row = try row("SELECT answer FROM submission WHERE key = \(submission.name)") else {
      return nil
    }
    return try Secrets.opened(try row.text("answer"), key: submission.key)
  }

  /// Keeps the answer with which the same write is answered again.
  package func keep(_ answer: String, of submission: Submission) throws {
    let sealed = try Secrets.sealed(answer, key: submission.key)
    try run("UPDATE submission SET answer = \(sealed) WHERE key = \(submission.name)")
  }

  /// Forgets the writes before the moment.
  package func forgetSubmissions(before border: Instant) throws {
    try run("DELETE FROM submission WHERE at < \(border)")
  }
}

extension Ledger {
  /// A secret of the town (a password of another system) as it may stand in the database: sealed with a key that is made
  /// of the data folder's key and of the purpose, and opens for no other purpose.
  package func sealed(_ secret: String, for purpose: String) throws -> String {
    try Secrets.sealed(secret, key: Secrets.sealingKey(token(for: "sealed " + purpose)))
  }

  /// - Throws: `DatabaseError` when it was sealed for another purpose, with another data folder, or was changed since.
  package func opened(_ sealed: String, for purpose: String) throws -> String {
    try Secrets.opened(sealed, key: Secrets.sealingKey(token(for: "sealed " + purpose)))
  }
}

extension Secrets {
  /// 32 bytes of a secret text.
  static func sealingKey(_ secret: String) -> [UInt8] {
    var key = [UInt8](repeating: 0, count: 32)
    let input = Array(secret.utf8)
    crypto_hash_sha256(&key, input, UInt64(input.count))
    return key
  }

  /// The text sealed with a key of 32 bytes (XSalsa20 and Poly1305) under a nonce of its own, as base64.
  static func sealed(_ text: String, key: [UInt8]) throws -> String {
    let (nonce, input) = (random(Int(crypto_secretbox_noncebytes())), Array(text.utf8))
    var box = [UInt8](repeating: 0, count: input.count + Int(crypto_secretbox_macbytes()))
    guard crypto_secretbox_easy(&box, input, UInt64(input.count), nonce, key) == 0 else {
      throw DatabaseError("an answer cannot be sealed")
    }
    return Data(nonce + box).base64EncodedString()
  }

  /// - Throws: `DatabaseError` when the text was sealed with another key or changed since.
  static func opened(_ sealed: String, key: [UInt8]) throws -> String {
    let (front, mark) = (Int(crypto_secretbox_noncebytes()), Int(crypto_secretbox_macbytes()))
    guard let data = Data(base64Encoded: sealed), data.count >= front + mark else {
      throw DatabaseError("a sealed answer is broken")
    }
    let (nonce, box) = (Array(data.prefix(front)), Array(data.dropFirst(front)))
    var text = [UInt8](repeating: 0, count: box.count - mark)
    guard crypto_secretbox_open_easy(&text, box, UInt64(box.count), nonce, key) == 0 else {
      throw DatabaseError("a sealed answer does not open")
    }
    return String(decoding: text, as: UTF8.self)
  }
}
