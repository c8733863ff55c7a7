import Markup
import Values

/// What a chip, a light or a notice means; the colour follows, the word is always there.
package enum Tone: String, Sendable, CaseIterable {
  case neutral
  /// Being worked on: the action colour.
  case active
  case green, amber, red
}

/// The class of a matter: hue, mark (◆ ● ■) and word, always together.
package func classMark(_ c: MatterClass, _ l: Language) -> HTML {
  let shape =
    switch c {
    case .government: "<path d=\"M6 .5 11.5 6 6 11.5.5 6Z\"/>"
    case .community: "<circle cx=\"6\" cy=\"6\" r=\"4.8\"/>"
    case .personal: "<rect x=\"1.5\" y=\"1.5\" width=\"9\" height=\"9\" rx=\".5\"/>"
    }
  return mark("class-" + c.rawValue, shape, c.name(l))
}

/// 不予纳入: grey and a dash, in the place of a class.
package func notTakenUpMark(_ l: Language) -> HTML {
  mark("class-none", "<rect x=\"1\" y=\"5\" width=\"10\" height=\"2\"/>", WebStrings.notTakenUp(l))
}

private func mark(_ class: String, _ shape: String, _ word: String) -> HTML {
  span("class-mark " + `class`) {
    HTML.raw("<svg viewBox=\"0 0 12 12\" aria-hidden=\"true\">\(shape)</svg>")
    word
  }
}

/// The state of a matter in words: 已收到, 待分流, 办理中 …
package func stateChip(_ text: Text, tone: Tone, _ l: Language) -> HTML {
  span("chip tone-" + tone.rawValue) { text(l) }
}

/// A light with its word and day: "还剩 2 个工作日". Green has a tick, amber a clock, red an exclamation mark,
/// so that it can be read without colours.
package func light(_ word: Text, tone: Tone, _ l: Language) -> HTML {
  let icon: Icon =
    switch tone {
    case .red: .alert
    case .amber: .clock
    case .neutral, .active, .green: .check
    }
  return span("light tone-" + tone.rawValue) {
    icon.html
    word(l)
  }
}
