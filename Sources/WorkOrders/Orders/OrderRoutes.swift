import Documents
import Governance
import Matters
import Mechanism
import Store
import Values
import Web

/// The orders of a village, one order with its steps, and handing a matter over.
func orderRoutes(_ catalogues: Catalogues) -> [Route] {
  [
    townOrders(catalogues), villageOrders(catalogues), readOrder(catalogues), offerRoute(catalogues),
    stepRoute(catalogues),
    handOverPage(catalogues), handOverRoute(catalogues),
  ] + TableFormat.allCases.map(ordersFile)
}

private let listParameters = [
  Parameter("office", OrderStrings.office), Parameter("state", OrderStrings.state, of: OrderState.self),
  Parameter("light", OrderStrings.light, of: OrderLight.self), Parameter("village", OrderStrings.village),
  Parameter("leaf", OrderStrings.leaf), Parameter("age", OrderStrings.age, of: OrderAge.self),
  Parameter("closed", OrderStrings.closedOnes),
  Parameter("after", WebStrings.nextPage),
]

private func townOrders(_ catalogues: Catalogues) -> Route {
  .get(
    "/t/{town}/orders", needs: .can(.readMatters), OrderStrings.title, takes: listParameters,
    gives: Page(items: [OrderJSON.sample], next: "1234567890123")
  ) { request in
    try await orderList(request, catalogues, village: nil)
  }
}

private func villageOrders(_ catalogues: Catalogues) -> Route {
  .get(
    "/v/{village}/orders", needs: .can(.readMatters), OrderStrings.title, takes: listParameters,
    gives: Page(items: [OrderJSON.sample], next: "1234567890123")
  ) { request in
    try await orderList(request, catalogues, village: try request.village().village)
  }
}

private func orderList(_ request: Request, _ catalogues: Catalogues, village: ID<Place>?) async throws -> Answer {
  var filter = try OrderFilter(request.query)
  let (town, limit, now) = (try request.town(), request.limit(), request.now)
  guard let person = request.person else { throw NotAllowed() }
  if let village { filter.village = village }
  let after = request.after(Order.self)
  let list = try await request.app.database.read { [filter] tx in
    try tx.orderList(
      of: town, where: filter, after: after, limit: limit, for: person, isInbox: village == nil, now: now,
      catalogues: catalogues)
  }
  return try await request.answer(
    json: Page(items: list.page.items.map { OrderJSON($0, now: now) }, next: list.page.next)
  ) { request.ordersPage(list, isTown: village == nil) }
}

private func readOrder(_ catalogues: Catalogues) -> Route {
  .get("/v/{village}/orders/{order}", needs: .can(.readMatters), OrderStrings.one, gives: OrderJSON.sample) { request in
    let view = try await request.orderView(catalogues)
    return try await request.answer(
      version: view.order.version, json: OrderJSON(view, withWords: view.showsWords(to: request))
    ) { request.orderPage(view) }
  }
}

/// As photos of matters.
private let photoBodyLimit = 40 << 20

private func stepRoute(_ catalogues: Catalogues) -> Route {
  .post(
    "/v/{village}/orders/{order}/steps", needs: .can(.readMatters), OrderStrings.takeStep,
    takes: [
      Parameter("step", OrderStrings.step, required: true, of: OrderStep.self), Parameter("text", OrderStrings.words),
      Parameter("office", OrderStrings.office), Parameter(otherOfficeField, OfficeStrings.another),
      Parameter("basis", OrderStrings.basis),
      Parameter("outcome", OrderStrings.outcome, of: OrderOutcome.self), Parameter("reason", OrderStrings.reason),
      Parameter("amount", OrderStrings.amount), Parameter("confirmed", OrderStrings.confirmReply),
      Parameter("version", OrderStrings.version), Parameter("photos", OrderStrings.photos, file: true),
      Parameter("files", AttachmentStrings.papers, file: true),
    ],
    gives: OrderJSON.sample, bodyLimit: photoBodyLimit,
    rejected: { request, errors in
      request.orderPage(try await request.orderView(catalogues), typed: request.form, errors: errors)
    }
  ) { request in
    if request.form.isOn("fill"), !request.isAPI {
      let view = try await request.orderView(catalogues)
      let form = request.form.filled(
        from: request.offeredReplies(view), before: view.order.reply, request.reader.language)
      return .page(request.orderPage(view, typed: form))
    }
    let (key, id) = (try request.village(), try request.id("order", as: Order.self))
    let (draft, version) = (try StepDraft(request.form), try request.seenVersion())
    guard draft.step.isOnPage else { throw FieldErrors("step", OrderStrings.notHere) }
    guard let person = request.person else { throw NotAllowed() }
    let photos = try draft.photos.map(request.app.files.put)
    let papers = try draft.papers.map { try StoredAttachment($0, in: request.app.files) }
    let code = request.place?.code ?? ""
    return try await request.write(orShow: { refusal in
      request.orderPage(try await request.orderView(catalogues), typed: request.form, refusal: refusal)
    }) { w in
      let day = w.now.day
      let (order, row) = try w.take(
        draft, on: id, in: key, version: version, photos: photos, papers: papers, catalogues: catalogues
      ) { order in
        guard person.sees(order, on: day) else { throw NotFound() }
        let actors = try w.tx.actors(of: person, to: order, on: day)
        // Who may not take the step at all is told who may.
        let isTheirs = refusal(of: draft.step, in: order.state, by: actors) == nil
        if isTheirs, !person.tokenAllows(draft.step.capability) { throw NotAllowed() }
        return actors
      }
      // An order that was sent back is no longer the office's to see.
      let stays = person.sees(order, on: day)
      let actors = stays ? try w.tx.actors(of: person, to: order, on: day) : []
      let steps = try w.tx.possibleSteps(of: order, of: row, by: actors, person.account, on: day)
      return Outcome(
        stays ? Link.order(code, id) : Link.orders(request.place?.townCode ?? code),
        json: OrderJSON(order, title: row.title, number: row.number, light: order.light(now: w.now), steps: steps))
    }
  }
}

private func handOverPage(_ catalogues: Catalogues) -> Route {
  .get(
    "/v/{village}/matters/{matter}/orders", needs: .can(.handOver), OrderStrings.handOverTitle, mount: .page
  ) { request in
    .page(try await request.handOverPage(catalogues))
  }
}

private func handOverRoute(_ catalogues: Catalogues) -> Route {
  .post(
    "/v/{village}/matters/{matter}/orders", needs: .can(.handOver), OrderStrings.handOverTitle,
    takes: [
      Parameter("office", OrderStrings.office), Parameter(otherOfficeField, OfficeStrings.another),
      Parameter("kind", OrderStrings.kind, of: OrderKind.self),
      Parameter("level", OrderStrings.level, of: PlaceLevel.self), Parameter("basis", OrderStrings.basis),
      Parameter("about", OrderStrings.about), Parameter("spokespersons", OrderStrings.spokespersons),
      Parameter("text", OrderStrings.note),
      Parameter("version", OrderStrings.version),
    ],
    gives: OrderJSON.sample,
    rejected: { request, errors in try await request.handOverPage(catalogues, errors: errors) }
  ) { request in
    let (key, id) = (try request.village(), try request.id("matter", as: Matter.self))
    let (new, version) = (try NewOrder(request.form, level: request.entrance), try request.seenVersion())
    let code = request.place?.code ?? ""
    return try await request.write(orShow: { refusal in
      try await request.handOverPage(catalogues, refusal: refusal)
    }) { w in
      let (order, row) = try w.handOver(id, new, in: key, version: version, catalogues: catalogues)
      let steps = try request.person.map {
        try w.tx.possibleSteps(
          of: order, of: row, by: try w.tx.actors(of: $0, to: order, on: w.now.day), $0.account, on: w.now.day)
      }
      return Outcome(
        Link.order(code, order.id),
        json: OrderJSON(
          order, title: row.title, number: row.number, light: order.light(now: w.now), steps: steps ?? []),
        created: true)
    }
  }
}

extension Request {
  /// The level at which this person hands matters over.
  fileprivate var entrance: PlaceLevel {
    let posts =
      person?.posts.filter { $0.holds(on: now.day) && capabilities(of: $0.role).contains(.handOver) } ?? []
    let level = posts.map(\.place.level.placeLevel).first { $0 != .group } ?? .village
    return level
  }

  func orderView(_ catalogues: Catalogues) async throws -> OrderView {
    let (key, id, now) = (try village(), try id("order", as: Order.self), now)
    guard let person else { throw NotAllowed() }
    return try await app.database.read { tx in
      try tx.orderView(id, in: key, for: person, now: now, catalogues: catalogues)
    }
  }
}

extension OrderFilter {
  init(_ query: Form) throws(FieldErrors) {
    var errors = FieldErrors()
    office = query["office"].isEmpty ? nil : query["office"]
    askedVillage = query.text("village", max: 40, &errors)
    state = query.choice("state", as: OrderState.self, &errors)
    light = query.choice("light", as: OrderLight.self, &errors)
    age = query.choice("age", as: OrderAge.self, &errors)
    isClosed = query.isOn("closed")
    leaf = query.text("leaf", max: 12, &errors)
    guard errors.isEmpty else { throw errors }
  }

  var query: [(String, String)] {
    [
      ("office", office ?? ""), ("village", village?.description ?? ""), ("state", state?.rawValue ?? ""),
      ("light", light?.rawValue ?? ""), ("age", age?.rawValue ?? ""),
      ("closed", isClosed ? "1" : ""), ("leaf", leaf),
    ].filter { !$0.1.isEmpty }
  }
}

extension NewOrder {
  /// In the place of an office: it stays with the service centre. An empty office means the same.
  static let atCentre = "centre"

  /// `entrance`: where whoever hands it over sits.
  init(_ form: Form, level entrance: PlaceLevel) throws(FieldErrors) {
    var errors = FieldErrors()
    let kind = form.choice("kind", as: OrderKind.self, &errors)
    let level = form.choice("level", as: PlaceLevel.self, &errors)
    if level == .group { errors.add("level", OrderStrings.noGroup) }
    let basis = form.text("basis", max: 500, &errors)
    let words = form.text("text", max: 500, &errors)
    let (card, other) = (form.text("office", max: 40, &errors), form.text(otherOfficeField, max: 40, &errors))
    let office = other.isEmpty ? (card == Self.atCentre ? "" : card) : other
    let spokespersons = form.int("spokespersons", in: 1...9_999, &errors)
    guard errors.isEmpty else { throw errors }
    self.init(
      office: office, kind: kind ?? .general, level: level ?? entrance, basis: basis,
      about: Set(officeList(form.all("about"))), words: words, spokespersons: spokespersons)
  }
}
