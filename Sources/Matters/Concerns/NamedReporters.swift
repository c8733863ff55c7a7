import Governance

import Store
import Values
import Web

extension Transaction {
  /// Names and telephones of who reported a matter, with all merged into it; at most 500.
  func contacts(ofRoot root: ID<Matter>, in key: VillageKey) throws -> [ReporterContact] {
    // `CROSS JOIN` keeps the order of the tables: from the few matters of a root.
    try rows(
      """
      SELECT DISTINCT p.name AS name, p.phone AS phone
      FROM matter m CROSS JOIN matter_concern mc CROSS JOIN concern c CROSS JOIN person p
      WHERE m.town = \(key.town) AND m.root = \(root) AND mc.town = m.town AND mc.matter = m.id AND c.id = mc.concern
        AND p.id = c.person AND p.erased_at IS NULL
      LIMIT 500
      """
    ).map { ReporterContact(name: try $0.text("name"), phone: try $0.text("phone")) }
  }
}

extension Write {
  /// Refuses words that all reporters of a matter are told as they stand, when they name one of them.
  /// - Throws: the refusal `namesReporter`, which says what to take out.
  package func refuseNames(in words: String, of root: ID<Matter>, in key: VillageKey) throws {
    guard !words.isEmpty else { return }
    if let refusal = namingRefusal(words, reporters: try tx.contacts(ofRoot: root, in: key)) { throw refusal }
  }
}
