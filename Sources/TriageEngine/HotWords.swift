import Values

/// How the parts of a score are said: what the time before and the places are called.
package struct HotWords: Sendable {
  /// "上月", "the month before".
  package let before: Text
  /// "个组" and "group" with its plural.
  package let places: (zh: String, one: String, many: String)

  package init(
    before: Text = Text(zh: "前一段时间", en: "the time before"),
    places: (zh: String, one: String, many: String) = ("处地点", "place", "places")
  ) {
    (self.before, self.places) = (before, places)
  }

  /// What a part says of a group; nil when there is nothing to say.
  func say(_ kind: HotScore.Kind, of group: HotGroup) -> Text? {
    switch kind {
    case .reporters:
      guard group.reporters > 0 else { return nil }
      return Text(zh: "\(group.reporters) 人反映", en: plural(group.reporters, "person", "people"))
    case .repeats:
      guard group.reports > group.reporters || group.reports > 1 else { return nil }
      return Text(zh: "共反映 \(group.reports) 次", en: plural(group.reports, "report", "reports"))
    case .growth: return growth(group)
    case .breadth:
      guard group.places > 1 else { return nil }
      return Text(zh: "涉及 \(group.places) \(places.zh)", en: plural(group.places, places.one, places.many))
    case .urgency:
      guard group.urgency > .normal else { return nil }
      return Text(zh: "紧急程度：", en: "urgency: ")
        + Text(zh: group.urgency.name.zh, en: group.urgency.name.en.lowercased())
    case .support:
      guard group.supporters > 0 else { return nil }
      return Text(zh: "\(group.supporters) 人附和或支持", en: "\(group.supporters) joined or in favour")
    case .opposition:
      guard group.opposers > 0 else { return nil }
      return Text(zh: "\(group.opposers) 人反对，意见不一", en: "\(group.opposers) against")
    }
  }

  private func growth(_ group: HotGroup) -> Text? {
    guard let usual = group.usual else { return nil }
    let difference = group.reports - Int(usual.rounded())
    if usual == 0, group.reports > 0 { return Text(zh: "\(before.zh)没有", en: "none in \(before.en)") }
    if difference > 0 {
      return Text(zh: "比\(before.zh)多 \(difference) 件", en: "\(difference) more than in \(before.en)")
    }
    if difference < 0 {
      return Text(zh: "比\(before.zh)少 \(-difference) 件", en: "\(-difference) fewer than in \(before.en)")
    }
    return Text(zh: "和\(before.zh)一样多", en: "as many as in \(before.en)")
  }

  private func plural(_ count: Int, _ one: String, _ many: String) -> String { "\(count) \(count == 1 ? one : many)" }
}
