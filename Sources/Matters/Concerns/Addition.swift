import Governance
import Mechanism
import Store
import TriageEngine
import Values

/// What is added to a concern after it came, read as a new concern is: danger rings, and words about staff working here
/// are kept from the village (decision 0020).
package struct Addition: Sendable {
  /// "added" or "corrected".
  package let kind: String
  package let text: String
  /// What the words say of danger.
  package let urgency: Urgency
  /// Accuses somebody who works here.
  package let isAboutStaff: Bool

  package init(_ text: String, kind: String, by town: TownCatalogue) {
    self.init(
      text, kind: kind, urgency: town.engine.urgency(of: text).level,
      isAboutStaff: town.engine.aboutStaff(text) != nil)
  }

  package init(_ text: String, kind: String, urgency: Urgency, isAboutStaff: Bool) {
    (self.text, self.kind, self.urgency, self.isAboutStaff) = (text, kind, urgency, isAboutStaff)
  }

  /// Whether it becomes a sealed concern of its own: what is sealed already takes it in as it is.
  package func staysApart(from concern: ConcernRow) -> Bool { isAboutStaff && !concern.isSealed }
}

extension Write {
  /// Adds to a concern, raising its urgency and the alarm as the words ask for. Words about staff become a sealed concern
  /// of their own, which is given back: the concern that the village knows stays as it was, and its tracking link, which
  /// the village may have printed, opens nothing of it.
  /// - Throws: `Refusal` where nothing may be added any more.
  @discardableResult package func add(_ addition: Addition, to concern: ConcernRow) throws -> FiledConcern? {
    guard addition.staysApart(from: concern) else {
      try add(addition.text, to: concern, kind: addition.kind)
      try raise(to: addition.urgency, of: concern)
      return nil
    }
    return try fileApart(NewConcern(addition, to: concern, at: now), from: concern)
  }

  /// Files words about staff that were added to a concern, sealed, with its reporter; tells the reporter that the rest goes
  /// on without them. Event `concern_received` of the new one alone.
  package func fileApart(_ new: NewConcern, from concern: ConcernRow) throws -> FiledConcern {
    if let refusal = refusal(of: .addInformation, in: concern.state) { throw refusal }
    let key = concern.key
    var new = new
    if new.reporterName.isEmpty, new.reporterPhone.isEmpty, let id = concern.person,
      let person = try tx.person(id, town: key.town, village: key.village)
    {
      (new.reporterName, new.reporterPhone) = (person.name, person.phone)
    }
    let filed = try file(new, in: key, villageName: try tx.place(key.village)?.nameZh ?? "")
    try tell(
      filed.id, town: key.town, village: key.village, key: "sealedApart", MattersWords.sealedApart(concern.number))
    return filed
  }

  /// Raises the urgency of a concern and of its open matters to what was added, and rings where it is danger (codebook
  /// §1). Dates that were told stay. Event `urgency_raised`.
  package func raise(to urgency: Urgency, of concern: ConcernRow) throws {
    guard !concern.isHistory else { return }
    var touched: [Touched] = []
    if urgency > concern.urgency {
      let accept = DefaultLimits.product.acceptBy(received: now, urgency: urgency, calendar: try tx.workCalendar())
      try tx.run(
        """
        UPDATE concern SET urgency = \(urgency), accept_by = \(min(accept, concern.acceptBy)) WHERE id = \(concern.id)
        """)
      touched += try raiseMatters(to: urgency, of: concern)
    }
    if urgency >= .danger, try !tx.rings(concern, at: urgency) {
      touched.append(try raiseAlarm(concern.id, urgency: urgency, in: concern.key))
    }
    guard !touched.isEmpty || urgency > concern.urgency else { return }
    try record(
      "urgency_raised", Touched(concernEntity, concern.id), town: concern.key.town,
      village: concern.isSealed ? nil : concern.key.village, note: "\(concern.urgency.code) to \(urgency.code)",
      touching: touched)
  }

  private func raiseMatters(to urgency: Urgency, of concern: ConcernRow) throws -> [Touched] {
    guard !concern.isSealed else { return [] }
    var touched: [Touched] = []
    for (matter, _) in try tx.matters(of: concern.id, in: concern.key)
    where matter.state.isOpen && matter.routing.urgency < urgency {
      var new = matter
      new.routing.urgency = urgency
      touched.append(try save(new, was: matter))
      touched.append(try recount(matter.root, in: concern.key))
      touched.append(
        try decide(
          "urgency_raised", matter: matter.id, concern: concern.id, in: concern.key,
          before: "urgency=\(matter.routing.urgency.code)", after: "urgency=\(urgency.code)",
          reason: MattersWords.dangerAdded.zh))
    }
    return touched
  }
}

extension NewConcern {
  /// The words as a sealed concern, with the place of the concern they were added to.
  fileprivate init(_ addition: Addition, to concern: ConcernRow, at now: Instant) {
    self.init(text: addition.text, channel: concern.channel, receivedAt: now)
    (direction, sourceKind) = (concern.direction, concern.sourceKind)
    (group, landmark, placeText) = (concern.group, concern.landmark, concern.placeText)
    (latitude, longitude) = (concern.latitude, concern.longitude)
    (urgency, isSealed) = (addition.urgency, true)
  }
}

extension Transaction {
  /// Whether an alarm of the concern, as grave or graver, still waits for somebody. Index: alarm_open.
  fileprivate func rings(_ concern: ConcernRow, at urgency: Urgency) throws -> Bool {
    try row(
      """
      SELECT 1 AS one FROM alarm
      WHERE town = \(concern.key.town) AND acknowledged_at IS NULL AND village = \(concern.key.village)
        AND concern = \(concern.id) AND urgency >= \(urgency) LIMIT 1
      """) != nil
  }
}
