import Foundation
import People
import Seeds
import Store
import Values
import Web

/// The opened program: database migrated, keys read, slices assembled.
struct Program: Sendable {
  let app: App
  let slices: [Slice]
  let configuration: Configuration
  /// The migrations applied on opening.
  let migrated: [String]

  var routes: [Route] { slices.flatMap(\.routes) }

  static func open(
    _ configuration: Configuration, isLoopback: Bool = true, clock: @escaping @Sendable () -> Instant = App.systemClock
  ) async throws -> Program {
    try Shipped.check()
    let database = try Database(url: configuration.database)
    let slices = allSlices
    let migrated = try await database.migrate(slices.flatMap(\.migrations))
    let isNew = try await database.read { tx in try tx.row("SELECT town FROM chain LIMIT 1") } == nil
    let app = App(
      database: database, ledger: try Ledger(folder: configuration.folder, isNew: isNew),
      files: try Files(folder: configuration.folder + "/files"),
      door: PeopleDoor(database: database, allowsDemonstration: isLoopback),
      settings: AppSettings(
        dataFolder: configuration.folder, publicURL: configuration.publicURL,
        trustedProxies: configuration.trustedProxies, isLoopback: isLoopback,
        exchangeRoots: configuration.exchangeRoots),
      nav: slices.flatMap(\.nav), panels: slices.flatMap(\.panels), desk: slices.compactMap(\.desk),
      bodies: slices.compactMap(\.bodies),
      waiting: slices.compactMap(\.waiting),
      unread: slices.lazy.compactMap(\.unread).first, calendar: slices.lazy.compactMap(\.calendar).first,
      holder: Holder(folder: configuration.folder), clock: clock)
    return Program(app: app, slices: slices, configuration: configuration, migrated: migrated)
  }
}
