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

  /// Serves until cancelled or signalled. `port` 0 takes a free one; `onRunning` gets the port.
  package func run(
    host: String, port: Int, onRunning: @escaping @Sendable (Int) async -> Void = { _ in }
  ) async throws {
    let router = Router(context: ServerContext.self)
    let dispatcher = Dispatcher(app: app)
    let own = [Health.route, Metrics.route, AssetFiles.route]
    let described =
      routes + own + [OpenAPI.route(for: routes + [Health.route]), APIPage.route(for: routes + [Health.route])]
    for route in described {
      let method: HTTPRequest.Method = route.method == .get ? .get : .post
      if route.mount != .api {
        router.on(RouterPath(route.path), method: method) { raw, context in
          await dispatcher.respond(to: route, isAPI: false, raw, context)
        }
        if route.method == .get {
          router.on(RouterPath(route.path), method: .head) { raw, context in
            let answer = await dispatcher.respond(to: route, isAPI: false, raw, context)
            return Response(status: answer.status, headers: answer.headers)
          }
        }
      }
      if route.mount != .page {
        router.on(RouterPath("/api/v1" + route.path), method: method) { raw, context in
          await dispatcher.respond(to: route, isAPI: true, raw, context)
        }
      }
    }
    let unknown = Route.get("/", needs: .anybody, Text(same: "")) { _ in throw NotFound() }
    router.add(middleware: UnknownAddress(dispatcher: dispatcher, route: unknown))
    var log = app.log
    log.logLevel = .warning
    let application = Application(
      router: router, configuration: .init(address: .hostname(host, port: port), serverName: "sanshi"),
      onServerRunning: { channel in await onRunning(channel.localAddress?.port ?? port) }, logger: log)
    try await application.runService()
  }
}

/// Answers an address that no route has with our own page.
private struct UnknownAddress: RouterMiddleware {
  let dispatcher: Dispatcher
  let route: Route

  func handle(
    _ raw: Hummingbird.Request, context: ServerContext,
    next: (Hummingbird.Request, ServerContext) async throws -> Response
  ) async throws -> Response {
    do { return try await next(raw, context) } catch let error as HTTPError where error.status == .notFound {
      return await dispatcher.respond(to: route, isAPI: raw.uri.path.hasPrefix("/api/"), raw, context)
    }
  }
}
