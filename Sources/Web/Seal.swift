/// What another system signed: the body as it came, and the headers `X-Sanshi-Time` and `X-Sanshi-Signature`.
package struct Seal: Sendable {
  /// Seconds since 1970, as the sender says.
  package let seconds: Int64
  /// Hexadecimal, as it came.
  package let signature: String
  package let body: [UInt8]

  /// Nil when a header is missing or the time is no number.
  init?(time: String?, signature: String?, body: [UInt8]) {
    guard let seconds = time.flatMap({ Int64($0) }), let signature, !signature.isEmpty else { return nil }
    (self.seconds, self.signature, self.body) = (seconds, signature, body)
  }

  /// What is signed: the time, a line end, the body.
  package static func signed(_ body: [UInt8], at seconds: Int64) -> [UInt8] { Array("\(seconds)\n".utf8) + body }
}
