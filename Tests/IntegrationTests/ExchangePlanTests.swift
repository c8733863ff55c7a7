import Foundation
import Governance
import Testing
import Values

@testable import Exchange
@testable import Store
@testable import WorkOrders
@testable import sanshi

/// What grows with the messages to other systems is found by an index and comes in the index's order.
@Suite struct ExchangePlanTests {
  @Test func messagesAndAnswersAreFoundByIndex() async throws {
    try await TestTown.run(on: .sqlite) { town in
      let scene = try await ExchangeScene.make(town)
      try await scene.send()
      try await scene.told("1", "10")
      let id = try required(ID<ConnectorRecord>(scene.connector))
      let (plans, order, key) = (Plans(), scene.order, try town.key())
      try await town.program.app.database.write { tx in
        let connector = try tx.connector(id, town: key.town)
        let explaining = Transaction(Explaining(tx.connection, plans))
        for state in [nil] + MessageState.allCases.map(Optional.some) {
          _ = try explaining.messages(to: connector, state: state, before: nil, limit: 51)
        }
        for state in MessageState.allCases { _ = try explaining.messageCount(to: connector, state: state) }
        _ = try explaining.lastMessage(about: order, to: id, town: key.town)
        _ = try explaining.callbacks(of: connector, limit: 50)
        _ = try explaining.callback("1", of: id)
        _ = try explaining.connectorsDue(at: town.clock.now)
        _ = try explaining.outMessages(of: connector)
      }
      #expect(!plans.all.isEmpty)
      #expect(plans.scans.isEmpty, "\(plans.scans)")
    }
  }
}
