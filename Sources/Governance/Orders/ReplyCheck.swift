import Values

/// What is wrong with a reply before it goes out.
package enum ReplyFault: Sendable, Hashable {
  case empty
  case tooShort(least: Int)
  /// Places of the template that nobody filled in, as they stand there: one or more.
  case unfilled([String])
  /// "Not possible" without reason or basis.
  case withoutBasis
  /// It speaks of nothing that was asked; the name of another category when it speaks of that one.
  case otherQuestion(about: Text?)

  package var reason: Text {
    switch self {
    case .empty: Text(zh: "答复还没有写。", en: "The reply is empty.")
    case .tooShort(let least):
      Text(
        zh: "答复太短，至少写 \(least) 个字：办了什么、结果怎样、还有疑问找谁。",
        en: "The reply is too short (at least \(least) characters): say what was done, the result, and whom to ask.")
    case .unfilled(let places): unfilledReason(places)
    case .withoutBasis:
      Text(zh: "不能办的，要写明原因和依据。", en: "When it is not possible, the reason and its basis are needed.")
    case .otherQuestion(let other):
      other.map {
        Text(zh: "答复好像说的是「\($0.zh)」，不是反映人问的事。", en: "The reply seems to be about “\($0.en)”, not about what was asked.")
      }
        ?? Text(zh: "答复没有提到反映人说的事。", en: "The reply mentions nothing of what was asked.")
    }
  }
}

/// What a reply answers.
package struct AskedQuestion: Sendable {
  /// Title and words of the matter.
  package let words: String
  package let leafName: Text
  package let keywords: [String]
  /// Name and keywords of other categories, to tell what a misplaced reply is about.
  package let others: [(name: Text, keywords: [String])]

  package init(
    words: String, leafName: Text, keywords: [String], others: [(name: Text, keywords: [String])] = []
  ) {
    (self.words, self.leafName, self.keywords, self.others) = (words, leafName, keywords, others)
  }
}

/// A reply as it was written; reason and basis count for "not possible" alone.
package struct ReplyDraft: Sendable, Hashable {
  package let words: String
  package let outcome: OrderOutcome
  package let reason: String
  package let basis: String

  package init(words: String, outcome: OrderOutcome, reason: String = "", basis: String = "") {
    (self.words, self.outcome, self.reason, self.basis) = (words, outcome, reason, basis)
  }
}

/// Everything wrong with the reply, all at once; empty when it may go out. Without a question: whoever wrote it has
/// confirmed that it answers what was asked, since words alone can be mistaken.
package func faults(of reply: ReplyDraft, to question: AskedQuestion?, shortest: Int) -> [ReplyFault] {
  let text = reply.words
  guard weight(of: text) > 0 else { return [.empty] }
  var faults: [ReplyFault] = weight(of: text) < shortest ? [.tooShort(least: shortest)] : []
  let unfilled = unfilledPlaces(in: text)
  if !unfilled.isEmpty { faults.append(.unfilled(unfilled)) }
  if reply.outcome == .notPossible, weight(of: reply.reason) == 0 || weight(of: reply.basis) == 0 {
    faults.append(.withoutBasis)
  }
  if let question, !answers(text, question) { faults.append(.otherQuestion(about: otherCategory(in: text, question))) }
  return faults
}

/// Names the first three.
private func unfilledReason(_ places: [String]) -> Text {
  let (first, more) = (places.prefix(3), places.count - 3)
  return Text(
    zh: "范本里还没有填的：\(first.joined(separator: "、"))\(more > 0 ? "等 \(places.count) 处" : "")。写上您的话，括号也去掉。",
    en: "Not filled in yet: \(first.joined(separator: ", "))\(more > 0 ? " and \(more) more" : ""). "
      + "Write over it, brackets and all.")
}

/// Chinese characters, and two for each word of letters or digits.
func weight(of text: String) -> Int {
  var (weight, isInWord) = (0, false)
  for scalar in text.unicodeScalars {
    let isWordPart = isLatin(scalar)
    if isHan(scalar) { weight += 1 }
    if isWordPart, !isInWord { weight += 2 }
    isInWord = isWordPart
  }
  return weight
}

/// Whether the reply names a keyword of the leaf, or shares words with the question: two, or one of a short question.
private func answers(_ reply: String, _ question: AskedQuestion) -> Bool {
  let folded = reply.lowercased()
  if question.keywords.contains(where: { !$0.isEmpty && folded.contains($0.lowercased()) }) { return true }
  let asked = contentWords(of: question.words).union(
    contentWords(of: question.leafName.zh + "。" + question.leafName.en))
  let shared = asked.intersection(contentWords(of: reply)).count
  return shared >= (asked.count < 6 ? 1 : 2)
}

/// The other category of which the reply has most keywords, at least two.
private func otherCategory(in reply: String, _ question: AskedQuestion) -> Text? {
  // Most keywords begin with a sign that the reply does not have: only the others are looked for.
  let signs = Set(reply.unicodeScalars)
  let counted = question.others.map { other in
    let named = other.keywords.filter { word in
      word.unicodeScalars.first.map(signs.contains) ?? false && reply.contains(word)
    }
    return (name: other.name, count: Set(named).count)
  }
  return counted.filter { $0.count >= 2 }.max { $0.count < $1.count }?.name
}
