import Values
import Web

extension Link {
  static func exchange(_ town: String) -> String { "/t/\(town)/exchange" }
  static func newConnector(_ town: String) -> String { exchange(town) + "/new" }
  static func connector(_ town: String, _ id: ID<ConnectorRecord>) -> String { exchange(town) + "/\(id)" }
  static func connectorClosure(_ town: String, _ id: ID<ConnectorRecord>) -> String { connector(town, id) + "/closure" }
  static func messages(_ town: String, _ id: ID<ConnectorRecord>) -> String { connector(town, id) + "/messages" }
  static func messageRetry(_ town: String, _ id: ID<ConnectorRecord>, _ message: ID<MessageRecord>) -> String {
    messages(town, id) + "/\(message)/retry"
  }
  static func orderFile(_ town: String, _ id: ID<ConnectorRecord>) -> String { connector(town, id) + "/orders" }
  static func answerFile(_ town: String, _ id: ID<ConnectorRecord>) -> String { connector(town, id) + "/answers" }
  static func folderTrial(_ town: String, _ id: ID<ConnectorRecord>) -> String { connector(town, id) + "/trial" }
  /// Where the other system tells what became of an order.
  static func callbacks(_ id: ID<ConnectorRecord>) -> String { "/api/v1/exchange/\(id)/callbacks" }
}
