import Governance
import Store
import Values
import Web

/// A place as it is stored.
package struct PlaceRow: Sendable, Hashable {
  package let id: ID<Place>
  /// The town itself for a town, its town for what lies below; nil for a county.
  package let town: ID<Place>?
  package let townCode: String?
  package let county: ID<Place>
  /// The village itself, or the one a group belongs to; nil above.
  package let village: ID<Place>?
  package let parent: ID<Place>?
  package let code: String
  package let level: PlaceInfo.Level
  package let nameZh: String
  /// Empty when nobody gave one.
  package let nameEn: String
  package let phone: String
  package let address: String
  package let closedAt: Instant?

  init(_ row: Row) throws {
    (id, code, level) = try (row.id("id"), row.text("code"), row.choice("level"))
    let town = try row.int64("town")
    self.town = town == 0 ? nil : ID(town)
    townCode = row.optionalText("town_code")
    county = try row.id("county")
    (village, parent) = (row.optionalID("village"), row.optionalID("parent"))
    (nameZh, nameEn) = try (row.text("name_zh"), row.text("name_en"))
    (phone, address) = try (row.text("phone"), row.text("address"))
    closedAt = row.optionalInstant("closed_at")
  }

  /// The Chinese name stands for a missing English one.
  package var name: Text { Text(zh: nameZh, en: nameEn.isEmpty ? nameZh : nameEn) }

  package var info: PlaceInfo {
    PlaceInfo(
      id: id, code: code, level: level, name: name, county: county, town: town, townCode: townCode, village: village)
  }
}

extension PlaceInfo.Level {
  /// The level as the rules of roles know it: a community counts as a village.
  package var forRoles: PlaceLevel {
    switch self {
    case .county: .county
    case .town: .town
    case .village, .community: .village
    case .group: .group
    }
  }

  /// Whether a place of this level may stand directly under one of `parent` (nil: at the top).
  package func fits(under parent: PlaceInfo.Level?) -> Bool {
    switch (self, parent) {
    case (.county, nil), (.town, .county), (.village, .town), (.community, .town): true
    case (.group, .village), (.group, .community): true
    default: false
    }
  }

  /// The levels that may stand directly below.
  package var below: [PlaceInfo.Level] { Self.allCases.filter { $0.fits(under: self) } }

  package var name: Text {
    switch self {
    case .county: Text(zh: "县（区）", en: "County")
    case .town: Text(zh: "镇（乡、街道）", en: "Town")
    case .village: Text(zh: "村", en: "Village")
    case .community: Text(zh: "社区", en: "Urban community")
    case .group: Text(zh: "组", en: "Group")
    }
  }
}
