import Foundation
import Governance
import Matters
import Mechanism
import TriageEngine
import Values

// Class, leaf and lead of a row. The cell of the routing may hold a code, the name of a category, an office, or both as
// our own register writes them: "路灯照明 · 村（居）委会".
extension RowPreparer {
  /// The class, and the leaf that the row names, else the one of which its words are sure. Without such a leaf the matter
  /// comes in with its class alone: a gap is seen and filled, a wrong leaf is believed.
  func category(_ row: ImportedRow) -> (MatterClass, Duty?)? {
    let named = leaf(row.category)
    guard let matterClass = row.matterClass ?? named?.matterClass ?? fileClass else { return nil }
    if let named, named.matterClass == matterClass { return (matterClass, named) }
    return (matterClass, isAdvised ? sureLeaf(row, matterClass) : nil)
  }

  /// The body that the row says is responsible, by its name in the town where it has one; empty when it says none.
  func lead(_ row: ImportedRow) -> String {
    let written = row.lead.isEmpty ? Self.parts(row.category).first { bodies.name(of: $0) != nil } ?? "" : row.lead
    return bodies.name(of: written) ?? String(written.prefix(100))
  }

  /// The leaf of which the engine is not unsure: one that the responsible body leads, before one where it helps, before
  /// one that speaks against it and is likely all the same. The words of the cell count where the text alone tells
  /// nothing; an office in it is no word of the matter.
  private func sureLeaf(_ row: ImportedRow, _ matterClass: MatterClass) -> Duty? {
    func sure(_ text: String) -> [(duty: Duty, confidence: Confidence)] {
      town.engine.classify(text, place: row.place)
        .filter { $0.matterClass == matterClass && $0.confidence != .unsure }
        .compactMap { guess in town.catalogue.duty(guess.code).map { ($0, guess.confidence) } }
    }
    var found = sure(row.text)
    let words = words(of: row.category)
    if found.isEmpty, !words.isEmpty { found = sure(row.text + "\n" + words) }
    guard let body = bodies.name(of: lead(row)) else { return found.first?.duty }
    let fitting = found.first { $0.duty.lead == body } ?? found.first { $0.duty.coHandlers.contains(body) }
    return (fitting ?? found.first { $0.confidence == .likely })?.duty
  }

  /// "GM0905", "路灯", "Street lighting · Village committee", "大事·路灯照明 GM0905".
  private func leaf(_ category: String) -> Duty? {
    if category.isEmpty { return nil }
    let duties = town.catalogue.leaves + town.catalogue.retired
    if let coded = duties.first(where: { category.uppercased().contains($0.code) }) { return coded }
    let parts = Set(Self.parts(category).map { $0.lowercased() })
    let words = words(of: category)
    return duties.first { parts.contains($0.name.zh.lowercased()) || parts.contains($0.name.en.lowercased()) }
      ?? duties.filter { words.contains($0.name.zh) }.max { $0.name.zh.count < $1.name.zh.count }
  }

  /// What a cell says besides bodies.
  private func words(of category: String) -> String {
    Self.divided(category, at: "·•/;；\n")
      .filter { part in !Self.divided(part, at: "、,，").allSatisfy { bodies.name(of: $0) != nil } }
      .joined(separator: " ")
  }

  /// The cell, what stands on either side of a dot in it, and the bodies of a list.
  private static func parts(_ category: String) -> [String] {
    [category] + divided(category, at: "·•/;；\n") + divided(category, at: "·•/;；\n、,，")
  }

  private static func divided(_ text: String, at marks: String) -> [String] {
    text.split(whereSeparator: marks.contains).map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }
}
