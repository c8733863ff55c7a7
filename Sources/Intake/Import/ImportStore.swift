import Governance
import Matters
import Store
import Values
import Web

extension Write {
  /// Writes the rows of a piece that are not there yet; what is there already stays as it is.
  func take(_ rows: [PreparedRow], in key: VillageKey, villageName: String) throws -> PieceCounts {
    var known = try tx.importKeys(rows.compactMap(\.concern.importKey), in: key)
    let titles = try tx.titles(ofMatters: rows.map(\.number).filter { $0.contains("-") }, in: key)
    var counts = PieceCounts()
    for row in rows {
      guard let importKey = row.concern.importKey, known.insert(importKey).inserted, !row.isOwn(titles) else {
        counts.already += 1
        continue
      }
      try take(row, in: key, villageName: villageName)
      counts.taken += 1
      if row.isUndated { counts.undated += 1 }
      if case .matter = row.outcome { counts.matters += 1 }
    }
    return counts
  }

  private func take(_ row: PreparedRow, in key: VillageKey, villageName: String) throws {
    let filed = try file(row.concern, in: key, villageName: villageName)
    switch row.outcome {
    case .waiting(let reply):
      guard !reply.isEmpty else { return }
      let addition = try addImportedReply(reply, to: filed.id, at: row.concern.receivedAt, in: key)
      try record(
        "reply_imported", Touched(concernEntity, filed.id), town: key.town,
        village: row.concern.isSealed ? nil : key.village, touching: [addition])
    case .refused(let reason, let answer):
      guard !row.concern.isSealed else { return }
      try refuseHistory(try tx.concern(filed.id, in: key), reason: reason, answer: answer)
    case .matter(let matter):
      let concern = try tx.concern(filed.id, in: key)
      let parts = [TriagePart(.new(title: matter.title, matter.routing))]
      guard let id = try triage(concern, into: parts, villageName: villageName).first else { return }
      if let closedAt = matter.closedAt {
        try closeHistory(id, reply: matter.reply, closedAt: closedAt, in: key)
      } else if matter.state != .inProgress || !matter.reply.isEmpty {
        try setHistoryState(id, to: matter.state, reply: matter.reply, in: key)
      }
    }
  }
}

extension PreparedRow {
  /// Whether it is a line of this village's own register: the number and the words of a matter that stands there.
  fileprivate func isOwn(_ titles: [String: String]) -> Bool {
    guard let title = titles[number] else { return false }
    return concern.text == title || concern.text.hasPrefix(title)
  }
}

extension Transaction {
  /// Those of the keys that were imported before. Index: concern_import.
  fileprivate func importKeys(_ keys: [String], in key: VillageKey) throws -> Set<String> {
    guard !keys.isEmpty else { return [] }
    let rows = try rows(
      """
      SELECT import_key FROM concern
      WHERE town = \(key.town) AND village = \(key.village) AND import_key IN (\(values: keys))
      """)
    return Set(try rows.map { try $0.text("import_key") })
  }

  /// The titles of matters of the village by number. Index: matter_number.
  fileprivate func titles(ofMatters numbers: [String], in key: VillageKey) throws -> [String: String] {
    guard !numbers.isEmpty else { return [:] }
    let rows = try rows(
      """
      SELECT number, title FROM matter
      WHERE town = \(key.town) AND village = \(key.village) AND number IN (\(values: numbers))
      """)
    return Dictionary(
      try rows.map { (try $0.text("number"), try $0.text("title")) }, uniquingKeysWith: { first, _ in first })
  }
}
