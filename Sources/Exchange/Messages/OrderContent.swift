import Governance
import Matters
import Mechanism
import People
import Store
import Values
import Web
import WorkOrders

/// What another system is told of an order. The words are without contact data; contacts come only as the administrator
/// said, with purpose and receiver (PIPL 23).
struct OrderContent: Encodable, Sendable {
  struct PlaceName: Encodable, Sendable {
    let code: String
    let name: Text
  }
  struct Category: Encodable, Sendable {
    /// Their word by the mapping; "" without one.
    let theirs: String
    let leaf: String
    let name: Text
  }
  struct Contact: Encodable, Sendable {
    let name: String?
    let phone: String?
  }
  struct Disclosure: Encodable, Sendable {
    let purpose: String
    let receiver: String
    let contacts: [Contact]
  }

  /// The fixed key of the message.
  let id: String
  let kind: MessageKind
  /// Our number of the matter.
  let number: String
  /// Their number, once they have told it.
  let theirNumber: String
  let title: String
  let words: [String]
  let town: PlaceName
  let village: PlaceName
  let place: String
  let category: Category
  let office: String
  let level: PlaceLevel
  let urgency: String
  let handedAt: Instant
  let acceptBy: Instant
  let dueAt: Instant?
  let disclosure: Disclosure?
  /// Where answers go.
  let callback: String

  /// The most concerns of a matter whose words are told.
  static let mostWords = 50
}

extension Transaction {
  /// What a connector is told now of the order of a message.
  func content(
    of message: ExchangeMessage, to connector: Connector, publicURL: String, now: Instant, catalogues: Catalogues
  ) throws -> (content: OrderContent, order: OrderRow) {
    let order = try order(message.order, in: message.key)
    let matter = try matter(order.matter, in: message.key)
    guard let town = try place(message.key.town), let village = try place(message.key.village) else { throw NotFound() }
    let concerns = try concerns(ofRoot: matter.id, in: message.key).map(\.concern).filter { $0.state != .withdrawn }
    let persons = try Set(concerns.compactMap(\.person)).sorted().compactMap {
      try person($0, town: message.key.town, village: message.key.village)
    }
    let names = persons.map(\.name)
    // Whoever is protected is not told of in their own words.
    let isProtected = protectsReporters(leaf: order.leaf) || protectsReporters(leaf: matter.routing.leaf)
    let isHanded = message.kind == .handed
    let duty = try catalogues.current(town: message.key.town, day: now.day, in: self).catalogue.duty(order.leaf)
    let words = isProtected || !isHanded ? [] : concerns.prefix(OrderContent.mostWords).map(\.text)
    let content = OrderContent(
      id: message.fixedKey, kind: message.kind, number: matter.number, theirNumber: message.theirNumber,
      title: withoutContacts(matter.title, names: names), words: words.map { withoutContacts($0, names: names) },
      town: .init(code: town.code, name: town.name), village: .init(code: village.code, name: village.name),
      place: withoutContacts(matter.placeText, names: names),
      category: .init(
        theirs: connector.mapping.category(of: order.leaf), leaf: order.leaf, name: duty?.name ?? Text(same: "")),
      office: order.office, level: order.level, urgency: order.urgency.code, handedAt: order.handedAt,
      acceptBy: order.acceptBy, dueAt: order.dueAt,
      disclosure: isProtected || !isHanded ? nil : disclosure(of: persons, to: connector),
      callback: publicURL + Link.callbacks(connector.id))
    return (content, order)
  }

  private func disclosure(of persons: [PersonRow], to connector: Connector) -> OrderContent.Disclosure? {
    guard !connector.fields.isEmpty, !persons.isEmpty else { return nil }
    return OrderContent.Disclosure(
      purpose: connector.purpose, receiver: connector.receiver,
      contacts: persons.map { person in
        .init(
          name: connector.fields.contains(.name) ? person.name : nil,
          phone: connector.fields.contains(.phone) ? person.phone : nil)
      })
  }
}
