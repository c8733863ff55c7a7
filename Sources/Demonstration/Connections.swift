import Connect
import Exchange
import Governance
import Seeds
import Store
import Values
import Web

/// What an administrator sees of the ways to the outside: one of each kind in every town, switched off and set to this
/// machine, so that nothing leaves a demonstration.
extension Demonstration {
  func openConnections(_ cast: Cast, _ w: Write) throws {
    let categories = Set(Shipped.current.catalogue.map(\.code))
    for (code, town) in cast.places where town.level == .town {
      let villages = cast.places.filter { $1.town == town.id && $1.village == $1.id }.map { (id: $1.id, code: $0) }
      guard let first = villages.min(by: { $0.code < $1.code }) else { continue }
      try w.openTransport(.mail, Form(fields: Self.mail(code, town.name.zh)), town: town.id, ledger: app.ledger)
      var hook = Self.hotline
      hook["default_village"] = [first.id.description]
      try w.openHook(Form(fields: hook), town: town.id, villages: villages, ledger: app.ledger)
      try w.openConnector(
        Form(fields: Self.platform), town: town.id, known: categories.contains, ledger: app.ledger)
    }
  }

  private static func mail(_ code: String, _ town: String) -> [String: [String]] {
    [
      "name": [town + DemoWords.mailSender], "host": ["localhost"], "port": ["587"], "security": ["starttls"],
      "from": ["t\(code)@example.org"], "allows_private": ["1"],
    ]
  }

  private static var hotline: [String: [String]] {
    [
      "name": [DemoWords.hotline], "channel": [Channel.hotline.rawValue], "signing_key": [Secrets.token(bits: 160)],
      "map_text": ["title + content"], "map_id": ["id"], "map_name": ["caller.name"], "map_phone": ["caller.phone"],
      "map_place_text": ["address"], "map_village": ["village"],
    ]
  }

  private static var platform: [String: [String]] {
    [
      "name": [DemoWords.platform], "level": [PlaceLevel.county.rawValue],
      "mapping": ["category\t供水\tGM0902\ncategory\t占道\tGM0301"],
    ]
  }
}

extension DemoWords {
  static let mailSender = "为民服务邮箱（示例）"
  static let hotline = "县 12345 热线（示例）"
  static let platform = "县群众工作平台（示例）"
}
