import Documents
import Values
import Web

extension Link {
  /// The orders of a town: the inbox of offices and centres.
  package static func orders(_ town: String) -> String { "/t/\(town)/orders" }
  static func ordersFile(_ town: String, _ format: TableFormat) -> String {
    orders(town) + "/export." + format.rawValue
  }
  /// The orders of a village's matters.
  package static func villageOrders(_ village: String) -> String { "/v/\(village)/orders" }
  package static func order(_ village: String, _ id: ID<Order>) -> String { workOrder(village, id.value) }
  static func orderSteps(_ village: String, _ id: ID<Order>) -> String { order(village, id) + "/steps" }
  /// The page on which a matter is handed over.
  static func handOver(_ village: String, _ matter: ID<Matter>) -> String { Link.matter(village, matter) + "/orders" }
}
