import Foundation
import Governance
import Matters
import Mechanism
import Store
import TriageEngine
import Values
import Web

/// A matter with its concern and reporter, ready to be written.
struct FillRow: Sendable {
  let id: Int64
  let village: Ground.Village
  let number: String
  let saying: FillWords.Saying
  let duty: Duty
  let state: MatterState
  let at: Instant
  let channel: Channel
  let group: ID<Place>?
  let name: String
  let phone: String

  /// As `MatterRow.tags` writes them.
  var tags: [String] {
    var filters = [
      "s\(state.rawValue)", "k\(duty.code)", "k\(duty.parent)", "b\(duty.lead)", "c\(channel.rawValue)",
    ]
    if let group { filters.append("g\(group)") }
    return SearchTags.all(filters, class: duty.matterClass, village: village.key.village)
  }

  var tokens: [String] {
    SearchTokens.bigrams(of: [saying.title, saying.place, number, saying.text, saying.place].joined(separator: "\n"))
  }
}

/// Makes rows: spread over three years, most of the old ones closed, categories and places as uneven as in life.
struct FillRows {
  private let ground: Ground
  private let isOpen: Bool
  private let isGovernment: Bool
  private var words = FillWords(seed: 20_261_124)
  private var serials: [Int: Int] = [:]
  private(set) var counters: [FillCounter: Int] = [:]
  private var pairs: [[String]: Int] = [:]

  init(ground: Ground, isOpen: Bool, isGovernment: Bool) {
    (self.ground, self.isOpen, self.isGovernment) = (ground, isOpen, isGovernment)
  }

  mutating func next(_ index: Int, of total: Int) -> FillRow {
    let age = Int64(total - index) * (1095 * 86_400_000 / Int64(total))
    let at = Instant(milliseconds: ground.now.milliseconds - age)
    var saying = words.saying()
    while isGovernment, Catalogue.shipped.duty(saying.leaf)?.matterClass != .government { saying = words.saying() }
    let duty = Catalogue.shipped.duty(saying.leaf) ?? Catalogue.shipped.leaves[0]
    let (place, group) = place(index)
    let village = ground.villages[place]
    let row = FillRow(
      id: IDs.first(at: at, Matter.self).value + Int64(index % (1 << 22)), village: village,
      number: number(in: place, at: at), saying: saying, duty: duty,
      state: state(duty.matterClass, isOld: index * 10 < total * 9),
      at: at, channel: words.weighted(Self.channels), group: group, name: words.chance(70) ? words.name() : "",
      phone: words.phone(index))
    count(row, isFirst: place == 0)
    return row
  }

  private mutating func place(_ index: Int) -> (Int, ID<Place>?) {
    let place = index % ground.villages.count
    let groups = ground.villages[place].groups
    return (place, words.chance(12) ? nil : groups[words.skewed(groups.count)])
  }

  private mutating func number(in place: Int, at: Instant) -> String {
    serials[place, default: 0] += 1
    return "\(ground.villages[place].name)-\(at.day.year)-\((serials[place] ?? 0).padded(4))"
  }

  private mutating func state(_ matterClass: MatterClass, isOld: Bool) -> MatterState {
    if isOpen { return .inProgress }
    var choices: [(MatterState, Int)] =
      isOld
      ? [(.closed, 920), (.answered, 60), (.inProgress, 15)] : [(.closed, 300), (.answered, 200), (.inProgress, 460)]
    if matterClass == .community { choices += [(.awaitingDeliberation, 20), (.inPublication, 4)] }
    return words.weighted(choices + [(.pending, 2)])
  }

  private mutating func count(_ row: FillRow, isFirst: Bool) {
    let name = "matter.\(row.duty.matterClass.rawValue).\(row.state.rawValue)"
    counters[FillCounter(key: row.village.key, name: name), default: 0] += 1
    counters[FillCounter(key: row.village.key, name: "concern.triaged"), default: 0] += 1
    counters[FillCounter(key: row.village.key, name: "serial.\(ground.now.day.year)"), default: 0] += 1
    guard isFirst, row.duty.matterClass == .government else { return }
    let values = [
      "state=\(row.state.rawValue)", "category=\(row.duty.code)", "category=\(row.duty.parent)",
      "channel=\(row.channel.rawValue)", "group=\(row.group?.description ?? "")",
    ].filter { !$0.hasSuffix("=") }
    for (place, one) in values.enumerated() {
      pairs[[one], default: 0] += 1
      for other in values.dropFirst(place + 1) where other.prefix(8) != one.prefix(8) {
        pairs[[one, other], default: 0] += 1
      }
    }
  }

  private static let channels: [(Channel, Int)] = [
    (.web, 300), (.walkIn, 200), (.phone, 180), (.homeVisit, 120), (.courtyardMeeting, 80), (.hotline, 60),
    (.chatGroup, 30), (.importFile, 15), (.paperSlip, 8), (.email, 4), (.questionnaire, 2), (.open311, 1),
  ]

  /// The tokens, the villages, the rarest pair of filters that finds something in the first village and how often it does.
  func facts(tokens: [String: String]) throws -> String {
    struct Facts: Encodable {
      let token: String
      let tokens: [String: String]
      let villages: [String]
      let rarest: [String]
      let rarestCount: Int
      let groups: [String]
    }
    let rare = pairs.filter { $0.key.count == 2 }.min { ($0.value, $0.key.joined()) < ($1.value, $1.key.joined()) }
    return String(
      decoding: try JSON.bytes(
        Facts(
          token: ground.token, tokens: tokens, villages: ground.villages.map(\.code), rarest: rare?.key ?? [],
          rarestCount: rare?.value ?? 0, groups: ground.villages.first?.groups.map(\.description) ?? [])),
      as: UTF8.self)
  }
}

struct FillCounter: Hashable, Sendable {
  let key: VillageKey
  let name: String
}
