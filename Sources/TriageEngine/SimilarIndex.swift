/// A concern or matter as the index of similar ones knows it.
package struct SimilarItem: Sendable, Hashable {
  package let id: Int64
  package let signature: Signature
  /// The category's code, if known.
  package let leaf: String?
  /// WGS-84 degrees, if known.
  package let latitude: Double?
  package let longitude: Double?
  /// Days since 1970-01-01.
  package let day: Int

  package init(
    id: Int64, signature: Signature, leaf: String? = nil, latitude: Double? = nil, longitude: Double? = nil, day: Int
  ) {
    (self.id, self.signature, self.leaf) = (id, signature, leaf)
    (self.latitude, self.longitude, self.day) = (latitude, longitude, day)
  }
}

/// One village's open matters in memory, to find those like a new text. Holds at most `capacity` items; when full, the
/// item added first leaves. A query looks at the items that share rare pairs of characters, not at all of them.
package struct SimilarIndex: Sendable {
  package struct Match: Sendable, Hashable {
    package let id: Int64
    package let finding: SimilarityFinding
  }

  package let capacity: Int
  private struct Entry: Sendable {
    let item: SimilarItem
    /// The numbers of its pairs, in the order of the pairs.
    let numbers: [Int32]
    let slot: Int32
  }

  private var items: [Int64: Entry] = [:]
  private var numberOf: [UInt64: Int32] = [:]
  /// By the number of a pair: the slots of the items that have it.
  private var postings: [[Int32]] = []
  /// By slot: the id of the item; nil where one was removed.
  private var ids: [Int64?] = []
  private var freeSlots: [Int32] = []
  /// Ids in the order they came; removed ones are skipped when they reach the front.
  private var arrivals: [(id: Int64, number: Int)] = []
  private var arrivalOf: [Int64: Int] = [:]
  private var arrivalsTaken = 0
  private var count = 0

  /// Candidates that are compared in full for a query.
  private static let mostCandidates = 40
  /// A pair in more items than this is too common to look for.
  private static let mostPostings = 2000

  /// `capacity` is at least 1.
  package init(capacity: Int = 20_000) { self.capacity = max(1, capacity) }

  package var size: Int { items.count }

  /// Adds an item; one with the same id is replaced.
  package mutating func add(_ item: SimilarItem) {
    remove(item.id)
    while items.count >= capacity { removeOldest() }
    let numbers = item.signature.pairs.map { number(of: $0) }
    let slot = freeSlots.popLast() ?? Int32(ids.count)
    if Int(slot) == ids.count { ids.append(item.id) } else { ids[Int(slot)] = item.id }
    items[item.id] = Entry(item: item, numbers: numbers, slot: slot)
    count += 1
    arrivals.append((item.id, count))
    arrivalOf[item.id] = count
    for number in numbers { postings[Int(number)].append(slot) }
  }

  private mutating func number(of pair: UInt64) -> Int32 {
    if let known = numberOf[pair] { return known }
    let new = Int32(postings.count)
    numberOf[pair] = new
    postings.append([])
    return new
  }

  /// Removes an item; nothing happens when it is not there.
  package mutating func remove(_ id: Int64) {
    guard let entry = items.removeValue(forKey: id) else { return }
    arrivalOf[id] = nil
    for number in entry.numbers { postings[Int(number)].removeAll { $0 == entry.slot } }
    ids[Int(entry.slot)] = nil
    freeSlots.append(entry.slot)
    if arrivals.count > 64, arrivals.count > 2 * items.count { compact() }
  }

  /// The items most like `item`, best first, at most `limit`, none below `atLeast` (0…1). Its own id is left out.
  package func similar(to item: SimilarItem, limit: Int = 5, atLeast: Double = 0.3) -> [Match] {
    let numbers = items[item.id]?.item == item ? items[item.id]?.numbers ?? [] : knownNumbers(of: item)
    let rarities = numbers.map(rarity)
    let matches = candidates(for: item, numbers, rarities).compactMap { id -> Match? in
      guard let other = items[id] else { return nil }
      let finding = finding(item, rarities, other.item, other.numbers.map(rarity))
      return finding.score >= atLeast ? Match(id: id, finding: finding) : nil
    }
    return Array(
      matches.sorted { $0.finding.score == $1.finding.score ? $0.id < $1.id : $0.finding.score > $1.finding.score }
        .prefix(limit))
  }

  /// Compares two items with the rarities of this index.
  package func finding(_ one: SimilarItem, _ other: SimilarItem) -> SimilarityFinding {
    finding(one, knownNumbers(of: one).map(rarity), other, knownNumbers(of: other).map(rarity))
  }

  /// The score of two items that are here; 0 when one is not.
  func score(_ one: Int64, _ other: Int64) -> Double {
    guard let one = items[one], let other = items[other] else { return 0 }
    return finding(one.item, one.numbers.map(rarity), other.item, other.numbers.map(rarity)).score
  }

  private func finding(_ one: SimilarItem, _ rarities: [Double], _ other: SimilarItem, _ others: [Double])
    -> SimilarityFinding
  {
    let sameLeaf: Bool? = if let first = one.leaf, let second = other.leaf { first == second } else { nil }
    return Similarity.finding(
      one.signature, other.signature, sameLeaf: sameLeaf, distanceMetres: Self.metres(one, other),
      daysApart: abs(one.day - other.day), rarities: (rarities, others))
  }

  /// A pair that no item has is -1.
  private func knownNumbers(of item: SimilarItem) -> [Int32] { item.signature.pairs.map { numberOf[$0] ?? -1 } }

  /// Logarithms of 0…65,535 plus 1.
  private static let logs = (0..<65_536).map { Arithmetic.log(Double($0 + 1)) }

  private func rarity(_ number: Int32) -> Double {
    let holders = number < 0 ? 0 : postings[Int(number)].count
    return 1 + Self.log(items.count) - Self.log(holders)
  }

  private static func log(_ count: Int) -> Double {
    count < logs.count ? logs[count] : Arithmetic.log(Double(count + 1))
  }

  private func candidates(for item: SimilarItem, _ numbers: [Int32], _ rarities: [Double]) -> [Int64] {
    var scores = [Float](repeating: 0, count: ids.count)
    var touched: [Int32] = []
    for (number, weight) in zip(numbers, rarities) where number >= 0 {
      let slots = postings[Int(number)]
      guard slots.count <= Self.mostPostings else { continue }
      for slot in slots {
        if scores[Int(slot)] == 0 { touched.append(slot) }
        scores[Int(slot)] += Float(weight)
      }
    }
    let found = touched.compactMap { slot in ids[Int(slot)].map { (id: $0, score: scores[Int(slot)]) } }
    return found.filter { $0.id != item.id }.sorted { $0.score == $1.score ? $0.id < $1.id : $0.score > $1.score }
      .prefix(Self.mostCandidates).map(\.id)
  }

  private mutating func removeOldest() {
    while arrivalsTaken < arrivals.count {
      let oldest = arrivals[arrivalsTaken]
      arrivalsTaken += 1
      if arrivalOf[oldest.id] == oldest.number {
        remove(oldest.id)
        return
      }
    }
  }

  private mutating func compact() {
    arrivals = arrivals[arrivalsTaken...].filter { arrivalOf[$0.id] == $0.number }
    arrivalsTaken = 0
  }

  /// Metres between two points, flat; good to one percent within a county.
  private static func metres(_ one: SimilarItem, _ other: SimilarItem) -> Double? {
    guard let latitude = one.latitude, let longitude = one.longitude, let otherLatitude = other.latitude,
      let otherLongitude = other.longitude
    else { return nil }
    let north = (latitude - otherLatitude) * 111_195
    let east = (longitude - otherLongitude) * 111_195 * Arithmetic.cosine(degrees: (latitude + otherLatitude) / 2)
    return (north * north + east * east).squareRoot()
  }
}
