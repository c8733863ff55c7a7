import Foundation
import Mechanism
import Store
import Values
import Web

/// One visit of a folder.
struct FolderRound {
  let connector: Connector
  let trays: any Trays
  let app: App
  let rounds: FolderRounds
  var result = FolderResult()

  /// Files of one visit; the rest comes with the next.
  private static let (mostOut, mostIn) = (10, 50)
  /// Files that cannot be read before a visit ends.
  private static let mostFaults = 3

  init(connector: Connector, trays: any Trays, app: App, rounds: FolderRounds) {
    (self.connector, self.trays, self.app, self.rounds) = (connector, trays, app, rounds)
  }

  mutating func run() async throws {
    try await layOut()
    try await takeIn()
  }

  // MARK: Out

  private mutating func layOut() async throws {
    let (id, url, catalogues) = (connector.id, app.settings.publicURL ?? "", rounds.catalogues)
    for _ in 0..<Self.mostOut where !Task.isCancelled {
      guard try await holds() else { return }
      switch try await app.write({ w in try w.beginBatch(of: id, publicURL: url, catalogues: catalogues) }) {
      case .none: return
      case .dropped: continue
      case .begun(let batch):
        try await layOut(batch)
        result.orders += batch.messages.count
      }
    }
  }

  private func layOut(_ batch: FolderBatch) async throws {
    let connector = connector
    do { try await trays.put(batch.bytes, as: batch.name, in: .outgoing) } catch let fault as FolderFault {
      try await app.write { w in try w.postpone(batch, for: fault, of: connector) }
      throw fault
    }
    try await app.write { w in try w.endBatch(batch, of: connector) }
  }

  /// Whether the folder is still ours.
  private func holds() async throws -> Bool {
    try await app.database.lease(
      "exchange \(connector.id)", holder: app.holder.name, now: app.clock(), seconds: FolderRounds.leaseSeconds)
  }

  // MARK: In

  private mutating func takeIn() async throws {
    let names = try await trays.names().filter { name in
      isFileName(name) && !name.hasPrefix(".")
        && OrderFileFormat.allCases.contains { name.lowercased().hasSuffix("." + $0.rawValue) }
    }
    var faults: [FolderFault] = []
    for name in names.sorted().prefix(Self.mostIn) {
      guard !Task.isCancelled, faults.count < Self.mostFaults, try await holds() else { break }
      do { try await take(name) } catch let fault as FolderFault { faults.append(fault) }
    }
    if let first = faults.first { throw first }
  }

  /// Takes a file and moves it away. What was taken before is not taken again, and gets the answer it got.
  private mutating func take(_ name: String) async throws {
    guard let bytes = try await trays.bytes(of: name, mostBytes: answerFileLimit) else { return }
    let (digest, connector) = (Secrets.sha256(bytes), connector)
    if let earlier = try await app.database.read({ tx in try tx.doneFile(digest, of: connector) }) {
      return try await putAway(name, digest, earlier.result, to: .done, firstAs: earlier.name)
    }
    let isWhole = bytes.count <= answerFileLimit && isWholeFile(bytes)
    if !isWhole, bytes.count <= answerFileLimit {
      let key = "\(app.holder.name) \(connector.id) \(name)"
      if rounds.unfinished.waits(key, digest: digest, now: app.clock()) { return result.unfinished += 1 }
    }
    let answers = try await answers(of: bytes, name: name)
    let state = answers.refused.isEmpty ? FolderFile.State.done : .refused
    try await app.write { w in try w.keep(answers, ofFile: name, digest: digest, state: state, from: connector) }
    (result.taken, result.already) = (result.taken + answers.taken, result.already + answers.already)
    result.refused += answers.refused.count
    try await putAway(name, digest, answers, to: state == .done ? .done : .refused, firstAs: name)
  }

  private func answers(of bytes: [UInt8], name: String) async throws -> AnswerResult {
    var refusal = FolderStrings.tooLarge
    if bytes.count <= answerFileLimit {
      do {
        return try await importAnswers(
          bytes, name: name, from: connector.id, town: connector.town, app: app, catalogues: rounds.catalogues)
      } catch let errors as FieldErrors { refusal = words(of: errors) ?? refusal }
    }
    return AnswerResult(refused: [.init(line: 0, order: "", reason: refusal)])
  }

  /// The result first, then the file: whoever sees the file there finds the result beside it.
  private mutating func putAway(
    _ name: String, _ digest: String, _ answers: AnswerResult, to tray: Tray, firstAs first: String
  ) async throws {
    let now = app.clock()
    let new = "\(now.day.iso)-\(digest.prefix(8))-\(name)"
    let report = AnswerReport(
      file: name, firstAs: first == name ? nil : first, readAt: now, taken: answers.taken, already: answers.already,
      refused: answers.refused.map { .init(row: $0.line, order: $0.order, reason: $0.reason) })
    try await trays.put(JSON.bytes(report), as: new + ".result.json", in: tray)
    try await trays.move(name, to: tray, as: new)
    result.files += 1
  }
}

/// What the other side finds beside its file. Row 0 is the file as a whole.
private struct AnswerReport: Encodable {
  struct Row: Encodable {
    let row: Int
    let order: String
    let reason: Text
  }
  let file: String
  /// The name under which the same content came before; nil when it did not.
  let firstAs: String?
  let readAt: Instant
  let taken: Int
  let already: Int
  let refused: [Row]
}
