import ArgumentParser
import Connect
import Foundation
import HTTPTypes
import Hummingbird
import People
import Store
import Synchronization
import Values
import Web

/// A gateway that takes everything at once: the other side of `outbox`.
struct GatewaySink: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "sink", abstract: "A gateway that takes everything.")
  @Option var port = 8099

  func run() async throws {
    let keys = Keys()
    let router = Router()
    router.get("/") { _, _ in "\(keys.counts.different) \(keys.counts.all)" }
    router.post("/send") { request, _ -> Response in
      for try await _ in request.body {}
      if let name = HTTPField.Name("Idempotency-Key"), let key = request.headers[name] { keys.add(key) }
      return Response(
        status: .ok, headers: [.contentType: "application/json"], body: .init(byteBuffer: ByteBuffer(string: "{}")))
    }
    try await Application(
      router: router, configuration: .init(address: .hostname("127.0.0.1", port: port))
    ).runService()
  }

  private final class Keys: Sendable {
    private let state = Mutex((seen: Set<String>(), all: 0))
    func add(_ key: String) {
      state.withLock {
        $0.seen.insert(key)
        $0.all += 1
      }
    }
    var counts: (different: Int, all: Int) { state.withLock { ($0.seen.count, $0.all) } }
  }
}

/// Lines of the outbox for the reporters of a filled database, made into deliveries and sent to the gateway; prints how
/// many a second of each.
struct OutboxRun: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "outbox", abstract: "Empty an outbox to a gateway.")
  @Option var database: String
  @Option var data: String
  @Option var messages = 20_000
  @Option var gateway: String
  @Flag(help: "The gateway knows messages by their key.") var honoursKeys = false

  func run() async throws {
    let database = try Database(url: database)
    // Ten in the morning, when nobody wants quiet.
    let now = App.systemClock().day.at(hour: 10, minute: 0)
    let app = App(
      database: database, ledger: try Ledger(folder: data, isNew: false), files: try Files(folder: data + "/files"),
      door: PeopleDoor(database: database, allowsDemonstration: false), settings: AppSettings(dataFolder: data),
      nav: [], holder: Holder(folder: data), clock: { now })
    let (wanted, url, honours) = (messages, gateway, honoursKeys)
    let made = try await database.write { [ids = app.ids] tx in
      try tx.prepare(messages: wanted, gateway: url, honours: honours, at: now, ids)
    }
    let outbox = Outbox()
    let clock = ContinuousClock()
    let spreading = try await clock.measure { while try await outbox.spread(app) > 0 {} }
    let sending = try await clock.measure { try await outbox.run(app) }
    let sent = try await database.read { tx in try tx.count("SELECT COUNT(*) AS n FROM delivery WHERE state = 'sent'") }
    guard sent == made else { throw DatabaseError("\(sent) of \(made) were sent") }
    print("\(made) \(Double(made) / spreading.seconds) \(Double(made) / sending.seconds)")
    await database.close()
  }
}

extension Duration {
  fileprivate var seconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}

extension Transaction {
  /// One transport, and a line for each reporter with a mobile telephone in turn; how many lines there are.
  fileprivate func prepare(messages: Int, gateway: String, honours: Bool, at now: Instant, _ ids: IDs) throws -> Int {
    let concerns = try rows(
      """
      SELECT c.id, c.town, c.village FROM concern c JOIN person p ON p.id = c.person
      WHERE p.phone LIKE '1__________' ORDER BY c.id LIMIT \(messages)
      """)
    let setup =
      #"{"allows_private":"1","form":"json","honours_keys":"\#(honours ? 1 : 0)","template":"{\"to\":\"{phone}\",\"text\":\"{text}\"}","url":"\#(gateway)"}"#
    for town in Set(try concerns.map { try $0.int64("town") }) {
      try run(
        """
        INSERT INTO transport (id, town, kind, name, setup, secret, is_on, failures, last_answer, made_at)
        VALUES (\(ids.next(Place.self)), \(town), 'sms', 'gateway', \(setup), '', 1, 0, '', \(now))
        """)
    }
    for row in concerns {
      try run(
        """
        INSERT INTO outbox (id, town, village, concern, key, text_zh, text_en, call_zh, made_at, wants_call)
        VALUES (\(ids.next(Concern.self)), \(try row.int64("town")), \(try row.int64("village")), \(try row.int64("id")),
          'progress', '您反映的事有新进展：灯泡已经买好，明天来换。', 'News: the bulb is bought.', '', \(now), 0)
        """)
    }
    return concerns.count
  }
}
