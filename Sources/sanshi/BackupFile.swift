import Foundation
import Store
import Web

/// A backup: one tar file with the database, the key of the event chain, the known heads and the files.
enum BackupFile {
  static func make(_ app: App, at path: String) async throws {
    let manager = FileManager.default
    let work = NSTemporaryDirectory() + "sanshi-backup-" + Secrets.token(bits: 64)
    try manager.createDirectory(atPath: work, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? manager.removeItem(atPath: work) }
    try await app.database.dump(to: work + "/database")
    for name in ["event.key", "heads.tsv"] where manager.fileExists(atPath: "\(app.settings.dataFolder)/\(name)") {
      try manager.copyItem(atPath: "\(app.settings.dataFolder)/\(name)", toPath: "\(work)/\(name)")
    }
    let folder = (path as NSString).deletingLastPathComponent
    if !folder.isEmpty { try manager.createDirectory(atPath: folder, withIntermediateDirectories: true) }
    // Into a file beside it first, so that a broken one never bears the name of a backup.
    let parts = try manager.contentsOfDirectory(atPath: work).sorted()
    try runProgram(
      "tar",
      // The data folder first: a second folder is looked for from the first one, and it may be relative.
      ["--create", "--file=\(path).part", "--directory=\(app.settings.dataFolder)", "files", "--directory=\(work)"]
        + parts)
    try manager.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path + ".part")
    if manager.fileExists(atPath: path) { try manager.removeItem(atPath: path) }
    try manager.moveItem(atPath: path + ".part", toPath: path)
  }

  /// Fills an empty data folder (and the database of the configuration, which must be empty) from a backup.
  static func restore(_ configuration: Configuration, from path: String) throws {
    let manager = FileManager.default
    for name in ["event.key", "heads.tsv", "files"] where manager.fileExists(atPath: "\(configuration.folder)/\(name)")
    {
      throw DatabaseError("the folder \(configuration.folder) already holds \(name); restore into an empty one")
    }
    try runProgram("tar", ["--extract", "--file=\(path)", "--directory=\(configuration.folder)"])
    let database = "\(configuration.folder)/database"
    defer { try? manager.removeItem(atPath: database) }
    try Database.restore(url: configuration.database, from: database)
  }

  /// Removes all but the newest of the nightly backups.
  static func keep(last count: Int, in folder: String) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasPrefix("sanshi-") && $0.hasSuffix(".tar") }.sorted()
    for name in names.dropLast(count) { try FileManager.default.removeItem(atPath: "\(folder)/\(name)") }
  }
}
