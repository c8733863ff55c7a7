import Governance
import Matters
import Mechanism
import Values
import Web

/// A template that a handler may begin a reply with, filled in for an order.
struct OfferedReply: Encodable, Sendable {
  /// "GM0902.solved", "GM0902.solved.2"; as the form sends it.
  let key: String
  let outcome: OrderOutcome
  /// What it is for: outcome and category.
  let name: Text
  /// The whole reply; what the handler has to write stands in 【 】.
  let text: Text

  static let sample = OfferedReply(
    key: "GM0902.solved", outcome: .solved, name: Text(zh: "已解决 · 公共供水", en: "Solved · Public water supply"),
    text: Text(zh: "【日期】【几点】恢复供水。", en: "Restored on 【date】 at 【hour】."))
}

extension OrderView {
  /// What may be chosen for the reply: of the leaf first, then of its group, then the general ones.
  func offeredReplies(village: Text, now: Instant) -> [OfferedReply] {
    let leaf = order.leaf
    let top = rules.catalogue.duty(leaf)?.parent ?? String(leaf.prefix(4))
    let values = replyValues(village: village, now: now)
    return templates.offered(leaf: leaf, top: top).compactMap { key -> OfferedReply? in
      guard let outcome = OrderOutcome(rawValue: key.part.rawValue) else { return nil }
      let category = rules.catalogue.duty(key.code)?.name ?? rules.catalogue.top(key.code)?.name
      let number = Text(same: key.number == 1 ? " · " : " \(key.number) · ")
      return OfferedReply(
        key: key.name, outcome: outcome, name: outcome.name + number + (category ?? OfferStrings.general),
        text: templates.reply(key, values))
    }
  }

  /// What is filled in by itself. One reply goes to all reporters, so it names none of them, and a place that only one
  /// of several told is left out.
  private func replyValues(village: Text, now: Instant) -> [ReplyValue: Text] {
    let duty = rules.catalogue.duty(order.leaf)
    let place = !matter.publicPlace.isEmpty ? matter.publicPlace : matter.reporters == 1 ? matter.placeText : ""
    let received = concerns.map(\.receivedAt).min() ?? matter.openedAt
    let basis = order.basis.isEmpty || order.basis == duty?.basis?.zh ? duty?.publicBasis : Text(same: order.basis)
    return [
      .salutation: OfferStrings.salutation(to: matter.reporters), .title: Text(same: matter.title),
      .number: Text(same: matter.number), .village: village, .place: place.isEmpty ? village : Text(same: place),
      .received: received.day.spokenDate, .office: Text(zh: order.officeName(.zh), en: order.officeName(.en)),
      .phone: Text(same: officePhone), .due: order.dueAt?.day.spokenDate ?? Text(same: ""),
      .today: now.day.spokenDate,
      .basis: basis.map { Text(zh: $0.zh, en: $0.en.replacing("; ", with: ", ")) } ?? Text(same: ""),
    ]
  }
}

extension Day {
  /// "10月13日", "13 Oct": as it stands in a sentence, without the day of the week.
  fileprivate var spokenDate: Text {
    let (zh, en) = (spoken.zh.split(separator: " ").first ?? "", spoken.en.split(separator: " ").dropFirst())
    return Text(zh: String(zh), en: en.joined(separator: " "))
  }
}

extension Form {
  /// The form of an answer with the chosen template in the field of the reply, and its outcome chosen. Words that
  /// somebody wrote are kept beneath it; those of a template, or of the reply before, are replaced. The same template
  /// once more leaves what was made of it.
  func filled(from offered: [OfferedReply], before: String, _ l: Language) -> Form {
    guard let chosen = offered.first(where: { $0.key == self["template"] }) else { return self }
    let typed = self["text"]
    if chosen.key == self["filled"], !typed.isEmpty { return self }
    let isUntouched = typed.isEmpty || typed == before || offered.contains { [$0.text.zh, $0.text.en].contains(typed) }
    var form = self
    form.fields["text"] = [isUntouched ? chosen.text(l) : chosen.text(l) + "\n\n" + typed]
    form.fields["outcome"] = [chosen.outcome.rawValue]
    form.fields["filled"] = [chosen.key]
    return form
  }
}
