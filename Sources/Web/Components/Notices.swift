import Markup
import Values

/// Something the reader must know now, in its tone.
package func noticeBox(tone: Tone, @HTMLBuilder content: () -> HTML) -> HTML {
  let inside = content()
  let icon: Icon =
    switch tone {
    case .green: .check
    case .amber, .red: .alert
    case .neutral, .active: .clock
    }
  return div("notice tone-" + tone.rawValue, ["role": tone == .red ? "alert" : "note"]) {
    icon.html
    div("notice-words") { inside }
  }
}

/// A telephone number for danger: 110, 119, 120, 122.
package struct EmergencyNumber: Sendable, Hashable, Codable {
  package let number: String
  package let name: Text

  package init(number: String, name: Text) { (self.number, self.name) = (number, name) }
}

/// Danger: telephone first. Each number is one large target that dials.
package func emergencyBox(numbers: [EmergencyNumber], _ l: Language) -> HTML {
  section("emergency", ["aria-label": WebStrings.emergencyTitle(l)]) {
    p("emergency-title") {
      Icon.alert.html
      WebStrings.emergencyTitle(l)
    }
    ul("emergency-numbers") {
      for number in numbers {
        li {
          a("tel:" + number.number, "emergency-number") {
            Icon.phone.html
            strong { number.number }
            span { number.name(l) }
          }
        }
      }
    }
  }
}

/// Work that runs on its own: how far it is; `progress.js` follows `url`, which answers {done, total, state}.
package func progressBox(url: String, done: Int, total: Int, text: Text, _ l: Language) -> HTML {
  div("progress", ["data-progress-url": url, "role": "status"]) {
    p {
      text(l)
      " "
      span("progress-figures", ["data-progress-figures": ""]) { "\(done) / \(total)" }
    }
    element("progress", ["max": String(max(total, 1)), "value": String(done), "aria-label": text(l)])
    p("hint") { WebStrings.mayLeave(l) }
  }
}
