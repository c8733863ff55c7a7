import Governance
import Store
import Values
import Web

extension Transaction {
  /// Whether suggestions are shown in the village; an administrator may turn them off. Key: suggestion_switch (id).
  package func suggests(in key: VillageKey) throws -> Bool {
    try row(
      "SELECT id FROM suggestion_switch WHERE id = \(key.village) AND town = \(key.town) AND is_off = 1") == nil
  }
}

extension Write {
  /// Turns suggestions in a village on or off; nothing happens where they are so already. Events `suggestions_on`,
  /// `suggestions_off`.
  package func switchSuggestions(on isOn: Bool, in key: VillageKey) throws {
    guard try tx.suggests(in: key) != isOn else { return }
    try tx.run(
      """
      INSERT INTO suggestion_switch (id, town, is_off, at, account)
      VALUES (\(key.village), \(key.town), \(!isOn), \(now), \(actor))
      ON CONFLICT (id) DO UPDATE SET is_off = excluded.is_off, at = excluded.at, account = excluded.account
      """)
    try record(
      isOn ? "suggestions_on" : "suggestions_off", Touched(suggestionSwitchEntity, key.village), town: key.town,
      village: key.village)
  }
}
