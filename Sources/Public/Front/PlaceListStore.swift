import Store
import Values
import Web

/// A village or urban community to choose, with its town.
struct VillageChoice: Sendable {
  let code: String
  let name: Text
  let townCode: String
  let town: Text

  init(_ row: Row) throws {
    code = try row.text("code")
    name = try row.name("name")
    townCode = try row.text("town_code")
    town = try row.name("town")
  }

  init(code: String, name: Text, townCode: String, town: Text) {
    (self.code, self.name, self.townCode, self.town) = (code, name, townCode, town)
  }
}

/// A town to choose.
struct TownChoice: Sendable {
  let code: String
  let name: Text

  init(_ row: Row) throws {
    code = try row.text("code")
    name = try row.name("name")
  }
}

extension Row {
  /// `PREFIX_zh` and `PREFIX_en`; the Chinese name stands for a missing English one.
  fileprivate func name(_ prefix: String) throws -> Text {
    let (zh, en) = (try text(prefix + "_zh"), try text(prefix + "_en"))
    return Text(zh: zh, en: en.isEmpty ? zh : en)
  }
}

extension Transaction {
  /// The open villages and urban communities by town, at most `limit`.
  /// - Parameters:
  ///   - town: the code of the only town asked for; empty = all.
  ///   - name: a part of the village's or town's name in either language; empty = any.
  /// Index: place_parent (counties, their towns, their villages); with a town the unique code.
  func villageChoices(town: String, name: String, limit: Int) throws -> [VillageChoice] {
    let ofTown: SQL = town.isEmpty ? "" : "AND t.code = \(town)"
    let pattern = "%" + Self.escapedForLike(name) + "%"
    let small = pattern.lowercased()
    let named: SQL =
      name.isEmpty
      ? ""
      : """
      AND (v.name_zh LIKE \(pattern) ESCAPE '!' OR lower(v.name_en) LIKE \(small) ESCAPE '!'
        OR t.name_zh LIKE \(pattern) ESCAPE '!' OR lower(t.name_en) LIKE \(small) ESCAPE '!')
      """
    return try rows(
      """
      SELECT v.code AS code, v.name_zh AS name_zh, v.name_en AS name_en, t.code AS town_code, t.name_zh AS town_zh,
        t.name_en AS town_en
      FROM place c JOIN place t ON t.parent = c.id JOIN place v ON v.parent = t.id
      WHERE c.parent IS NULL AND t.closed_at IS NULL AND v.closed_at IS NULL AND v.level IN ('village', 'community')
        \(ofTown) \(named)
      ORDER BY t.id, v.id LIMIT \(limit)
      """
    ).map(VillageChoice.init)
  }

  /// The open towns, at most `limit`. Index: place_parent.
  func townChoices(limit: Int) throws -> [TownChoice] {
    try rows(
      """
      SELECT t.code AS code, t.name_zh AS name_zh, t.name_en AS name_en
      FROM place c JOIN place t ON t.parent = c.id
      WHERE c.parent IS NULL AND t.level = 'town' AND t.closed_at IS NULL ORDER BY t.id LIMIT \(limit)
      """
    ).map(TownChoice.init)
  }

  /// "50%" → "50!%", so that a typed sign is itself.
  private static func escapedForLike(_ text: String) -> String {
    text.replacing("!", with: "!!").replacing("%", with: "!%").replacing("_", with: "!_")
  }
}
