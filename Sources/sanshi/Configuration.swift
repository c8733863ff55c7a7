import ArgumentParser
import Foundation
import Store
import Web

/// Where the program keeps its data and how it is reached. An option is stronger than the environment, the environment
/// stronger than the file `sanshi.conf` of the data folder (lines `SANSHI_NAME=value`).
struct Options: ParsableArguments {
  @Option(help: "Folder of database, keys, files and backups (SANSHI_DATA; default ./data).")
  var data: String?
  @Option(help: "sqlite:PATH or postgres://USER@HOST/NAME (SANSHI_DATABASE; default sqlite in the data folder).")
  var database: String?
  @Option(name: .customLong("public-url"), help: "Where people reach the program (SANSHI_PUBLIC_URL).")
  var publicURL: String?

  /// - Parameter existing: the command reads data that must be there, and makes none.
  func configuration(existing: Bool = false) throws -> Configuration {
    let environment = ProcessInfo.processInfo.environment
    let folder = data ?? environment["SANSHI_DATA"] ?? "data"
    if existing, !FileManager.default.fileExists(atPath: folder + "/event.key") {
      throw ValidationError("\(folder) 里没有三事通的数据 / holds no data of Sanshi (no event.key). --data FOLDER")
    }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let file = Self.file(folder + "/sanshi.conf")
    func value(_ option: String?, _ name: String) -> String? { option ?? environment[name] ?? file[name] }
    let proxies = value(nil, "SANSHI_TRUSTED_PROXIES") ?? ""
    return Configuration(
      folder: folder, database: value(database, "SANSHI_DATABASE") ?? "sqlite:\(folder)/sanshi.sqlite",
      publicURL: value(publicURL, "SANSHI_PUBLIC_URL").map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 },
      trustedProxies: Set(proxies.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }),
      exchangeRoots: try Self.roots(value(nil, "SANSHI_EXCHANGE_ROOTS") ?? ""))
  }

  /// Folders with commas between; each begins with "/".
  private static func roots(_ text: String) throws -> [String] {
    let roots = text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    if let wrong = roots.first(where: { !$0.hasPrefix("/") }) {
      throw ValidationError("SANSHI_EXCHANGE_ROOTS：要以 / 开头 / each folder begins with a slash: \(wrong)")
    }
    return roots
  }

  private static func file(_ path: String) -> [String: String] {
    guard let data = FileManager.default.contents(atPath: path) else { return [:] }
    var values: [String: String] = [:]
    for line in String(decoding: data, as: UTF8.self).split(separator: "\n") where !line.hasPrefix("#") {
      let halves = line.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
      if halves.count == 2 { values[halves[0]] = halves[1] }
    }
    return values
  }
}

struct Configuration: Sendable {
  let folder: String
  let database: String
  let publicURL: String?
  let trustedProxies: Set<String>
  var exchangeRoots: [String] = []
}

/// A message for the person at the terminal.
func say(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }
