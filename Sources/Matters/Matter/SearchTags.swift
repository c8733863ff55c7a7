import Store
import Values

/// What the search narrows matters by, beside their words. A filter is a letter and a value: "sclosed" a state,
/// "kGM0902" a leaf and "kGM09" its top, "b…" the lead body, "cweb" a channel, "g…" a group.
///
/// Each matter bears a tag for its village, its class in the village, each of its filters there, and each pair of them:
/// whatever is asked is one tag or a few, and a pair that is rare is found without walking through what is common.
package enum SearchTags {
  /// The tags of a matter with these filters.
  package static func all(_ filters: [String], class matterClass: MatterClass, village: ID<Place>) -> [String] {
    let known = Set(filters.filter { $0.count > 1 }).sorted()
    var tags = [of(village), of(matterClass, village)]
    for (index, one) in known.enumerated() {
      tags.append(tag([one], matterClass, village))
      for other in known.dropFirst(index + 1) where other.first != one.first {
        tags.append(tag([one, other], matterClass, village))
      }
    }
    return tags
  }

  /// The tags that a matter of the class must bear to have all the filters.
  package static func asked(_ filters: [String], class matterClass: MatterClass, village: ID<Place>) -> [String] {
    let known = Set(filters).sorted()
    guard let first = known.first else { return [of(matterClass, village)] }
    guard known.count > 1 else { return [tag([first], matterClass, village)] }
    return known.dropFirst().map { other in
      first.first == other.first
        ? tag([other], matterClass, village) : tag([first, other], matterClass, village)
    }
  }

  /// All matters of the village.
  package static func of(_ village: ID<Place>) -> String { "v\(village)" }
  /// Those of the village that the register lists by another key than their id.
  package static func moved(in village: ID<Place>) -> String { "m\(village)" }
  private static func of(_ matterClass: MatterClass, _ village: ID<Place>) -> String {
    tag([], matterClass, village)
  }

  /// Ten letters (50 bits): what was given stands in the tag as a digest, so that pairs of long words stay short.
  private static func tag(_ filters: [String], _ matterClass: MatterClass, _ village: ID<Place>) -> String {
    var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in "\(village)|\(matterClass.rawValue)|\(filters.joined(separator: "|"))".utf8 {
      digest = (digest ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
    digest = (digest ^ (digest >> 32)) &* 0xD6E8_FEB8_6659_FD93
    return String(decoding: (0..<10).map { letters[Int(digest >> (14 + 5 * UInt64($0)) & 31)] }, as: UTF8.self)
  }

  private static let letters = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
}
