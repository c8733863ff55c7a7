import Governance
import Store
import Values

/// How long contact data and recordings are kept, in words: what the privacy notice tells people.
package struct KeptPeriods: Sendable {
  private let contact: Text
  private let recordings: Text

  package init(_ rules: [KeepingRule]) { self.init([rules]) }

  /// Of several towns, which may differ.
  fileprivate init(_ towns: [[KeepingRule]]) {
    func words(_ thing: KeptThing) -> Text {
      let months = towns.joined().filter { $0.thing == thing }.compactMap(\.months)
      guard let least = months.min(), let most = months.max() else { return Text(same: "") }
      guard least < most else { return KeepingRule.period(months: most) }
      return KeepingStrings.range(KeepingRule.period(months: least), KeepingRule.period(months: most))
    }
    (contact, recordings) = (words(.contactData), words(.recordings))
  }

  /// The text with the periods in place of {contact} and {recordings}.
  package func fill(_ text: Text) -> Text {
    Text(
      zh: text.zh.replacing("{contact}", with: contact.zh).replacing("{recordings}", with: recordings.zh),
      en: text.en.replacing("{contact}", with: contact.en).replacing("{recordings}", with: recordings.en))
  }
}

extension Transaction {
  /// As one town keeps things.
  package func keptPeriods(of town: ID<Place>) throws -> KeptPeriods { KeptPeriods(try keepingRules(of: town)) }

  /// From the shortest to the longest of all towns. Index: place_level.
  package func keptPeriods() throws -> KeptPeriods {
    let towns = try rows("SELECT id FROM place WHERE level = 'town' ORDER BY id").map {
      try keepingRules(of: $0.id("id", as: Place.self))
    }
    return KeptPeriods(towns.isEmpty ? [KeepingRule.defaults] : towns)
  }
}
