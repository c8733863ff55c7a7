import Values

/// Why the clock of an order stands still.
package enum PauseReason: String, Sendable, Codable, CaseIterable {
  /// The reporter was asked something.
  case reporter
  /// Somebody whose rights an information request touches was asked.
  case thirdParty
  case court, expert, publication
  /// By the head of the office or the town.
  case frozen

  package var name: Text {
    switch self {
    case .reporter: Text(zh: "等反映人补充", en: "waiting for the reporter")
    case .thirdParty: Text(zh: "等第三方意见", en: "waiting for a third party")
    case .court: Text(zh: "等法院结果", en: "waiting for the court")
    case .expert: Text(zh: "等鉴定或专家意见", en: "waiting for an expert")
    case .publication: Text(zh: "公示期间", en: "in publication")
    case .frozen: Text(zh: "暂停办理", en: "frozen")
    }
  }
}

/// What moves the clock of an order, in the order in which it happened.
package enum ClockEvent: Sendable, Hashable, Codable {
  /// Received, accepted as a petition, or reopened: the limit runs from here anew.
  case started(Instant)
  case paused(PauseReason, Instant)
  case resumed(PauseReason, Instant)
  case extended(Limit, Instant)
  case answered(Instant)
}

extension ClockEvent {
  /// As it is kept: a clock that was just set and one read again count alike.
  package var inWholeSeconds: ClockEvent {
    func whole(_ at: Instant) -> Instant { Instant(milliseconds: at.milliseconds / 1000 * 1000) }
    return switch self {
    case .started(let at): .started(whole(at))
    case .paused(let reason, let at): .paused(reason, whole(at))
    case .resumed(let reason, let at): .resumed(reason, whole(at))
    case .extended(let limit, let at): .extended(limit, whole(at))
    case .answered(let at): .answered(whole(at))
    }
  }
}

/// A time during which the clock stands still; without an end it goes on.
package struct ClockPause: Sendable, Hashable {
  package let reason: PauseReason
  package let from: Instant
  package var until: Instant?

  func covers(_ instant: Instant) -> Bool { from <= instant && (until.map { instant < $0 } ?? true) }
}
