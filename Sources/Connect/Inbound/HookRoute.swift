import Foundation
import Intake
import Matters
import Mechanism
import People
import Store
import Values
import Web

/// How far the clock of the other system may be off, in seconds.
private let hookSeconds: Int64 = 300

/// What the other system gets. Of a sealed concern no more than that it came.
struct HookTakenJSON: Encodable, Sendable {
  /// False when it was taken before.
  let taken: Bool
  let number: String?
  /// For whoever reported; nothing else opens the report.
  let trackingUrl: String?

  init(_ concern: ConcernRow, _ token: String, _ base: String, taken: Bool) {
    self.taken = taken
    (number, trackingUrl) = concern.isSealed ? (nil, nil) : (concern.number, base + Link.track(token))
  }

  private init() {
    (taken, number, trackingUrl) = (true, "20481637", "https://example.org/r/0123456789abcdefghjkmnpqrs")
  }

  static let sample = HookTakenJSON()
}

/// Another system hands in a concern: signed, dated, each key once.
let hookRoute = Route.post(
  "/inbound/{hook}", needs: .anybody, InboundStrings.hookSummary,
  gives: HookTakenJSON.sample, mount: .api, bodyLimit: 262_144
) { request in
  guard await request.app.limiter.allows("inbound:\(request.address)", size: 600, minutes: 10, now: request.now) else {
    throw TooMany()
  }
  let id = try request.id("hook", as: HookRecord.self)
  let hook = try await request.app.database.read { tx in try tx.hook(id) }
  let seal = try request.seal(of: hook)
  guard await request.app.limiter.allows("inbound:\(id)", size: 2000, minutes: 60, now: request.now) else {
    throw TooMany()
  }
  guard let json = try? JSONSerialization.jsonObject(with: Data(seal.body)) else {
    throw FieldErrors("body", InboundStrings.notJSON)
  }
  return try await request.take(json, seal, hook)
}
.describing(bodies: ["application/json"])

extension Request {
  /// What was signed, when its signature is the hook's and its time is now.
  fileprivate func seal(of hook: Hook) throws -> Seal {
    guard hook.isOn, let seal,
      Secrets.areSame(
        seal.signature.lowercased(),
        hookSignature(seal.body, at: seal.seconds, signingKey: try hook.signingKey(app.ledger)))
    else { throw NotAllowed() }
    guard abs(now.milliseconds / 1000 - seal.seconds) <= hookSeconds else {
      throw FieldErrors("time", ConnectStrings.receiptLate)
    }
    return seal
  }

  fileprivate func take(_ json: Any, _ seal: Seal, _ hook: Hook) async throws -> Answer {
    let (form, code, id) = hook.mapping.read(json)
    // Their own number of it, else this very sending: neither is taken twice.
    let key = "hook \(hook.id) " + Secrets.sha256(id.isEmpty ? "sent \(seal.signature.lowercased())" : "id \(id)")
    let entry = NewInbound(town: hook.town, hook: hook.id, key: key)
    do {
      let villages = try await app.database.read { tx in try tx.villages(of: hook.town) }
      let found = villages.first { code.isEmpty ? $0.id == hook.village : $0.code == code || $0.nameZh == code }
      guard let village = found else { throw FieldErrors("village", InboundStrings.noSuchCode(code)) }
      let home = VillageKey(town: hook.town, village: village.id)
      let checked = try await app.checkedReport(form, in: home, by: hook.channel, at: now, catalogues)
      return try await file(checked, entry, home, villageName: village.nameZh)
    } catch let errors as FieldErrors {
      // Their number stays free: it may come again once it is put right.
      let refused = NewInbound(
        town: hook.town, hook: hook.id, key: "refused \(seal.signature.lowercased())", reason: .notAccepted)
      _ = try await app.write { w in try w.keep(refused) }
      throw errors
    }
  }

  private func file(
    _ checked: CheckedReport, _ new: NewInbound, _ home: VillageKey, villageName: String
  ) async throws -> Answer {
    let (base, now) = (publicURL, now)
    let answer = try await app.database.write { [ids = app.ids, ledger = app.ledger] tx in
      let w = Write(tx: tx, actor: nil, now: now, ids: ids, ledger: ledger)
      if let earlier = try tx.concernThatCame(new.key, town: new.town) {
        let token = w.token(for: "concern \(earlier)")
        return HookTakenJSON(try tx.concern(token: token), token, base, taken: false)
      }
      let filed = try w.file(checked.concern, in: home, villageName: villageName)
      var entry = new
      (entry.outcome, entry.concern) = (.taken, filed.id)
      guard try w.keep(entry) else { throw DatabaseError("one key came twice at once") }
      return HookTakenJSON(try tx.concern(token: filed.token), filed.token, base, taken: true)
    }
    return .json(try JSON.bytes(answer), status: answer.taken ? 201 : 200, etag: nil)
  }
}

extension Transaction {
  /// The concern that what came under a key became. Index: inbound_key.
  fileprivate func concernThatCame(_ key: String, town: ID<Place>) throws -> ID<Concern>? {
    try row("SELECT concern FROM inbound WHERE town = \(town) AND key = \(key) AND concern IS NOT NULL")?
      .optionalID("concern")
  }
}
