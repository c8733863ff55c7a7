import Governance
import Markup
import Matters
import Mechanism
import Store
import Values
import Web

extension Link {
  static func rating(_ token: String) -> String { Link.track(token) + "/rating" }
  /// The one-purpose page in a message.
  static func ratingBySecret(_ secret: String) -> String { "/rating/\(secret)" }
  static func ratings(_ village: String, _ order: ID<Order>) -> String { Link.order(village, order) + "/ratings" }
}

private let fields = [
  Parameter("solved", RatingStrings.solved, required: true, of: Solved.self),
  Parameter("satisfied", RatingStrings.satisfied, required: true), Parameter("reached", RatingStrings.reached),
  Parameter("words", RatingStrings.words), Parameter("order", OrderStrings.one),
]

/// Ratings by the reporter's own link, and by a clerk who rang the reporter or got a paper (回访).
func ratingRoutes(_ catalogues: Catalogues) -> [Route] {
  ["/r/{token}/rating", "/rating/{secret}"].flatMap { [ratingPage($0), rateRoute($0, catalogues)] }
    + [callPage, callRoute(catalogues)]
}

private func ratingPage(_ path: String) -> Route {
  .get(path, needs: .anybody, RatingStrings.title, mount: .page) { request in .page(try await request.ratingPage()) }
}

private func rateRoute(_ path: String, _ catalogues: Catalogues) -> Route {
  .post(
    path, needs: .anybody, RatingStrings.title, takes: fields, gives: RatedJSON(.closed, isInTime: false),
    rejected: { request, errors in try await request.ratingPage(errors: errors) }
  ) { request in
    let new = try NewRating(request.form)
    guard await request.app.limiter.allows("rating:\(request.path)", size: 20, minutes: 60, now: request.now) else {
      throw TooMany()
    }
    return try await request.write(orShow: { try await request.ratingPage(refusal: $0) }) { w in
      let concern = try request.rater(w.tx)
      guard let order = try w.tx.ratableOrders(of: concern).first else { throw RatingStrings.nothingClosed }
      let isInTime = try w.rate(
        order.id, in: concern.key, by: concern.id, new, channel: RatingChannel.link, catalogues: catalogues)
      let state = try w.tx.order(order.id, in: concern.key).state
      return Outcome(request.ratedPage + (isInTime ? "" : "&late=1"), json: RatedJSON(state, isInTime: isInTime))
    }
  }
}

private let callPage = Route.get(
  "/v/{village}/orders/{order}/ratings", needs: .can(.handOver), RatingStrings.callTitle, mount: .page
) { request in
  .page(try await request.callPage())
}

private func callRoute(_ catalogues: Catalogues) -> Route {
  .post(
    "/v/{village}/orders/{order}/ratings", needs: .can(.handOver), RatingStrings.callTitle,
    takes: fields.dropLast() + [
      Parameter("concern", RatingStrings.concern, required: true),
      Parameter("channel", RatingStrings.channel, of: RatingChannel.self),
    ], gives: RatedJSON(.closed, isInTime: false),
    rejected: { request, errors in try await request.callPage(errors: errors) }
  ) { request in
    let (key, id) = (try request.village(), try request.id("order", as: Order.self))
    var errors = FieldErrors()
    let concern = request.form.id("concern", as: Concern.self, &errors)
    let channel = request.form.choice("channel", as: RatingChannel.self, &errors)
    if let channel, channel == RatingChannel.link { errors.add("channel", RatingStrings.phoneOrPaper) }
    guard errors.isEmpty, let concern else { throw errors }
    let new = try NewRating(request.form)
    let code = request.place?.code ?? ""
    return try await request.write(orShow: { try await request.callPage(refusal: $0) }) { w in
      let isInTime = try w.rate(id, in: key, by: concern, new, channel: channel ?? .phone, catalogues: catalogues)
      return Outcome(
        isInTime ? Link.order(code, id) : Link.with(Link.ratings(code, id), [("late", "1")]),
        json: RatedJSON(try w.tx.order(id, in: key).state, isInTime: isInTime))
    }
  }
}

/// What a rating led to.
struct RatedJSON: Encodable, Sendable {
  let state: OrderState
  /// The rating is kept, but came too late to take the work up again: what to do instead.
  let tooLate: Text?

  init(_ state: OrderState, isInTime: Bool) {
    (self.state, tooLate) = (state, isInTime ? nil : RatingStrings.tooLate)
  }
}

extension Request {
  /// Whoever rates: by the tracking link, or by the link for rating alone.
  func rater(_ tx: Transaction) throws -> ConcernRow {
    guard let secret = parameters["secret"] else { return try tx.concern(token: parameters["token"] ?? "") }
    return try tx.concern(secret: secret, for: "rating", app.ledger)
  }

  /// Where the form goes to.
  var ratingAddress: String {
    parameters["secret"].map(Link.ratingBySecret) ?? Link.rating(parameters["token"] ?? "")
  }

  fileprivate var ratedPage: String {
    (parameters["secret"].map(Link.ratingBySecret) ?? Link.track(parameters["token"] ?? "")) + "?rated=1"
  }
}

extension Transaction {
  /// The orders of a concern's matters that are answered or closed and its reporter has not rated since by themselves.
  func ratableOrders(of concern: ConcernRow) throws -> [OrderRow] {
    guard !concern.isSealed, concern.state != .withdrawn else { return [] }
    return try orders(of: concern).filter { order in
      guard order.state == .answered || order.state == .closed else { return false }
      return try !ratings(of: order.id, town: concern.key.town)
        .contains { $0.concern == concern.id && $0.round == order.reopenings && $0.channel == .link }
    }
  }

  /// The orders of the matters to which a concern belongs.
  func orders(of concern: ConcernRow) throws -> [OrderRow] {
    guard !concern.isSealed else { return [] }
    return try matters(of: concern.id, in: concern.key).compactMap { own, _ in
      try order(of: own.root, town: concern.key.town)
    }
  }
}
