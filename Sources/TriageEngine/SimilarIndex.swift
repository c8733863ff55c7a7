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
  private var items: [Int64: SimilarItem] = [:]
  private var postings: [UInt64: [Int64]] = [:]
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
    items[item.id] = item
    count += 1
    arrivals.append((item.id, count))
    arrivalOf[item.id] = count
    for pair in item.signature.pairs { postings[pair, default: []].append(item.id) }
  }

  /// Removes an item; nothing happens when it is not there.
  package mutating func remove(_ id: Int64) {
    guard let item = items.removeValue(forKey: id) else { return }
    arrivalOf[id] = nil
    for pair in item.signature.pairs {
      postings[pair]?.removeAll { $0 == id }
      if postings[pair]?.isEmpty == true { postings[pair] = nil }
    }
    if arrivals.count > 64, arrivals.count > 2 * items.count { compact() }
  }

  /// The items most like `item`, best first, at most `limit`, none below `atLeast` (0…1). Its own id is left out.
  package func similar(to item: SimilarItem, limit: Int = 5, atLeast: Double = 0.3) -> [Match] {
    let matches = candidates(for: item).compactMap { id -> Match? in
      guard let other = items[id] else { return nil }
      let finding = finding(item, other)
      return finding.score >= atLeast ? Match(id: id, finding: finding) : nil
    }
    return Array(
      matches.sorted { $0.finding.score == $1.finding.score ? $0.id < $1.id : $0.finding.score > $1.finding.score }
        .prefix(limit))
  }

  /// Compares two items with the rarities of this index.
  package func finding(_ one: SimilarItem, _ other: SimilarItem) -> SimilarityFinding {
    let sameLeaf: Bool? = if let first = one.leaf, let second = other.leaf { first == second } else { nil }
    return Similarity.finding(
      one.signature, other.signature, sameLeaf: sameLeaf, distanceMetres: Self.metres(one, other),
      daysApart: abs(one.day - other.day), rarity: rarity)
  }

  private func rarity(of pair: UInt64) -> Double {
    1 + Arithmetic.log(Double(items.count + 1) / Double((postings[pair]?.count ?? 0) + 1))
  }

  private func candidates(for item: SimilarItem) -> [Int64] {
    var scores: [Int64: Double] = [:]
    for pair in item.signature.pairs {
      guard let ids = postings[pair], ids.count <= Self.mostPostings else { continue }
      let weight = rarity(of: pair)
      for id in ids where id != item.id { scores[id, default: 0] += weight }
    }
    let order = scores.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }
    return order.prefix(Self.mostCandidates).map(\.key)
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
