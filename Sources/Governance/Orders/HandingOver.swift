import Values

/// An office's duty that a hand-over relies on (plan B1): the leaf, its basis, and how long it holds.
package struct CitedDuty: Term, Sendable, Hashable {
  package let body: String
  package let leaf: String
  /// The laws and rules cited; empty where there is none.
  package let basis: String
  package let from: Day
  /// The last day; nil while it holds.
  package let until: Day?

  package init(body: String, leaf: String, basis: String, from: Day, until: Day? = nil) {
    (self.body, self.leaf, self.basis, self.from, self.until) = (body, leaf, basis, from, until)
  }
}

/// Why a matter of the leaf may not be handed to the office on the day; nil when it may. `about` are the bodies that a
/// report complains of.
package func handOverRefusal(
  leaf: String, to body: String, citing duty: CitedDuty?, on day: Day, about: Set<String>
) -> Refusal? {
  if isAboutOffice(leaf: leaf), about.contains(body) { return .orderToOfficeConcerned }
  guard let duty, duty.body == body, duty.leaf == leaf, duty.basis.contains(where: { !$0.isWhitespace }) else {
    return .orderWithoutDuty
  }
  return duty.holds(on: day) ? nil : .orderDutyEnded
}

/// Whether an order is kept from somebody of these bodies (信访工作条例 30): a report on how offices or officials work never
/// reaches the office concerned, even as a co-handler. While it is not known whom it concerns, only those see it to whom it
/// was handed.
package func hidesOrder(leaf: String, about: Set<String>, handledBy: Set<String>, from bodies: Set<String>) -> Bool {
  guard isAboutOffice(leaf: leaf), !bodies.isEmpty else { return false }
  if !about.isDisjoint(with: bodies) { return true }
  return about.isEmpty && handledBy.isDisjoint(with: bodies)
}

/// Why an office may not send an order back; nil when it may. `isFinal`: the town office has decided.
package func returnRefusal(isFinal: Bool, acceptBy: Instant, now: Instant, reason: String) -> Refusal? {
  if isFinal { return .returnAfterDecision }
  if now > acceptBy { return .returnTooLate }
  return reason.contains(where: { !$0.isWhitespace }) ? nil : .returnWithoutReason
}

/// Why the level may not pass the order to another; nil when it may. It goes one level at a time: village, town, county.
package func passRefusal(from: PlaceLevel, to: PlaceLevel, reason: String) -> Refusal? {
  let levels: [PlaceLevel] = [.village, .town, .county]
  guard let here = levels.firstIndex(of: from), let there = levels.firstIndex(of: to), abs(here - there) == 1 else {
    return .passedOverLevels
  }
  return reason.contains(where: { !$0.isWhitespace }) ? nil : .passedWithoutReason
}

/// Why what the town decided (plan B5) is not undone by those below it; nil when the step may be taken.
package func finalRefusal(of step: OrderStep, isFinal: Bool, by actors: Set<OrderActor>) -> Refusal? {
  guard isFinal, !actors.contains(.townOffice) else { return nil }
  return switch step {
  case .takeBack, .passUp, .passDown, .answerOnSpot: .townHasDecided
  default: nil
  }
}

/// One passing of an order between levels; the whole list is its history and goes with it.
package struct Passing: Sendable, Hashable, Codable {
  package let from: PlaceLevel
  package let to: PlaceLevel
  package let at: Instant
  package let reason: String

  package init(from: PlaceLevel, to: PlaceLevel, at: Instant, reason: String) {
    (self.from, self.to, self.at, self.reason) = (from, to, at, reason)
  }
}

/// The level on which an order stands after these passings; nil when they do not follow each other.
package func level(of first: PlaceLevel, after passings: [Passing]) -> PlaceLevel? {
  var level = first
  for passing in passings {
    guard passing.from == level, passRefusal(from: level, to: passing.to, reason: passing.reason) == nil else {
      return nil
    }
    level = passing.to
  }
  return level
}

/// Why so many persons may not speak for a group of petitioners (信访工作条例 20; rules.md, case 54); nil when they may.
package func spokespersonsRefusal(_ count: Int, most: Int) -> Refusal? {
  guard count > most else { return nil }
  return Refusal(
    rule: "tooManySpokespersons",
    reason: Text(
      zh: "集体来访的代表不能超过 \(most) 人，现在有 \(count) 人。", en: "A group is spoken for by at most \(most) persons, not \(count)."
    ),
    wayOut: Text(
      zh: "请大家推选不超过 \(most) 名代表，其他人的意见由代表转达，也可以各自反映。",
      en: "Please choose up to \(most) spokespersons; they speak for the others, who may also report on their own."))
}
