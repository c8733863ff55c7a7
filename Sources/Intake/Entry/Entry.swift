import Governance
import Matters
import Mechanism
import People
import Values
import Web

/// A concern that a clerk or collector writes down, by whatever channel it came (plan D1): checked, every field valid.
struct Entry: Sendable {
  let text: String
  let channel: Channel
  let direction: Direction
  let sourceKind: SourceKind
  let reporterName: String
  let reporterPhone: String
  let reportingUnit: String
  let reportedDay: Day
  let group: ID<Place>?
  let landmark: LandmarkRow?
  let placeText: String
  /// WGS-84; of the landmark when no point was given.
  let point: GeoPoint?
  let stance: Stance?
  /// Raised by the person who enters it; nil: as the engine says.
  let urgency: Urgency?
  let isAboutStaff: Bool
  /// In whole years, 0 to 17; nil when no child's data are entered.
  let childAge: Int?
  let guardianAgrees: Bool
  let noticeRead: Bool
  let photos: [String]

  enum Stance: String, CaseIterable { case support, oppose }

  /// - Parameter fixedKind: of a collector's account; it fills the source kind and cannot be changed.
  /// - Throws: `FieldErrors`, all at once.
  init(_ form: Form, photos: ReportPhotos, places: ReportPlaces, fixedKind: SourceKind?, now: Instant) throws {
    var errors = photos.errors
    text = form.required("text", max: Report.longestText, &errors, missing: EntryStrings.textMissing) ?? ""
    if text.unicodeScalars.count > Report.longestText * 4, errors.message(for: "text") == nil {
      errors.add("text", EntryStrings.textTooLong(Report.longestText))
    }
    let channel = form.choice("channel", as: Channel.self, &errors)
    if channel == nil, form["channel"].isEmpty { errors.add("channel", EntryStrings.channelMissing) }
    self.channel = channel ?? .other
    let asked = form.choice("direction", as: Direction.self, &errors)
    direction = self.channel.isDirectionFixed ? self.channel.direction : asked ?? self.channel.direction
    sourceKind = fixedKind ?? form.choice("source_kind", as: SourceKind.self, &errors) ?? .resident
    reporterName = form.text("reporter_name", max: 40, &errors)
    reporterPhone = form["reporter_phone"]
    if let error = phoneError(reporterPhone) { errors.add("reporter_phone", error) }
    reportingUnit = form.text("reporting_unit", max: 100, &errors)
    reportedDay = Self.day(form, now, &errors)
    group = Self.group(form, places, &errors)
    landmark = places.landmark(form, &errors)
    placeText = form.text("place_text", max: 200, &errors)
    point = Report.point(form, &errors) ?? landmark?.point
    stance = form.choice("stance", as: Stance.self, &errors)
    urgency = Self.urgency(form, &errors)
    isAboutStaff = form.isOn("about_staff")
    childAge = form.int("child_age", in: 0...17, &errors)
    (guardianAgrees, noticeRead) = (form.isOn("guardian_agrees"), form.isOn("notice_read"))
    self.photos = photos.hashes
    if self.channel == .homeVisit, !noticeRead, !reporterName.isEmpty || !reporterPhone.isEmpty {
      errors.add("notice_read", EntryStrings.noticeMissing)
    }
    guard errors.isEmpty else { throw errors }
  }

  /// The words about the place, for the engine.
  var placeWords: String { [landmark?.name.zh ?? "", placeText].filter { !$0.isEmpty }.joined(separator: " ") }

  /// A child's data are entered only when a guardian agrees; harm waits for nobody (rules.md, case 50).
  /// - Returns: the urgency with which it is filed: at least U2 when the police must know.
  /// - Throws: `FieldErrors` at "guardian_agrees".
  func checkedUrgency(_ reading: ReportReading) throws -> Urgency {
    let level = max(reading.urgency, urgency ?? .normal)
    guard childAge != nil || reading.isHarm else { return level }
    switch intakeGuard(
      age: childAge, hasParentConsent: guardianAgrees, urgency: level, isHarm: reading.isHarm)
    {
    case .proceed: return level
    case .policePath: return max(level, .danger)
    case .needsConsent(let refusal):
      throw FieldErrors("guardian_agrees", refusal.reason + Text(same: " ") + refusal.wayOut)
    }
  }

  /// The concern to be filed; it counts as received now, whatever day it was said.
  func concern(_ reading: ReportReading, urgency: Urgency, at now: Instant) -> NewConcern {
    var concern = NewConcern(text: text, channel: channel, receivedAt: now)
    (concern.direction, concern.sourceKind, concern.reportedDay) = (direction, sourceKind, reportedDay)
    (concern.reporterName, concern.reporterPhone) = (reporterName, reporterPhone)
    concern.reportingUnit = reportingUnit
    (concern.group, concern.landmark, concern.placeText) = (group, landmark?.id, placeText)
    (concern.latitude, concern.longitude) = (point?.latitude, point?.longitude)
    (concern.stance, concern.urgency, concern.isSealed) = (stance?.rawValue ?? "", urgency, reading.isSealed)
    concern.photos = photos
    return concern
  }
}

extension Entry {
  /// Today when none is given; not later, and from 1990 on.
  private static func day(_ form: Form, _ now: Instant, _ errors: inout FieldErrors) -> Day {
    let day = form.day("reported_day", now: now, &errors) ?? now.day
    if day > now.day { errors.add("reported_day", EntryStrings.dayInFuture) }
    return day
  }

  private static func group(_ form: Form, _ places: ReportPlaces, _ errors: inout FieldErrors) -> ID<Place>? {
    if let id = places.group(form, &errors) { return id }
    guard places.needsGroup, errors.message(for: "group") == nil else { return nil }
    if places.groups.count != 1 { errors.add("group", EntryStrings.groupMissing) }
    return places.groups.count == 1 ? places.groups.first?.id : nil
  }

  private static func urgency(_ form: Form, _ errors: inout FieldErrors) -> Urgency? {
    let asked = form["urgency"]
    if asked.isEmpty { return nil }
    guard let urgency = Urgency(code: asked) else {
      errors.add("urgency", EntryStrings.noSuchUrgency)
      return nil
    }
    return urgency
  }
}

extension Request {
  /// The roles by which the person may enter concerns for the village of the address.
  private var enteringPosts: [Post] {
    guard let person, let place else { return [] }
    return person.posts.filter {
      $0.holds(on: now.day) && $0.grant.gives(.enterConcern, at: place.pathOfIDs)
    }
  }

  /// The places of an entry. Whose role is at a group enters for that group alone.
  func entryPlaces() async throws -> ReportPlaces {
    let (places, posts) = (try await reportPlaces(), enteringPosts)
    guard !posts.isEmpty, posts.allSatisfy({ $0.place.level == .group }) else { return places }
    return places.limited(to: Set(posts.map(\.place.id)))
  }

  /// The kind of a collector's account, when collecting is all by which the person may enter concerns here.
  var fixedSourceKind: SourceKind? {
    let posts = enteringPosts
    guard !posts.isEmpty, posts.allSatisfy({ $0.role == .collector }) else { return nil }
    return posts.compactMap { $0.body.flatMap(SourceKind.init(rawValue:)) }.first
  }
}
