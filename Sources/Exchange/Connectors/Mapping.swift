import Governance
import Values

/// What a system calls our categories, states and outcomes: a table that the administrator edits, a line each:
/// `category`, `state` or `outcome`, their word, ours, with tabs (or commas) between.
struct Mapping: Sendable, Hashable {
  /// A leaf or the beginning of its code, and their word.
  private let categories: [(ours: String, theirs: String)]
  private let states: [String: CallbackStatus]
  private let outcomes: [String: OrderOutcome]
  /// As it is stored: tabs between, a line end after each line.
  let text: String

  static func == (left: Mapping, right: Mapping) -> Bool { left.text == right.text }
  func hash(into hasher: inout Hasher) { hasher.combine(text) }

  /// - Parameter known: whether a category of ours exists.
  /// - Throws: `FieldErrors` of `mapping`, each naming its line.
  init(_ typed: String, known: (String) -> Bool = { _ in true }) throws(FieldErrors) {
    var errors = FieldErrors()
    var categories: [(ours: String, theirs: String)] = []
    var states: [String: CallbackStatus] = [:]
    var outcomes: [String: OrderOutcome] = [:]
    var lines: [String] = []
    for (index, line) in typed.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let (cells, number) = (Self.cells(of: line), index + 1)
      if cells.allSatisfy(\.isEmpty) || cells[0].hasPrefix("#") { continue }
      guard let kind = Kind(cells[0]), cells.count == 3, (1...80).contains(cells[1].count) else {
        errors.add("mapping", ExchangeStrings.mappingLine(number))
        continue
      }
      let (theirs, ours) = (cells[1], cells[2])
      switch kind {
      case .category where ours.count >= 2 && known(ours): categories.append((ours, theirs))
      case .state where CallbackStatus(rawValue: ours) != nil: states[theirs] = CallbackStatus(rawValue: ours)
      case .outcome where OrderOutcome(rawValue: ours) != nil: outcomes[theirs] = OrderOutcome(rawValue: ours)
      default: errors.add("mapping", ExchangeStrings.noSuch(kind, ours, line: number))
      }
      lines.append("\(kind.rawValue)\t\(theirs)\t\(ours)\n")
    }
    guard errors.isEmpty else { throw errors }
    (self.categories, self.states, self.outcomes, text) = (categories, states, outcomes, lines.joined())
  }

  /// The same lines with the reader's words for what each is of; a line of something else as it was typed.
  static func written(_ text: String, _ language: Language) -> String {
    guard language == .zh else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard let end = line.firstIndex(of: "\t"), let kind = Kind(String(line[..<end])) else { return String(line) }
      return kind.name.zh + line[end...]
    }.joined(separator: "\n")
  }

  enum Kind: String {
    case category, state, outcome

    var name: Text {
      switch self {
      case .category: Text(zh: "类目", en: "category")
      case .state: Text(zh: "状态", en: "state")
      case .outcome: Text(zh: "结果", en: "outcome")
      }
    }

    init?(_ text: String) {
      switch text {
      case "category", "类目": self = .category
      case "state", "状态": self = .state
      case "outcome", "结果": self = .outcome
      default: return nil
      }
    }
  }

  private static func cells(of line: Substring) -> [String] {
    let parts =
      line.contains("\t")
      ? line.split(separator: "\t", omittingEmptySubsequences: false)
      : line.split(omittingEmptySubsequences: false) { ",，".contains($0) }
    return parts.map { part in
      String(part.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
  }

  /// Their word for a leaf: by the line with the longest beginning of it; "" without one.
  func category(of leaf: String) -> String {
    categories.filter { leaf.hasPrefix($0.ours) }.max { $0.ours.count < $1.ours.count }?.theirs ?? ""
  }

  /// What their word for a state means: by the table, else our own word; nil for an unknown one.
  func state(_ word: String) -> CallbackStatus? { states[word] ?? CallbackStatus(rawValue: word) }

  /// What their word for an outcome means.
  func outcome(_ word: String) -> OrderOutcome? { outcomes[word] ?? OrderOutcome(rawValue: word) }
}
