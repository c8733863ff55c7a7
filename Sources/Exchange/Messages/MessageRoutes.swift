import Connect
import Governance
import Markup
import Store
import Values
import Web
import WorkOrders

struct MessageJSON: Encodable, Sendable {
  let id: ID<MessageRecord>
  let key: String
  let order: ID<Order>
  let number: String
  let title: String
  let kind: MessageKind
  let state: MessageState
  let attempts: Int
  let repeats: Int
  let madeAt: Instant
  let sentAt: Instant?
  let nextAt: Instant
  let answer: String
  let theirNumber: String
  let theirStatus: String

  init(_ line: MessageLine) {
    let message = line.message
    (id, key, order) = (message.id, message.fixedKey, message.order)
    (number, title, kind, state) = (line.number, line.title, message.kind, message.state)
    (attempts, repeats, madeAt) = (message.attempts, message.repeats, message.madeAt)
    (sentAt, nextAt, answer) = (message.sentAt, message.nextAt, message.answer)
    (theirNumber, theirStatus) = (message.theirNumber, message.theirStatus)
  }

  private init() {
    let at = Instant(milliseconds: 1_790_000_000_000)
    (id, key, order, number) = (ID(1), "sanshi-order-1", ID(2), "石桥村-2026-0024")
    (title, kind, state, attempts, repeats) = ("三组水管爆了停水", .handed, .sent, 1, 0)
    (madeAt, sentAt, nextAt, answer) = (at, at, at, "200 {\"number\":\"QG-17\"}")
    (theirNumber, theirStatus) = ("QG-17", "accepted")
  }

  static let sample = MessageJSON()
}

extension Write {
  /// Tries a message again that was given up. Event `exchangeRetried`.
  func retry(_ id: ID<MessageRecord>, to connector: Connector) throws {
    let message = try tx.message(id, to: connector.id)
    guard message.state == .failed else { throw ExchangeStrings.onlyFailed }
    let state = connector.isByFile ? MessageState.inFile : .waiting
    try tx.run(
      """
      UPDATE exchange_message SET state = \(state.rawValue), attempts = 0, next_at = \(now), began_at = NULL
      WHERE id = \(id)
      """)
    // Whoever tries again does not want to wait for the end of a rest.
    try tx.run("UPDATE exchange_connector SET paused_until = NULL WHERE id = \(connector.id)")
    try record("exchangeRetried", Touched(messageEntity, id), town: connector.town, village: message.key.village)
  }
}

let messageRoutes: [Route] = [
  .get(
    "/t/{town}/exchange/{connector}/messages", needs: .can(.manageNotices), ExchangeStrings.messages,
    takes: [Parameter("state", ExchangeStrings.state, of: MessageState.self), Parameter("after", WebStrings.nextPage)],
    gives: Page(items: [MessageJSON.sample], next: nil)
  ) { request in
    var errors = FieldErrors()
    let state = request.query.choice("state", as: MessageState.self, &errors)
    guard errors.isEmpty else { throw errors }
    let (connector, limit) = (try await request.connector(), request.limit())
    let after = request.after(MessageRecord.self)
    let (lines, calls) = try await request.app.database.read { tx in
      (
        try tx.messages(to: connector, state: state, before: after, limit: limit + 1),
        after == nil ? try tx.callbacks(of: connector, limit: 50) : []
      )
    }
    let page = Page(lines, limit: limit) { "\($0.message.id)" }
    return try await request.answer(json: Page(items: page.items.map(MessageJSON.init), next: page.next)) {
      request.messagesPage(connector, page, calls, state)
    }
  },
  .post(
    "/t/{town}/exchange/{connector}/messages/{message}/retry", needs: .can(.manageNotices), ExchangeStrings.retry,
    gives: ["done": true]
  ) { request in
    let (connector, code) = (try await request.connector(), request.place?.code ?? "")
    let id = try request.id("message", as: MessageRecord.self)
    return try await request.write { w in
      try w.retry(id, to: connector)
      return Outcome(Link.messages(code, connector.id), json: ["done": true])
    }
  },
]

extension Request {
  fileprivate func messagesPage(
    _ connector: Connector, _ list: Page<MessageLine>, _ calls: [CallbackRow], _ state: MessageState?
  ) -> HTMLPage {
    let (l, code) = (reader.language, place?.code ?? "")
    let here = Link.messages(code, connector.id)
    let address = Link.with(here, state.map { [("state", $0.rawValue)] } ?? [])
    return page(ExchangeStrings.messages, wide: true, current: Link.exchange(code)) {
      breadcrumbs(
        [
          (Link.exchange(code), ExchangeStrings.title),
          (Link.connector(code, connector.id), Text(same: connector.name)),
        ], current: ExchangeStrings.messages, l)
      pageTitle(ExchangeStrings.messages, lead: .text(ExchangeStrings.messagesLead(l)), l)
      filterBar(
        action: here,
        fields: selectField(
          name: "state", label: ExchangeStrings.state,
          options: [("", ExchangeStrings.anyState)] + MessageState.allCases.map { ($0.rawValue, $0.name) },
          selected: state?.rawValue ?? "", required: true, reader: reader), l)
      if list.items.isEmpty {
        emptyState(ExchangeStrings.noMessages, l)
      } else {
        dataTable(
          caption: ExchangeStrings.messages, columns: messageColumns, rows: list.items.map { cells($0, connector) },
          cards: true, l)
      }
      pager(
        nextHref: list.next.map { Link.with(address, [("after", $0)]) },
        firstHref: query["after"].isEmpty ? nil : address, l)
      if !calls.isEmpty { callTable(calls) }
    }
  }

  private func cells(_ line: MessageLine, _ connector: Connector) -> [HTML] {
    let (l, message) = (reader.language, line.message)
    var said = [plainAnswer(message.answer)(l)]
    if message.state == .waiting, message.nextAt > now { said.append(ExchangeStrings.next(message.nextAt)(l)) }
    if message.repeats > 0 { said.append(ExchangeStrings.mayRepeat(message.repeats)(l)) }
    let theirs = [message.theirNumber, CallbackStatus(rawValue: message.theirStatus)?.name(l) ?? ""]
    return [
      a(Link.order(line.villageCode, message.order)) { line.title + " " + line.number }, .text(message.kind.name(l)),
      stateChip(message.state.name, tone: message.state.tone, l), .text(String(message.attempts)),
      .text(theirs.filter { !$0.isEmpty }.joined(separator: " · ")),
      .text(said.filter { !$0.isEmpty }.joined(separator: " · ")), spokenTime(message.madeAt, l),
      message.state == .failed
        ? postButton(
          action: Link.messageRetry(place?.code ?? "", connector.id, message.id), ExchangeStrings.retry, reader: reader)
        : .empty,
    ]
  }

  /// What they told last, and what we answered.
  private func callTable(_ calls: [CallbackRow]) -> HTML {
    let l = reader.language
    return section {
      h2 { ExchangeStrings.told(l) }
      dataTable(
        caption: ExchangeStrings.told,
        columns: [
          Column(title: ExchangeStrings.callbackID, width: .name, card: .title),
          Column(title: ExchangeStrings.callbackStatus), Column(title: ExchangeStrings.ourAnswer, width: .text),
          Column(title: ExchangeStrings.made, width: .day),
        ],
        rows: calls.map { call in
          [
            .text(call.callKey), .text(CallbackStatus(rawValue: call.status)?.name(l) ?? call.status),
            .text((call.refusal.map { $0.reason + $0.wayOut } ?? ExchangeStrings.takenIt)(l)),
            spokenTime(call.madeAt, l),
          ]
        }, cards: true, l)
    }
  }
}

private let messageColumns = [
  Column(title: ExchangeStrings.which, width: .name, card: .title), Column(title: ExchangeStrings.kind),
  Column(title: ExchangeStrings.state), Column(title: ExchangeStrings.attempts, numeric: true),
  Column(title: ExchangeStrings.theirs), Column(title: ExchangeStrings.answer, width: .text),
  Column(title: ExchangeStrings.made, width: .day), Column(title: ExchangeStrings.retry),
]

extension MessageState {
  fileprivate var tone: Tone {
    switch self {
    case .waiting, .inFile: .active
    case .sent: .green
    case .failed: .red
    case .dropped: .neutral
    }
  }
}
