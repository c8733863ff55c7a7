import Governance
import Values
import Web

extension Request {
  /// Whether a matter is shown to this person by one of the roles that reach here (`isShown`).
  package func sees(_ matter: MatterRow) -> Bool {
    let routing = matter.routing
    return postsHere.contains {
      isShown(leaf: routing.leaf, lead: routing.lead, co: routing.co, to: $0.role, body: $0.body)
    }
  }

  /// Beginnings of codes whose matters stand in no register of this person.
  package var hiddenLeaves: [String] { Governance.hiddenLeaves(from: postsHere.map(\.role)) }

  /// Of the matters that a search found, those that this person may be shown. The search index holds the words of
  /// concerns too: who may not read them finds by title, number and place alone, so that nobody feels out what was said.
  func shown(_ matters: [MatterRow], foundBy text: String) -> [MatterRow] {
    let words = text.lowercased().split(whereSeparator: \.isWhitespace)
    return matters.filter { matter in
      guard sees(matter) else { return false }
      if words.isEmpty || may(.readConcerns) { return true }
      let open = "\(matter.title) \(matter.number) \(matter.placeText)".lowercased()
      return words.allSatisfy(open.contains)
    }
  }
}
