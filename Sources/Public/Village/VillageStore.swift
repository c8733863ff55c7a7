import Governance
import Store
import Values
import Web

/// Where the people of a village reach their committee.
struct VillageContact: Sendable {
  /// The village's telephone, else the town's, else empty.
  let phone: String
  let address: String
  /// The name of the town.
  let town: Text
}

/// The numbers of a village that its page shows, with the head of the town's chain of records.
struct PublicFigures: Sendable {
  /// "matter.government.inProgress" and the like.
  let counters: [String: Int]
  let head: ChainHead?
}

/// The last record of a town's chain: how many there are, and the code by which a cut tail is found out.
struct ChainHead: Sendable, Encodable {
  let seq: Int64
  let hash: String
}

/// How many matters of a class are open and closed, as anybody may know it: "<5" for 1 to 4.
struct OpenCounts: Sendable, Encodable {
  let `class`: MatterClass
  let open: String
  let closed: String

  init(_ counters: [String: Int], of matterClass: MatterClass) {
    func sum(_ states: [MatterState]) -> Int {
      states.reduce(0) { $0 + (counters["matter.\(matterClass.rawValue).\($1.rawValue)"] ?? 0) }
    }
    self.class = matterClass
    open = publicCount(sum(MatterState.allCases.filter(\.isOpen)))
    closed = publicCount(sum([.closed]))
  }
}

extension Transaction {
  /// - Throws: `NotFound` when the village is gone.
  func contact(of key: VillageKey) throws -> VillageContact {
    let row = try row(
      """
      SELECT v.phone AS phone, v.address AS address, t.phone AS town_phone, t.name_zh AS town_zh, t.name_en AS town_en
      FROM place v JOIN place t ON t.id = v.town WHERE v.id = \(key.village)
      """)
    guard let row else { throw NotFound() }
    let phones = [try row.text("phone"), try row.text("town_phone")]
    let (zh, en) = (try row.text("town_zh"), try row.text("town_en"))
    return VillageContact(
      phone: phones.first { !$0.isEmpty } ?? "", address: try row.text("address"),
      town: Text(zh: zh, en: en.isEmpty ? zh : en))
  }

  /// Counters of matters and the head of the chain, in one statement by their keys.
  func publicFigures(in key: VillageKey) throws -> PublicFigures {
    var counters: [String: Int] = [:]
    var head: ChainHead?
    let found = try rows(
      """
      SELECT name, n, '' AS hash FROM counter WHERE town = \(key.town) AND village = \(key.village)
      UNION ALL SELECT 'chain' AS name, seq AS n, hash FROM chain WHERE town = \(key.town)
      """)
    for row in found {
      let name = try row.text("name")
      if name == "chain" {
        head = ChainHead(seq: try row.int64("n"), hash: try row.text("hash"))
      } else {
        counters[name] = try row.int("n")
      }
    }
    return PublicFigures(counters: counters, head: head)
  }
}
