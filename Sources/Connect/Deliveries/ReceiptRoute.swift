import Store
import Values
import Web

/// How far the clock of a gateway may be off, in seconds.
private let receiptSeconds: Int64 = 300

struct ReceiptJSON: Encodable, Sendable {
  /// False when it was told before.
  let taken: Bool
}

/// What a gateway tells of a message.
enum ReceiptState: String, CaseIterable, Sendable { case delivered, failed }

/// A gateway tells that a message arrived, or did not: signed, dated, and taken once.
let receiptRoute = Route.post(
  "/callbacks/receipts/{transport}", needs: .anybody, ConnectStrings.receiptSummary,
  takes: [
    Parameter("time", ConnectStrings.receiptTime, required: true),
    Parameter("key", ConnectStrings.receiptKey, required: true),
    Parameter("state", ConnectStrings.receiptState, required: true, of: ReceiptState.self),
    Parameter("signature", ConnectStrings.receiptSigned, required: true),
  ], gives: ReceiptJSON(taken: true), mount: .api, bodyLimit: 16_384
) { request in
  guard await request.app.limiter.allows("receipt:\(request.address)", size: 6000, minutes: 1, now: request.now) else {
    throw TooMany()
  }
  let id = try request.id("transport", as: TransportRecord.self)
  let transport = try await request.app.database.read { tx in try tx.transport(id) }
  let signingKey = try transport.secrets(request.app.ledger)["signing_key"] ?? ""
  let (form, state) = (request.form, request.form["state"])
  guard !signingKey.isEmpty, let seconds = Int64(form["time"]),
    Secrets.areSame(
      form["signature"].lowercased(),
      receiptSignature(key: form["key"], state: state, at: seconds, signingKey: signingKey))
  else { throw NotAllowed() }
  guard abs(request.now.milliseconds / 1000 - seconds) <= receiptSeconds else {
    throw FieldErrors("time", ConnectStrings.receiptLate)
  }
  guard let told = ReceiptState(rawValue: state) else {
    throw FieldErrors("state", WebWords.oneOf(ReceiptState.allCases.map(\.rawValue)))
  }
  let delivery = ID<DeliveryRecord>(String(form["key"].dropFirst("sanshi-".count)))
  let now = request.now
  let taken = try await request.app.database.write { tx in
    guard let delivery else { return false }
    return try tx.run(
      """
      UPDATE delivery SET state = \(told == .delivered ? "received" : "failed"), received_at = \(now), began_at = NULL
      WHERE id = \(delivery) AND transport = \(id) AND received_at IS NULL AND sent_at IS NOT NULL
      """) == 1
  }
  return .json(try JSON.bytes(ReceiptJSON(taken: taken)), status: 200, etag: nil)
}
