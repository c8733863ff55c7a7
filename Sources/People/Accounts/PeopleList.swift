import Governance
import Documents
import Store
import Values
import Web

/// A line of a pasted list of people: an account (perhaps there already) and a role.
package struct PersonLine: Sendable, Hashable {
  /// Counted from 1.
  package let number: Int
  package let login: String
  package let name: String
  package let phone: String
  package let role: Role
  package let placeCode: String
  package let body: String?
}

/// Reads a pasted list: login, name, telephone, role, code of the place, department or kind of collector; divided by
/// tabs, commas or semicolons. Roles and kinds are given by their Chinese, English or stored names. A first line of
/// titles is left out.
/// - Throws: `FieldErrors` of `lines`: every line with what is wrong.
package func personLines(_ text: String) throws(FieldErrors) -> [PersonLine] {
  var errors = FieldErrors()
  guard let rows = try? DelimitedReader(text).allRows() else { throw FieldErrors("lines", PlaceStrings.notText) }
  var found: [PersonLine] = []
  for (index, row) in rows.enumerated() {
    let fields = row.map { $0.filter { $0 != "\u{FEFF}" }.drop(while: \.isWhitespace) }
      .map { String($0.reversed().drop(while: \.isWhitespace).reversed()) }
    if fields.allSatisfy(\.isEmpty) { continue }
    if found.isEmpty, errors.isEmpty, ["login", "账号", "登录名"].contains(fields[0].lowercased()) { continue }
    if let line = personLine(fields, number: index + 1, &errors) { found.append(line) }
  }
  if found.isEmpty, errors.isEmpty { errors.add("lines", WebWords.missing) }
  if found.count > 2000 { errors.add("lines", PlaceStrings.tooManyLines) }
  guard errors.isEmpty else { throw errors }
  return found
}

private func personLine(_ fields: [String], number: Int, _ errors: inout FieldErrors) -> PersonLine? {
  var wrong: [Text] = []
  guard fields.count >= 5 else {
    errors.add("lines", PlaceStrings.line(number, AccountStrings.fieldsMissing))
    return nil
  }
  let login = fields[0].lowercased()
  if let error = loginError(login) { wrong.append(error) }
  if fields[1].isEmpty || fields[1].count > 40 { wrong.append(AccountStrings.nameMissing) }
  if let error = phoneError(fields[2]) { wrong.append(error) }
  let role = Role.allCases.first { isNamed($0.rawValue, $0.name, fields[3]) }
  if role == nil { wrong.append(AccountStrings.noSuchRole) }
  for text in wrong { errors.add("lines", PlaceStrings.line(number, text)) }
  guard wrong.isEmpty, let role else { return nil }
  return PersonLine(
    number: number, login: login, name: fields[1], phone: normalizedPhone(fields[2]), role: role,
    placeCode: fields[4], body: roleBody(fields.count > 5 ? fields[5] : "", of: role))
}

/// A typed department or kind as it is kept: the stored name of a collector's kind, nil when empty.
package func roleBody(_ typed: String, of role: Role) -> String? {
  guard !typed.isEmpty else { return nil }
  guard role == .collector else { return typed }
  return SourceKind.allCases.first { isNamed($0.rawValue, $0.name, typed) }?.rawValue ?? typed
}

/// Brackets count alike in full and half width.
private func isNamed(_ stored: String, _ name: Text, _ typed: String) -> Bool {
  let plain = typed.replacing("\u{FF08}", with: "(").replacing("\u{FF09}", with: ")")
  let zh = name.zh.replacing("\u{FF08}", with: "(").replacing("\u{FF09}", with: ")")
  return plain == zh || plain.lowercased() == stored.lowercased() || plain.lowercased() == name.en.lowercased()
}

extension Write {
  /// Opens the accounts of a list that are not there yet and gives all their roles: all lines or none.
  /// - Parameter mayManage: whether the caller may give roles at a place.
  /// - Throws: `FieldErrors` of `lines`: every line with what is wrong.
  func importPeople(_ lines: [PersonLine], at place: ID<Place>, mayManage: (PlaceInfo) -> Bool) throws -> Int {
    var errors = FieldErrors()
    for line in lines {
      do { try importPerson(line, at: place, mayManage: mayManage) } catch let wrong as FieldErrors {
        for error in wrong.all { errors.add("lines", PlaceStrings.line(line.number, error.message)) }
      } catch let refusal as Refusal {
        errors.add("lines", PlaceStrings.line(line.number, refusal.reason))
      }
    }
    guard errors.isEmpty else { throw errors }
    return lines.count
  }

  private func importPerson(_ line: PersonLine, at place: ID<Place>, mayManage: (PlaceInfo) -> Bool) throws {
    guard let target = try tx.place(code: line.placeCode) else {
      throw FieldErrors("lines", AccountStrings.noSuchPlace)
    }
    guard mayManage(target.info) else { throw FieldErrors("lines", AccountStrings.placeNotYours) }
    let role = NewRole(role: line.role, place: target.id, body: line.body, from: now.day)
    if let known = try tx.account(login: line.login) {
      guard known.place == place else { throw FieldErrors("lines", AccountStrings.loginTaken) }
      _ = try giveOrPropose(role, to: known.id)
    } else {
      let id = try openAccount(NewAccount(place: place, login: line.login, name: line.name, phone: line.phone))
      _ = try giveOrPropose(role, to: id)
    }
  }
}
