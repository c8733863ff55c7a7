import People
import Store
import Values

extension Transaction {
  /// The concerns of a short number, one a town at most, each with its reporter's telephone. Sealed ones are not found:
  /// only their tracking link opens them. Index: concern_number.
  package func concerns(number: String) throws -> [(concern: ConcernRow, phone: String)] {
    try rows(
      """
      SELECT c.*, p.phone AS reporter_phone FROM concern c JOIN person p ON p.id = c.person
      WHERE c.town IN (SELECT id FROM place WHERE level = 'town') AND c.number = \(number) AND c.sealed = 0
        AND p.erased_at IS NULL
      """
    ).map { (try ConcernRow($0), try $0.text("reporter_phone")) }
  }
}
