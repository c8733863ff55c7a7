import Governance
import Store
import Values

extension Transaction {
  private static let memberships: SQL = """
    SELECT m.id AS membership, m.account, m.role, m.body, m.from_day, m.until_day, \(placeColumns)
    FROM membership m JOIN place p ON p.id = m.place LEFT JOIN place t ON t.id = p.town
    """

  /// All roles of an account, past and future ones too, newest first, at most 200. Index: membership_account.
  package func memberships(of account: ID<Account>) throws -> [MembershipRow] {
    try lastingRows("\(Self.memberships) WHERE m.account = \(account) ORDER BY m.id DESC LIMIT 200").map(
      MembershipRow.init)
  }

  /// The roles of an account in force on a day.
  func memberships(of account: ID<Account>, on day: Day) throws -> [MembershipRow] {
    try rows(
      """
      \(Self.memberships)
      WHERE m.account = \(account) AND m.from_day <= \(day) AND COALESCE(m.until_day, \(day)) >= \(day) ORDER BY m.id
      """
    ).map(MembershipRow.init)
  }

  /// Who holds a role at a place itself on a day, with the names, at most 200. Index: membership_place.
  package func holders(at place: PlaceRow, on day: Day) throws -> [(account: AccountRow, membership: MembershipRow)] {
    let memberships = try rows(
      """
      \(Self.memberships)
      WHERE m.town = \(place.town?.value ?? 0) AND m.place = \(place.id) AND m.from_day <= \(day)
        AND COALESCE(m.until_day, \(day)) >= \(day)
      ORDER BY m.role, m.id LIMIT 200
      """
    ).map(MembershipRow.init)
    return try memberships.compactMap { membership in
      try account(membership.account).flatMap { $0.closedAt == nil ? ($0, membership) : nil }
    }
  }

  func membership(_ id: ID<Membership>) throws -> MembershipRow? {
    try row("\(Self.memberships) WHERE m.id = \(id)").map(MembershipRow.init)
  }

  func insertMembership(_ new: NewRole, id: ID<Membership>, account: ID<Account>, town: ID<Place>?, at now: Instant)
    throws
  {
    try run(
      """
      INSERT INTO membership (id, town, account, place, role, body, from_day, until_day, made_at)
      VALUES (\(id), \(town?.value ?? 0), \(account), \(new.place), \(new.role.rawValue), \(new.body), \(new.from),
        \(new.until), \(now))
      """)
  }

  func setLastDay(_ day: Day, of id: ID<Membership>) throws {
    try run("UPDATE membership SET until_day = \(day) WHERE id = \(id)")
  }

  /// Whether somebody else than `account` administers the place, or the county above it, on the day.
  func hasOtherAdministrator(of place: PlaceRow, than account: ID<Account>, on day: Day) throws -> Bool {
    let found = try row(
      """
      SELECT m.id FROM membership m JOIN account a ON a.id = m.account
      WHERE m.town IN (\(place.town?.value ?? 0), 0) AND m.place IN (\(place.id), \(place.county))
        AND m.role = \(Role.administrator.rawValue) AND m.from_day <= \(day) AND COALESCE(m.until_day, \(day)) >= \(day)
        AND m.account <> \(account) AND a.closed_at IS NULL
      LIMIT 1
      """)
    return found != nil
  }
}

extension MembershipRow {
  fileprivate init(_ row: Row) throws {
    self.init(
      id: try row.id("membership"), account: try row.id("account"), place: try PlaceRow(row),
      role: try row.choice("role"), body: row.optionalText("body"), from: try row.day("from_day"),
      until: row.optionalDay("until_day"))
  }
}
