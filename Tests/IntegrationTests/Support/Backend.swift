import Foundation
import Store
import Synchronization

/// The two databases that every integration test runs on.
enum Backend: String, CaseIterable, CustomStringConvertible {
  case sqlite, postgres

  var description: String { rawValue }

  /// SQLite always; PostgreSQL when the test script started one.
  static var all: [Backend] { postgresURL == nil ? [.sqlite] : [.sqlite, .postgres] }

  private static let postgresURL = ProcessInfo.processInfo.environment["SANSHI_TEST_POSTGRES"]
  private static let made = Mutex(0)

  /// An empty database of its own for one test, in the folder or on the test's server.
  func freshDatabase(in folder: String) async throws -> String {
    guard self == .postgres, let url = Self.postgresURL else { return "sqlite:\(folder)/test.sqlite" }
    let number = Self.made.withLock { count in
      count += 1
      return count
    }
    let name = "t\(ProcessInfo.processInfo.processIdentifier)_\(number)"
    try runProgram("psql", ["--quiet", "--dbname=\(url)", "--command=CREATE DATABASE \(name)"])
    return url.replacingOccurrences(of: "/postgres", with: "/\(name)", options: .backwards)
  }
}
