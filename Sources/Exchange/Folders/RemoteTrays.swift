import Connect
import Values

/// A folder of another machine, over SFTP.
struct RemoteTrays: Trays {
  let files: RemoteFiles
  /// Begins with "/", or at the folder in which the user arrives.
  let path: String

  func prepare() async throws {
    let parts = path.split(separator: "/").map(String.init)
    let above = parts.indices.map { (path.hasPrefix("/") ? "/" : "") + parts[...$0].joined(separator: "/") }
    try await perform { try await files.take((above + Tray.allCases.map(folder)).map(RemoteStep.makeFolder)) }
    for tray in Tray.allCases { _ = try await perform(about: tray) { try await files.names(in: folder(tray)) } }
  }

  /// Sent under a name of its own first. Many servers give no file the name of another: that one goes just before.
  func put(_ bytes: [UInt8], as name: String, in tray: Tray) async throws {
    let (unfinished, whole) = ("\(folder(tray))/.\(name).part", "\(folder(tray))/\(name)")
    try await perform(about: tray) {
      try await files.put(bytes, at: unfinished, then: [.remove(whole), .rename(unfinished, to: whole)])
    }
  }

  func names() async throws -> [String] {
    Array(try await perform(about: .incoming) { try await files.names(in: folder(.incoming)) }.prefix(1000))
  }

  func bytes(of name: String, mostBytes: Int) async throws -> [UInt8]? {
    do { return try await files.bytes(at: "\(folder(.incoming))/\(name)", mostBytes: mostBytes + 1) } catch {
      if case RemoteFault.missing = error { return nil }
      throw Self.fault(error, Tray.incoming.rawValue + "/" + name)
    }
  }

  func move(_ name: String, to tray: Tray, as new: String) async throws {
    let target = "\(folder(tray))/\(new)"
    try await perform(about: tray) {
      // What the other side took away meanwhile need not be moved.
      do {
        try await files.take([.remove(target), .rename("\(folder(.incoming))/\(name)", to: target)])
      } catch RemoteFault.missing {}
    }
  }

  func close() async { files.close() }

  private func folder(_ tray: Tray) -> String { "\(path)/\(tray.rawValue)" }

  private func perform<Value>(about tray: Tray? = nil, _ call: () async throws -> Value) async throws -> Value {
    do { return try await call() } catch { throw Self.fault(error, tray?.rawValue ?? path) }
  }

  private static func fault(_ error: any Error, _ name: String) -> any Error {
    guard let fault = error as? RemoteFault else { return error }
    return switch fault {
    case .isPrivate: FolderFault.isPrivate
    case .stranger(let shown): FolderFault.stranger(shown: shown)
    case .login: FolderFault.login
    case .missing: FolderFault.noFolder(name)
    case .denied: FolderFault.denied(name)
    case .unreachable: FolderFault.unreachable
    case .other(let words): FolderFault.other(words)
    }
  }
}
