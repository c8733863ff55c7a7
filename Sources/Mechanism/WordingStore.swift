import Store
import Values

package let wordingEntity = Entity("wording")

extension Transaction {
  /// The wordings of a town. Index: wording_key (town, key). An empty row stands for a return to the shipped words.
  package func wordings(of town: ID<Place>) throws -> Wordings {
    var own: [WordingKey: Text] = [:]
    for row in try rows("SELECT key, text_zh, text_en FROM wording WHERE town = \(town)") {
      let text = Text(zh: try row.text("text_zh"), en: try row.text("text_en"))
      if !text.zh.isEmpty { own[WordingKey(try row.text("key"))] = text }
    }
    return Wordings(own: own)
  }

  /// Puts the words, or replaces them; gives the id of the row.
  func putWording(
    _ key: WordingKey, _ text: Text, town: ID<Place>, id: Int64, at: Instant, by account: ID<Account>?
  ) throws -> Int64 {
    let row = try row(
      """
      INSERT INTO wording (id, town, key, text_zh, text_en, made_at, account)
      VALUES (\(id), \(town), \(key.name), \(text.zh), \(text.en), \(at), \(account))
      ON CONFLICT (town, key) DO UPDATE SET text_zh = excluded.text_zh, text_en = excluded.text_en,
        made_at = excluded.made_at, account = excluded.account
      RETURNING id
      """)
    return try row?.int64("id") ?? id
  }
}

extension Write {
  /// Gives a town its own words for a key; nil goes back to the shipped ones. Throws `NotFound` for an unknown key.
  package func changeWording(_ key: WordingKey, to text: Text?, town: ID<Place>) throws {
    guard Wordings.shippedText(key) != nil else { throw NotFound() }
    let words = text == Wordings.shippedText(key) ? nil : text
    let id = try tx.putWording(
      key, words ?? Text(same: ""), town: town, id: ids.next(Wordings.self).value, at: now, by: actor)
    try record("wordingChanged", Touched(wordingEntity, id), town: town, note: key.name)
  }
}
