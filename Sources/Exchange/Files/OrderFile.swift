import Documents
import Foundation
import Governance
import Mechanism
import Store
import Values
import Web
import WorkOrders

/// How orders are written for a system without an interface.
package enum OrderFileFormat: String, Sendable, CaseIterable {
  case xlsx, json

  var type: String {
    switch self {
    case .xlsx: TableFormat.xlsx.mediaType
    case .json: "application/json"
    }
  }
}

/// The most orders of a file.
private let mostOrders = 5000

/// The columns of a file, in order: ours first, then those that the other side fills in.
enum FileColumn: String, CaseIterable {
  case order, kind, number, title, words, village, place, category, leaf, office, urgency, due, contacts
  case theirNumber = "their_number"
  case status, text, outcome, reason, basis, id

  var isTheirs: Bool {
    switch self {
    case .theirNumber, .status, .text, .outcome, .reason, .basis, .id: true
    default: false
    }
  }
}

extension Transaction {
  /// What a system has now or is to fetch, the oldest first. Index: exchange_message_out.
  func outMessages(of connector: Connector) throws -> [ExchangeMessage] {
    try rows(
      """
      SELECT * FROM exchange_message WHERE town = \(connector.town) AND connector = \(connector.id)
        AND ended_at IS NULL AND (state = 'inFile' OR state = 'sent')
      ORDER BY id LIMIT \(mostOrders)
      """
    ).map(ExchangeMessage.init)
  }
}

extension Write {
  /// The orders that are a system's now and those recalled from it since the last file, with what it is told of each. Those that waited for
  /// a file are out then. Events `exchangeSent` of each, `exchangeContacts` where contact data are given.
  package func exportOrders(
    to connector: ID<ConnectorRecord>, town: ID<Place>, as format: OrderFileFormat, _ l: Language, publicURL: String,
    catalogues: Catalogues
  ) throws -> [UInt8] {
    let connector = try tx.connector(connector, town: town)
    var contents: [OrderContent] = []
    for message in try tx.outMessages(of: connector) {
      let (content, order) = try tx.content(
        of: message, to: connector, publicURL: publicURL, now: now, catalogues: catalogues)
      guard order.state.isOpen || message.kind == .recalled else { continue }
      contents.append(content)
      try giveOut(message, content, connector)
    }
    return try orderFile(contents, as: format, unit: connector.name, l)
  }

  private func giveOut(_ message: ExchangeMessage, _ content: OrderContent, _ connector: Connector) throws {
    let row = Touched(messageEntity, message.id)
    if content.disclosure != nil {
      try record(
        "exchangeContacts", row, town: connector.town, village: message.key.village,
        note: connector.fields.map(\.rawValue).joined(separator: ","))
    }
    guard message.state == .inFile else { return }
    // A recall is told once.
    let ended: Instant? = message.kind == .recalled ? now : nil
    try tx.run(
      """
      UPDATE exchange_message SET state = 'sent', sent_at = \(now), attempts = attempts + 1, ended_at = \(ended)
      WHERE id = \(message.id)
      """)
    try record("exchangeSent", row, town: connector.town, village: message.key.village, note: "file")
  }
}

/// Orders as a file.
/// - Parameter unit: the name of the system, for the head of the sheet.
func orderFile(_ contents: [OrderContent], as format: OrderFileFormat, unit: String, _ l: Language) throws -> [UInt8] {
  switch format {
  case .json: try JSON.bytes(["orders": contents])
  case .xlsx: try workbook(contents, unit, l).xlsx()
  }
}

private func workbook(_ contents: [OrderContent], _ unit: String, _ l: Language) -> Workbook {
  let columns = FileColumn.allCases.map { column in
    Documents.Column(ExchangeStrings.column(column)(l), width: column == .words || column == .text ? 40 : 16)
  }
  let rows = contents.map { content in FileColumn.allCases.map { Cell.text(cell($0, of: content, l)) } }
  return Workbook(sheets: [
    Sheet(
      name: ExchangeStrings.ordersSheet(l), columns: columns, rows: rows,
      page: PageLines(unit: unit, language: l))
  ])
}

private func cell(_ column: FileColumn, of content: OrderContent, _ l: Language) -> String {
  switch column {
  case .order: content.id
  case .kind: content.kind.name(l)
  case .number: content.number
  case .title: content.title
  case .words: content.words.joined(separator: "\n")
  case .village: content.village.name(l)
  case .place: content.place
  case .category: content.category.theirs
  case .leaf: content.category.name(l)
  case .office: content.office
  case .urgency: content.urgency
  case .due: content.dueAt?.day.iso ?? ""
  case .contacts:
    (content.disclosure?.contacts ?? []).map { [$0.name, $0.phone].compactMap(\.self).joined(separator: " ") }
      .joined(separator: "\n")
  case .theirNumber: content.theirNumber
  case .status, .text, .outcome, .reason, .basis, .id: ""
  }
}
