import Markup
import Values

/// One entry of the history of a thing. Newest first is the caller's order.
package struct TimelineEntry: Sendable {
  /// Office or role; a name only for who has the right to see it.
  package let who: String
  package let what: HTML
  package let when: Instant
  /// A decision stands out.
  package let decision: Bool
  /// What opens beneath: the reason, the basis, the words.
  package let details: HTML?

  package init(who: String, what: HTML, when: Instant, decision: Bool = false, details: HTML? = nil) {
    (self.who, self.what, self.when) = (who, what, when)
    (self.decision, self.details) = (decision, details)
  }
}

/// The history of a matter: who, what, when; "why" opens beneath.
package func timeline(_ entries: [TimelineEntry], _ l: Language) -> HTML {
  ol("timeline") {
    for entry in entries {
      li(entry.decision ? "moment decision" : "moment") {
        p("moment-what") { entry.what }
        p("moment-meta") {
          entry.who
          " · "
          spokenTime(entry.when, l)
        }
        if let details = entry.details { dialogDetails(summary: WebStrings.why, l) { details } }
      }
    }
  }
}

/// A moment as people say it: "10月13日 周二 14:05".
package func spokenTime(_ instant: Instant, _ l: Language) -> HTML {
  time(instant) { instant.day.spoken(l) + " " + instant.clock }
}

/// A step of a procedure.
package struct LadderStep: Sendable {
  package enum State: String, Sendable { case done, now, later }

  package let title: Text
  package let state: State
  /// When it was done, or by when it must be.
  package let note: Text?
  /// What the current gate still lacks, one thing each.
  package let lacks: [Text]
  /// The button that supplies it.
  package let button: HTML?

  package init(title: Text, state: State, note: Text? = nil, lacks: [Text] = [], button: HTML? = nil) {
    (self.title, self.state, self.note) = (title, state, note)
    (self.lacks, self.button) = (lacks, button)
  }
}

/// The steps of a procedure, done, now and later, with what the current gate lacks.
package func ladder(steps: [LadderStep], _ l: Language) -> HTML {
  ol("ladder") {
    for step in steps {
      li("step step-" + step.state.rawValue, ["aria-current": step.state == .now ? "step" : nil]) {
        span("step-sign") { if step.state == .done { Icon.check.html } }
        div("step-words") {
          p("step-title") {
            step.title(l)
            span("step-state") { WebStrings.stepState(step.state)(l) }
          }
          if let note = step.note { p("step-note") { note(l) } }
          if !step.lacks.isEmpty {
            p("step-lacks-title") { WebStrings.stillLacks(l) }
            ul("step-lacks") { for lack in step.lacks { li { lack(l) } } }
          }
          if let button = step.button { actions { button } }
        }
      }
    }
  }
}
