import Governance
import Values
import Web

/// The figures of the page in JSON. Shares are counts; what is below five means nothing yet.
struct AccuracyJSON: Encodable, Sendable {
  struct Month: Encodable, Sendable {
    /// 202611.
    let month: Int
    let decisions: Int
    let agreed: Int
  }
  struct Category: Encodable, Sendable {
    /// A leaf's code, or a reason not to take something up.
    let suggested: String
    let decisions: Int
    let agreed: Int
  }
  struct Confusion: Encodable, Sendable {
    let suggested: String
    let decided: String
    let decidedClass: MatterClass?
    let count: Int
  }
  struct Claim: Encodable, Sendable {
    /// From this per cent, up to ten more.
    let fromPercent: Int
    /// On average.
    let saidPercent: Int
    let decisions: Int
    let agreed: Int
  }
  struct Version: Encodable, Sendable {
    let number: Int
    let madeAt: Instant?
    let learntFrom: Int
    let heldOut: Int
    let right: Int
    let rightBefore: Int
    let taken: Bool
    let inUse: Bool
    /// Its suggestions in these months, and those taken.
    let decisions: Int
    let agreed: Int
  }

  let decisions: Int
  let agreed: Int
  let suggestionsOff: Bool
  let urgencySame: Int
  let urgencyRaised: Int
  let urgencyLowered: Int
  let months: [Month]
  let categories: [Category]
  let confusions: [Confusion]
  let calibration: [Claim]
  let versions: [Version]

  init(_ accuracy: Accuracy) {
    (decisions, agreed, suggestionsOff) = (accuracy.all.decisions, accuracy.all.agreed, accuracy.isOff)
    urgencySame = accuracy.urgencies.same
    (urgencyRaised, urgencyLowered) = (accuracy.urgencies.higher, accuracy.urgencies.lower)
    months = accuracy.months.map { Month(month: $0.month, decisions: $0.share.decisions, agreed: $0.share.agreed) }
    categories = accuracy.categories.map {
      Category(suggested: $0.label, decisions: $0.share.decisions, agreed: $0.share.agreed)
    }
    confusions = accuracy.confusions.map {
      Confusion(suggested: $0.suggested, decided: $0.decided, decidedClass: $0.matterClass, count: $0.count)
    }
    calibration = accuracy.tenths.map {
      Claim(
        fromPercent: $0.tenth * 10, saidPercent: $0.said, decisions: $0.share.decisions, agreed: $0.share.agreed)
    }
    versions = accuracy.versions.map {
      Version(
        number: $0.number, madeAt: $0.model?.madeAt, learntFrom: $0.model?.decisions ?? 0,
        heldOut: $0.model?.heldOut ?? 0, right: $0.model?.right ?? 0, rightBefore: $0.model?.rightBefore ?? 0,
        taken: $0.model?.isTaken ?? true, inUse: $0.isInUse, decisions: $0.share.decisions, agreed: $0.share.agreed)
    }
  }

  static let sample = AccuracyJSON(
    Accuracy(
      months: [Accuracy.Month(month: 202_611, share: Accuracy.Share(decisions: 34, agreed: 27))],
      categories: [Accuracy.Category(label: "CM0302", share: Accuracy.Share(decisions: 12, agreed: 9))],
      confusions: [
        Accuracy.Confusion(suggested: "CM0302", decided: "GM0901", matterClass: .government, count: 3)
      ],
      tenths: [Accuracy.Tenth(tenth: 8, share: Accuracy.Share(decisions: 20, agreed: 17), said: 85)],
      urgencies: Accuracy.Urgencies(same: 30, higher: 3, lower: 1),
      versions: [
        Accuracy.Version(number: 0, model: nil, share: Accuracy.Share(decisions: 34, agreed: 27), isInUse: true)
      ], isOff: false))
}
