import Governance
import People
import Store
import Values
import Web

/// A keeper to be named: by account or by name alone.
package struct NewKeeper: Sendable {
  package let account: ID<Account>?
  /// Empty: the account's.
  package let name: String
  package let from: Day
  package let until: Day?

  package init(account: ID<Account>? = nil, name: String = "", from: Day, until: Day? = nil) {
    (self.account, self.name, self.from, self.until) = (account, name, from, until)
  }

  /// Of the form; all errors at once.
  init(_ form: Form, now: Instant) throws(FieldErrors) {
    var errors = FieldErrors()
    account = form.optionalID("account", as: Account.self, &errors)
    name = form.text("name", max: 40, &errors)
    if account == nil, name.isEmpty, errors.message(for: "account") == nil {
      errors.add("name", KeeperStrings.whoMissing)
    }
    let (from, until) = (form.day("from", now: now, &errors), form.day("until", now: now, &errors))
    if from == nil, errors.message(for: "from") == nil { errors.add("from", WebWords.missing) }
    if let from, let until, until < from { errors.add("until", KeeperStrings.untilBeforeFrom) }
    guard errors.isEmpty, let from else { throw errors }
    (self.from, self.until) = (from, until)
  }
}

extension Transaction {
  /// The accounts that hold the role of keeper at the village itself on a day.
  func keeperAccounts(_ key: VillageKey, on day: Day) throws -> [AccountRow] {
    guard let village = try place(key.village), village.town == key.town else { throw NotFound() }
    return try holders(at: village, on: day).filter { $0.membership.role == .registerKeeper }.map(\.account)
  }
}

extension Write {
  /// Names the register keeper of a village (event `keeper_named`). An overlapping earlier term ends the day before.
  /// - Throws: `FieldErrors` for an account that is no keeper of this village.
  @discardableResult package func nameKeeper(_ new: NewKeeper, in key: VillageKey) throws -> KeeperTerm {
    var name = new.name
    if let account = new.account {
      let known = try tx.keeperAccounts(key, on: now.day).first { $0.id == account }
      guard let known else { throw FieldErrors("account", KeeperStrings.notHere) }
      if name.isEmpty { name = known.name }
    }
    let (ends, until) = overlaps(of: try tx.keeperTerms(of: key), from: new.from, until: new.until)
    for end in ends {
      try tx.run("UPDATE keeper_term SET until_day = \(end.until) WHERE town = \(key.town) AND id = \(end.id)")
    }
    let term = KeeperTerm(
      id: ids.next(StoredFile.self).value, village: key.village, account: new.account, name: name, from: new.from,
      until: until, namedBy: actor, madeAt: now)
    try tx.run(
      """
      INSERT INTO keeper_term (id, town, village, account, name, from_day, until_day, named_by, made_at)
      VALUES (\(term.id), \(key.town), \(key.village), \(term.account), \(term.name), \(term.from), \(term.until),
        \(actor), \(now))
      """)
    try record(
      "keeper_named", Touched(keeperTermEntity, term.id), town: key.town, village: key.village,
      note: "\(term.from.iso) \(term.until?.iso ?? "-")", touching: ends.map { Touched(keeperTermEntity, $0.id) })
    return term
  }
}
