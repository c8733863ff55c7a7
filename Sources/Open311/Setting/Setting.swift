import Store
import Values
import Web

extension Transaction {
  /// Whether the town takes reports over Open311 from apps without a key; an administrator may turn that off.
  /// Key: open311_setting (id).
  func takesAnonymousReports(_ town: ID<Place>) throws -> Bool {
    try row("SELECT id FROM open311_setting WHERE id = \(town) AND is_anonymous = 0") == nil
  }
}

extension Write {
  /// Nothing happens where it is so already. Events `open311_anonymous_on`, `open311_anonymous_off`.
  func takeAnonymousReports(_ isOn: Bool, in town: ID<Place>) throws {
    guard try tx.takesAnonymousReports(town) != isOn else { return }
    try tx.run(
      """
      INSERT INTO open311_setting (id, town, is_anonymous, at, account)
      VALUES (\(town), \(town), \(isOn), \(now), \(actor))
      ON CONFLICT (id) DO UPDATE SET is_anonymous = excluded.is_anonymous, at = excluded.at, account = excluded.account
      """)
    try record(isOn ? "open311_anonymous_on" : "open311_anonymous_off", Touched(settingEntity, town), town: town)
  }
}
