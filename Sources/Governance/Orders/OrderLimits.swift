import Values

/// The limits of one kind of order.
package struct KindLimit: Sendable, Hashable, Codable {
  /// From the receipt to the answer.
  package let answer: Limit
  /// The longest extension; nil: as long again as the limit itself.
  package let longestExtension: Limit?
  /// To tell the reporter that it was received, or where it went (信访工作条例 22, 23); nil where no law asks it.
  package let tell: Limit?
  /// To say that it is another office's, where the law gives another time than to accept.
  package let sendBack: Limit?

  package init(answer: Limit, longestExtension: Limit? = nil, tell: Limit? = nil, sendBack: Limit? = nil) {
    (self.answer, self.longestExtension) = (answer, longestExtension)
    (self.tell, self.sendBack) = (tell, sendBack)
  }
}

/// All limits of work orders. They are data (`Shipped.orderLimits`); a town may change those of mark D.
package struct OrderLimits: Sendable, Hashable, Codable {
  package var danger, enquiry, simple, general, complex, hard, petition, informationRequest: KindLimit
  /// Those that orders share with all matters: to accept, to reopen, the pause while the reporter is asked.
  package var common: DefaultLimits
  /// The town office decides whose an order is.
  package var dispute: Limit
  /// The time a third party has to speak about an information request; it is not counted.
  package var thirdParty: Limit
  /// An answer that nobody calls unsolved stands after so long: the order is closed.
  package var answerStands: Limit
  package var amber: AmberBorder
  /// Spokespersons of a group of petitioners (信访工作条例 20).
  package var spokespersons: Int
  /// The shortest reply: Chinese characters, a word of letters counting as two.
  package var shortestReply: Int
  /// With fewer cases the figures of an office are not shown.
  package var fewestCases: Int

  package init<Failure>(
    kinds: (OrderKind) throws(Failure) -> KindLimit, common: DefaultLimits, dispute: Limit, thirdParty: Limit,
    answerStands: Limit, amber: AmberBorder,
    spokespersons: Int, shortestReply: Int, fewestCases: Int
  ) throws(Failure) {
    (danger, enquiry, simple) = (try kinds(.danger), try kinds(.enquiry), try kinds(.simple))
    (general, complex, hard) = (try kinds(.general), try kinds(.complex), try kinds(.hard))
    (petition, informationRequest) = (try kinds(.petition), try kinds(.informationRequest))
    (self.common, self.dispute, self.thirdParty, self.amber) = (common, dispute, thirdParty, amber)
    self.answerStands = answerStands
    (self.spokespersons, self.shortestReply) = (spokespersons, shortestReply)
    self.fewestCases = fewestCases
  }

  package subscript(kind: OrderKind) -> KindLimit {
    switch kind {
    case .danger: danger
    case .enquiry: enquiry
    case .simple: simple
    case .general: general
    case .complex: complex
    case .hard: hard
    case .petition: petition
    case .informationRequest: informationRequest
    }
  }

  /// The limit of an order: danger (U2, U3) by the clock; else the law's; else the leaf's own days, else the kind's, both
  /// shortened by urgency U1.
  package func answer(_ kind: OrderKind, leafDays: Int? = nil, urgency: Urgency = .normal) -> Limit {
    if urgency >= .danger { return danger.answer }
    let limit = self[kind].answer
    guard kind.takesLeafDays, leafDays != nil || limit.unit == .workingDays else { return limit }
    let days = common.limitDays(leafDays: leafDays ?? limit.amount, urgency: urgency)
    return Limit(days, .workingDays, days == limit.amount ? limit.mark : .designDefault)
  }

  /// The longest that an order with this limit may be extended, once.
  package func longestExtension(_ kind: OrderKind, limit: Limit) -> Limit { self[kind].longestExtension ?? limit }

  /// By when an office accepts an order or sends it back.
  package func acceptBy(
    handedOver: Instant, kind: OrderKind, urgency: Urgency, hours: DutyHours, calendar: WorkCalendar
  ) -> Instant {
    let limit: Limit =
      switch urgency {
      case .life: common.acceptLife
      case .danger: common.acceptDanger
      case .soon, .normal: kind == .danger ? common.acceptDanger : self[kind].sendBack ?? common.accept
      }
    guard limit.unit == .workingDays else { return limit.end(from: handedOver, calendar: calendar) }
    return calendar.day(limit.amount, workingDaysAfter: calendar.receiptDay(of: handedOver, hours: hours)).end
  }

  /// The longest pause for a reason, in working days; nil: until it is ended.
  package func longestPause(_ reason: PauseReason) -> Int? {
    switch reason {
    case .reporter: common.pause.amount
    case .thirdParty: thirdParty.amount
    case .court, .expert, .publication, .frozen: nil
    }
  }
}

/// By when an order is accepted: never later than its answer is due. One handed on after that keeps its time, so that
/// whoever gets it can still send it back.
package func acceptance(_ by: Instant, handedOver: Instant, due: Instant?) -> Instant {
  guard let due, due > handedOver else { return by }
  return min(by, due)
}
