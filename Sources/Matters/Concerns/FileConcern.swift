import Governance
import People
import Seeds
import Store
import Values
import Web

/// A concern as any channel hands it in, already checked.
package struct NewConcern: Sendable {
  package var text: String
  package var channel: Channel
  package var direction: Direction
  package var sourceKind: SourceKind = .resident
  package var reporterName = ""
  package var reporterPhone = ""
  package var reportingUnit = ""
  package var group: ID<Place>?
  package var landmark: Int64?
  package var placeText = ""
  package var latitude: Double?
  package var longitude: Double?
  package var urgency = Urgency.normal
  /// Goes to the town's discipline reader alone.
  package var isSealed = false
  /// "support", "oppose" or "".
  package var stance = ""
  package var receivedAt: Instant
  package var reportedDay: Day
  package var device: String?
  /// Hashes of stored, re-encoded photos.
  package var photos: [String] = []
  /// Makes importing the same row twice add nothing; nil for what people send.
  package var importKey: String?
  /// From an old register: starts no clock and tells nobody.
  package var isHistory = false
  /// What happened earlier than it is written down (an old register, the demonstration): sorts by when it was received.
  package var sortsByReceipt = false

  package init(text: String, channel: Channel, receivedAt: Instant) {
    (self.text, self.channel, self.receivedAt) = (text, channel, receivedAt)
    direction = channel.direction
    reportedDay = receivedAt.day
  }
}

/// What the reporter gets: the number for paper and telephone, the token of the tracking link.
package struct FiledConcern: Sendable {
  package let id: ID<Concern>
  package let number: String
  package let token: String
}

package let concernEntity = Entity("concern")
package let photoEntity = Entity("photo")
package let alarmEntity = Entity("alarm")

extension Write {
  /// Takes in a concern (D1, D4): the row, its reporter (kept apart), photos, the alarm of an urgent one, the line that
  /// tells the reporter, the event. A sealed one rings nowhere in the village (but with the town) and is counted nowhere.
  package func file(_ new: NewConcern, in key: VillageKey, villageName: String) throws -> FiledConcern {
    let id: ID<Concern> = new.sortsByReceipt ? ids.next(at: new.receivedAt) : ids.next()
    let token = token(for: "concern \(id)")
    let person = try findOrMakePerson(
      town: key.town, village: key.village, name: new.reporterName, phone: new.reporterPhone, isSealed: new.isSealed)
    let limits = DefaultLimits.product
    let acceptBy = limits.acceptBy(
      received: new.receivedAt, urgency: new.urgency, calendar: try tx.workCalendar())
    let digest = Secrets.sha256(token)
    let state = new.isSealed ? ConcernState.sealed : .received
    let number = try numbered { number in
      """
      INSERT INTO concern (id, town, village, number, text, channel, direction, source_kind, person, reporting_unit,
        group_place, landmark, place_text, lat, lon, state, urgency, sealed, stance, received_at, reported_day,
        accept_by, entered_by, device, track, import_key, is_history, version)
      VALUES (\(id), \(key.town), \(key.village), \(number), \(new.text), \(new.channel.rawValue),
        \(new.direction.rawValue), \(new.sourceKind.rawValue), \(person), \(new.reportingUnit), \(new.group),
        \(new.landmark), \(new.placeText), \(new.latitude), \(new.longitude), \(state.rawValue), \(new.urgency),
        \(new.isSealed), \(new.stance), \(new.receivedAt), \(new.reportedDay), \(acceptBy), \(actor), \(new.device),
        \(digest), \(new.importKey), \(new.isHistory), 1)
      ON CONFLICT (town, number) DO NOTHING
      """
    }
    var touched = try new.photos.map { try addPhoto($0, concern: id, matter: nil, in: key) }
    if new.urgency >= .danger, !new.isHistory { touched.append(try raiseAlarm(id, urgency: new.urgency, in: key)) }
    if !new.isHistory {
      let village = new.isSealed ? nil : try tx.place(key.village)?.name
      try tell(
        id, town: key.town, village: key.village, key: new.isSealed ? "sealedReceived" : "received",
        MattersWords.received(
          village: village ?? Text(same: villageName), number: number, by: acceptBy, sealed: new.isSealed))
    }
    // What others write too comes last: until this transaction ends they wait for it.
    if !new.isSealed { count("concern.received", town: key.town, village: key.village) }
    try record(
      "concern_received", Touched(concernEntity, id), town: key.town, village: new.isSealed ? nil : key.village,
      note: new.channel.rawValue, touching: touched + (person.map { [Touched(personEntity, $0)] } ?? []))
    return FiledConcern(id: id, number: number, token: token)
  }

  /// Inserts the row under eight digits that are free in the town.
  private func numbered(_ insert: (String) -> SQL) throws -> String {
    for _ in 0..<20 {
      let number = String(Int.random(in: 10_000_000...99_999_999))
      if try tx.run(insert(number)) == 1 { return number }
    }
    throw DatabaseError("no free number found")
  }

  package func addPhoto(_ file: String, concern: ID<Concern>?, matter: ID<Matter>?, in key: VillageKey) throws
    -> Touched
  {
    let id = ids.next(StoredFile.self)
    try tx.run(
      """
      INSERT INTO photo (id, town, village, concern, matter, file, made_at)
      VALUES (\(id), \(key.town), \(key.village), \(concern), \(matter), \(file), \(now))
      """)
    return Touched(photoEntity, id)
  }

  func raiseAlarm(_ concern: ID<Concern>, urgency: Urgency, in key: VillageKey) throws -> Touched {
    let id = ids.next(StoredFile.self)
    let passes = DefaultLimits.product.alarmPasses.end(from: now, calendar: try tx.workCalendar())
    try tx.run(
      """
      INSERT INTO alarm (id, town, village, concern, urgency, raised_at, level, passes_at)
      VALUES (\(id), \(key.town), \(key.village), \(concern), \(urgency), \(now), 0, \(passes))
      """)
    return Touched(alarmEntity, id)
  }
}
