import Governance
import Store
import Values
import Web

/// A kind of government or community matter that concerns single persons and is public as a count only.
struct CountOnlyKind: Sendable {
  let name: Text
  /// Beginnings of codes of the duty catalogue.
  let prefixes: [String]

  /// Together all leaves for which `isCountOnly` holds whatever the class.
  static let all = [
    CountOnlyKind(name: Text(zh: "家庭暴力与侵害", en: "Violence and harm in families"), prefixes: ["GM0505"]),
    CountOnlyKind(name: Text(zh: "看病与健康", en: "Health"), prefixes: ["GM06"]),
    CountOnlyKind(
      name: Text(zh: "救助、保障与补助", en: "Relief, insurance and benefits"),
      prefixes: ["GM0402", "GM0701", "GM0702", "GM0703", "GM0705", "GM0707", "GM0802", "GM1103"]),
    CountOnlyKind(name: Text(zh: "未成年人", en: "Children"), prefixes: ["GM0706"]),
    CountOnlyKind(
      name: Text(zh: "对干部和村务的监督", en: "How officials and the village act"), prefixes: ["GM1001", "GM1002", "GM1003"]),
  ]
}

/// How many matters of a kind there are, as anybody may know it.
struct HiddenCount: Sendable, Encodable {
  let kind: Text
  /// "<5" for 0 to 4: with a nought, who counts the released matters could work out a single one. Else the number, and
  /// "100+" from 100.
  let count: String

  init(_ kind: CountOnlyKind, _ number: Int) {
    self.kind = kind.name
    count = number < 5 ? publicCount(1) : number >= Self.cap ? "\(Self.cap)+" : publicCount(number)
  }

  /// So far is counted.
  static let cap = 100
}

extension Transaction {
  /// The matters of the kinds that are public as counts only, open and closed, in one statement: each beginning of codes
  /// is a range of the index matter_leaf and is counted up to `HiddenCount.cap`.
  func hiddenCounts(in key: VillageKey) throws -> [HiddenCount] {
    var statement: SQL?
    for (number, kind) in CountOnlyKind.all.enumerated() {
      for prefix in kind.prefixes {
        let part = Self.hiddenCount(prefix, kind: number, in: key)
        statement = statement.map { "\($0) UNION ALL \(part)" } ?? part
      }
    }
    guard let statement else { return [] }
    var numbers: [Int: Int] = [:]
    for row in try rows(statement) { numbers[try row.int("kind"), default: 0] += try row.int("n") }
    return CountOnlyKind.all.enumerated().map { HiddenCount($1, numbers[$0] ?? 0) }
  }

  private static func hiddenCount(_ prefix: String, kind: Int, in key: VillageKey) -> SQL {
    let kind = SQL(unchecked: "\(kind)")
    // "GM06" to "GM0699", "GM0505" to "GM050599": all codes that begin so.
    return """
      SELECT \(kind) AS kind, COUNT(*) AS n FROM (
        SELECT id FROM matter
        WHERE town = \(key.town) AND village = \(key.village) AND class IN ('government', 'community')
          AND leaf BETWEEN \(prefix) AND \(prefix + "99") AND merged_into IS NULL
        LIMIT \(HiddenCount.cap)) AS k
      """
  }
}
