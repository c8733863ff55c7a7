import Governance
import Store
import Values
import Web

private let codeName = "setup_code"

/// Whether the database has no place yet, so that the first-run page must be shown.
package func needsSetup(_ database: Database) async throws -> Bool { try await database.read { try !$0.hasPlaces() } }

/// Makes the one-time code of the first-run page and keeps its digest; a code made before is void. `serve` prints it.
/// Nil when the database has places.
package func prepareSetup(_ app: App) async throws -> String? {
  guard try await needsSetup(app.database) else { return nil }
  let code = String(app.ledger.token(for: "setup").prefix(16))
  let digest = Secrets.sha256(PaperCode.letters(of: code))
  _ = try await app.database.write { tx in
    try tx.run(
      """
      INSERT INTO setting (town, name, value) VALUES (0, \(codeName), \(digest))
      ON CONFLICT (town, name) DO UPDATE SET value = excluded.value
      """)
  }
  return code.chunksOfFour
}

extension String {
  /// "abcd-efgh-…"
  fileprivate var chunksOfFour: String { Array(self).chunks(of: 4).map { String($0) }.joined(separator: "-") }
}

extension Transaction {
  func isSetupCode(_ digest: String) throws -> Bool {
    try row("SELECT value FROM setting WHERE town = 0 AND name = \(codeName) AND value = \(digest)") != nil
  }

  /// Whether the code was there until now.
  fileprivate func takeSetupCode(_ digest: String) throws -> Bool {
    try run("DELETE FROM setting WHERE town = 0 AND name = \(codeName) AND value = \(digest)") == 1
  }
}

/// What the first-run page asks for.
struct SetupForm: Sendable {
  /// The SHA-256 of the one-time code.
  let codeDigest: String
  let countyCode: String
  let countyName: String
  let townCode: String
  let townName: String
  let villages: [PlaceLine]
  let login: String
  let name: String
  let password: String

  init(_ request: Request) throws(FieldErrors) {
    let form = request.form
    var errors = FieldErrors()
    let code = form.required("code", max: 60, &errors) ?? ""
    countyCode = Self.code("county_code", form, &errors)
    countyName = form.required("county_name", max: 60, &errors) ?? ""
    townCode = Self.code("town_code", form, &errors)
    townName = form.required("town_name", max: 60, &errors) ?? ""
    if !townCode.isEmpty, townCode == countyCode { errors.add("town_code", SetupStrings.sameCode) }
    if townCode.utf8.count > 12 { errors.add("town_code", SetupStrings.townCodeLong) }
    villages = Self.villages(of: request, &errors)
    login = form.required("login", max: 32, &errors)?.lowercased() ?? ""
    if !login.isEmpty, let error = loginError(login) { errors.add("login", error) }
    name = form.required("name", max: 40, &errors) ?? ""
    password = form.all("password").first ?? ""
    if let error = passwordError(password, login: login) { errors.add("password", error) }
    guard errors.isEmpty else { throw errors }
    codeDigest = Secrets.sha256(PaperCode.letters(of: code))
  }

  private static func code(_ name: String, _ form: Form, _ errors: inout FieldErrors) -> String {
    let code = form.required(name, max: 15, &errors) ?? ""
    if !code.isEmpty, let error = placeCodeError(code) { errors.add(name, error) }
    return code
  }

  private static func villages(of request: Request, _ errors: inout FieldErrors) -> [PlaceLine] {
    do {
      let lines = try placeLines(try request.pastedLines())
      if lines.isEmpty { errors.add("lines", WebWords.missing) }
      return lines
    } catch let wrong as FieldErrors {
      for error in wrong.all { errors.add(error.field, error.message) }
    } catch {
      errors.add("file", PlaceStrings.notText)
    }
    return []
  }
}

extension Write {
  /// The first county, town, villages and administrator; the code is used up. Events of each place, account and role.
  /// - Throws: `FieldErrors` of the form's fields; `NotFound` when there are places already.
  func setUp(_ form: SetupForm, passwordHash: String) throws -> ID<Account> {
    guard try !tx.hasPlaces() else { throw NotFound() }
    guard try tx.takeSetupCode(form.codeDigest) else { throw FieldErrors("code", SetupStrings.wrongCode) }
    let county = try openPlace(
      NewPlace(level: .county, parent: nil, code: form.countyCode, nameZh: form.countyName))
    let town = try openPlace(
      NewPlace(level: .town, parent: county.id, code: form.townCode, nameZh: form.townName))
    let villages = try newPlaces(
      form.villages, under: (town.id, town.code, .town), isTaken: { try tx.place(code: $0) != nil },
      hasVillage: { _ in false })
    for village in villages { try openPlace(village) }
    return try openAccount(
      NewAccount(place: town.id, login: form.login, name: form.name, passwordHash: passwordHash),
      roles: [
        NewRole(role: .administrator, place: town.id, from: now.day),
        NewRole(role: .administrator, place: county.id, from: now.day),
      ])
  }
}
