import Governance
import Markup
import People
import Store
import Values
import Web

struct KeeperJSON: Encodable, Sendable {
  /// Decimal, since it may exceed 2^53.
  let id: String
  let name: String
  let account: ID<Account>?
  let from: Day
  let until: Day?
  let isToday: Bool

  init(_ term: KeeperTerm, today: Day) {
    (id, name, account) = (String(term.id), term.name, term.account)
    (from, until, isToday) = (term.from, term.until, term.holds(on: today))
  }

  static let sample = KeeperJSON(
    KeeperTerm(
      id: 1, village: ID(1), account: ID(1), name: "王**", from: Day(number: 20_700), until: Day(number: 20_900),
      madeAt: Instant(milliseconds: 0)), today: Day(number: 20_700))
}

let keeperRoutes: [Route] = [
  .get(
    "/v/{village}/keeper", needs: .can(.nameKeeper), KeeperStrings.title, gives: [KeeperJSON.sample]
  ) { request in
    let content = try await request.keeperContent()
    return try await request.answer(json: content.terms.map { KeeperJSON($0, today: request.now.day) }) {
      request.keeperPage(content, errors: nil)
    }
  },
  .post(
    "/v/{village}/keeper", needs: .can(.nameKeeper), KeeperStrings.naming,
    takes: [
      Parameter("account", KeeperStrings.account), Parameter("name", KeeperStrings.name),
      Parameter("from", KeeperStrings.from, required: true), Parameter("until", KeeperStrings.until),
    ],
    gives: KeeperJSON.sample,
    rejected: { request, errors in request.keeperPage(try await request.keeperContent(), errors: errors) }
  ) { request in
    let (key, new) = (try request.village(), try NewKeeper(request.form, now: request.now))
    let (address, today) = (Link.keeper(request.place?.code ?? ""), request.now.day)
    return try await request.write { w in
      Outcome(address, json: KeeperJSON(try w.nameKeeper(new, in: key), today: today), created: true)
    }
  },
]

private struct KeeperContent: Sendable {
  let terms: [KeeperTerm]
  let accounts: [AccountRow]
}

extension Request {
  fileprivate func keeperContent() async throws -> KeeperContent {
    let (key, day) = (try village(), now.day)
    return try await app.database.read { tx in
      KeeperContent(terms: try tx.keeperTerms(of: key), accounts: try tx.keeperAccounts(key, on: day))
    }
  }

  fileprivate func keeperPage(_ content: KeeperContent, errors: FieldErrors?) -> HTMLPage {
    let l = reader.language
    let village = place?.code ?? ""
    let today = content.terms.first { $0.holds(on: now.day) }
    return page(KeeperStrings.title, current: Link.registers(village)) {
      breadcrumbs([(Link.registers(village), RegisterStrings.registers)], current: KeeperStrings.title, l)
      pageTitle(KeeperStrings.title, lead: .text(reader(KeeperStrings.lead)), l)
      if let today {
        definitionList([(KeeperStrings.now, .text("\(today.name) · \(span(of: today))"))], l)
      } else {
        p { reader(KeeperStrings.nobodyYet) }
      }
      keeperForm(content, village, errors)
      if !content.terms.isEmpty { history(content.terms) }
    }
  }

  private func keeperForm(_ content: KeeperContent, _ village: String, _ errors: FieldErrors?) -> HTML {
    let l = reader.language
    let typed = errors == nil ? Form(fields: ["from": [now.day.iso]]) : form
    let options =
      [(value: "", label: KeeperStrings.withoutAccount)]
      + content.accounts.map { (value: $0.id.description, label: Text(same: $0.name)) }
    return section {
      h2 { reader(KeeperStrings.naming) }
      Web.form(action: Link.keeper(village), reader: reader, key: Secrets.token(bits: 80), errors: errors) {
        selectField(
          name: "account", label: KeeperStrings.account, options: options, selected: typed["account"],
          hint: KeeperStrings.accountHint, errors: errors, reader: reader)
        textField(
          name: "name", label: KeeperStrings.name, value: typed["name"], hint: KeeperStrings.nameHint, errors: errors,
          maxlength: 40, reader: reader)
        dayField(
          name: "from", label: KeeperStrings.from, value: typed["from"], errors: errors, required: true, reader: reader)
        dayField(
          name: "until", label: KeeperStrings.until, value: typed["until"], hint: KeeperStrings.untilHint,
          errors: errors, reader: reader)
        actions { submitButton(KeeperStrings.naming, l) }
      }
    }
  }

  private func history(_ terms: [KeeperTerm]) -> HTML {
    dataTable(
      caption: KeeperStrings.history,
      columns: [
        Column(title: KeeperStrings.name, width: .name), Column(title: KeeperStrings.from, width: .day),
        Column(title: KeeperStrings.until, width: .day),
      ],
      rows: terms.map { term in
        let until = term.isVoid ? reader(KeeperStrings.void) : term.until?.iso ?? reader(KeeperStrings.noEnd)
        return [.text(term.name), .text(term.from.iso), .text(until)]
      }, reader.language)
  }

  private func span(of term: KeeperTerm) -> String {
    reader(RegisterStrings.period(term.from.iso, term.until?.iso ?? reader(KeeperStrings.noEnd)))
  }
}
