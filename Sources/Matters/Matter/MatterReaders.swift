import Governance
import Values
import Web

extension Request {
  /// Whether a matter is shown to this person: a report on offices or officials is kept from the departments, but for the
  /// one that leads it (信访工作条例 30; rules.md §7).
  func sees(_ matter: MatterRow) -> Bool {
    let posts = person?.posts.filter { $0.holds(on: now.day) } ?? []
    guard isAboutOffice(leaf: matter.routing.leaf), posts.allSatisfy(\.role.isOfDepartment) else { return true }
    return posts.contains { $0.body == matter.routing.lead }
  }

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
