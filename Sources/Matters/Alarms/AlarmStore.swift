import Governance
import Mechanism
import People
import Store
import TriageEngine
import Values
import Web

/// An alarm with what people need to act: the words, where, whom to call.
struct RingingAlarm: Sendable {
  let alarm: AlarmRow
  let number: String
  let text: String
  let village: PlaceRow
  let phones: [AlarmPhone]
  /// Of a sealed concern: heard by the town's discipline reader, and by its duty officer without the words.
  var isSealed = false
}

/// A telephone of the list of an alarm.
struct AlarmPhone: Encodable, Sendable, Hashable {
  let name: Text
  let number: String
}

/// Where a person hears alarms: a village, or a whole town from a level on.
struct AlarmPost: Sendable, Hashable {
  let town: ID<Place>
  let village: ID<Place>?
  /// 0 at once; 1 once it passed on.
  let fromLevel: Int
  /// What is heard of sealed concerns.
  var sealed = SealedHearing.nothing
}

/// How far somebody hears the alarm of a sealed concern.
enum SealedHearing: Sendable, Hashable {
  case nothing
  /// That there is one, so that somebody acts; never its words or its village.
  case thatThereIsOne
  case words
}

extension SignedIn {
  /// The village's clerks hear their own, the town's duty officer all of the town at once, other offices of the town
  /// those that were passed on.
  func alarmPosts(on day: Day) -> [AlarmPost] {
    let found = posts.compactMap { post -> AlarmPost? in
      guard capabilities(of: post.role).contains(.acknowledgeAlarm), may(.acknowledgeAlarm, at: post.place, on: day),
        post.holds(on: day), let town = post.place.town
      else { return nil }
      if let village = post.place.village { return AlarmPost(town: town, village: village, fromLevel: 0) }
      switch post.role {
      case .dutyOfficer: return AlarmPost(town: town, village: nil, fromLevel: 0, sealed: .thatThereIsOne)
      // Hears nothing but what is sealed.
      case .disciplineReader: return AlarmPost(town: town, village: nil, fromLevel: .max, sealed: .words)
      default: return AlarmPost(town: town, village: nil, fromLevel: 1)
      }
    }
    return Array(Set(found))
  }
}

extension Transaction {
  /// The alarms that ring at these posts, the oldest first; those of sealed concerns for who may hear them alone.
  /// Index: alarm_open.
  func ringingAlarms(at posts: [AlarmPost], on day: Day) throws -> [RingingAlarm] {
    var seen: [Int64: AlarmRow] = [:]
    for post in posts {
      for alarm in try openAlarms(town: post.town, village: post.village) where alarm.level >= post.fromLevel {
        seen[alarm.id] = alarm
      }
    }
    return try seen.values.sorted { $0.id < $1.id }.compactMap { try ringing($0, on: day) }
      + posts.flatMap { try sealedAlarms(at: $0, on: day) }
  }

  private func ringing(_ alarm: AlarmRow, on day: Day) throws -> RingingAlarm? {
    let said = try row(
      "SELECT number, text FROM concern WHERE town = \(alarm.key.town) AND id = \(alarm.concern) AND sealed = 0")
    guard let said, let village = try place(alarm.key.village) else { return nil }
    let text = try said.text("text")
    return RingingAlarm(
      alarm: alarm, number: try said.text("number"), text: text, village: village,
      phones: try phones(for: text, village: village, on: day))
  }

  /// The alarms of sealed concerns at a post of the town.
  private func sealedAlarms(at post: AlarmPost, on day: Day) throws -> [RingingAlarm] {
    guard post.sealed != .nothing, let town = try place(post.town) else { return [] }
    return try openAlarms(town: post.town, village: nil).compactMap { alarm in
      let said = try row(
        "SELECT number, text FROM concern WHERE town = \(post.town) AND id = \(alarm.concern) AND sealed = 1")
      guard let said else { return nil }
      let readers = try holders(at: town, on: day).filter { $0.membership.role == .disciplineReader }
      let text = try said.text("text")
      let numbers = readsUrgency.urgency(of: text).emergencyNumbers.map {
        AlarmPhone(name: $0.name, number: $0.rawValue)
      }
      return RingingAlarm(
        alarm: alarm, number: post.sealed == .words ? try said.text("number") : "",
        text: post.sealed == .words ? text : AlarmStrings.sealed.zh, village: town,
        phones: numbers
          + readers.map { AlarmPhone(name: Text(same: $0.account.name), number: $0.account.phone) }
          .filter { !$0.number.isEmpty }, isSealed: true)
    }
  }

  /// Whom to call: the emergency numbers that the words ask for, the village, its clerks, the town's duty officer.
  private func phones(for text: String, village: PlaceRow, on day: Day) throws -> [AlarmPhone] {
    var phones = readsUrgency.urgency(of: text).emergencyNumbers.map {
      AlarmPhone(name: $0.name, number: $0.rawValue)
    }
    phones.append(AlarmPhone(name: village.name, number: village.phone))
    let clerks = try holders(at: village, on: day).filter {
      [.registerKeeper, .villageCommittee].contains($0.membership.role)
    }
    phones += clerks.map { AlarmPhone(name: Text(same: $0.account.name), number: $0.account.phone) }
    if let town = try village.town.flatMap({ try place($0) }) {
      let officers = try holders(at: town, on: day).filter { $0.membership.role == .dutyOfficer }
      phones += officers.map {
        AlarmPhone(name: AlarmStrings.dutyOfficer + Text(same: " " + $0.account.name), number: $0.account.phone)
      }
    }
    var numbers: Set<String> = []
    return Array(phones.filter { !$0.number.isEmpty && numbers.insert($0.number).inserted }.prefix(8))
  }

  /// An alarm of a town; of a village when one is given.
  func alarm(_ id: Int64, town: ID<Place>, village: ID<Place>?) throws -> AlarmRow {
    let narrowed: SQL = village.map { "AND village = \($0)" } ?? ""
    guard let row = try row("SELECT * FROM alarm WHERE town = \(town) AND id = \(id) \(narrowed)") else {
      throw NotFound()
    }
    return try AlarmRow(row)
  }

  /// Whether the time of any alarm is over. Index: alarm_waiting.
  func hasLateAlarm(at now: Instant) throws -> Bool {
    try row("SELECT id FROM alarm WHERE acknowledged_at IS NULL AND level < 2 AND passes_at <= \(now) LIMIT 1") != nil
  }
}

/// Without a catalogue: it reads urgency alone.
private let readsUrgency = TriageEngine(leaves: [], dangers: TownCatalogue.dangers)
