import Governance
import Mechanism
import Store
import Values
import Web

extension Transaction {
  /// How often suggestions were taken since the month of `rule.months` ago, from the tallies of these months alone.
  /// Key: suggestion_tally (town, village, month, …). `village` nil: of the whole town.
  func accuracy(town: ID<Place>, village: ID<Place>?, on day: Day, rule: LearningRule = .product) throws -> Accuracy {
    let first = day.year * 12 + day.month - rule.months
    let place: SQL = """
      FROM suggestion_tally WHERE town = \(town) AND village = \(village ?? ID(0))
        AND month >= \(first / 12 * 100 + first % 12 + 1) AND n > 0
      """
    let models = try learntModels(of: town, limit: 24)
    return Accuracy(
      months: try rows("SELECT month, \(Self.share) \(place) GROUP BY month ORDER BY month").map {
        Accuracy.Month(month: try $0.int("month"), share: try Accuracy.Share($0))
      },
      categories: try categories(place), confusions: try confusions(place), tenths: try tenths(place),
      urgencies: try urgencies(place), versions: try versions(models, place),
      isOff: try village.map { try !suggests(in: VillageKey(town: town, village: $0)) } ?? false)
  }

  private static let share: SQL = "SUM(n) AS decisions, SUM(CASE WHEN agreed = 1 THEN n ELSE 0 END) AS agreed"

  private func categories(_ place: SQL) throws -> [Accuracy.Category] {
    try rows("SELECT suggested, \(Self.share) \(place) AND suggested <> '' GROUP BY suggested").map {
      Accuracy.Category(label: try $0.text("suggested"), share: try Accuracy.Share($0))
    }.sorted { one, other in
      let (left, right) = (one.share.decisions - one.share.agreed, other.share.decisions - other.share.agreed)
      return left == right
        ? (-one.share.decisions, one.label) < (-other.share.decisions, other.label) : left > right
    }
  }

  private func confusions(_ place: SQL) throws -> [Accuracy.Confusion] {
    try rows(
      """
      SELECT suggested, decided, class, SUM(n) AS decisions \(place) AND agreed = 0 AND suggested <> ''
      GROUP BY suggested, decided, class ORDER BY SUM(n) DESC, suggested, decided, class LIMIT 20
      """
    ).map {
      Accuracy.Confusion(
        suggested: try $0.text("suggested"), decided: try $0.text("decided"),
        matterClass: MatterClass(rawValue: try $0.text("class")), count: try $0.int("decisions"))
    }
  }

  private func tenths(_ place: SQL) throws -> [Accuracy.Tenth] {
    try rows(
      """
      SELECT tenth, \(Self.share), SUM(certainty) AS certainty \(place) AND tenth >= 0
      GROUP BY tenth ORDER BY tenth DESC
      """
    ).map { row in
      let share = try Accuracy.Share(row)
      let sum = try row.int("certainty")
      return Accuracy.Tenth(
        tenth: try row.int("tenth"), share: share, said: (sum + share.decisions * 5) / (share.decisions * 10))
    }
  }

  private func urgencies(_ place: SQL) throws -> Accuracy.Urgencies {
    var found = Accuracy.Urgencies()
    for row in try rows("SELECT urgency, SUM(n) AS decisions \(place) AND class <> '' GROUP BY urgency") {
      let count = try row.int("decisions")
      switch try row.int("urgency") {
      case 0: found.same = count
      case 1: found.higher = count
      default: found.lower = count
      }
    }
    return found
  }

  private func versions(_ models: [LearntModel], _ place: SQL) throws -> [Accuracy.Version] {
    let rows = try rows("SELECT model, \(Self.share) \(place) GROUP BY model")
    let shares = Dictionary(
      try rows.map { (try $0.int("model"), try Accuracy.Share($0)) }, uniquingKeysWith: { first, _ in first })
    let inUse = models.first(where: \.isTaken)?.number ?? 0
    let learnt = models.map { model in
      Accuracy.Version(
        number: model.number, model: model, share: shares[model.number] ?? Accuracy.Share(),
        isInUse: model.number == inUse)
    }
    return learnt + [
      Accuracy.Version(number: 0, model: nil, share: shares[0] ?? Accuracy.Share(), isInUse: inUse == 0)
    ]
  }
}

extension Accuracy.Share {
  fileprivate init(_ row: Row) throws {
    self.init(decisions: try row.int("decisions"), agreed: try row.int("agreed"))
  }
}
