import Governance
import Markup
import Mechanism
import Store
import Values
import Web

struct DeliveryJSON: Encodable, Sendable {
  let id: ID<DeliveryRecord>
  let transport: ID<TransportRecord>
  let step: String
  let number: String
  let toStaff: Bool
  let state: DeliveryState
  let attempts: Int
  let repeats: Int
  let madeAt: Instant
  let sentAt: Instant?
  let nextAt: Instant
  let key: String
  let answer: String

  init(_ delivery: Delivery) {
    (id, transport, step) = (delivery.id, delivery.transport, delivery.step)
    (number, toStaff, state) = (delivery.number, delivery.isToStaff, delivery.state)
    (attempts, repeats) = (delivery.attempts, delivery.repeats)
    (madeAt, sentAt, nextAt) = (delivery.madeAt, delivery.sentAt, delivery.nextAt)
    (key, answer) = (delivery.key, delivery.answer)
  }

  private init() {
    let at = Instant(milliseconds: 1_790_000_000_000)
    (id, transport, step, number, toStaff) = (ID(1), ID(2), "closed", "20481637", false)
    (state, attempts, repeats, madeAt, sentAt, nextAt) = (.sent, 1, 0, at, at, at)
    (key, answer) = ("sanshi-1", "250 2.0.0 OK")
  }

  static let sample = DeliveryJSON()
}

extension Write {
  /// A test message to an address. Event `noticeTested`.
  func sendTest(
    over transport: Transport, to address: String, town: ID<Place>, name: Text, _ l: Language
  ) throws -> Delivery {
    let (id, words) = (ids.next(DeliveryRecord.self), try tx.wordings(of: town))
    let values = ["village": name]
    try tx.add(
      NewDelivery(
        town: town, village: town, transport: transport.id, step: "test", account: actor, address: address,
        subject: transport.kind == .mail ? words.message("test_subject", values)(l) : "",
        body: words.message("test", values)(l), nextAt: now), id: id, now: now)
    // Whoever tests does not want to wait for the end of a rest.
    try tx.run("UPDATE transport SET paused_until = NULL WHERE id = \(transport.id)")
    try record("noticeTested", Touched(transportEntity, transport.id), town: town)
    return try tx.delivery(id, town: town)
  }

  /// Tries a delivery again that was given up. Event `noticeRetried`.
  func retry(_ id: ID<DeliveryRecord>, town: ID<Place>) throws {
    let delivery = try tx.delivery(id, town: town)
    guard delivery.state == .failed else { throw ConnectStrings.onlyFailed }
    guard delivery.madeAt > now.adding(days: -newsDays) else { throw ConnectStrings.retryTooOld }
    _ = try tx.transport(delivery.transport, town: town)
    try tx.run(
      "UPDATE delivery SET state = 'waiting', attempts = 0, next_at = \(now), began_at = NULL WHERE id = \(id)")
    try record("noticeRetried", Touched(transportEntity, delivery.transport), town: town, note: delivery.key)
  }
}

extension Transaction {
  /// - Throws: `NotFound`.
  func delivery(_ id: ID<DeliveryRecord>, town: ID<Place>) throws -> Delivery {
    let row = try row(
      """
      SELECT d.*, c.number AS number FROM delivery d LEFT JOIN concern c ON c.id = d.concern AND c.sealed = 0
      WHERE d.id = \(id) AND d.town = \(town)
      """)
    guard let row else { throw NotFound() }
    return try Delivery(row)
  }
}

let deliveryRoutes: [Route] = [
  .get(
    "/t/{town}/notices/deliveries", needs: .can(.manageNotices), ConnectStrings.deliveries,
    takes: [
      Parameter("state", ConnectStrings.state, of: DeliveryState.self), Parameter("after", ConnectStrings.after),
    ],
    gives: Page(items: [DeliveryJSON.sample], next: nil)
  ) { request in
    var errors = FieldErrors()
    let state = request.query.choice("state", as: DeliveryState.self, &errors)
    guard errors.isEmpty else { throw errors }
    let (town, after, limit) = (try request.town(), request.after(DeliveryRecord.self), request.limit())
    let (rows, transports) = try await request.app.database.read { tx in
      (try tx.deliveries(of: town, state: state, before: after, limit: limit + 1), try tx.transports(of: town))
    }
    let page = Page(rows, limit: limit) { "\($0.id)" }
    return try await request.answer(json: Page(items: page.items.map(DeliveryJSON.init), next: page.next)) {
      request.deliveriesPage(page, transports, state)
    }
  },
  .post(
    "/t/{town}/notices/deliveries/{delivery}/retry", needs: .can(.manageNotices), ConnectStrings.retry,
    gives: DoneJSON()
  ) { request in
    let (id, town, code) = (try request.id("delivery", as: DeliveryRecord.self), try request.town(), request.townCode)
    return try await request.write { w in
      try w.retry(id, town: town)
      return Outcome(Link.deliveries(code), json: DoneJSON())
    }
  },
]

extension Request {
  fileprivate func deliveriesPage(
    _ list: Page<Delivery>, _ transports: [Transport], _ state: DeliveryState?
  ) -> HTMLPage {
    let l = reader.language
    let names = Dictionary(transports.map { ($0.id, $0.name) }) { first, _ in first }
    let address = Link.with(Link.deliveries(townCode), state.map { [("state", $0.rawValue)] } ?? [])
    return page(ConnectStrings.deliveries, wide: true, current: Link.transports(townCode)) {
      breadcrumbs([(Link.transports(townCode), ConnectStrings.sending)], current: ConnectStrings.deliveries, l)
      pageTitle(ConnectStrings.deliveries, lead: .text(ConnectStrings.deliveriesLead(l)), l)
      filterBar(
        action: Link.deliveries(townCode),
        fields: selectField(
          name: "state", label: ConnectStrings.state,
          options: [("", ConnectStrings.anyState)] + DeliveryState.allCases.map { ($0.rawValue, $0.word) },
          selected: state?.rawValue ?? "", required: true, reader: reader), l)
      if list.items.isEmpty {
        emptyState(
          state == nil ? ConnectStrings.noDeliveries : ConnectStrings.noneInState,
          action: transports.isEmpty ? (Link.transports(townCode), ConnectStrings.toTransports) : nil, l)
      } else {
        dataTable(
          caption: ConnectStrings.deliveries,
          columns: [
            Column(title: ConnectStrings.what, width: .name, card: .title), Column(title: ConnectStrings.state),
            Column(title: ConnectStrings.by), Column(title: ConnectStrings.made, width: .day),
            Column(title: ConnectStrings.attempts, numeric: true), Column(title: ConnectStrings.answer, width: .text),
            Column(title: ConnectStrings.retry),
          ], rows: list.items.map { cells($0, names) }, cards: true, l)
      }
      pager(
        nextHref: list.next.map { Link.with(address, [("after", $0)]) },
        firstHref: query["after"].isEmpty ? nil : address, l)
    }
  }

  private func cells(_ delivery: Delivery, _ names: [ID<TransportRecord>: String]) -> [HTML] {
    let l = reader.language
    let what = ConnectStrings.step(delivery.step)(l) + (delivery.number.isEmpty ? "" : " " + delivery.number)
    let mayRetry = delivery.state == .failed && delivery.madeAt > now.adding(days: -newsDays)
    return [
      .text(what), stateChip(delivery.state.word, tone: delivery.state.tone, l),
      .text(names[delivery.transport] ?? ConnectStrings.gone(l)), spokenTime(delivery.madeAt, l),
      .text(String(delivery.attempts)), .text(answer(delivery)),
      mayRetry
        ? postButton(action: Link.deliveryRetry(townCode, delivery.id), ConnectStrings.retry, reader: reader) : .empty,
    ]
  }

  /// What the other side said, why it was not sent, when it is tried next, whether it may have gone twice.
  private func answer(_ delivery: Delivery) -> String {
    let l = reader.language
    var parts: [String] = []
    parts.append((Dropped(rawValue: delivery.answer)?.word ?? plainAnswer(delivery.answer))(l))
    if delivery.state == .waiting, delivery.nextAt > now { parts.append(ConnectStrings.next(delivery.nextAt)(l)) }
    if delivery.repeats > 0 { parts.append(ConnectStrings.mayRepeat(delivery.repeats)(l)) }
    return parts.filter { !$0.isEmpty }.joined(separator: " · ")
  }
}

extension DeliveryState {
  var tone: Tone {
    switch self {
    case .waiting: .active
    case .sent, .received: .green
    case .failed: .red
    case .dropped: .neutral
    }
  }
}
