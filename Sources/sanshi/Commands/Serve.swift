import ArgumentParser
import Foundation
import People
import ServiceLifecycle
import Web

struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Serve pages and API over HTTP.")

  @OptionGroup var options: Options
  @Option(help: "Address to listen on.") var host = "127.0.0.1"
  @Option(help: "Port; 0 takes a free one.") var port = 8080

  func validate() throws {
    guard (0...65_535).contains(port) else {
      throw ValidationError("--port 应在 0 到 65535 之间 / must be from 0 to 65535: \(port)")
    }
  }

  func run() async throws {
    keepMemorySmall()
    let isLoopback = host == "127.0.0.1" || host == "::1" || host == "localhost"
    let program = try await Program.open(options.configuration(), isLoopback: isLoopback)
    if let code = try await prepareSetup(program.app) {
      say("首次使用，请打开首页并输入一次性启动码 / First run: open the front page and enter this one-time code: \(code)")
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        try await Server(app: program.app, routes: program.routes).run(host: host, port: port) { port in
          say("三事通 http://\(host):\(port)")
          Task.detached(priority: .background) { await stayWarm(program) }
        }
      }
      group.addTask { await Worker(program: program).run() }
      try await group.next()
      group.cancelAll()
    }
  }
}
