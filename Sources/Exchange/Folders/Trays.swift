import Values

/// A folder with its four trays, wherever it lies.
protocol Trays: Sendable {
  /// Makes the trays that are missing.
  func prepare() async throws
  /// Lays a file into a tray, at once and whole; one of the same name is replaced.
  func put(_ bytes: [UInt8], as name: String, in tray: Tray) async throws
  /// The names of what lies in the tray of answers, at most 1,000.
  func names() async throws -> [String]
  /// An answer file; of one that is larger than `mostBytes`, so much and one more. Nil when it is gone or no file.
  func bytes(of name: String, mostBytes: Int) async throws -> [UInt8]?
  /// Moves an answer file to another tray under another name.
  func move(_ name: String, to tray: Tray, as new: String) async throws
  func close() async
}

/// Why a folder cannot be used.
enum FolderFault: Error, Sendable, Hashable {
  /// A folder that is not there, or a link.
  case noFolder(String)
  case denied(String)
  case full
  case isPrivate
  /// Another machine than the one that was set; it showed this fingerprint.
  case stranger(shown: String)
  case login
  case unreachable
  /// A folder that gives no answer, such as one of another machine that is gone.
  case hangs(String)
  case other(String)

  /// As it is kept with the connector: a code and what it is about.
  var stored: String {
    switch self {
    case .noFolder(let name): "no-folder \(name)"
    case .denied(let name): "denied \(name)"
    case .full: "full "
    case .isPrivate: "private "
    case .stranger(let shown): "stranger \(shown)"
    case .login: "login "
    case .unreachable: "unreachable "
    case .hangs(let name): "hangs \(name)"
    case .other(let words): "other \(words)"
    }
  }

  init?(stored: String) {
    let parts = stored.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else { return nil }
    switch parts[0] {
    case "no-folder": self = .noFolder(parts[1])
    case "denied": self = .denied(parts[1])
    case "full": self = .full
    case "private": self = .isPrivate
    case "stranger": self = .stranger(shown: parts[1])
    case "login": self = .login
    case "unreachable": self = .unreachable
    case "hangs": self = .hangs(parts[1])
    case "other": self = .other(parts[1])
    default: return nil
    }
  }
}
