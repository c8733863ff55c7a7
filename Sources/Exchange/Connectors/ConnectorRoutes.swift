import Connect
import Governance
import Mechanism
import Seeds
import Store
import Values
import Web
import WorkOrders

struct ConnectorJSON: Encodable, Sendable {
  let id: ID<ConnectorRecord>
  let name: String
  let way: ConnectorWay
  let url: String
  /// What is set of a folder, without its secrets.
  let folder: [String: String]
  let offices: [String]
  let levels: [PlaceLevel]
  let mapping: String
  let fields: [ContactField]
  let purpose: String
  let receiver: String
  let isOn: Bool
  let failures: Int
  let pausedUntil: Instant?
  let lastAnswer: String
  /// Where their answers go.
  let callback: String

  init(_ connector: Connector, publicURL: String) {
    (id, name, url, offices) = (connector.id, connector.name, connector.url, connector.offices)
    (levels, mapping, fields) = (connector.levels, connector.mapping.text, connector.fields)
    (purpose, receiver, isOn) = (connector.purpose, connector.receiver, connector.isOn)
    (way, folder) = (connector.way, connector.folder?.values ?? [:])
    (failures, pausedUntil) = (connector.failures, connector.pausedUntil)
    lastAnswer = connector.lastAnswer
    callback = publicURL + Link.callbacks(connector.id)
  }

  private init() {
    (id, name, url) = (ID(1), "县群工系统", "https://example.org/orders")
    (way, folder) = (.web, [:])
    (offices, levels, mapping, fields) = (["水务站"], [.county], "category\t供水\tGM0902\n", [.phone])
    (purpose, receiver, isOn, failures) = ("回访", "县群众工作部", true, 0)
    (pausedUntil, lastAnswer) = (Instant(milliseconds: 1_790_000_000_000), "")
    callback = "https://example.org/api/v1/exchange/1/callbacks"
  }

  static let sample = ConnectorJSON()
}

/// A connector with what its pages show besides.
struct ConnectorView: Sendable {
  let connector: Connector?
  /// The offices that may be chosen; their Chinese names are what is stored.
  let offices: [Text]
  let categories: Set<String>
  /// How many messages are in a state, counted up to 1,000.
  let counts: [MessageState: Int]
  /// Of a folder, the newest first.
  let files: [FolderFile]
  /// The folders of this machine that may be used besides the data folder.
  let roots: [String]
}

private let draftParameters =
  [
    Parameter("name", ExchangeStrings.name, required: true), Parameter("way", FolderStrings.way, of: ConnectorWay.self),
    Parameter("url", ExchangeStrings.url),
    Parameter("key", ExchangeStrings.key), Parameter("office", ExchangeStrings.offices),
    Parameter("level", ExchangeStrings.levels, oneOf: ConnectorDraft.levels.map(\.rawValue), isList: true),
    Parameter("mapping", ExchangeStrings.mapping),
    Parameter("field", ExchangeStrings.fields), Parameter("purpose", ExchangeStrings.purpose),
    Parameter("receiver", ExchangeStrings.receiver),
  ] + folderParameters + counterpartParameters

/// The systems a town exchanges with.
func connectorRoutes(_ catalogues: Catalogues) -> [Route] {
  [listRoute, newRoute(catalogues), makeRoute(catalogues), readRoute(catalogues), changeRoute(catalogues), closeRoute]
}

private let listRoute = Route.get(
  "/t/{town}/exchange", needs: .can(.manageNotices), ExchangeStrings.title, gives: [ConnectorJSON.sample]
) { request in
  let town = try request.town()
  let connectors = try await request.app.database.read { tx in try tx.connectors(of: town) }
  let url = request.publicURL
  return try await request.answer(json: connectors.map { ConnectorJSON($0, publicURL: url) }) {
    request.exchangePage(connectors)
  }
}

private func newRoute(_ catalogues: Catalogues) -> Route {
  .get("/t/{town}/exchange/new", needs: .can(.manageNotices), ExchangeStrings.new, mount: .page) { request in
    let view = try await request.connectorView(nil, catalogues)
    return .page(
      request.connectorForm(view, values: Form(fields: ["is_on": ["1"], "level": ["county"], "way": ["web"]])))
  }
}

private func makeRoute(_ catalogues: Catalogues) -> Route {
  .post(
    "/t/{town}/exchange", needs: .can(.manageNotices), ExchangeStrings.new, takes: draftParameters,
    gives: ConnectorJSON.sample,
    rejected: { request, errors in
      request.connectorForm(try await request.connectorView(nil, catalogues), values: request.form, errors: errors)
    }
  ) { request in
    try await request.save(request.app.ids.next(), existing: nil, catalogues)
  }
}

private func readRoute(_ catalogues: Catalogues) -> Route {
  .get(
    "/t/{town}/exchange/{connector}", needs: .can(.manageNotices), ExchangeStrings.one, gives: ConnectorJSON.sample
  ) { request in
    let connector = try await request.connector()
    return try await request.answer(json: ConnectorJSON(connector, publicURL: request.publicURL)) {
      try await request.connectorPage(catalogues: catalogues)
    }
  }
}

private func changeRoute(_ catalogues: Catalogues) -> Route {
  .post(
    "/t/{town}/exchange/{connector}", needs: .can(.manageNotices), ExchangeStrings.save, takes: draftParameters,
    gives: ConnectorJSON.sample,
    rejected: { request, errors in
      let view = try await request.connectorView(try await request.connector(), catalogues)
      return request.connectorForm(view, values: request.form, errors: errors)
    }
  ) { request in
    let connector = try await request.connector()
    return try await request.save(connector.id, existing: connector, catalogues)
  }
}

private let closeRoute = Route.post(
  "/t/{town}/exchange/{connector}/closure", needs: .can(.manageNotices), ExchangeStrings.close, gives: ["done": true]
) { request in
  let (connector, town, code) = (try await request.connector(), try request.town(), request.place?.code ?? "")
  return try await request.write { w in
    try w.closeConnector(connector.id, town: town)
    return Outcome(Link.exchange(code), json: ["done": true])
  }
}

extension Request {
  func connector() async throws -> Connector {
    let (id, town) = (try id("connector", as: ConnectorRecord.self), try town())
    return try await app.database.read { tx in try tx.connector(id, town: town) }
  }

  func connectorView(_ connector: Connector?, _ catalogues: Catalogues) async throws -> ConnectorView {
    let (town, day, roots) = (try town(), now.day, app.settings.exchangeRoots)
    return try await app.database.read { tx in
      let catalogue = try catalogues.current(town: town, day: day, in: tx).catalogue
      let known = try tx.offices(of: town).filter { $0.dissolvedAt == nil }.map(\.name)
      let led = Set(catalogue.leaves(in: .government).map(\.lead)).sorted()
      var counts: [MessageState: Int] = [:]
      if let connector {
        for state in [MessageState.waiting, .inFile, .failed] {
          counts[state] = try tx.messageCount(to: connector, state: state)
        }
      }
      let written = Dictionary(known.map { ($0.zh, $0) }) { first, _ in first }
      let all = (connector?.offices ?? []) + known.map(\.zh) + led
      let names = all.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
      return ConnectorView(
        connector: connector, offices: names.map { written[$0] ?? bodyName($0) },
        categories: Set(catalogue.tops.map(\.code) + catalogue.leaves.map(\.code)), counts: counts,
        files: try connector.map { $0.folder == nil ? [] : try tx.files(of: $0, limit: 20) } ?? [], roots: roots)
    }
  }

  /// The page of the connector of the address, as it stands.
  func connectorPage(
    result: AnswerResult? = nil, errors: FieldErrors? = nil, visit: FolderResult? = nil, catalogues: Catalogues
  ) async throws -> HTMLPage {
    let connector = try await connector()
    let view = try await connectorView(connector, catalogues)
    return connectorForm(view, values: connector.form, result: result, fileErrors: errors, visit: visit)
  }

  /// Checks what was typed, then writes it; gives the connector anew.
  fileprivate func save(_ id: ID<ConnectorRecord>, existing: Connector?, _ catalogues: Catalogues) async throws
    -> Answer
  {
    let (town, code, url) = (try town(), place?.code ?? "", publicURL)
    let categories = try await connectorView(existing, catalogues).categories
    let old = try existing?.key(app.ledger) ?? ""
    let secrets = try existing?.folderSecrets(app.ledger) ?? [:]
    let draft = try ConnectorDraft(
      form, hasKey: !old.isEmpty, hasSecrets: Set(secrets.filter { !$0.value.isEmpty }.keys),
      roots: app.settings.exchangeRoots, known: categories.contains)
    try await draft.checkHost()
    let kept = draft.folder.map { secrets.merging($0.secrets) { $1 } } ?? [:]
    let sealed = (
      key: try Connector.sealed(draft.key ?? old, for: id, app.ledger),
      folder: try Connector.sealedFolder(kept, for: id, app.ledger)
    )
    let answer = try await write { w in
      if let place = draft.folder?.setup.place, try w.tx.sharesFolder(place, but: id, town: town) {
        throw FieldErrors("folder", FolderStrings.taken)
      }
      try w.putConnector(id, draft, sealed: sealed, town: town)
      return Outcome(
        Link.connector(code, id) + "?saved=1",
        json: ConnectorJSON(try w.tx.connector(id, town: town), publicURL: url), created: existing == nil)
    }
    WebPost.forget(lane: id.value)
    return answer
  }
}

extension Connector {
  /// What stands in its form.
  var form: Form {
    Form(
      fields: [
        "name": [name], "way": [way.rawValue], "url": [url], "office": offices, "level": levels.map(\.rawValue),
        "mapping": [mapping.text],
        "field": fields.map(\.rawValue), "purpose": [purpose], "receiver": [receiver],
        "allows_private": [allowsPrivate ? "1" : ""], "authorities": [authorities], "is_on": [isOn ? "1" : ""],
      ].merging((folder?.values ?? [:]).mapValues { [$0] }) { own, _ in own })
  }
}
