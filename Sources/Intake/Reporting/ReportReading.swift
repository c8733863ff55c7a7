import Foundation
import Governance
import Matters
import Mechanism
import Seeds
import Store
import TriageEngine
import Values
import Web

/// What the program makes of a text before it is sent: numbers for danger, whether it is sealed, who is likely to get
/// it and by when. Advice alone; a person decides later.
struct ReportReading: Sendable {
  let urgency: Urgency
  let numbers: [Web.EmergencyNumber]
  /// Detected in the text, or said by the reporter.
  let isSealed: Bool
  /// Whether somebody may be harming somebody.
  let isHarm: Bool
  /// Nil when suggestions are turned off, the program is not sure, the text may be out of scope, or it is sealed. Read only where it is shown:
  /// telling the category takes most of the engine's time.
  var likely: Likely? { isSealed || !isAdvised ? nil : Likely(text, place: place, urgency: urgency, of: town, at: now) }
  /// Whether the village shows suggestions. Danger and sealing are told in any case.
  let isAdvised: Bool
  /// By when it is settled who is responsible.
  let acceptBy: Instant

  private let text: String
  private let place: String
  private let town: TownCatalogue
  private let now: Instant

  struct Likely: Sendable, Hashable {
    let leaf: String
    /// A private matter is for the person themselves to decide; then the village answers and helps.
    let matterClass: MatterClass
    let lead: Text
    /// By when the answer is due.
    let due: Instant

    var isPrivate: Bool { matterClass == .personal }
  }

  init(
    _ text: String, place: String = "", isAboutStaff: Bool = false, isAdvised: Bool = true, of town: TownCatalogue,
    at now: Instant
  ) {
    let engine = town.engine
    let finding = engine.urgency(of: text)
    let calendar = town.calendar
    urgency = finding.level
    numbers = finding.emergencyNumbers.map { Web.EmergencyNumber(number: $0.rawValue, name: $0.name) }
    isHarm = finding.emergencyNumbers.contains(.police)
    isSealed = isAboutStaff || engine.aboutStaff(text) != nil
    acceptBy = DefaultLimits.product.acceptBy(received: now, urgency: finding.level, calendar: calendar)
    self.isAdvised = isAdvised
    (self.text, self.place, self.town, self.now) = (text, place, town, now)
  }
}

extension ReportReading.Likely {
  init?(_ text: String, place: String, urgency: Urgency, of town: TownCatalogue, at now: Instant) {
    guard town.engine.scope(of: text) == nil,
      let first = town.engine.classify(text, place: place).first, first.confidence != .unsure,
      let duty = town.catalogue.duty(first.code)
    else { return nil }
    self.init(
      leaf: duty.code, matterClass: duty.matterClass,
      lead: duty.matterClass == .personal ? ReportingStrings.villageCommittee : bodyName(duty.lead),
      due: DefaultLimits.product.dueAt(
        received: now, leafDays: duty.days, urgency: urgency, calendar: town.calendar))
  }
}

/// A public matter that looks the same, as anybody may see it.
struct OpenMatter: Sendable, Hashable {
  let id: ID<Matter>
  let title: String
  let place: String
  /// Reporters, each once.
  let reporters: Int
  /// Taps of "me too", apart from the reporters.
  let joins: Int
  let state: MatterState

  init(_ matter: MatterRow) {
    (id, title, place) = (matter.id, matter.publicTitle, matter.publicPlace)
    (reporters, joins, state) = (matter.reporters, matter.joins, matter.state)
  }

  /// "已有 3 人反映,正在办理".
  var facts: Text { ReportingStrings.openFacts(reporters: reporters, joins: joins, state: state) }
}

extension Request {
  /// The public, joinable matters of the village that look like the text, best first, at most `limit`. None for a
  /// sealed text.
  func openMatters(
    like text: String, reading: ReportReading, point: GeoPoint? = nil, _ similar: SimilarMatters, limit: Int = 3
  ) async throws -> [OpenMatter] {
    guard !reading.isSealed else { return [] }
    let found = try await similar.similar(
      to: text, leaf: reading.likely?.leaf, lat: point?.latitude, lon: point?.longitude, in: try village(), app: app)
    return found.map(\.0).filter(\.canBeJoined).prefix(limit).map(OpenMatter.init)
  }

  /// The keyed digest of this browser: the same for the same browser, and tells nothing of it.
  var deviceDigest: String { app.ledger.token(for: "device \(device)") }

  /// Counts one more of `what` by this device and this address. Signed-in people are known and not counted.
  /// - Throws: `TooMany`.
  func countOne(_ what: String, device size: Int, address most: Int, minutes: Int) async throws {
    guard person == nil else { return }
    let isAllowed = await app.limiter.allows("\(what):device:\(device)", size: size, minutes: minutes, now: now)
    guard isAllowed,
      await app.limiter.allows("\(what):address:\(address)", size: most, minutes: minutes, now: now)
    else { throw TooMany() }
  }
}
