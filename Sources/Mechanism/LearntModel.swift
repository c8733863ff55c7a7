import Store
import TriageEngine
import Values

package let learntModelEntity = Entity("learnt_model")

/// A version of what a town's engine learnt from the town's confirmed decisions.
package struct LearntModel: Sendable {
  package let id: ID<LearntModel>
  /// 1, 2, 3 within the town; 0 is the engine as shipped.
  package let number: Int
  package let madeAt: Instant
  /// The newest decision that was known when it was made.
  package let until: Instant
  /// Decisions it learnt from.
  package let decisions: Int
  /// Decisions it was measured by, and of how many of them it and the version before tell the leaf.
  package let heldOut: Int
  package let right: Int
  package let rightBefore: Int
  /// Whether it was taken into use.
  package let isTaken: Bool

  package init(
    id: ID<LearntModel>, number: Int, madeAt: Instant, until: Instant, decisions: Int, heldOut: Int, right: Int,
    rightBefore: Int, isTaken: Bool
  ) {
    (self.id, self.number, self.madeAt, self.until) = (id, number, madeAt, until)
    (self.decisions, self.heldOut, self.right) = (decisions, heldOut, right)
    (self.rightBefore, self.isTaken) = (rightBefore, isTaken)
  }

  init(_ row: Row) throws {
    self.init(
      id: try row.id("id"), number: try row.int("number"), madeAt: try row.instant("made_at"),
      until: try row.instant("until"), decisions: try row.int("decisions"), heldOut: try row.int("held_out"),
      right: try row.int("hits"), rightBefore: try row.int("hits_before"), isTaken: try row.bool("taken"))
  }
}

let learntModelMigrations: [Migration] = [
  Migration(
    "0042-learnt-models",
    [
      // `digest`: of what was learnt, so that the event chain vouches for it; "" for a version that was not taken.
      """
      CREATE TABLE learnt_model (
        id BIGINT PRIMARY KEY, town BIGINT NOT NULL, number BIGINT NOT NULL, made_at BIGINT NOT NULL,
        until BIGINT NOT NULL, decisions BIGINT NOT NULL, held_out BIGINT NOT NULL, hits BIGINT NOT NULL,
        hits_before BIGINT NOT NULL, taken BIGINT NOT NULL, digest TEXT NOT NULL)
      """,
      "CREATE UNIQUE INDEX learnt_model_number ON learnt_model (town, number)",
      // What the version in use learnt, as `Corrections` writes it; a town has one row at most.
      "CREATE TABLE learnt_text (town BIGINT PRIMARY KEY, model BIGINT NOT NULL, text TEXT NOT NULL)",
    ])
]

extension Transaction {
  /// The versions of a town, newest first. Index: learnt_model_number (town, number).
  package func learntModels(of town: ID<Place>, limit: Int) throws -> [LearntModel] {
    try rows("SELECT * FROM learnt_model WHERE town = \(town) ORDER BY number DESC LIMIT \(limit)").map(
      LearntModel.init)
  }

  /// The version in use with what it learnt; nil while the engine is as shipped.
  /// - Throws: `DatabaseError` when the text is not what the version learnt.
  package func learnt(of town: ID<Place>) throws -> (number: Int, corrections: Corrections)? {
    let row = try row(
      """
      SELECT m.number, m.digest, t.text FROM learnt_text t JOIN learnt_model m ON m.id = t.model
      WHERE t.town = \(town)
      """)
    guard let row else { return nil }
    let text = try row.text("text")
    guard try row.text("digest") == Secrets.sha256(text), let corrections = Corrections(text: text) else {
      throw DatabaseError("what the town \(town) learnt was changed")
    }
    return (try row.int("number"), corrections)
  }
}

extension Write {
  /// Keeps a version, and puts what it learnt into use where it was taken; false when another copy of the program has
  /// made the version of this number meanwhile, which then stands. Event `learnt`.
  package func keep(_ model: LearntModel, _ corrections: Corrections, town: ID<Place>) throws -> Bool {
    let text = corrections.text
    let made = try tx.run(
      """
      INSERT INTO learnt_model (id, town, number, made_at, until, decisions, held_out, hits, hits_before, taken, digest)
      VALUES (\(model.id), \(town), \(model.number), \(model.madeAt), \(model.until), \(model.decisions),
        \(model.heldOut), \(model.right), \(model.rightBefore), \(model.isTaken),
        \(model.isTaken ? Secrets.sha256(text) : ""))
      ON CONFLICT (town, number) DO NOTHING
      """)
    guard made == 1 else { return false }
    if model.isTaken {
      try tx.run(
        """
        INSERT INTO learnt_text (town, model, text) VALUES (\(town), \(model.id), \(text))
        ON CONFLICT (town) DO UPDATE SET model = excluded.model, text = excluded.text
        """)
      try tx.setLearntModel(model.number, of: town)
    }
    try record(
      "learnt", Touched(learntModelEntity, model.id), town: town,
      note: "\(model.number): \(model.right) of \(model.heldOut), before \(model.rightBefore)")
    return true
  }
}
