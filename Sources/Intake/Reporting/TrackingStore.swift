import Store
import Values

extension Transaction {
  /// How many appeals were made for a concern: 0, 1 or 2. Index: appeal_concern.
  func appealsMade(for concern: ID<Concern>, town: ID<Place>) throws -> Int {
    try count("SELECT COUNT(*) AS n FROM appeal WHERE town = \(town) AND concern = \(concern)")
  }
}
