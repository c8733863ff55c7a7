import Values

/// The name of a responsible body in both languages. The Chinese name is what is stored and compared; a body that a town
/// named itself has no other.
package func bodyName(_ name: String) -> Text { Shipped.current.bodies[name] ?? Text(same: name) }

/// Several bodies: "派出所、司法所", "Police station, Justice Office".
package func bodyNames(_ names: [String]) -> Text {
  let names = names.map(bodyName)
  return Text(zh: names.map(\.zh).joined(separator: "、"), en: names.map(\.en).joined(separator: ", "))
}

extension Shipped {
  /// `bodies.tsv`: the bodies of the catalogue with their English names.
  static func loadBodies() throws(SeedError) -> [String: Text] {
    var bodies: [String: Text] = [:]
    for row in try SeedTable("bodies.tsv", columns: ["name_zh", "name_en"]).rows {
      let name = try row.text("name")
      guard bodies.updateValue(name, forKey: name.zh) == nil else { throw row.error("\(name.zh) stands there twice") }
    }
    return bodies
  }
}
