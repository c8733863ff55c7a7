/// The own wordings of all categories, read from the tables.
enum Phrases {
  static let byLeaf: [String: [String]] = {
    var result: [String: [String]] = [:]
    let tables = [
      PhrasesOfGovernment.first, PhrasesOfGovernment.second, PhrasesOfResidents.community, PhrasesOfResidents.personal,
    ]
    for line in tables.flatMap({ $0.split(separator: "\n") }) {
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2 else { continue }
      result[String(parts[0]), default: []] += parts[1].split(separator: "；").map(String.init)
    }
    return result
  }()
}
