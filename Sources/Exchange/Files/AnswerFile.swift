import Documents
import Foundation
import Mechanism
import Store
import Values
import Web

/// What became of a file of answers.
package struct AnswerResult: Codable, Sendable {
  package struct Refused: Codable, Sendable {
    /// From 1, as a spreadsheet counts; of JSON the place in the list.
    package let line: Int
    package let order: String
    package let reason: Text
  }
  /// Taken now, and taken before.
  package var taken = 0
  package var already = 0
  package var refused: [Refused] = []

  static let sample = AnswerResult(
    taken: 3, already: 1,
    refused: [Refused(line: 5, order: "sanshi-order-1", reason: Text(zh: "没有这件工单", en: "No such order"))])
}

/// The most rows of a file, and bytes.
private let mostRows = 5000
let answerFileLimit = 16 << 20

/// Takes a file that came back, XLSX or JSON: each row as a call, once. A row without a status was not filled in.
/// - Throws: `FieldErrors` of `file` when it cannot be read.
package func importAnswers(
  _ bytes: [UInt8], name: String, from connector: ID<ConnectorRecord>, town: ID<Place>, app: App,
  catalogues: Catalogues
) async throws -> AnswerResult {
  let connector = try await app.database.read { tx in try tx.connector(connector, town: town) }
  var result = AnswerResult()
  for (line, fields) in try rows(of: bytes, name: name) {
    let status = fields["status"] ?? ""
    if status.isEmpty { continue }
    var fields = fields
    // In what we gave out `number` is ours.
    fields["number"] = fields["their_number"] ?? fields["number"]
    if (fields["id"] ?? "").isEmpty { fields["id"] = rowKey(fields) }
    do {
      let callback = try Callback(Form(fields: fields.mapValues { [$0] }))
      let answer = try await take(callback, from: connector, app: app, catalogues: catalogues)
      if answer.taken { result.taken += 1 } else { result.already += 1 }
    } catch {
      guard let reason = words(of: error) else { throw error }
      let order = String((fields["order"] ?? "").prefix(80))
      result.refused.append(.init(line: line, order: order, reason: reason))
    }
  }
  return result
}

extension AnswerResult {
  /// The most refusals that are kept; the file that goes back has them all.
  private static let mostKept = 20

  /// As it is kept with the file.
  func stored() throws -> String {
    let kept = AnswerResult(taken: taken, already: already, refused: Array(refused.prefix(Self.mostKept)))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(kept), as: UTF8.self)
  }

  init(stored: String) throws {
    self = stored.isEmpty ? AnswerResult() : try JSONDecoder().decode(Self.self, from: Data(stored.utf8))
  }
}

/// Whether a file has its end: JSON that can be read, or a workbook with its list of contents. One that is still being
/// written has not.
func isWholeFile(_ bytes: [UInt8]) -> Bool {
  guard bytes.starts(with: [0x50, 0x4B]) else {
    return (try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)) != nil
  }
  // The end record of ZIP, and a comment of at most 65,535 bytes behind it.
  return Data(bytes.suffix(65_557)).range(of: Data([0x50, 0x4B, 0x05, 0x06]), options: .backwards) != nil
}

/// The same row is the same call, in whichever file it comes.
private func rowKey(_ fields: [String: String]) -> String {
  let parts = ["order", "status", "number", "text", "outcome", "reason", "basis"].map { fields[$0] ?? "" }
  return "file-" + Secrets.sha256(parts.map { "\($0.utf8.count):\($0)" }.joined()).prefix(32)
}

func words(of error: any Error) -> Text? {
  switch error {
  case let refusal as Refusal: refusal.reason + refusal.wayOut
  case let errors as FieldErrors: errors.all.map(\.message).reduce(Text(same: "")) { $0 + $1 }
  case is NotFound: ExchangeStrings.noSuchOrder
  default: nil
  }
}

private func rows(of bytes: [UInt8], name: String) throws -> [(Int, [String: String])] {
  if bytes.starts(with: [0x50, 0x4B]) { return try workbookRows(bytes) }
  guard let value = try? JSONSerialization.jsonObject(with: Data(bytes)),
    let list = (value as? [Any]) ?? (value as? [String: Any])?["answers"] as? [Any]
  else { throw FieldErrors("file", ExchangeStrings.notAnAnswerFile) }
  guard list.count <= mostRows else { throw FieldErrors("file", ExchangeStrings.tooManyRows(mostRows)) }
  return list.enumerated().map { index, value in
    let fields = (value as? [String: Any] ?? [:]).compactMapValues { value in
      (value as? String) ?? (value as? NSNumber)?.stringValue
    }
    return (index + 1, fields)
  }
}

/// The rows beneath the header, by what the columns are called in either language.
private func workbookRows(_ bytes: [UInt8]) throws -> [(Int, [String: String])] {
  var table: [[String]] = []
  do {
    try XlsxReader(bytes).rows { row in
      guard table.count <= mostRows else { throw FieldErrors("file", ExchangeStrings.tooManyRows(mostRows)) }
      table.append(row)
    }
  } catch let error as DocumentError {
    throw FieldErrors("file", error.message)
  }
  let known = FileColumn.allCases.map { column in
    let words = ExchangeStrings.column(column)
    return KnownColumn(column.rawValue, [words.zh, words.en, column.rawValue])
  }
  guard let header = HeaderFinder(known).find(in: Array(table.prefix(HeaderFinder.depth))),
    Set(["order", "status"]).isSubset(of: header.mapping.values)
  else { throw FieldErrors("file", ExchangeStrings.notAnAnswerFile) }
  return table.enumerated().dropFirst(header.row + 1).map { index, row in
    var fields = [FileColumn.theirNumber.rawValue: ""]
    for (column, key) in header.mapping where column < row.count { fields[key] = row[column] }
    return (index + 1, fields)
  }
}
