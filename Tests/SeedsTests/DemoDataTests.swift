import Governance
import Testing
import Values

@testable import Seeds

@Suite struct DemoDataTests {
  let demo: DemoData
  let leaves: Set<String>

  init() throws {
    demo = try DemoData.load()
    leaves = Set(Shipped.current.catalogue.filter { !$0.isTop }.map(\.code))
  }

  @Test func thereAreACountyTwoTownsAndTwelveVillages() {
    let levels = Dictionary(grouping: demo.places, by: \.level).mapValues(\.count)
    #expect(levels["county"] == 1)
    #expect(levels["town"] == 2)
    #expect((levels["village"] ?? 0) + (levels["community"] ?? 0) == 12)
    #expect(Set(demo.places.map(\.code)).count == demo.places.count)
  }

  @Test func everyPlaceStandsBelowAnEarlierOne() {
    var known: Set<String> = [""]
    for place in demo.places {
      #expect(known.contains(place.parent), "\(place.code)")
      known.insert(place.code)
    }
  }

  @Test func everyRoleHasAnAccountAtAPlaceWhereItCanBeHeld() {
    let levels = Dictionary(demo.places.map { ($0.code, $0.level) }, uniquingKeysWith: { first, _ in first })
    #expect(Set(demo.people.map(\.role)).isSuperset(of: Set(Role.allCases).subtracting([.resident])))
    for person in demo.people {
      let level = levels[person.placeCode] == "community" ? "village" : levels[person.placeCode] ?? ""
      #expect(PlaceLevel(rawValue: level).map(person.role.levels.contains) ?? false, "\(person.login)")
    }
    #expect(Set(demo.people.map { "\($0.login) \($0.role) \($0.placeCode)" }).count == demo.people.count)
  }

  /// Of both towns: each office that leads something, and whose office a person is, with a head and a telephone.
  @Test func everyOfficeHasATelephoneAHeadAndAHandler() {
    let leads = Set(Shipped.current.catalogue.filter { $0.matterClass == .government && !$0.isTop }.map(\.lead))
    for town in demo.places where town.level == "town" {
      let offices = demo.offices.filter { $0.placeCode == town.code }
      let people = demo.people.filter { $0.placeCode == town.code && $0.body != nil }
      #expect(Set(offices.map(\.name)).isSuperset(of: leads.union(people.compactMap(\.body))))
      #expect(Set(offices.map(\.name)).count == offices.count)
      #expect(Set(offices.map(\.phone)).count == offices.count)
      for body in Set(people.compactMap(\.body)) {
        let roles = people.filter { $0.body == body }.map(\.role)
        #expect(Set(roles) == [.departmentHandler, .departmentHead], "\(body)")
      }
    }
  }

  @Test func everyConcernStandsInAKnownVillage() {
    let villages = Set(demo.places.filter { ["village", "community"].contains($0.level) }.map(\.code))
    #expect(demo.concerns.count >= 400)
    #expect(Set(demo.concerns.map(\.key)).count == demo.concerns.count)
    #expect(demo.concerns.allSatisfy { villages.contains($0.villageCode) })
    #expect(demo.landmarks.allSatisfy { villages.contains($0.villageCode) })
    #expect(Set(demo.concerns.map(\.villageCode)) == villages)
  }

  @Test func everyLeafOfAConcernIsKnown() {
    for concern in demo.concerns {
      if concern.matterClass != nil {
        #expect(leaves.contains(concern.leaf), "\(concern.key): \(concern.leaf)")
      } else {
        #expect(concern.scopeReason != nil || concern.outcome == .sealed, "\(concern.key): \(concern.leaf)")
      }
      if let second = concern.secondLeaf { #expect(leaves.contains(second), "\(concern.key): \(second)") }
    }
  }

  @Test func everyLandmarkNamedIsOneOfTheVillage() {
    let known = Set(demo.landmarks.map { $0.villageCode + $0.name.zh })
    for concern in demo.concerns where !concern.landmark.isEmpty {
      #expect(known.contains(concern.villageCode + concern.landmark), "\(concern.key): \(concern.landmark)")
    }
  }

  /// Most repeats are of the same village; a few tell of one thing seen from several villages.
  @Test func aRepeatFollowsAConcernThatIsNoRepeat() {
    let byKey = Dictionary(demo.concerns.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    for concern in demo.concerns {
      guard let key = concern.repeatOf else { continue }
      #expect(byKey[key].map { $0.repeatOf == nil } ?? false, "\(concern.key) repeats a repeat")
    }
  }

  @Test func everyOutcomeAndUrgencyIsThere() {
    #expect(Set(demo.concerns.map(\.outcome)) == Set(DemoOutcome.allCases))
    #expect(Set(demo.concerns.map(\.urgency)) == Set(Urgency.allCases))
  }

  /// No two concerns share more than 60 % of the shorter one's pairs of characters, but repeats of one thing.
  @Test func noTwoConcernsAreTheSameWords() {
    let bags = demo.concerns.map { (concern: $0, pairs: bigrams($0.text)) }
    for (index, left) in bags.enumerated() {
      for right in bags[(index + 1)...] {
        let shared = common(left.pairs, right.pairs)
        guard shared * 10 > min(left.pairs.count, right.pairs.count) * 6 else { continue }
        let (one, other) = (left.concern, right.concern)
        #expect(one.repeatOf ?? one.key == other.repeatOf ?? other.key, "\(one.key), \(other.key)")
      }
    }
  }

  @Test func theCountOfSharedPairsIsThatOfSets() {
    #expect(common(bigrams("路灯不亮了"), bigrams("灯不亮,路灯")) == 3)
    #expect(bigrams("路 灯,路灯!").count == 2)
    #expect(common([], bigrams("路灯")) == 0)
  }
}

/// The distinct pairs of neighbouring letters and digits, ascending.
private func bigrams(_ text: String) -> [UInt64] {
  let letters = text.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
  return Set(zip(letters, letters.dropFirst()).map { UInt64($0.value) << 32 | UInt64($1.value) }).sorted()
}

/// How many values two ascending lists have in common.
private func common(_ left: [UInt64], _ right: [UInt64]) -> Int {
  var (i, j, count) = (0, 0, 0)
  while i < left.count, j < right.count {
    if left[i] == right[j] { count += 1 }
    let step = left[i] <= right[j]
    if right[j] <= left[i] { j += 1 }
    if step { i += 1 }
  }
  return count
}
