import ArgumentParser
import Web

struct Routes: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the addresses: method, path, where mounted (page, api, both), who may.")

  func run() async throws {
    let routes = allSlices.flatMap(\.routes)
    for route in routes + Server.own(beside: routes) {
      print("\(route.method.rawValue)\t\(route.path)\t\(route.mount)\t\(route.needs)")
    }
  }
}
