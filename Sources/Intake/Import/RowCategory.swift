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
  /// - Throws: `RowFault` for a row that has a history and a class that nobody knows: waiting it would lose both.
  func category(_ row: ImportedRow) throws(RowFault) -> (MatterClass, Duty?)? {
    let named = leaf(row.category) ?? exactLeaf(row.lead)
    let written = row.matterClass ?? named?.matterClass ?? fileClass
    guard let matterClass = try written == nil ? toldClass(row) : written else { return nil }
    if let named, named.matterClass == matterClass { return (matterClass, named) }
    return (matterClass, isAdvised ? sureLeaf(row, matterClass) : nil)
  }

  /// The class of a row with a history whose cell of the class or category is not understood: the one of all that its
  /// body leads, else the one of which its words are sure. Nil for other rows.
  private func toldClass(_ row: ImportedRow) throws(RowFault) -> MatterClass? {
    let cell = [row.unknownClass, words(of: row.category)].first { $0.contains(where: \.isLetter) }
    guard row.hasHistory, let cell else { return nil }
    let body = lead(row)
    let led = Set(town.catalogue.leaves.filter { $0.lead == body }.map(\.matterClass))
    if led.count == 1 { return led.first }
    let sure = isAdvised ? town.engine.classify(row.text, place: row.place).filter { $0.confidence != .unsure } : []
    guard sure.first?.confidence == .likely, Set(sure.map(\.matterClass)).count == 1 else {
      throw RowFault(reason: ImportStrings.unknownClass(String(cell.prefix(40))))
    }
    return sure.first?.matterClass
  }

  /// The body that the row says is responsible: by its name in the town where it has one, else as it is written; empty
  /// when it says none.
  func lead(_ row: ImportedRow) -> String {
    if row.lead.isEmpty {
      let unknown = Self.divided(row.category, at: "·•/;；\n、,，").first(where: isBody)
      return Self.parts(row.category).lazy.compactMap(body).first ?? String((unknown ?? "").prefix(100))
    }
    if let known = body(row.lead) ?? Self.divided(row.lead, at: "·•").lazy.compactMap(body).first { return known }
    return exactLeaf(row.lead) == nil ? String(row.lead.prefix(100)) : ""
  }

  /// The body of a name, as it is kept.
  private func body(_ name: String) -> String? {
    bodies.name(of: ImportWords.committeeNames.contains(name) ? ImportStrings.committee.zh : name)
  }

  private func isBody(_ words: String) -> Bool {
    body(words) != nil || (ImportWords.looksLikeBody(words) && exactLeaf(words) == nil)
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
    guard let body = body(lead(row)) else { return found.first?.duty }
    let fitting = found.first { $0.duty.lead == body } ?? found.first { $0.duty.coHandlers.contains(body) }
    return (fitting ?? found.first { $0.confidence == .likely })?.duty
  }

  /// "GM0905", "路灯", "Street lighting · Village committee", "大事·路灯照明 GM0905".
  private func leaf(_ category: String) -> Duty? {
    if let exact = exactLeaf(category) { return exact }
    let words = words(of: category)
    return duties.filter { words.contains($0.name.zh) }.max { $0.name.zh.count < $1.name.zh.count }
  }

  private var duties: [Duty] { town.catalogue.leaves + town.catalogue.retired }

  /// By code, or by a name that is the cell or a part of it.
  private func exactLeaf(_ cell: String) -> Duty? {
    if cell.isEmpty { return nil }
    let code = cell.uppercased()
    if let coded = duties.first(where: { code.contains($0.code) }) { return coded }
    let parts = Set(Self.parts(cell).map { $0.lowercased() })
    return duties.first { parts.contains($0.name.zh.lowercased()) || parts.contains($0.name.en.lowercased()) }
  }

  /// What a cell says besides bodies.
  private func words(of category: String) -> String {
    Self.divided(category, at: "·•/;；\n")
      .filter { part in !Self.divided(part, at: "、,，").allSatisfy(isBody) }
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
