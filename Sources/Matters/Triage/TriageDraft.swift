import Governance
import Mechanism
import Seeds
import TriageEngine
import Values
import Web

/// The fields of one part of a triage as the form shows them: suggested, or as typed.
struct PartDraft: Sendable {
  /// 1...4.
  let part: Int
  /// "new", or the id of a matter.
  var target = "new"
  /// The number of a matter, instead of its id.
  var number = ""
  var title = ""
  var leaf = ""
  /// "" = that of the leaf.
  var matterClass = ""
  /// "" = that of the leaf.
  var path = ""
  var lead = ""
  var co = ""
  var limitDays = ""
  var urgency = ""
  var basis = ""
  var reason = ""
  var words = ""
  /// The leaf whose values the fields were filled with: what still equals them follows another choice.
  var shownLeaf = ""

  /// The name of a field of this part: "leaf", "leaf_2".
  func field(_ name: String) -> String { Self.field(name, part) }
  static func field(_ name: String, _ part: Int) -> String { part == 1 ? name : "\(name)_\(part)" }

  init(part: Int) { self.part = part }

  /// As it was sent.
  init(_ form: Form, part: Int) {
    self.part = part
    func value(_ name: String) -> String { form[Self.field(name, part)] }
    (target, number, title, leaf) = (value("target"), value("number"), value("title"), value("leaf"))
    (matterClass, lead, co) = (value("class"), value("lead"), value("co"))
    (limitDays, urgency, basis) = (value("limit_days"), value("urgency"), value("basis"))
    path = value("path")
    (reason, words, shownLeaf) = (value("reason"), value("words"), value("shown_leaf"))
    if target.isEmpty { target = "new" }
  }

  /// Fills in what a leaf gives.
  mutating func fill(_ duty: Duty, reason: Text?, _ l: Language) {
    (leaf, shownLeaf, matterClass) = (duty.code, duty.code, "")
    path = ""
    lead = bodyName(duty.lead)(l)
    co = duty.coHandlers.map { bodyName($0)(l) }.joined(separator: l == .zh ? "，" : ", ")
    (limitDays, basis) = (String(duty.days), duty.basis?(l) ?? "")
    self.reason = reason?(l) ?? ""
  }
}

/// The whole form: its parts, and why the urgency is lowered.
struct TriageDraft: Sendable {
  var parts: [PartDraft]
  var urgencyReason = ""

  /// What the form begins with: the best suggestion, a leaf that was asked for, or the proposed split.
  /// - `leaf`: "take" of a card. `count`: parts asked for. `asSplit`: with the proposed parts.
  init(
    _ concern: ConcernRow, _ suggestion: Suggestion, _ catalogue: Catalogue, place: Text, leaf: String, count: Int,
    asSplit: Bool, _ l: Language
  ) {
    let proposed = asSplit ? suggestion.parts : []
    let total = max(1, min(Suggestion.mostParts, max(count, proposed.count)))
    parts = (1...total).map { part in
      var draft = PartDraft(part: part)
      let words = part <= proposed.count ? proposed[part - 1].words : ""
      draft.words = words
      draft.urgency = (part == 1 ? suggestion.urgencyFloor(of: concern) : concern.urgency).code
      let suggested =
        proposed.isEmpty ? (part == 1 ? suggestion.leaves.first : nil) : proposed[min(part, proposed.count) - 1].leaf
      let code = part == 1 && !leaf.isEmpty ? leaf : suggested?.code ?? ""
      if let duty = catalogue.duty(code), !duty.retired {
        let reason = (suggested?.code == code ? suggested : suggestion.leaf(code))?.sentence
        draft.fill(duty, reason: reason, l)
      }
      draft.title = suggestedTitle(words.isEmpty ? concern.text : words, place: place)
      return draft
    }
  }

  /// As it was sent, with `count` parts.
  init(_ form: Form, count: Int) {
    parts = (1...max(1, min(Suggestion.mostParts, count))).map { PartDraft(form, part: $0) }
    urgencyReason = form["urgency_reason"]
  }
}

/// The title of a new matter to begin with: the first thing said, at most 30 characters, with the place when the words
/// leave it out.
func suggestedTitle(_ words: String, place: Text) -> String {
  let ends = Set("。!?！？;；\n")
  let sentences = words.split(whereSeparator: { ends.contains($0) }).map { $0.drop(while: \.isWhitespace) }
  let title = String((sentences.first { $0.count >= 4 } ?? Substring(words)).prefix(30))
  let name = place.zh
  let isTold = name.isEmpty || title.contains(name.prefix(2)) || title.contains(name)
  guard !isTold, title.count + name.count <= 30 else { return title }
  return "\(name)：\(title)"
}
