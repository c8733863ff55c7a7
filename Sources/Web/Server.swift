import Foundation
import Hummingbird
import Logging
import Store
import Values

/// What Hummingbird keeps of a call: the parameters of its path and who calls.
struct ServerContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  let peer: String

  init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
    peer = source.channel.remoteAddress?.ipAddress ?? "local"
  }
}

/// The HTTP server over all routes: each mounted as a page and under `/api/v1`.
package struct Server: Sendable {
  let app: App
  let routes: [Route]

  package init(app: App, routes: [Route]) { (self.app, self.routes) = (app, routes) }

  /// What the program itself answers beside its slices: state, figures, the API's description, style sheets, scripts.
  package static func own(beside routes: [Route]) -> [Route] {
    let described = routes + [Health.route]
    return [
      Health.route, Metrics.route, AssetFiles.route, OpenAPI.route(for: described), APIPage.route(for: described),
    ]
  }

  /// Serves until cancelled or signalled. `port` 0 takes a free one; `onRunning` gets the port.
  package func run(
    host: String, port: Int, onRunning: @escaping @Sendable (Int) async -> Void = { _ in }
  ) async throws {
    let router = Router(context: ServerContext.self)
    let dispatcher = Dispatcher(app: app)
    mount(routes + Self.own(beside: routes), on: router, dispatcher)
    router.add(middleware: UnknownAddress(dispatcher: dispatcher, standards: routes.filter { $0.mount == .standard }))
    var log = app.log
    log.logLevel = .warning
    let application = Application(
      router: router, configuration: .init(address: .hostname(host, port: port), serverName: "sanshi"),
      onServerRunning: { channel in await onRunning(channel.localAddress?.port ?? port) }, logger: log)
    try await application.runService()
  }

  /// Each route as page and under `/api/v1`, `HEAD` with each `GET`, and 405 for the other methods of their addresses.
  private func mount(_ routes: [Route], on router: Router<ServerContext>, _ dispatcher: Dispatcher) {
    var allowed: [MountedPath: [HTTPRequest.Method]] = [:]
    for route in routes {
      for isAPI in route.mount.sides {
        let path = MountedPath(path: isAPI ? route.apiPath : route.path, isAPI: isAPI)
        for method in route.method.answered {
          allowed[path, default: []].append(method)
          router.on(RouterPath(path.path), method: method) { raw, context in
            let answer = await dispatcher.respond(to: route, isAPI: isAPI, raw, context)
            return raw.method == .head ? answer.createHeadResponse() : answer
          }
        }
      }
    }
    for (path, methods) in allowed {
      let allow = methods.map(\.rawValue).sorted().joined(separator: ", ")
      // The pattern of the address decides, never who asks or what is stored.
      let other = Route.get("/", needs: .anybody, Text(same: "")) { _ in throw OtherMethod(allow: allow) }
      for method in Self.methods where !methods.contains(method) {
        router.on(RouterPath(path.path), method: method) { raw, context in
          let answer = await dispatcher.respond(to: other, isAPI: path.isAPI, raw, context)
          return raw.method == .head ? answer.createHeadResponse() : answer
        }
      }
    }
  }

  private static let methods: [HTTPRequest.Method] = [.get, .head, .post, .put, .patch, .delete, .options, .trace]
}

private struct MountedPath: Hashable {
  let path: String
  let isAPI: Bool
}

extension Route.Mount {
  /// Whether the route answers programs, browsers, or each of them.
  fileprivate var sides: [Bool] {
    switch self {
    case .both: [false, true]
    case .page: [false]
    case .api, .standard: [true]
    }
  }
}

extension Route.Method {
  fileprivate var answered: [HTTPRequest.Method] { self == .get ? [.get, .head] : [.post] }
}

/// The address exists, but is not asked this way.
struct OtherMethod: Error {
  /// What it is asked by: "GET, HEAD".
  let allow: String
}

/// Answers an address that no route has: with our own page; below the root of a standard's addresses in its form.
private struct UnknownAddress: RouterMiddleware {
  let dispatcher: Dispatcher
  private static let unknown = Route.get("/", needs: .anybody, Text(same: "")) { _ in throw NotFound() }
  /// By the first part of their addresses.
  let standards: [Substring: Route]

  init(dispatcher: Dispatcher, standards: [Route]) {
    self.dispatcher = dispatcher
    self.standards = standards.reduce(into: [:]) { found, route in
      guard let root = Self.root(of: route.path), !root.hasPrefix("{"), let failed = route.failed else { return }
      found[root] = Self.unknown.failing(failed)
    }
  }

  private static func root(of path: String) -> Substring? { path.split(separator: "/").first }

  func handle(
    _ raw: Hummingbird.Request, context: ServerContext,
    next: (Hummingbird.Request, ServerContext) async throws -> Response
  ) async throws -> Response {
    do { return try await next(raw, context) } catch let error as HTTPError where error.status == .notFound {
      let path = raw.uri.path
      let standard = Self.root(of: path).flatMap { standards[$0] }
      let answer = await dispatcher.respond(
        to: standard ?? Self.unknown, isAPI: standard != nil || path.hasPrefix("/api/"), raw, context)
      return raw.method == .head ? answer.createHeadResponse() : answer
    }
  }
}
