import Mechanism
import Store
import Values
import Web

/// How far the clock of the other system may be off, in seconds.
private let callbackSeconds: Int64 = 300

/// A system tells what became of an order: signed over time and body, dated, each call taken once.
func callbackRoute(_ catalogues: Catalogues) -> Route {
  .post(
    "/exchange/{connector}/callbacks", needs: .anybody, ExchangeStrings.callbackSummary,
    takes: [
      Parameter("id", ExchangeStrings.callbackID, required: true),
      Parameter("order", ExchangeStrings.callbackOrder, required: true),
      Parameter("status", ExchangeStrings.callbackStatus, required: true),
      Parameter("number", ExchangeStrings.theirNumber), Parameter("text", ExchangeStrings.callbackText),
      Parameter("outcome", ExchangeStrings.callbackOutcome), Parameter("reason", ExchangeStrings.callbackReason),
      Parameter("basis", ExchangeStrings.callbackBasis), Parameter("confirmed", ExchangeStrings.callbackConfirmed),
    ], gives: CallbackJSON.sample, mount: .api, bodyLimit: 65_536
  ) { request in
    guard await request.app.limiter.allows("exchange:\(request.address)", size: 6000, minutes: 1, now: request.now)
    else { throw TooMany() }
    let id = try request.id("connector", as: ConnectorRecord.self)
    let connector = try await request.app.database.read { tx in try tx.connector(id) }
    let key = try connector.key(request.app.ledger)
    guard !key.isEmpty, let seal = request.seal,
      Secrets.areSame(
        seal.signature.lowercased(), signature(of: Seal.signed(seal.body, at: seal.seconds), key: key))
    else { throw NotAllowed() }
    guard abs(request.now.milliseconds / 1000 - seal.seconds) <= callbackSeconds else {
      throw FieldErrors("X-Sanshi-Time", ExchangeStrings.callbackLate)
    }
    let answer = try await take(
      try Callback(request.form), from: connector, app: request.app, catalogues: catalogues)
    return .json(try JSON.bytes(answer), status: 200, etag: nil)
  }
}
