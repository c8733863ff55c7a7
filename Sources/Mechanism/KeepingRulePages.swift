import Governance
import Markup
import Store
import Values
import Web

struct KeepingRuleJSON: Encodable, Sendable {
  let thing: KeptThing
  /// Left out: not erased by time.
  let months: Int?
  let mark: RuleMark

  init(_ rule: KeepingRule) { (thing, months, mark) = (rule.thing, rule.months, rule.mark) }
}

/// The periods that a person sent, in months.
struct KeepingRuleDraft: Sendable {
  let months: [KeptThing: Int]

  init(_ form: Form) throws(FieldErrors) {
    var errors = FieldErrors()
    var months: [KeptThing: Int] = [:]
    for (thing, range) in settableMonths {
      if form[thing.rawValue].isEmpty { errors.add(thing.rawValue, WebWords.missing) }
      months[thing] = form.int(thing.rawValue, in: range, &errors)
    }
    guard errors.isEmpty else { throw errors }
    self.months = months
  }
}

extension Request {
  fileprivate func keepingRules() async throws -> [KeepingRule] {
    let town = try town()
    return try await app.database.read { tx in try tx.keepingRules(of: town) }
  }

  fileprivate func keepingRulesPage(
    _ rules: [KeepingRule], typed: Form? = nil, errors: FieldErrors? = nil
  ) -> HTMLPage {
    let (l, address) = (reader.language, Link.keepingRules(parameters["town"] ?? ""))
    let settable = settableMonths.map(\.thing)
    return page(KeepingStrings.rules, current: address) {
      pageTitle(KeepingStrings.rules, lead: .text(reader(KeepingStrings.lead)), l)
      Web.form(action: address, reader: reader, key: Secrets.token(bits: 80), errors: errors) {
        for rule in rules where settable.contains(rule.thing) {
          textField(
            name: rule.thing.rawValue, label: KeepingStrings.label(rule.thing),
            value: typed.map { $0[rule.thing.rawValue] } ?? rule.months.map(String.init) ?? "",
            hint: KeepingStrings.hint(rule.thing), errors: errors, inputmode: "numeric", required: true, reader: reader)
        }
        p("hint") { reader(KeepingStrings.fromNowOn) }
        stickyActions { submitButton(KeepingStrings.save, l) }
      }
      h2 { reader(KeepingStrings.kept) }
      definitionList(
        rules.filter { !settable.contains($0.thing) }.map { rule in
          (rule.thing.name, .text(reader(KeepingStrings.hint(rule.thing)) + " ") + markChip(rule.mark, l))
        }, l)
    }
  }
}

let keepingRuleRoutes: [Route] = [
  .get(
    "/t/{town}/keeping-rules", needs: .can(.manageKeepingRules), KeepingStrings.rules,
    gives: KeepingRule.defaults.map(KeepingRuleJSON.init)
  ) { request in
    let rules = try await request.keepingRules()
    return try await request.answer(json: rules.map(KeepingRuleJSON.init)) { request.keepingRulesPage(rules) }
  },
  .post(
    "/t/{town}/keeping-rules", needs: .can(.manageKeepingRules), KeepingStrings.save,
    takes: settableMonths.map { Parameter($0.thing.rawValue, KeepingStrings.label($0.thing), required: true) },
    gives: KeepingRule.defaults.map(KeepingRuleJSON.init),
    rejected: { request, errors in
      request.keepingRulesPage(try await request.keepingRules(), typed: request.form, errors: errors)
    }
  ) { request in
    let (town, code) = (try request.town(), request.parameters["town"] ?? "")
    let draft = try KeepingRuleDraft(request.form)
    return try await request.write { w in
      try w.setKeepingRules(draft.months, town: town)
      return Outcome(Link.keepingRules(code), json: try w.tx.keepingRules(of: town).map(KeepingRuleJSON.init))
    }
  },
]
