import Foundation
import Store
import Values
import Web

/// Does the background work of all slices, each under its lease, until cancelled.
struct Worker: Sendable {
  let program: Program

  init(program: Program) { self.program = program }

  func run() async {
    await withTaskGroup(of: Void.self) { group in
      for work in program.slices.flatMap(\.work) + Self.housekeeping(program) {
        group.addTask { await self.repeating(work) }
      }
    }
  }

  private func repeating(_ work: BackgroundWork) async {
    let app = program.app
    while !Task.isCancelled {
      do {
        let mine = try await app.database.lease(
          work.name, holder: app.holder.name, now: app.clock(), seconds: work.everySeconds * 3)
        if mine { try await work.run(app) }
      } catch is CancellationError {
        return
      } catch {
        app.log.error("\(work.name): \(error)")
      }
      try? await Task.sleep(for: .seconds(work.everySeconds))
    }
  }

  private static func housekeeping(_ program: Program) -> [BackgroundWork] {
    [
      BackgroundWork("files", everySeconds: 21_600) { app in
        try await sweepFiles(app, tables: program.slices.flatMap(\.fileTables))
      },
      BackgroundWork("heads", everySeconds: 5) { app in
        try await Heads(folder: app.settings.dataFolder).write(from: app.database)
      },
      BackgroundWork("rows", everySeconds: 3600) { app in try await app.database.lookAtRows() },
      BackgroundWork("submissions", everySeconds: 3600) { app in
        let day = app.clock().adding(days: -1)
        _ = try await app.database.write { tx in try tx.forgetSubmissions(before: day) }
      },
      BackgroundWork("nightly-backup", everySeconds: 600) { app in
        let now = app.clock()
        guard now.minuteOfDay >= 120 else { return }
        let path = "\(app.settings.dataFolder)/backups/sanshi-\(now.day.iso).tar"
        if FileManager.default.fileExists(atPath: path) { return }
        try await BackupFile.make(app, at: path)
        try BackupFile.keep(last: 14, in: "\(app.settings.dataFolder)/backups")
      },
    ]
  }

  /// Removes files that were uploaded two days ago or earlier and that nothing names: previews never sent.
  private static func sweepFiles(_ app: App, tables: [FileTable]) async throws {
    let border = Date(timeIntervalSince1970: Double(app.clock().adding(days: -2).milliseconds) / 1000)
    for hash in try app.files.stored(before: border) {
      let isNamed = try await app.database.read { tx in
        try tables.contains { table in try tx.names(hash, in: table) }
      }
      if !isNamed { try app.files.remove(hash) }
    }
  }
}

/// Keeps ready in memory what the slices keep there, as long as the program runs.
func stayWarm(_ program: Program) async {
  while !Task.isCancelled {
    await warmUp(program)
    giveBackFreedMemory()
    try? await Task.sleep(for: .seconds(10))
  }
}

/// Makes it ready, slice after slice. What fails is made when it is asked for.
private func warmUp(_ program: Program) async {
  for slice in program.slices {
    do {
      try await slice.warmUp?(program.app)
    } catch {
      program.app.log.error("warming up \(slice.name): \(error)")
    }
  }
}
