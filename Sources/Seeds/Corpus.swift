import Foundation

/// A sentence as a resident would say it, written for this product, with the code of the category it belongs to, or of
/// the reason why it is not taken up.
package struct CorpusSentence: Sendable, Hashable {
  package let label: String
  package let text: String

  /// All sentences of the files `corpus-….tsv`, in the order of their names.
  package static func load() throws(SeedError) -> [CorpusSentence] {
    let folder = Bundle.module.resourceURL?.appendingPathComponent("Data").path ?? ""
    let files = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    var sentences: [CorpusSentence] = []
    for file in files where file.hasPrefix("corpus-") && file.hasSuffix(".tsv") {
      for row in try SeedTable(file, columns: ["leaf", "text"]).rows {
        sentences.append(CorpusSentence(label: try row.required("leaf"), text: try row.required("text")))
      }
    }
    guard !sentences.isEmpty else { throw SeedError(file: "corpus-*.tsv", line: 0, what: "the files are not there") }
    return sentences
  }

  /// The sentences of `urgent.tsv`, labelled with their level (codebook §1): "U3" and "U2" tell of danger, "U0" only
  /// sounds like it.
  package static func loadUrgent() throws(SeedError) -> [CorpusSentence] {
    var sentences: [CorpusSentence] = []
    for row in try SeedTable("urgent.tsv", columns: ["level", "text"]).rows {
      sentences.append(CorpusSentence(label: try row.required("level"), text: try row.required("text")))
    }
    return sentences
  }
}
