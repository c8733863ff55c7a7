import Foundation
import Store
import Values

/// How orders go to a system that has no interface and yet needs nobody's hands: by files in a folder of this machine, or
/// of another one over SFTP.
enum FolderKind: String, Sendable, Codable, CaseIterable { case folder, sftp }

/// What a folder holds: orders out, answers in, and where answers lie once they were read.
enum Tray: String, Sendable, CaseIterable {
  case outgoing = "out"
  case incoming = "in"
  case done, refused
}

/// The folder of a connector, as the administrator set it up.
struct FolderSetup: Sendable, Hashable {
  let kind: FolderKind
  /// "format"; "root" ("" = the data folder) and "folder"; or "host", "port", "user", "fingerprint" and "folder".
  let values: [String: String]

  subscript(_ name: String) -> String { values[name] ?? "" }

  var format: OrderFileFormat { OrderFileFormat(rawValue: self["format"]) ?? .xlsx }

  /// Two connectors may not share what this names.
  var place: [String] {
    kind == .folder ? ["", self["root"], self["folder"]] : [self["host"], self["port"], self["folder"]]
  }

  /// As a person reads it: "sftp://host:22/orders", or the path beneath the root.
  func address(townCode: String) -> String {
    switch kind {
    case .folder: [self["root"].isEmpty ? "exchange" : self["root"], townCode, self["folder"]].joined(separator: "/")
    case .sftp: "sftp://\(self["user"])@\(self["host"]):\(self["port"])/\(self["folder"])"
    }
  }

  /// Settings or secrets as they are stored.
  static func text(_ values: [String: String]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(values), as: UTF8.self)
  }

  static func values(_ text: String) throws -> [String: String] {
    text.isEmpty ? [:] : try JSONDecoder().decode([String: String].self, from: Data(text.utf8))
  }
}

extension Connector {
  /// What opens the other machine: "password", or "private_key" and "passphrase".
  func folderSecrets(_ ledger: Ledger) throws -> [String: String] {
    if sealedFolder.isEmpty { return [:] }
    return try FolderSetup.values(ledger.opened(sealedFolder, for: Self.folderPurpose(id)))
  }

  static func sealedFolder(_ secrets: [String: String], for id: ID<ConnectorRecord>, _ ledger: Ledger) throws -> String
  {
    secrets.values.allSatisfy(\.isEmpty) ? "" : try ledger.sealed(FolderSetup.text(secrets), for: folderPurpose(id))
  }

  private static func folderPurpose(_ id: ID<ConnectorRecord>) -> String { "exchange folder \(id)" }
}
