import Foundation
import Logging
import Markup
import Store
import Values

/// An error for programs: `application/problem+json` (RFC 9457).
struct Problem: Encodable {
  struct Field: Encodable {
    let field: String
    let message: String
  }
  let type: String
  let title: String
  let status: Int
  var detail: String?
  var errors: [Field]?
}

extension Dispatcher {
  /// Turns an error into what a person or program gets: the three kinds of their own doing, else a logged 500.
  func answer(to error: any Error, isAPI: Bool, hasIfMatch: Bool, reader: Reader, id: String) -> Answer {
    switch error {
    case let errors as FieldErrors:
      let fields = errors.all.map { Problem.Field(field: $0.field, message: reader($0.message)) }
      if isAPI { return problem("invalid", WebWords.rejected, 422, reader, errors: fields) }
      return errorPage(WebWords.rejected, 422, reader) {
        ul("error-list") { for error in errors.all { li { reader(error.message) } } }
      }
    case let refusal as Refusal:
      let detail = reader(refusal.reason) + " " + reader(refusal.wayOut)
      if isAPI {
        let status = hasIfMatch && refusal.rule == "changedMeanwhile" ? 412 : 409
        return problem(refusal.rule, WebWords.refused, status, reader, detail: detail)
      }
      return errorPage(WebWords.refused, 409, reader) {
        p { reader(refusal.reason) }
        p { reader(refusal.wayOut) }
      }
    case is NotFound:
      return simple("notFound", WebWords.notFound, WebWords.notFoundWhat, 404, isAPI, reader)
    case is SignInFirst:
      if isAPI { return problem("signInFirst", WebWords.notAllowed, 401, reader) }
      return .redirect(
        "/sign-in?back=" + (reader.path.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""))
    case is NotAllowed:
      return simple("notAllowed", WebWords.notAllowed, WebWords.notAllowedWhat, 403, isAPI, reader)
    case is OtherMethod:
      return simple("otherMethod", WebWords.otherMethod, WebWords.otherMethodWhat, 405, isAPI, reader)
    case is TooMany:
      return simple("tooMany", WebWords.tooMany, WebWords.tooMany, 429, isAPI, reader)
    case let large as TooLarge:
      let text = WebWords.tooLarge(megabytes: max(1, large.megabytes))
      return simple("tooLarge", text, text, 413, isAPI, reader)
    default:
      app.log.error("\(error)", metadata: ["request": "\(id)"])
      return simple("broken", WebWords.broken, WebWords.brokenWhat, 500, isAPI, reader)
    }
  }

  private func simple(
    _ type: String, _ title: Text, _ detail: Text, _ status: Int, _ isAPI: Bool, _ reader: Reader
  ) -> Answer {
    if isAPI { return problem(type, title, status, reader, detail: reader(detail)) }
    return errorPage(title, status, reader) { p { reader(detail) } }
  }

  private func problem(
    _ type: String, _ title: Text, _ status: Int, _ reader: Reader, detail: String? = nil,
    errors: [Problem.Field]? = nil
  ) -> Answer {
    let problem = Problem(
      type: "urn:sanshi:problem:\(type)", title: reader(title), status: status, detail: detail, errors: errors)
    return .json((try? JSON.bytes(problem)) ?? [], status: status, etag: nil)
  }

  private func errorPage(_ title: Text, _ status: Int, _ reader: Reader, @HTMLBuilder _ content: () -> HTML) -> Answer {
    let inside = content()
    let frame = PageFrame(title: title, reader: reader)
    let html = plainLayout(frame) {
      h1 { reader(title) }
      inside
      p { a("/", "button plain") { reader(WebWords.back) } }
    }
    return .page(HTMLPage(html), status: status)
  }
}
