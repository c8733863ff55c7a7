import Values
import Web

/// How an answer is written.
enum GeoFormat: String, Sendable, CaseIterable {
  case json, xml

  var type: String { self == .json ? "application/json" : "text/xml" }
  var mediaType: String { type + "; charset=utf-8" }

  /// By the end of the path; where it has none, by `Accept`: the first of both named there, else JSON. Nil for an end
  /// that is no format.
  init?(path: String, accept: String) {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: ".") else {
      self = Self.accepted(by: accept)
      return
    }
    self.init(rawValue: name[name.index(after: dot)...].lowercased())
  }

  private static func accepted(by header: String) -> GeoFormat {
    for type in header.lowercased().split(separator: ",") {
      if type.contains("json") { return .json }
      if type.contains("/xml") { return .xml }
    }
    return .json
  }

  /// The answer with this content; `root`: the outermost element of XML.
  func answer(_ tree: Tree, root: String, status: Int = 200) throws -> Answer {
    let bytes = self == .json ? try JSON.bytes(tree) : Array(tree.xml(root: root).utf8)
    return .document(bytes, type: mediaType, status: status)
  }
}

/// What a call of GeoReport gives.
struct GeoAnswer: Sendable {
  let tree: Tree
  /// The outermost element of XML.
  let root: String

  init(_ tree: Tree, root: String) { (self.tree, self.root) = (tree, root) }
}

/// An address of GeoReport: with `.json`, with `.xml`, and without, then by `Accept`. Errors have GeoReport's form.
/// `path`: without the end.
func geoRoutes(
  _ method: Route.Method, _ path: String, _ summary: Text, takes: [Parameter] = [], gives: GeoAnswer,
  handler: @escaping @Sendable (Request) async throws -> GeoAnswer
) -> [Route] {
  ["", ".json", ".xml"].map { geoRoute(method, path + $0, summary, takes: takes, gives: gives, handler: handler) }
}

/// One address of GeoReport whose last part carries the format itself.
func geoRoute(
  _ method: Route.Method, _ path: String, _ summary: Text, takes: [Parameter] = [], gives: GeoAnswer,
  handler: @escaping @Sendable (Request) async throws -> GeoAnswer
) -> Route {
  let answering: @Sendable (Request) async throws -> Answer = { request in
    guard let format = GeoFormat(path: request.path, accept: request.accept) else {
      throw GeoError(404, GeoStrings.noSuchFormat)
    }
    let answer = try await handler(request)
    return try format.answer(answer.tree, root: answer.root)
  }
  let route: Route =
    method == .get
    ? .get(path, needs: .anybody, summary, takes: takes, gives: gives.tree, mount: .standard, handler: answering)
    : .post(
      path, needs: .anybody, summary, takes: takes, gives: gives.tree, mount: .standard, bodyLimit: 1 << 20,
      handler: answering)
  let named = path.split(separator: ".").last.flatMap { GeoFormat(rawValue: String($0)) }
  return route.failing(GeoError.answer).describing(answers: (named.map { [$0] } ?? GeoFormat.allCases).map(\.type))
}

extension Request {
  /// A part of the path without the format at its end.
  func named(_ parameter: String) -> String {
    let value = parameters[parameter] ?? ""
    return value.lastIndex(of: ".").map { String(value[..<$0]) } ?? value
  }
}
