import Store
import Values
import Web

extension Link {
  static func inbound(_ town: String) -> String { "/t/\(town)/inbound" }
  static func inboundReading(_ town: String) -> String { inbound(town) + "/reading" }
  static func inboundHooks(_ town: String) -> String { inbound(town) + "/hooks" }
  static func newInboundHook(_ town: String) -> String { inboundHooks(town) + "/new" }
  static func inboundHook(_ town: String, _ id: ID<HookRecord>) -> String { inboundHooks(town) + "/\(id)" }
  static func inboundHookClosure(_ town: String, _ id: ID<HookRecord>) -> String { inboundHook(town, id) + "/closure" }
  /// Where another system hands in.
  static func inboundCall(_ id: ID<HookRecord>) -> String { "/inbound/\(id)" }
  static let noticesSeen = "/notices/seen"
  static let noticePreferences = "/notices/preferences"
  static func newTransport(_ town: String) -> String { transports(town) + "/transports/new" }
  static func transportList(_ town: String) -> String { transports(town) + "/transports" }
  static func transport(_ town: String, _ id: ID<TransportRecord>) -> String { transports(town) + "/transports/\(id)" }
  static func transportTest(_ town: String, _ id: ID<TransportRecord>) -> String { transport(town, id) + "/test" }
  static func transportClosure(_ town: String, _ id: ID<TransportRecord>) -> String { transport(town, id) + "/closure" }
  static func deliveries(_ town: String) -> String { transports(town) + "/deliveries" }
  static func deliveryRetry(_ town: String, _ id: ID<DeliveryRecord>) -> String { deliveries(town) + "/\(id)/retry" }
  static func receipts(_ id: ID<TransportRecord>) -> String { "/callbacks/receipts/\(id)" }
  /// The one-purpose page in a message: says whose address it is, and stops what is no duty.
  static func noticeOff(_ secret: String) -> String { "/n/\(secret)" }
  static func confirmAddress(_ secret: String) -> String { "/n/\(secret)/confirmation" }
  static func stopNews(_ secret: String) -> String { "/n/\(secret)/stop" }
}
