/// A rule said no: which rule, what is missing, and what to do, in both languages. Answered 409.
package struct Refusal: Error, Sendable, Hashable {
  /// A stable name for programs: "mergeAcrossClasses".
  package let rule: String
  package let reason: Text
  package let wayOut: Text

  package init(rule: String, reason: Text, wayOut: Text) {
    (self.rule, self.reason, self.wayOut) = (rule, reason, wayOut)
  }
}

/// One field of what a person sent that cannot be taken: its name and what is expected.
package struct FieldError: Sendable, Hashable {
  package let field: String
  package let message: Text
}

/// All errors of what a person sent, at once, each with its field. Answered 422.
package struct FieldErrors: Error, Sendable, Hashable {
  package private(set) var all: [FieldError] = []

  package init() {}
  package init(_ field: String, _ message: Text) { add(field, message) }
  package mutating func add(_ field: String, _ message: Text) { all.append(FieldError(field: field, message: message)) }
  package var isEmpty: Bool { all.isEmpty }
  /// The first message for a field, if any.
  package func message(for field: String) -> Text? { all.first { $0.field == field }?.message }
}

/// The person may not do or see this. Answered 403 (signed in) or by the sign-in page.
package struct NotAllowed: Error, Sendable { package init() {} }

/// There is no such thing, or not for this person. Answered 404.
package struct NotFound: Error, Sendable { package init() {} }
