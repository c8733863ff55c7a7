import Values
import Web

/// An error as GeoReport has it: a code and a sentence.
struct GeoError: Error, Sendable {
  /// 400 something is missing or wrong, 403 the key is missing or wrong, 404 there is no such thing.
  let code: Int
  let text: Text

  init(_ code: Int, _ text: Text) { (self.code, self.text) = (code, text) }

  /// The answer to an error; nil for what is our own fault, which the program logs and answers.
  static func answer(_ call: FailedCall) -> Answer? {
    guard let (status, errors) = errors(of: call.error) else { return nil }
    let tree = Tree.list(
      errors.map { .fields(["code": .number($0.code), "description": .text(call.reader($0.text))]) }, item: "error")
    return try? (GeoFormat(path: call.path, accept: call.accept) ?? .json).answer(tree, root: "errors", status: status)
  }

  private static func errors(of error: any Error) -> (status: Int, [GeoError])? {
    switch error {
    case let error as GeoError: (error.code, [error])
    case let errors as FieldErrors: (400, errors.all.map { GeoError(400, field($0)) })
    case let refusal as Refusal: (400, [GeoError(400, refusal.reason + Text(same: " ") + refusal.wayOut)])
    case is NotFound: (404, [GeoError(404, GeoStrings.nothingThere)])
    case is NotAllowed: (403, [GeoError(403, GeoStrings.notAllowed)])
    case is TooMany: (429, [GeoError(429, GeoStrings.tooMany)])
    case is TooLarge: (413, [GeoError(413, GeoStrings.tooLarge)])
    default: nil
    }
  }

  /// "description：…", by the specification's name of the field.
  private static func field(_ error: FieldError) -> Text {
    let name = theirNames[error.field] ?? error.field
    return Text(zh: name + "：", en: name + ": ") + error.message
  }

  private static let theirNames = [
    "text": "description", "lon": "long", "place_text": "address_string", "name": "first_name, last_name",
    "group": "address_id", "landmark": "address_id", "about_staff": "attribute[about_staff]",
  ]
}
