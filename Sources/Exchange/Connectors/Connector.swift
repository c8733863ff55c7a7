import Connect
import Foundation
import Governance
import Store
import Values
import WorkOrders

package enum ConnectorRecord {}

/// Contact data that may be given to another system, when the administrator says so.
enum ContactField: String, Sendable, Codable, CaseIterable { case name, phone }

/// How orders go to a system: by its interface, by files that people carry, by files in a folder of this machine or of
/// another.
enum ConnectorWay: String, Sendable, Codable, CaseIterable {
  case web, folder, sftp, file

  var folder: FolderKind? { FolderKind(rawValue: rawValue) }
}

/// A system of another authority, as the administrator set it up.
struct Connector: Counterpart, Sendable {
  let id: ID<ConnectorRecord>
  let town: ID<Place>
  let name: String
  /// Where messages go; "" = by file or folder.
  let url: String
  /// Sealed; opened by `key(_:)` alone.
  let sealed: String
  /// Whose orders go out: offices by their Chinese names.
  let offices: [String]
  /// The levels whose service centres work in that system.
  let levels: [PlaceLevel]
  let mapping: Mapping
  /// What of the reporters is given, for which purpose and to whom (PIPL 23); empty: nothing.
  let fields: [ContactField]
  let purpose: String
  let receiver: String
  let allowsPrivate: Bool
  let authorities: String
  let isOn: Bool
  /// How often it failed in a row.
  let failures: Int
  let pausedUntil: Instant?
  let lastAnswer: String
  let madeAt: Instant
  let closedAt: Instant?
  /// The folder by which orders and answers go by themselves; nil without one.
  let folder: FolderSetup?
  /// Sealed; opened by `folderSecrets(_:)` alone.
  let sealedFolder: String

  init(_ row: Row) throws {
    (id, town, name, url) = try (row.id("id"), row.id("town"), row.text("name"), row.text("url"))
    sealed = try row.text("secret")
    offices = try row.text("offices").split(separator: ",").map(String.init)
    levels = try row.text("levels").split(separator: ",").compactMap { PlaceLevel(rawValue: String($0)) }
    mapping = try Mapping(row.text("mapping"))
    fields = try row.text("fields").split(separator: ",").compactMap { ContactField(rawValue: String($0)) }
    (purpose, receiver) = try (row.text("purpose"), row.text("receiver"))
    (allowsPrivate, authorities) = try (row.bool("allows_private"), row.text("authorities"))
    (isOn, failures) = try (row.bool("is_on"), row.int("failures"))
    (pausedUntil, lastAnswer) = (row.optionalInstant("paused_until"), try row.text("last_answer"))
    (madeAt, closedAt) = (try row.instant("made_at"), row.optionalInstant("closed_at"))
    let values = try FolderSetup.values(row.optionalText("folder") ?? "")
    folder = row.optionalText("way").flatMap(FolderKind.init).map { FolderSetup(kind: $0, values: values) }
    sealedFolder = row.optionalText("folder_secret") ?? ""
  }

  /// By hand.
  var isByFile: Bool { way == .file }

  var way: ConnectorWay {
    switch folder?.kind {
    case .folder: .folder
    case .sftp: .sftp
    case nil: url.isEmpty ? .file : .web
    }
  }

  /// Whether an order is worked on in that system now.
  func takes(_ order: OrderRow) -> Bool {
    if hidesOrder(leaf: order.leaf, about: order.about, handledBy: order.bodies, from: Set(offices)) { return false }
    return order.isWithCentre ? levels.contains(order.level) : offices.contains(order.office)
  }

  /// With which both sides sign.
  func key(_ ledger: Ledger) throws -> String {
    sealed.isEmpty ? "" : try ledger.opened(sealed, for: Self.purpose(id))
  }

  static func sealed(_ key: String, for id: ID<ConnectorRecord>, _ ledger: Ledger) throws -> String {
    key.isEmpty ? "" : try ledger.sealed(key, for: purpose(id))
  }

  private static func purpose(_ id: ID<ConnectorRecord>) -> String { "exchange connector \(id)" }
}

/// HMAC-SHA-256 over the time and the body, in hexadecimal: of what goes out and of what comes back.
func signature(of signed: [UInt8], key: String) -> String {
  Secrets.hex(Secrets.signature(signed, key: Array(key.utf8)))
}
