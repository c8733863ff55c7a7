import Foundation
import Store

/// A server of OpenSSH of its own on a free port of this machine, with its own keys, for whoever runs the test.
final class SSHServer: Sendable {
  static let program = "/usr/sbin/sshd"
  /// Debian's openssh-server, which `scripts/packages test` installs.
  static var isThere: Bool { FileManager.default.isExecutableFile(atPath: program) }

  let folder: String
  let port: Int
  /// "SHA256:…" of its key, and the private key that it lets in.
  let fingerprint: String
  let key: String
  private let process: pid_t

  init() throws {
    folder = NSTemporaryDirectory() + "sanshi-ssh-" + Secrets.token(bits: 64)
    try FileManager.default.createDirectory(atPath: folder + "/drop", withIntermediateDirectories: true)
    port = try Self.freePort()
    for name in ["host", "user"] {
      _ = try Self.run("/usr/bin/ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", "\(folder)/\(name)"])
    }
    let shown = try Self.run("/usr/bin/ssh-keygen", ["-lf", "\(folder)/host.pub"])
    fingerprint = try required(shown.split(separator: " ").first { $0.hasPrefix("SHA256:") }.map(String.init))
    key = try String(contentsOfFile: folder + "/user", encoding: .utf8)
    try FileManager.default.moveItem(atPath: folder + "/user.pub", toPath: folder + "/allowed")
    let lines = [
      "Port \(port)", "ListenAddress 127.0.0.1", "HostKey \(folder)/host", "PidFile none", "UsePAM no",
      "AuthorizedKeysFile \(folder)/allowed", "StrictModes no", "PasswordAuthentication no",
      "KbdInteractiveAuthentication no", "Subsystem sftp internal-sftp", "LogLevel INFO",
    ]
    let settings = lines.joined(separator: "\n") + "\n"
    try settings.write(toFile: folder + "/config", atomically: true, encoding: .utf8)
    process = try Self.start(folder + "/config")
  }

  deinit {
    kill(process, SIGKILL)
    waitpid(process, nil, 0)
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// Ends when the server says that it listens. Started by hand: it closes what Foundation's `Process` watches it by.
  private static func start(_ settings: String) throws -> pid_t {
    // Where it runs for root it wants this folder.
    if getuid() == 0 {
      try? FileManager.default.createDirectory(atPath: "/run/sshd", withIntermediateDirectories: true)
    }
    let pipe = Pipe()
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, pipe.fileHandleForWriting.fileDescriptor, STDERR_FILENO)
    let line = [program, "-D", "-e", "-f", settings]
    var words: [UnsafeMutablePointer<CChar>?] = line.map { (word: String) in strdup(word) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var process = pid_t()
    guard posix_spawn(&process, program, &actions, nil, &words, environ) == 0 else { throw POSIXError(.ECHILD) }
    try pipe.fileHandleForWriting.close()
    var said = ""
    while !said.contains("Server listening") {
      let part = pipe.fileHandleForReading.availableData
      if part.isEmpty { throw CocoaError(.executableLoad, userInfo: [NSDebugDescriptionErrorKey: said]) }
      said += String(decoding: part, as: UTF8.self)
    }
    pipe.fileHandleForReading.readabilityHandler = { handle in
      if handle.availableData.isEmpty { handle.readabilityHandler = nil }
    }
    return process
  }

  private static func run(_ program: String, _ arguments: [String]) throws -> String {
    let (process, pipe) = (Process(), Pipe())
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardOutput = pipe
    try process.run()
    let said = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: said, as: UTF8.self)
  }

  /// A port of this machine on which nobody listens.
  static func freePort() throws -> Int {
    let handle = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(handle) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(handle, $0, length) + getsockname(handle, $0, &length)
      }
    }
    guard bound == 0 else { throw POSIXError(.EADDRNOTAVAIL) }
    return Int(UInt16(bigEndian: address.sin_port))
  }

  /// The fields of a connector that speaks with it.
  func fields(_ more: [String: Any] = [:]) -> [String: Any] {
    [
      "way": "sftp", "host": "127.0.0.1", "port": String(port), "user": NSUserName(), "fingerprint": fingerprint,
      "private_key": key, "folder": folder + "/drop", "format": "json", "allows_private": "1",
    ].merging(more) { $1 }
  }
}
