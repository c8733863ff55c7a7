import Governance
import Markup
import People
import Store
import Values
import Web

/// The alarms of urgent concerns (D4): what every open page of those on duty asks for, and taking one.
package func alarmRoutes() -> [Route] {
  [
    .get("/alarms.json", needs: .canSomewhere(.acknowledgeAlarm), AlarmStrings.summary, mount: .page) { request in
      let alarms = try await request.ringingAlarms()
      let json = AlarmListJSON(
        alarms: alarms.map { AlarmJSON($0, url: request.address(of: $0), request.reader.language) })
      return .json(try JSON.bytes(json), status: 200, etag: nil)
    },
    .post(
      "/v/{village}/alarms/{alarm}/acknowledgement", needs: .can(.acknowledgeAlarm), AlarmStrings.takeVillage,
      gives: DoneJSON()
    ) { request in
      let key = try request.village()
      return try await request.acknowledge(town: key.town, village: key.village)
    },
    .post(
      "/t/{town}/alarms/{alarm}/acknowledgement", needs: .can(.acknowledgeAlarm), AlarmStrings.takeTown,
      gives: DoneJSON()
    ) { request in try await request.acknowledge(town: try request.town(), village: nil) },
  ]
}

/// Passes on the alarms that nobody took in time.
package let alarmWork = BackgroundWork("alarms", everySeconds: 30) { app in
  let now = app.clock()
  guard try await app.database.read({ tx in try tx.hasLateAlarm(at: now) }) else { return }
  let count = try await app.write { w in try w.passOnAlarms(after: DefaultLimits.product.alarmPasses) }
  if count > 0 { app.log.notice("passed on alarms", metadata: ["count": "\(count)"]) }
}

/// As `alarm.js` reads it.
struct AlarmListJSON: Encodable, Sendable { let alarms: [AlarmJSON] }

struct AlarmJSON: Encodable, Sendable {
  struct Phone: Encodable, Sendable {
    let name: String
    let number: String
  }
  let id: String
  let urgency: String
  let number: String
  /// Level of danger and the first words.
  let title: String
  let place: String
  let since: String
  /// Nil for who may not read concerns.
  let url: String?
  let acknowledgeUrl: String
  let phones: [Phone]

  init(_ ringing: RingingAlarm, url: String?, _ l: Language) {
    id = String(ringing.alarm.id)
    (urgency, number) = (ringing.alarm.urgency.code, ringing.number)
    title = ringing.title(l)
    (place, since) = (ringing.village.name(l), AlarmStrings.since(ringing.alarm.raisedAt)(l))
    (self.url, acknowledgeUrl) = (url, ringing.acknowledgement)
    phones = ringing.phones.map { Phone(name: $0.name(l), number: $0.number) }
  }
}

extension RingingAlarm {
  /// Of a sealed one whose words are not for this person (no number): only that there is one.
  func title(_ l: Language) -> String {
    let words = number.isEmpty ? AlarmStrings.sealed(l) : shortened(text, to: 60)
    return "\(alarm.urgency.name(l)) \(number) \(words)"
  }
  var acknowledgement: String {
    isSealed ? Link.acknowledge(town: village.code, alarm.id) : Link.acknowledge(village: village.code, alarm.id)
  }
}

extension Request {
  /// The alarms that ring for the signed-in person.
  func ringingAlarms() async throws -> [RingingAlarm] {
    guard let person else { return [] }
    let (posts, day) = (person.alarmPosts(on: now.day), now.day)
    guard !posts.isEmpty else { return [] }
    return try await app.database.read { tx in try tx.ringingAlarms(at: posts, on: day) }
  }

  /// The page of the concern, for who may read it.
  func address(of ringing: RingingAlarm) -> String? {
    if ringing.isSealed {
      return may(.readSealed, at: ringing.village.info)
        ? Link.sealed(ringing.village.code) + "/\(ringing.alarm.concern)" : nil
    }
    return may(.readConcerns, at: ringing.village.info)
      ? Link.concern(ringing.village.code, ringing.alarm.concern) : nil
  }

  /// Who took it and when is logged; then on to the concern, for who may read it.
  fileprivate func acknowledge(town: ID<Place>, village: ID<Place>?) async throws -> Answer {
    let id: ID<StoredFile> = try id("alarm")
    let mayRead = may(.readConcerns)
    return try await write { w in
      let alarm = try w.tx.alarm(id.value, town: town, village: village)
      try w.acknowledge(id.value, town: town)
      let code = try w.tx.place(alarm.key.village)?.code ?? ""
      // Sealed since: then there is nothing that this person may see.
      let isVisible = mayRead && (try? w.tx.concern(alarm.concern, in: alarm.key)) != nil
      return Outcome(isVisible ? Link.concern(code, alarm.concern) : Link.home, json: DoneJSON())
    }
  }
}

/// The alarms on a page, for who has no scripts; each with its numbers and the button to take it.
func alarmList(_ alarms: [RingingAlarm], _ request: Request) -> HTML {
  guard !alarms.isEmpty else { return .empty }
  let l = request.reader.language
  return noticeBox(tone: .red) {
    h2 { AlarmStrings.title(l) }
    for ringing in alarms {
      div("card") {
        p {
          if let address = request.address(of: ringing) {
            a(address) { ringing.title(l) }
          } else {
            ringing.title(l)
          }
        }
        p("hint") { ringing.village.name(l) + " · " + AlarmStrings.since(ringing.alarm.raisedAt)(l) }
        ul("actions") {
          for phone in ringing.phones {
            li { a("tel:" + phone.number, "button plain") { phone.name(l) + " " + phone.number } }
          }
        }
        postButton(action: ringing.acknowledgement, AlarmStrings.take, tone: .danger, reader: request.reader)
      }
    }
  }
}
