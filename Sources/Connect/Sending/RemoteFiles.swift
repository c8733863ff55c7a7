import Foundation
import Values

/// A machine that keeps a folder for the files of two systems, spoken with by SFTP.
package struct RemoteMachine: Sendable {
  package enum Login: Sendable {
    case password(String)
    /// A key as `ssh-keygen` writes it, and what opens it ("" = nothing).
    case key(String, passphrase: String)
  }
  let host: String
  let port: Int
  let user: String
  let login: Login
  /// SHA-256 of the machine's key, in base64 without "=": another machine is told nothing, no password either.
  let fingerprint: String
  let allowsPrivate: Bool

  package init(host: String, port: Int, user: String, login: Login, fingerprint: String, allowsPrivate: Bool) {
    (self.host, self.port, self.user, self.login) = (host, port, user, login)
    (self.fingerprint, self.allowsPrivate) = (fingerprint, allowsPrivate)
  }
}

/// One thing to be done over SFTP.
enum RemoteCommand: Sendable {
  /// The names of a folder.
  case list
  case get
  /// Writes a file, then takes these steps.
  case put([UInt8], then: [RemoteStep])
  case steps([RemoteStep])
}

/// A step that moves no bytes. Paths begin with "/", or at the folder in which the user arrives.
package enum RemoteStep: Sendable, Hashable {
  /// Where there is one.
  case remove(String)
  case rename(String, to: String)
  /// Where there is none.
  case makeFolder(String)

  /// As libcurl reads it; a star lets it fail.
  var line: String {
    switch self {
    case .remove(let path): "*rm \(Self.quoted(path))"
    case .rename(let path, let new): "rename \(Self.quoted(path)) \(Self.quoted(new))"
    case .makeFolder(let path): "*mkdir \(Self.quoted(path))"
    }
  }

  private static func quoted(_ path: String) -> String {
    "\"" + path.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}

/// Why a machine did not do what it was asked.
package enum RemoteFault: Error, Sendable, Hashable {
  /// The address lies in a private range, and that is not allowed.
  case isPrivate
  /// It is another machine than the one that was set; it showed this fingerprint ("" when unknown).
  case stranger(shown: String)
  case login
  /// No such file or folder.
  case missing
  case denied
  /// Nobody answers under this name.
  case unreachable
  /// Else, in the words of libcurl.
  case other(String)
}

/// Files of one machine: each call is sent over connections that no other lane uses, away from the event loops.
package struct RemoteFiles: Sendable {
  private let machine: RemoteMachine
  private let lane: Int64

  package init(_ machine: RemoteMachine, lane: Int64) { (self.machine, self.lane) = (machine, lane) }

  /// The names in a folder, without those that begin with a dot.
  package func names(in folder: String) async throws -> [String] {
    let bytes = try await perform(.list, at: folder + "/", mostBytes: 1 << 20)
    return bytes.split(whereSeparator: { $0 == 10 || $0 == 13 }).map { String(decoding: $0, as: UTF8.self) }
      .filter { !$0.hasPrefix(".") }
  }

  /// A file, at most its first `mostBytes`.
  package func bytes(at path: String, mostBytes: Int) async throws -> [UInt8] {
    try await perform(.get, at: path, mostBytes: mostBytes)
  }

  /// Writes a file, and then takes the steps.
  package func put(_ bytes: [UInt8], at path: String, then steps: [RemoteStep]) async throws {
    _ = try await perform(.put(bytes, then: steps), at: path)
  }

  package func take(_ steps: [RemoteStep]) async throws { _ = try await perform(.steps(steps), at: "./") }

  /// Ends the connections of this lane.
  package func close() { outbox.carrier.forget(lane) }

  private func perform(_ command: RemoteCommand, at path: String, mostBytes: Int = 4000) async throws -> [UInt8] {
    var exchange = Exchange(
      url: address(of: path), content: .files(machine, command), allowsPrivate: machine.allowsPrivate)
    (exchange.mostBytes, exchange.seconds) = (mostBytes, 60)
    guard let reply = await outbox.carrier.send([exchange], over: lane).first else { throw RemoteFault.unreachable }
    if let fault = RemoteFault(reply) { throw fault }
    return reply.bytes
  }

  /// "/~/" is the folder in which the user arrives.
  private func address(of path: String) -> String {
    let allowed = CharacterSet(charactersIn: "/-._~").union(
      .alphanumerics.intersection(CharacterSet(charactersIn: "\0"..."\u{7F}")))
    let whole = path.hasPrefix("/") ? path : "/~/" + path
    let encoded = whole.addingPercentEncoding(withAllowedCharacters: allowed) ?? whole
    return "sftp://\(machine.host):\(machine.port)\(encoded)"
  }
}
