import Values

/// A village of the town as a letter may name it.
package struct NamedVillage: Sendable, Hashable {
  package let id: ID<Place>
  package let code: String
  package let name: String

  package init(id: ID<Place>, code: String, name: String) { (self.id, self.code, self.name) = (id, code, name) }
}

/// Which village a letter belongs to: the one whose code stands behind "+" in an address that it went to, else the one
/// that its words name, else nil: when none is named, or several are.
package func village(
  ofRecipients recipients: [String], words: String, among villages: [NamedVillage]
) -> ID<Place>? {
  for address in recipients {
    let local = address.prefix { $0 != "@" }
    guard let plus = local.firstIndex(of: "+") else { continue }
    let code = local[local.index(after: plus)...].lowercased()
    if let found = villages.first(where: { $0.code.lowercased() == code }) { return found.id }
  }
  return only(villages.filter { $0.name.count >= 2 && words.contains($0.name) })
    ?? only(villages.filter { stem($0.name).count >= 2 && words.contains(stem($0.name)) })
}

/// The only one; a name within a longer one that is named too ("河村" in "清河村") does not count.
private func only(_ named: [NamedVillage]) -> ID<Place>? {
  let longest = named.filter { one in
    !named.contains { $0.name != one.name && $0.name.contains(one.name) }
  }
  return longest.count == 1 ? longest[0].id : nil
}

/// "清河" of "清河村".
private func stem(_ name: String) -> String {
  for ending in ["社区", "村"] where name.hasSuffix(ending) { return String(name.dropLast(ending.count)) }
  return name
}
