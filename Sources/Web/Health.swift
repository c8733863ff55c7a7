import Foundation
import Store
import Values

/// Whether the program can do its work: process, database, disk.
enum Health {
  struct Report: Encodable, Sendable {
    let status: String
    let database: Bool
    /// Whole megabytes free where the data folder lies.
    let diskFreeMb: Int
    /// For how many seconds the oldest of what reporters are to be told waits, in all towns; 0 when nothing does.
    let oldestWaitingSeconds: Int
  }

  static let route = Route.get(
    "/health", needs: .anybody, Text(zh: "运行状况", en: "Health"),
    gives: Report(status: "ok", database: true, diskFreeMb: 1, oldestWaitingSeconds: 0)
  ) { request in
    let waiting = try? await waitingSeconds(request.app)
    let folder = request.app.settings.dataFolder
    let values = try? FileManager.default.attributesOfFileSystem(forPath: folder)
    let free = ((values?[.systemFreeSize] as? NSNumber)?.intValue ?? 0) >> 20
    let isWell = waiting != nil && free > 100
    let report = Report(
      status: isWell ? "ok" : "failing", database: waiting != nil, diskFreeMb: free,
      oldestWaitingSeconds: waiting ?? 0)
    return .json(try JSON.bytes(report), status: isWell ? 200 : 503, etag: nil)
  }

  /// The age of the oldest of what waits; throws when the database does not answer.
  static func waitingSeconds(_ app: App) async throws -> Int {
    let oldest = try await app.database.read { [waiting = app.waiting] tx in
      _ = try tx.count("SELECT 1 AS one")
      return try waiting.compactMap { try $0(tx) }.min()
    }
    return oldest.map { Swift.max(0, Int((app.clock().milliseconds - $0.milliseconds) / 1000)) } ?? 0
  }
}

/// Figures for Prometheus: no names, no places.
enum Metrics {
  private static let type = "text/plain; version=0.0.4"

  static let route = Route.get("/metrics", needs: .anybody, Text(zh: "指标", en: "Metrics"), file: type, mount: .page) {
    request in
    let events = try await request.app.database.read { tx in
      try tx.count("SELECT COALESCE(SUM(seq), 0) AS n FROM chain")
    }
    let waiting = try await Health.waitingSeconds(request.app)
    let text = """
      # TYPE sanshi_events_total counter
      sanshi_events_total \(events)
      # TYPE sanshi_oldest_waiting_seconds gauge
      sanshi_oldest_waiting_seconds \(waiting)
      # TYPE sanshi_resident_memory_bytes gauge
      sanshi_resident_memory_bytes \(residentMemory)

      """
    return .bytes(Array(text.utf8), type: type, name: nil, cache: false)
  }

  /// Bytes of memory in use, from /proc; 0 where that is not there.
  private static var residentMemory: Int {
    guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return 0 }
    let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    return pages * 4096
  }
}
