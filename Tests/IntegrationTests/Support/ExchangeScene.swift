import Foundation
import Mechanism
import Store
import Testing
import Values
import Web

@testable import Exchange
@testable import WorkOrders
@testable import sanshi

/// A town whose water station works in another system, with an order on its way there.
struct ExchangeScene: Sendable {
  let town: TestTown
  let other: OtherSystem
  let admin: Client
  let keeper: Client
  let connector: String
  let matter: ID<Matter>
  let order: ID<Order>

  static let office = Catalogue.shipped.duty("GM0902")?.lead ?? ""
  static let mapping = """
    类目，供水问题，GM0902
    state,10,accepted
    state,20,returned
    state,30,progress
    state,40,answered
    state,50,closed
    结果，办好了，solved
    """

  static func fields(_ other: OtherSystem?) -> [String: Any] {
    var fields: [String: Any] = [
      "name": "县群工系统", "office": [office], "level": "county", "mapping": mapping, "is_on": "1",
      "allows_private": "1",
    ]
    if let other { (fields["url"], fields["key"]) = (other.address, OtherSystem.key) }
    return fields
  }

  /// - Parameter byFile: a system without an interface.
  static func make(_ town: TestTown, byFile: Bool = false, more: [String: Any] = [:]) async throws -> ExchangeScene {
    let other = try OtherSystem()
    let admin = try await town.person(.administrator, at: TestTown.town)
    let made = try await admin.api(
      "/t/\(TestTown.town)/exchange", fields(byFile ? nil : other).merging(more) { _, new in new })
    #expect(made.status == 201, "\(made.text.prefix(400))")
    let matter = try await town.matter(leaf: "GM0902", reporters: 2, title: "三组水管爆了停水")
    let keeper = try await town.keeper()
    let order = try await handOver(matter, keeper)
    let scene = ExchangeScene(
      town: town, other: other, admin: admin, keeper: keeper, connector: try required(made.json["id"] as? String),
      matter: matter, order: order)
    try await scene.queue()
    return scene
  }

  private static func handOver(_ matter: ID<Matter>, _ keeper: Client) async throws -> ID<Order> {
    let made = try await keeper.api("/v/\(TestTown.qinghe)/matters/\(matter)/orders", ["office": office])
    #expect(made.status == 201, "\(made.text.prefix(400))")
    return try required((made.json["id"] as? String).flatMap { ID<Order>($0) })
  }

  var path: String { "/t/\(TestTown.town)/exchange/\(connector)" }
  func queue() async throws { try await queueOrders(town.program.app) }
  func send() async throws { try await sendMessages(town.program.app, catalogues) }

  func step(_ who: Client, _ step: String, _ fields: [String: Any] = [:]) async throws {
    let answer = try await who.api(
      "/v/\(TestTown.qinghe)/orders/\(order)/steps", fields.merging(["step": step]) { given, _ in given })
    #expect(answer.status == 200, "\(step): \(answer.text.prefix(400))")
    try await queue()
  }

  func orderRow() async throws -> OrderRow {
    let (key, id) = (try town.key(), order)
    return try await town.program.app.database.read { tx in try tx.order(id, in: key) }
  }

  /// The messages, the newest first.
  func messages() async throws -> [[String: Any]] { try await admin.get("/api/v1\(path)/messages").items }

  func last() async throws -> [String: Any] { try required(try await messages().first) }
  func key() async throws -> String { try required(try await last()["key"] as? String) }

  /// A signed call about the order, or about the message of another key.
  @discardableResult
  func told(
    _ id: String, _ status: String, _ more: [String: Any] = [:], order: String? = nil, expects code: Int = 200
  ) async throws -> HTTPAnswer {
    var fields: [String: Any] = ["id": id, "status": status]
    if let order { fields["order"] = order } else { fields["order"] = try await key() }
    let answer = try await other.tell(town, connector, fields.merging(more) { _, new in new })
    #expect(answer.status == code, "\(status): \(answer.text.prefix(400))")
    return answer
  }
}
