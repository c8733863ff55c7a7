import Governance
import People
import Store
import Values
import Web

struct HookJSON: Encodable, Sendable {
  let id: ID<HookRecord>
  let name: String
  let isOn: Bool
  /// Without the key.
  let setup: [String: String]

  init(_ hook: Hook) { (id, name, isOn, setup) = (hook.id, hook.name, hook.isOn, hook.setup) }

  private init() {
    (id, name, isOn, setup) = (ID(1), "12345", true, ["map_text": "data.title + data.content", "channel": "hotline"])
  }

  static let sample = HookJSON()
}

extension Request {
  fileprivate func hook() async throws -> Hook {
    let (id, town) = (try id("hook", as: HookRecord.self), try town())
    return try await app.database.read { tx in try tx.hook(id, town: town) }
  }

  fileprivate func villagesOfTown() async throws -> [PlaceRow] {
    let town = try town()
    return try await app.database.read { tx in try tx.villages(of: town) }
  }

  fileprivate func saveHook(_ id: ID<HookRecord>, existing: Hook?) async throws -> Answer {
    let (town, code, villages) = (try town(), townCode, try await villagesOfTown())
    let draft = try HookDraft(form, isNew: existing == nil, villages: villages.map { ($0.id, $0.code) })
    let sealed = try draft.signingKey.map { try app.ledger.sealed($0, for: Hook.purpose(id)) } ?? existing?.sealed ?? ""
    return try await write { w in
      try w.putHook(id, draft, sealed: sealed, town: town)
      return Outcome(
        Link.inboundHook(code, id) + "?saved=1", json: HookJSON(try w.tx.hook(id, town: town)),
        created: existing == nil)
    }
  }
}

private let hookParameters: [Parameter] =
  [
    Parameter("name", InboundStrings.hookName, required: true), Parameter("signing_key", InboundStrings.key),
    Parameter("channel", InboundStrings.channel, oneOf: Channel.ofPeople.map(\.rawValue)),
    Parameter("default_village", InboundStrings.village, required: true), Parameter("is_on", CounterpartWords.isOn),
    Parameter("villages", InboundStrings.villages),
  ] + HookMapping.fields.map { Parameter("map_" + $0, InboundStrings.field($0), required: $0 == "text") }

let hookRoutes: [Route] = [
  hookRoute,
  .get("/t/{town}/inbound/hooks/new", needs: .can(.manageNotices), InboundStrings.newHook, mount: .page) { request in
    .page(request.hookPage(nil, villages: try await request.villagesOfTown(), values: Hook.emptyForm()))
  },
  .post(
    "/t/{town}/inbound/hooks", needs: .can(.manageNotices), InboundStrings.newHook, takes: hookParameters,
    gives: HookJSON.sample,
    rejected: { request, errors in
      request.hookPage(nil, villages: try await request.villagesOfTown(), values: request.form, errors: errors)
    }
  ) { request in try await request.saveHook(request.app.ids.next(), existing: nil) },
  .get(
    "/t/{town}/inbound/hooks/{hook}", needs: .can(.manageNotices), InboundStrings.oneHook, gives: HookJSON.sample
  ) { request in
    let hook = try await request.hook()
    return try await request.answer(json: HookJSON(hook)) {
      request.hookPage(hook, villages: try await request.villagesOfTown(), values: hook.form)
    }
  },
  .post(
    "/t/{town}/inbound/hooks/{hook}", needs: .can(.manageNotices), InboundStrings.saveHook, takes: hookParameters,
    gives: HookJSON.sample,
    rejected: { request, errors in
      request.hookPage(
        try await request.hook(), villages: try await request.villagesOfTown(), values: request.form, errors: errors)
    }
  ) { request in
    let hook = try await request.hook()
    return try await request.saveHook(hook.id, existing: hook)
  },
  .post(
    "/t/{town}/inbound/hooks/{hook}/closure", needs: .can(.manageNotices), InboundStrings.closeHook, gives: DoneJSON()
  ) { request in
    let (hook, town, code) = (try await request.hook(), try request.town(), request.townCode)
    return try await request.write { w in
      try w.closeHook(hook.id, town: town)
      return Outcome(Link.inbound(code), json: DoneJSON())
    }
  },
]
