import Governance
import Mechanism
import Store
import Values
import Web
import WorkOrders

/// Takes what a system tells: the order's step by the rules of work orders, once. A refusal is kept, so that the same call
/// gets the same answer; what cannot be read is not kept.
/// - Throws: `Refusal`; `FieldErrors` of the call; `NotFound` when the order was never theirs.
func take(_ callback: Callback, from connector: Connector, app: App, catalogues: Catalogues) async throws
  -> CallbackJSON
{
  do {
    return try await app.write { w in try w.take(callback, from: connector, catalogues: catalogues) }
  } catch let error as DatabaseError where error.isDuplicate {
    // The same call came twice at once: the other one was taken.
    return try await app.write { w in try w.take(callback, from: connector, catalogues: catalogues) }
  } catch let refusal as Refusal {
    return try await app.write { w in try w.keep(refusal, of: callback, from: connector) }.get()
  }
}

extension Write {
  /// - Throws: as `take(_:from:app:catalogues:)`; what was refused has changed nothing.
  fileprivate func take(_ callback: Callback, from connector: Connector, catalogues: Catalogues) throws -> CallbackJSON
  {
    guard let id = ExchangeMessage.id(fixedKey: callback.order) else { throw NotFound() }
    let message = try tx.message(id, to: connector.id)
    guard let status = connector.mapping.state(callback.status) else {
      throw FieldErrors("status", ExchangeStrings.unknownStatus(callback.status))
    }
    if let earlier = try tx.callback(callback.id, of: connector.id) {
      return try again(earlier, callback, status, message)
    }
    let order = try tx.order(message.order, in: message.key)
    if let refusal = refusal(of: status, message, order, connector) { throw refusal }
    if let step = status.step { try takeStep(step, callback, order, connector, catalogues) }
    try tell(message, status, callback)
    let row = try insert(callback, message: message.id, status: status.rawValue, refusal: "", connector)
    try record(
      "exchangeTold", row, town: connector.town, village: message.key.village, note: status.rawValue,
      touching: [Touched(messageEntity, message.id)])
    let state = try tx.order(order.id, in: order.key).state
    return CallbackJSON(order: message.fixedKey, status: status, state: state, taken: true)
  }

  /// Whether they may still say anything of the order.
  private func refusal(
    of status: CallbackStatus, _ message: ExchangeMessage, _ order: OrderRow, _ connector: Connector
  ) -> Refusal? {
    if message.kind == .recalled { return status == .received ? nil : ExchangeStrings.notTheirs }
    if message.endedAt != nil || message.handedAt != order.handedAt { return ExchangeStrings.notTheirs }
    return connector.takes(order) ? nil : ExchangeStrings.notTheirs
  }

  /// What the step lacks is a refusal for a machine too: it says which field.
  private func takeStep(
    _ step: OrderStep, _ callback: Callback, _ order: OrderRow, _ connector: Connector, _ catalogues: Catalogues
  ) throws {
    var said = OutsideStep(step)
    (said.words, said.reason, said.basis) = (callback.text, callback.reason, callback.basis)
    said.isConfirmed = callback.isConfirmed
    if step == .answer {
      guard let outcome = connector.mapping.outcome(callback.outcome) else {
        throw FieldErrors("outcome", ExchangeStrings.unknownOutcome(callback.outcome))
      }
      said.outcome = outcome
    }
    do { try take(said, on: order.id, in: order.key, catalogues: catalogues) } catch let errors as FieldErrors {
      throw ExchangeStrings.lacking(errors)
    }
  }

  private func tell(_ message: ExchangeMessage, _ status: CallbackStatus, _ callback: Callback) throws {
    let number = callback.number.isEmpty ? message.theirNumber : callback.number
    // That they speak of it shows that they have it, even when their answer to us was lost.
    let isOut = [.waiting, .inFile, .failed].contains(message.state)
    let ended: Instant? = status == .returned ? now : message.endedAt
    try tx.run(
      """
      UPDATE exchange_message SET their_number = \(number), their_status = \(status.rawValue), ended_at = \(ended),
        state = \(isOut ? MessageState.sent.rawValue : message.state.rawValue)
      WHERE id = \(message.id)
      """)
  }

  private func again(
    _ earlier: CallbackRow, _ callback: Callback, _ status: CallbackStatus, _ message: ExchangeMessage
  ) throws -> CallbackJSON {
    guard earlier.content == callback.content else { throw FieldErrors("id", ExchangeStrings.idUsed) }
    if let refusal = earlier.refusal { throw refusal }
    let state = try tx.order(message.order, in: message.key).state
    return CallbackJSON(order: message.fixedKey, status: status, state: state, taken: false)
  }

  /// Keeps a refusal; an answer that was kept meanwhile stands.
  fileprivate func keep(_ refusal: Refusal, of callback: Callback, from connector: Connector) throws -> Result<
    CallbackJSON, Refusal
  > {
    let message = try ExchangeMessage.id(fixedKey: callback.order).map { try tx.message($0, to: connector.id) }
    let status = connector.mapping.state(callback.status)
    if let earlier = try tx.callback(callback.id, of: connector.id) {
      guard let message, let status, earlier.refusal == nil else { return .failure(earlier.refusal ?? refusal) }
      return .success(try again(earlier, callback, status, message))
    }
    let row = try insert(
      callback, message: message?.id, status: status?.rawValue ?? "", refusal: try StoredRefusal.text(refusal),
      connector)
    try record("exchangeRefused", row, town: connector.town, note: refusal.rule)
    return .failure(refusal)
  }

  private func insert(
    _ callback: Callback, message: ID<MessageRecord>?, status: String, refusal: String, _ connector: Connector
  ) throws -> Touched {
    let id = ids.next(CallbackRecord.self)
    try tx.run(
      """
      INSERT INTO exchange_callback (id, town, connector, call_key, content, message, status, refusal, made_at)
      VALUES (\(id), \(connector.town), \(connector.id), \(callback.id), \(callback.content), \(message), \(status),
        \(refusal), \(now))
      """)
    return Touched(callbackEntity, id)
  }
}
