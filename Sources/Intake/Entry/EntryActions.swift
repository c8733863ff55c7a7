import Governance
import Matters
import Mechanism
import Seeds
import Store
import Values
import Web

/// Files what was entered: the form and the API both come here.
func enterConcern(_ request: Request) async throws -> Answer {
  let key = try request.village()
  let places = try await request.entryPlaces()
  let photos = await ReportPhotos.stored(request)
  let entry = try Entry(
    request.form, photos: photos, places: places, fixedKind: request.fixedSourceKind, now: request.now)
  let town = try await request.catalogue()
  let reading = ReportReading(
    entry.text, place: entry.placeWords, isAboutStaff: entry.isAboutStaff, of: town, at: request.now)
  let urgency = try entry.checkedUrgency(reading)
  let concern = entry.concern(reading, urgency: urgency, at: request.now)
  let (name, code, base) = (request.place?.name.zh ?? "", request.place?.code ?? "", request.publicURL)
  let goesOn = request.form.isOn("next")
  return try await request.write { w in
    let filed = try w.file(concern, in: key, villageName: name)
    try w.noteEntry(entry, of: filed.id, isSealed: concern.isSealed, in: key)
    let json = EntryJSON(
      filed, trackingUrl: base + Link.track(filed.token), isSealed: concern.isSealed, urgency: urgency)
    let location = goesOn ? entry.nextLink(code, after: filed.id) : Link.slip(code, filed.id)
    return Outcome(location, json: json, created: true)
  }
}

extension Entry {
  /// The empty form that keeps channel, direction, source kind, day and place; the words are in focus.
  fileprivate func nextLink(_ code: String, after saved: ID<Concern>) -> String {
    var kept = [
      "saved=\(saved)", "channel=\(channel.rawValue)", "source_kind=\(sourceKind.rawValue)",
      "reported_day=\(reportedDay.iso)",
    ]
    if !channel.isDirectionFixed { kept.append("direction=\(direction.rawValue)") }
    if let group { kept.append("group=\(group)") }
    if let landmark { kept.append("landmark=\(landmark.id)") }
    return Link.newConcern(code) + "?" + kept.joined(separator: "&") + "#field-text"
  }
}

extension Write {
  /// Keeps that the notice was read aloud (its version) and what a guardian said; nothing where there is neither.
  fileprivate func noteEntry(_ entry: Entry, of concern: ID<Concern>, isSealed: Bool, in key: VillageKey) throws {
    let isUnder14 = entry.childAge.map { $0 < 14 } ?? false
    guard entry.noticeRead || isUnder14 else { return }
    let id = ids.next(StoredFile.self)
    let version = entry.noticeRead ? Shipped.current.notice.first?.version ?? "" : ""
    try tx.run(
      """
      INSERT INTO entry_note (id, town, village, concern, notice_version, under_14, guardian_agrees, at, account)
      VALUES (\(id), \(key.town), \(key.village), \(concern), \(version), \(isUnder14), \(entry.guardianAgrees), \(now),
        \(actor))
      """)
    try record(
      "entry_noted", Touched(concernEntity, concern), town: key.town, village: isSealed ? nil : key.village,
      touching: [Touched(entryNoteEntity, id)])
  }
}

/// What a program gets: nothing but the tracking address opens the concern to its reporter.
struct EntryJSON: Encodable, Sendable {
  let id: ID<Concern>
  let number: String
  let trackingUrl: String
  let sealed: Bool
  /// As it was filed: of the engine, the person, or a child in danger.
  let urgency: String

  init(_ filed: FiledConcern, trackingUrl: String, isSealed: Bool, urgency: Urgency) {
    (id, number, self.trackingUrl) = (filed.id, filed.number, trackingUrl)
    (sealed, self.urgency) = (isSealed, urgency.code)
  }

  private init() {
    (id, number, trackingUrl) = (ID(1_234_567_890_123), "20481637", "https://example.org/r/0123456789abcdefghjkmnpqrs")
    (sealed, urgency) = (false, "U0")
  }

  static let sample = EntryJSON()
}
