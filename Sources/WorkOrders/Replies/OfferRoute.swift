import Governance
import Mechanism
import Values
import Web

/// For programs: the templates that the page of an order offers, filled in.
func offerRoute(_ catalogues: Catalogues) -> Route {
  .get(
    "/v/{village}/orders/{order}/reply-templates", needs: .can(.readMatters), OfferStrings.offered,
    gives: [OfferedReply.sample], mount: .api
  ) { request in
    let view = try await request.orderView(catalogues)
    return try await request.answer(json: request.offeredReplies(view)) { request.orderPage(view) }
  }
}

extension Request {
  /// What this person may begin the reply with: nothing while there is no reply to write.
  func offeredReplies(_ view: OrderView) -> [OfferedReply] {
    guard view.steps.contains(where: \.isAnswer) else { return [] }
    return view.offeredReplies(village: place?.name ?? Text(same: ""), now: now)
  }
}
