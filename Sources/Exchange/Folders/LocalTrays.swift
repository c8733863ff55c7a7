import Foundation
import Store
import Values

/// A folder of this machine. Each step down from the root is taken by hand and through no link, so that nobody who may
/// write into the folder leads the program out of it.
struct LocalTrays: Trays {
  /// Made by the program or by whoever runs the machine.
  let root: String
  /// From the root to the folder.
  let path: [String]
  /// Whether the root may be made: it lies in the data folder.
  let makesRoot: Bool

  private static let patience = Patience("exchange folders")
  /// Seconds after which a call counts as hanging.
  private static let mostSeconds = 30.0

  func prepare() async throws {
    try await run {
      if makesRoot { try? FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true) }
      for tray in Tray.allCases { _ = try Directory(root, path + [tray.rawValue], making: true) }
    }
  }

  func put(_ bytes: [UInt8], as name: String, in tray: Tray) async throws {
    try await run { try directory(tray).put(bytes, as: name) }
  }

  func names() async throws -> [String] { try await run { try directory(.incoming).names() } }

  func bytes(of name: String, mostBytes: Int) async throws -> [UInt8]? {
    try await run { try directory(.incoming).bytes(of: name, mostBytes: mostBytes) }
  }

  func move(_ name: String, to tray: Tray, as new: String) async throws {
    try await run { try directory(.incoming).move(name, to: directory(tray), as: new) }
  }

  func close() async {}

  private func directory(_ tray: Tray) throws -> Directory { try Directory(root, path + [tray.rawValue]) }

  /// Away from the event loops: a folder of another machine that hangs holds no request up, and no other folder.
  private func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    let place = ([root] + path).joined(separator: "/")
    return try await Self.patience.run(
      at: place, seconds: Self.mostSeconds, orThrow: FolderFault.hangs(path.last ?? root), work)
  }
}

/// An open folder.
private final class Directory {
  private let handle: Int32
  private let name: String

  /// - Throws: `FolderFault` when a part is missing, no folder, or a link.
  init(_ root: String, _ path: [String], making: Bool = false) throws {
    var handle = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard handle >= 0 else { throw Self.fault(root) }
    for part in path {
      if making { mkdirat(handle, part, 0o770) }
      let next = openat(handle, part, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      let fault = Self.fault(part)
      Foundation.close(handle)
      guard next >= 0 else { throw fault }
      handle = next
    }
    (self.handle, name) = (handle, path.last ?? root)
  }

  deinit { Foundation.close(handle) }

  /// Under a name of its own first, and on the disk, before it is seen under its name.
  func put(_ bytes: [UInt8], as name: String) throws {
    let unfinished = ".\(name).part"
    unlinkat(handle, unfinished, 0)
    let file = openat(handle, unfinished, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o640)
    guard file >= 0 else { throw Self.fault(self.name) }
    defer { Foundation.close(file) }
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { write(file, $0.baseAddress.map { $0 + sent }, bytes.count - sent) }
      guard count > 0 else { throw Self.fault(self.name) }
      sent += count
    }
    guard fsync(file) == 0, renameat(handle, unfinished, handle, name) == 0, fsync(handle) == 0 else {
      throw Self.fault(self.name)
    }
  }

  func names() throws -> [String] {
    guard let list = fdopendir(openat(handle, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)) else { throw Self.fault(name) }
    defer { closedir(list) }
    var names: [String] = []
    while names.count < 1000, let entry = readdir(list) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names
  }

  func bytes(of name: String, mostBytes: Int) throws -> [UInt8]? {
    let file = openat(handle, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else {
      if errno == ENOENT || errno == ELOOP { return nil }
      throw Self.fault(name)
    }
    defer { Foundation.close(file) }
    var facts = stat()
    guard fstat(file, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { return nil }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 65_536)
    while bytes.count <= mostBytes {
      let count = read(file, &part, part.count)
      guard count >= 0 else { throw Self.fault(name) }
      if count == 0 { break }
      bytes += part.prefix(count)
    }
    return bytes
  }

  func move(_ name: String, to other: Directory, as new: String) throws {
    guard renameat(handle, name, other.handle, new) == 0 || errno == ENOENT else { throw Self.fault(name) }
    guard fsync(other.handle) == 0, fsync(handle) == 0 else { throw Self.fault(other.name) }
  }

  /// What the last call met.
  private static func fault(_ name: String) -> FolderFault {
    switch errno {
    case ENOENT, ENOTDIR, ELOOP: .noFolder(name)
    case EACCES, EPERM, EROFS: .denied(name)
    case ENOSPC, EDQUOT: .full
    default: .other("\(name): \(String(cString: strerror(errno)))")
    }
  }
}
