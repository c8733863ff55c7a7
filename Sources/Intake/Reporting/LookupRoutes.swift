import Governance
import Markup
import Matters
import People
import Store
import Values
import Web

/// Number and the end of the telephone, for who has only paper: tells the state in words and nothing else (D4).
let lookupRoutes: [Route] = [
  .get("/lookup", needs: .anybody, ReportingStrings.lookupSummary, mount: .page) { request in
    .page(lookupPage(request, values: Form()))
  },
  .post(
    "/lookup", needs: .anybody, ReportingStrings.lookupSummary,
    takes: [
      Parameter("number", ReportingStrings.number, required: true),
      Parameter("phone_tail", ReportingStrings.phoneTail, required: true),
    ], gives: LookupJSON.sample,
    rejected: { request, errors in lookupPage(request, values: request.form, errors: errors) }
  ) { request in
    let states = try await lookup(request)
    return try await request.answer(json: LookupJSON(states: states)) {
      lookupPage(request, values: request.form, states: states)
    }
  },
]

/// The states, or one and the same error for a number that is unknown, another's, sealed, or without telephone.
private func lookup(_ request: Request) async throws -> [Text] {
  var errors = FieldErrors()
  let number = request.form["number"].filter { !$0.isWhitespace && $0 != "-" }
  let tail = normalizedPhone(request.form["phone_tail"])
  if number.utf8.count != 8 || !number.utf8.allSatisfy({ (48...57).contains($0) }) {
    errors.add("number", ReportingStrings.numberForm)
  }
  if tail.utf8.count != 4 { errors.add("phone_tail", ReportingStrings.tailForm) }
  guard errors.isEmpty else { throw errors }
  try await request.countOne("lookup", device: 10, address: 600, minutes: 60)
  guard await request.app.limiter.allows("lookup:number:\(number)", size: 5, minutes: 60, now: request.now) else {
    throw TooMany()
  }
  let states = try await request.app.database.read { tx in
    try tx.concerns(number: number).filter { $0.phone.count >= 4 && $0.phone.hasSuffix(tail) }.flatMap {
      try plainStates(of: $0.concern, in: tx)
    }
  }
  if states.isEmpty { throw FieldErrors("number", ReportingStrings.nothingFound) }
  return states
}

private func plainStates(of concern: ConcernRow, in tx: Transaction) throws -> [Text] {
  let matters = try tx.matters(of: concern.id, in: concern.key)
  guard concern.state == .triaged, !matters.isEmpty else { return [concern.state.plain] }
  return try matters.map { own, _ in
    own.mergedInto == nil ? own.state.plain : try tx.matter(own.root, in: concern.key).state.plain
  }
}

private func lookupPage(
  _ request: Request, values: Form, states: [Text] = [], errors: FieldErrors? = nil
) -> HTMLPage {
  let (reader, l) = (request.reader, request.reader.language)
  return request.plainPage(ReportingStrings.lookup) {
    pageTitle(ReportingStrings.lookup, lead: .text(ReportingStrings.lookupLead(l)), l)
    if !states.isEmpty {
      noticeBox(tone: .green) { for state in states { p { strong { state(l) } } } }
    }
    form(action: Link.lookup, reader: reader, errors: errors) {
      textField(
        name: "number", label: ReportingStrings.number, value: values["number"],
        example: ReportingStrings.numberExample, errors: errors, autocomplete: "off", inputmode: "numeric",
        required: true, reader: reader)
      textField(
        name: "phone_tail", label: ReportingStrings.phoneTail, value: values["phone_tail"], errors: errors,
        autocomplete: "off", inputmode: "numeric", required: true, reader: reader)
      actions { submitButton(ReportingStrings.lookupSend, l) }
    }
  }
}

struct LookupJSON: Encodable, Sendable {
  /// One for each matter of the concern.
  let states: [Text]

  static let sample = LookupJSON(states: [MatterState.inProgress.plain])
}
