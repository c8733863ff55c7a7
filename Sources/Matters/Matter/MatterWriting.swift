import Governance
import Store
import Values
import Web

extension Request {
  /// The version of the thing that the person saw: `If-Match` ("v3", with or without quotation marks) of programs, the
  /// field `version` of forms. Nil when neither was sent, and for "*".
  /// - Throws: `FieldErrors` of `version`; `changedMeanwhile` for a tag that no version ever had.
  package func seenVersion() throws -> Int? {
    if let ifMatch {
      let tag = ifMatch.trimmingPrefix("W/").filter { $0 != "\"" && $0 != " " }
      if tag == "*" { return nil }
      guard let version = Int(tag.trimmingPrefix("v")) else { throw MattersWords.changedMeanwhile }
      return version
    }
    var errors = FieldErrors()
    let version = form.int("version", in: 0...Int.max, &errors)
    guard errors.isEmpty else { throw errors }
    return version
  }

  /// A write of a form: a refusal comes back to a browser as the page with what was typed, under the refusal (409).
  package func write(
    orShow page: (Refusal) async throws -> HTMLPage, _ body: @escaping @Sendable (Write) throws -> Outcome
  ) async throws -> Answer {
    do {
      return try await write(body)
    } catch let refusal as Refusal where !isAPI {
      return .page(try await page(refusal), status: 409)
    }
  }
}
