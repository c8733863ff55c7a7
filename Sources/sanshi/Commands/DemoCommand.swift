import ArgumentParser
import Demonstration
import Foundation
import Governance
import People
import Values

struct Demo: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Fill an empty database with the demonstration county; prints place codes and logins.")
  @OptionGroup var options: Options

  func run() async throws {
    let program = try await Program.open(options.configuration())
    let logins: Demonstration.Logins
    do { logins = try await Demonstration(app: program.app).fill() } catch let refusal as Refusal {
      throw ValidationError("\(refusal.reason.zh) \(refusal.wayOut.zh)\n\(refusal.reason.en) \(refusal.wayOut.en)")
    }
    print("演示地方 / Demonstration places")
    for place in logins.places where place.level != .group {
      print("  \(place.code)\t\(place.level.rawValue)\t\(place.name.zh)\t\(place.name.en)")
    }
    print("\n演示账号（密码都是 \(logins.password)）/ Demonstration logins (password for all: \(logins.password))")
    for account in logins.accounts {
      print("  \(account.login)\t\(account.role.name.zh)\t\(account.place.zh)\t\(account.name)")
    }
  }
}

struct Setup: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prepare an empty database; prints the one-time code of the first-run page.")
  @OptionGroup var options: Options

  func run() async throws {
    let program = try await Program.open(options.configuration())
    guard let code = try await prepareSetup(program.app) else {
      throw ValidationError("已经设置过 / The database is set up already.")
    }
    print(code)
    say("启动 sanshi serve，打开首页，输入上面的启动码 / Start sanshi serve, open the front page, enter the code above.")
  }
}
