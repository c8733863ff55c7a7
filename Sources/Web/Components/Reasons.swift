import Markup
import Values

/// A suggestion with its reason: what, how sure in words (the number on demand), why, one tap to take, one to change.
package func reasonCard(
  title: HTML, confidence: Text, confidenceNumber: String? = nil, reason: HTML, take: HTML? = nil, change: HTML? = nil,
  _ l: Language
) -> HTML {
  element("article", ["class": "reason"]) {
    div("reason-head") {
      p("reason-title") { title }
      if let confidenceNumber {
        element("details", ["class": "sure"]) {
          element("summary") { confidence(l) }
          span("sure-number") { confidenceNumber }
        }
      } else {
        span("sure") { confidence(l) }
      }
    }
    div("reason-why") { reason }
    if take != nil || change != nil {
      actions {
        take
        change
      }
    }
  }
}

/// A text in which the given words are underlined: the words that led to a suggestion. First occurrence of each.
package func underlined(_ text: String, words: [String]) -> HTML {
  var ranges: [Range<String.Index>] = []
  for word in words where !word.isEmpty {
    guard let found = text.firstRange(of: word), !ranges.contains(where: { $0.overlaps(found) }) else { continue }
    ranges.append(found)
  }
  var html = HTML.empty
  var position = text.startIndex
  for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
    html.append(.text(String(text[position..<range.lowerBound])))
    html.append(element("mark") { String(text[range]) })
    position = range.upperBound
  }
  return html + .text(String(text[position...]))
}
