import Governance
import Values

/// Who may call a route.
package enum Need: Sendable, Hashable {
  case anybody
  case signedIn
  /// The capability at the place of the address.
  case can(Capability)
  /// The capability at any place; the handler narrows what is shown to the person's own places.
  case canSomewhere(Capability)
}

/// A parameter of a call, for the description of the API and for its readers.
package struct Parameter: Sendable {
  package let name: String
  package let meaning: Text
  package let isRequired: Bool
  package let isFile: Bool
  /// The values it may have, as they are sent; empty where it is free.
  package let choices: [String]
  /// Whether it may come more than once, each time with another value.
  package let isList: Bool

  package init(_ name: String, _ meaning: Text, required: Bool = false, file: Bool = false) {
    (self.name, self.meaning, isRequired, isFile, choices, isList) = (name, meaning, required, file, [], false)
  }

  package init(_ name: String, _ meaning: Text, required: Bool = false, oneOf choices: [String], isList: Bool = false) {
    (self.name, self.meaning, isRequired, isFile) = (name, meaning, required, false)
    (self.choices, self.isList) = (choices, isList)
  }

  /// One of the cases' stored names.
  package init<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: String, _ meaning: Text, required: Bool = false, of _: Choice.Type
  ) {
    self.init(name, meaning, required: required, oneOf: Choice.allCases.map(\.rawValue))
  }

  /// Any of the cases' stored names.
  package init<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: String, _ meaning: Text, required: Bool = false, listOf _: Choice.Type
  ) {
    self.init(name, meaning, required: required, oneOf: Choice.allCases.map(\.rawValue), isList: true)
  }
}

/// An address with what it needs and does. Declared once, mounted twice: the page at `path`, JSON at `/api/v1` + `path`.
/// A `{village}`, `{town}`, `{county}` or `{place}` in the path is a place's code; the capability is checked there.
package struct Route: Sendable {
  package enum Method: String, Sendable { case get = "GET", post = "POST" }
  package enum Mount: Sendable {
    case both, page, api
    /// For programs, at the path itself: addresses that a standard fixes. They describe themselves; the answer and its
    /// errors have the standard's form (`failing`).
    case standard
  }

  package let method: Method
  package let path: String
  package let needs: Need
  package let summary: Text
  package let takes: [Parameter]
  /// A sample of the JSON answer, from which its schema is described.
  package let gives: (any Encodable & Sendable)?
  /// The media type of an answer that is a file; nil for JSON.
  package let file: String?
  package let mount: Mount
  /// The most bytes a body may have.
  package let bodyLimit: Int
  /// The page to show again when what was sent cannot be taken; filled with what was typed.
  package let rejected: (@Sendable (Request, FieldErrors) async throws -> HTMLPage)?
  package let handler: @Sendable (Request) async throws -> Answer
  /// Answers errors in a form of its own; nil where it leaves one to the program.
  package private(set) var failed: (@Sendable (FailedCall) -> Answer?)?
  /// The media types of the answer, when there is more than JSON or the file.
  package private(set) var answerTypes: [String] = []
  /// The media types that a body may have, where that is not left to what it takes.
  package private(set) var bodyTypes: [String] = []

  package static func get(
    _ path: String, needs: Need, _ summary: Text, takes: [Parameter] = [], gives: (any Encodable & Sendable)? = nil,
    file: String? = nil, mount: Mount = .both, handler: @escaping @Sendable (Request) async throws -> Answer
  ) -> Route {
    Route(
      method: .get, path: path, needs: needs, summary: summary, takes: takes, gives: gives, file: file,
      mount: mount, bodyLimit: 0, rejected: nil, handler: handler)
  }

  package static func post(
    _ path: String, needs: Need, _ summary: Text, takes: [Parameter] = [], gives: (any Encodable & Sendable)? = nil,
    file: String? = nil, mount: Mount = .both, bodyLimit: Int = 1 << 20,
    rejected: (@Sendable (Request, FieldErrors) async throws -> HTMLPage)? = nil,
    handler: @escaping @Sendable (Request) async throws -> Answer
  ) -> Route {
    Route(
      method: .post, path: path, needs: needs, summary: summary, takes: takes, gives: gives, file: file,
      mount: mount, bodyLimit: bodyLimit, rejected: rejected, handler: handler)
  }

  /// The same with errors in a form of its own.
  package func failing(_ answer: @escaping @Sendable (FailedCall) -> Answer?) -> Route {
    var route = self
    route.failed = answer
    return route
  }

  /// The same, described with these media types. Empty: as usual.
  package func describing(answers: [String] = [], bodies: [String] = []) -> Route {
    var route = self
    (route.answerTypes, route.bodyTypes) = (answers, bodies)
    return route
  }

  /// Where programs call it.
  package var apiPath: String { mount == .standard || mount == .page ? path : "/api/v1" + path }

  /// Whether programs have a use for it: all but pages that are only looked at.
  package var isForPrograms: Bool { mount != .page || file != nil }

  /// The names in braces.
  package var pathParameters: [String] {
    path.split(separator: "/").filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
  }
}

/// A call that could not be answered, for routes whose errors have a form of their own.
package struct FailedCall: Sendable {
  package let error: any Error
  package let path: String
  /// The header `Accept`; empty when none came.
  package let accept: String
  package let reader: Reader
}
