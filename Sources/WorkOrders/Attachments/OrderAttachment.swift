import Documents
import Governance
import Matters
import Store
import Values
import Web

package let orderAttachmentEntity = Entity("order_attachment")

/// Stands for a paper of an order in `ID<OrderPaper>`.
enum OrderPaper {}

let attachmentMigration = Migration(
  "0066-attachments",
  [
    // `file`: the hash of the stored bytes; empty once it was taken away.
    """
    CREATE TABLE order_attachment (
      id BIGINT PRIMARY KEY, town BIGINT NOT NULL, village BIGINT NOT NULL, work_order BIGINT NOT NULL,
      step BIGINT NOT NULL, account BIGINT, name TEXT NOT NULL, kind TEXT NOT NULL, bytes BIGINT NOT NULL,
      file TEXT NOT NULL, removed_at BIGINT)
    """,
    "CREATE INDEX order_attachment_order ON order_attachment (town, work_order, id)",
    "CREATE INDEX order_attachment_file ON order_attachment (file)",
  ])

/// A paper that an office put to a step of an order.
struct OrderAttachment: Sendable {
  let id: ID<OrderPaper>
  /// The step, as its row is named.
  let step: Int64
  let account: ID<Account>?
  let name: String
  let kind: AttachmentKind
  /// Its size.
  let bytes: Int
  let file: String

  init(_ row: Row) throws {
    (id, step, account) = (try row.id("id"), try row.int64("step"), row.optionalID("account"))
    (name, kind, bytes) = (try row.text("name"), try row.choice("kind"), try row.int("bytes"))
    file = try row.text("file")
  }

  /// Its size in words: KB up to one MB.
  var size: String {
    bytes < 1 << 20 ? "\(max(1, (bytes + 512) >> 10)) KB" : (Double(bytes) / Double(1 << 20)).tenths + " MB"
  }
}

/// A paper to be kept: its safe name and what it holds.
struct NewAttachment: Sendable {
  let name: String
  let paper: Attachment
}

/// A paper that is stored: what the database needs of it.
struct StoredAttachment: Sendable {
  let name: String
  let kind: AttachmentKind
  let bytes: Int
  let file: String

  init(_ new: NewAttachment, in files: Files) throws {
    (name, kind, bytes) = (new.name, new.paper.kind, new.paper.bytes.count)
    file = try files.put(new.paper.bytes)
  }
}

extension Form {
  /// At most so many papers at once.
  static let mostPapers = 9

  /// The papers of a field, each checked by its content.
  func papers(_ name: String, _ errors: inout FieldErrors) -> [NewAttachment] {
    let chosen = (files[name] ?? []).filter { !$0.name.isEmpty || !$0.bytes.isEmpty }
    if chosen.count > Self.mostPapers { errors.add(name, AttachmentStrings.tooMany(Self.mostPapers)) }
    var papers: [NewAttachment] = []
    for upload in chosen.prefix(Self.mostPapers) {
      do throws(DocumentError) {
        let paper = try Attachment(upload.bytes)
        papers.append(NewAttachment(name: paper.kind.name(from: upload.name), paper: paper))
      } catch {
        errors.add(name, Text(same: upload.name + ": ") + error.message)
      }
    }
    return papers
  }
}

extension OrderStep {
  /// Whether photos may come with it: they stand in the matter's course, too.
  var takesPhotos: Bool { isAnswer || self == .recordProgress }

  /// Whether papers may come with it: they are for those who deal with the order.
  var takesPapers: Bool {
    takesPhotos
      || [.returnOnce, .returnAgain, .askExtension, .coHandlersDone, .supervise, .answerSupervision].contains(self)
  }
}

extension Transaction {
  /// The papers of an order, oldest first, without those taken away. Index: order_attachment_order.
  func attachments(of order: ID<Order>, town: ID<Place>) throws -> [OrderAttachment] {
    try rows(
      """
      SELECT * FROM order_attachment WHERE town = \(town) AND work_order = \(order) AND removed_at IS NULL
      ORDER BY id LIMIT 500
      """
    ).map(OrderAttachment.init)
  }
}

extension Write {
  /// Puts papers to a step that was just written.
  func attach(_ papers: [StoredAttachment], to step: Touched, of order: OrderRow) throws -> [Touched] {
    try papers.map { paper in
      let id = ids.next(OrderPaper.self)
      try tx.run(
        """
        INSERT INTO order_attachment (id, town, village, work_order, step, account, name, kind, bytes, file)
        VALUES (\(id), \(order.key.town), \(order.key.village), \(order.id), \(step.id), \(actor), \(paper.name),
          \(paper.kind.rawValue), \(paper.bytes), \(paper.file))
        """)
      return Touched(orderAttachmentEntity, id)
    }
  }

  /// Takes away a paper that was attached by mistake: its name and content go, that there was one stays. Event
  /// `order_attachment_removed`.
  /// - Throws: `Refusal` for another's paper, or of an order that is closed; `NotFound`.
  func removeAttachment(_ id: ID<OrderPaper>, of order: OrderRow) throws {
    let papers = try tx.attachments(of: order.id, town: order.key.town)
    guard let paper = papers.first(where: { $0.id == id }) else { throw NotFound() }
    guard paper.account == actor else { throw AttachmentStrings.notYours }
    guard order.state.isOpen else { throw AttachmentStrings.closedNow }
    try tx.run(
      """
      UPDATE order_attachment SET name = '', file = '', removed_at = \(now)
      WHERE town = \(order.key.town) AND id = \(id)
      """)
    try record(
      "order_attachment_removed", Touched(orderEntity, order.id), town: order.key.town, village: order.key.village,
      touching: [Touched(orderAttachmentEntity, id)])
  }
}
