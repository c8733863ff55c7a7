import Governance
import Markup
import Mechanism
import Seeds
import TriageEngine
import Values
import Web

/// What the engine suggests for a concern, each with its reason (architecture, rule 10): the likeliest in full, the
/// others folded.
struct SuggestionCards {
  let file: ConcernFile
  let suggestion: Suggestion
  let catalogue: Catalogue
  /// The leaf whose values the form shows.
  let taken: String
  /// Whether a phone confirms the likeliest right here.
  let mayConfirm: Bool
  let village: String
  let calendar: WorkCalendar
  let l: Language

  private var here: String { Link.concern(village, file.concern.id) }
  private var level: Urgency { suggestion.urgencyFloor(of: file.concern) }

  var html: HTML {
    section("advice") {
      h2 { TriageStrings.suggestions(l) }
      if suggestion.urgency.level >= .danger { emergency }
      if suggestion.isOff { turnedOff } else { advice }
    }
  }

  private var turnedOff: HTML { noticeBox(tone: .neutral) { p { AccuracyStrings.offHere(l) } } + urgency }

  @HTMLBuilder private var advice: HTML {
    if let staff = suggestion.staff { staffCard(staff) }
    if let scope = suggestion.scope { scopeCard(scope) }
    if suggestion.scope == nil, suggestion.staff == nil { inScope }
    if suggestion.parts.count > 1 { splitCard }
    best
    urgency
    others
    similar
  }

  private var emergency: HTML {
    emergencyBox(
      numbers: suggestion.urgency.emergencyNumbers.map { Web.EmergencyNumber(number: $0.rawValue, name: $0.name) }, l)
  }

  private var inScope: HTML {
    p("advice-line") {
      strong { TriageStrings.inScope(l) }
      " · " + TriageStrings.inScopeReason(l)
    }
  }

  /// One line where all is normal, a card with its reasons where somebody must hurry.
  private var urgency: HTML {
    let why = suggestion.urgency.reasons
    if level == .normal, why.isEmpty {
      return p("advice-line") {
        TriageStrings.urgencyTitle(l) + " "
        strong { level.name(l) + " " + level.code }
        " · " + TriageStrings.noUrgency(l)
      }
    }
    let title = HTML.text(TriageStrings.urgencyTitle(l) + " ")
    let mark: HTML =
      level == .normal ? .text(level.name(l)) : stateChip(level.name, tone: level == .soon ? .amber : .red, l)
    return reasonCard(
      title: title + mark + .text(" " + level.code), confidence: Text(same: ""),
      reason: why.isEmpty ? .text(TriageStrings.enteredUrgency(l)) : sentences(why), l)
  }

  private func staffCard(_ reason: Reason) -> HTML {
    reasonCard(
      title: .text(TriageStrings.staffTitle(l)), confidence: Confidence.possible.name,
      reason: sentences([reason]) + p { TriageStrings.staffNote(l) },
      take: linkButton(refuse(.discipline), TriageStrings.take, l), l)
  }

  private func scopeCard(_ scope: ScopeFinding) -> HTML {
    reasonCard(
      title: .text(TriageStrings.scopeTitle(l) + " ") + notTakenUpMark(l) + .text(" " + scope.reason.name(l)),
      confidence: Confidence.possible.name, reason: sentences(scope.reasons),
      take: linkButton(refuse(scope.reason), TriageStrings.take, l), l)
  }

  private func refuse(_ reason: ScopeReason) -> String { Link.with(here, [("refuse", reason.rawValue)]) + "#refusal" }

  private var splitCard: HTML {
    reasonCard(
      title: .text(TriageStrings.splitTitle(l)), confidence: TriageStrings.splitCount(suggestion.parts.count),
      reason: ol {
        for part in suggestion.parts {
          li {
            p { part.words }
            p("hint") { (catalogue.duty(part.leaf.code)?.name(l) ?? "") + " · " + part.leaf.because(l) }
          }
        }
      },
      take: linkButton(Link.with(here, [("split", "1")]) + "#decision", TriageStrings.splitTake, l), l)
  }

  // MARK: The category

  private var best: HTML {
    guard let leaf = suggestion.leaves.first else { return p("quiet") { TriageStrings.noLeaf(l) } }
    let duty = catalogue.duty(leaf.code)
    return reasonCard(
      title: name(leaf), confidence: leaf.confidence.name, confidenceNumber: TriageStrings.percent(leaf.certainty)(l),
      reason: p { leaf.because(l) }
        + (duty.map { duty in p("reason-sum") { sum(duty) } } ?? .empty)
        + dialogDetails(summary: TriageStrings.ruleAndBasis, l) {
          sentences(leaf.reasons)
          duty.map(facts)
        }, take: taken == leaf.code ? confirm : takeButton(leaf), l)
  }

  /// On a phone: as suggested with one tap, or the form. On a desktop the form stands beside.
  private var confirm: HTML? {
    guard mayConfirm else { return nil }
    return div("quick") {
      element("button", ["type": "submit", "class": "button primary", "form": TriageFormView.id]) {
        TriageStrings.confirm(l)
      }
      linkButton("#decision", TriageStrings.change, l)
    }
  }

  private func name(_ leaf: LeafSuggestion) -> HTML {
    classMark(leaf.matterClass, l)
      + .text(" " + (catalogue.duty(leaf.code)?.name(l) ?? leaf.code) + " ")
      + span("reason-code") { leaf.code }
  }

  private func takeButton(_ leaf: LeafSuggestion) -> HTML {
    linkButton(Link.with(here, [("leaf", leaf.code)]) + "#decision", TriageStrings.take, l)
  }

  private func sum(_ duty: Duty) -> String {
    let due = dueDay(file.concern, days: duty.days, urgency: level, calendar)
    let limit = file.concern.isHistory ? "" : TriageStrings.workingDays(duty.days, until: due)(l)
    return [TriageStrings.led(by: bodyName(duty.lead))(l), limit].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// What else it may be: one line each.
  private var others: HTML {
    let rest = suggestion.leaves.dropFirst()
    guard !rest.isEmpty else { return .empty }
    return dialogDetails(summary: TriageStrings.others(rest.count), open: rest.contains { $0.code == taken }, l) {
      ul("choices-few") {
        for leaf in rest {
          li {
            div("few-words") {
              p { name(leaf) }
              p("hint") { leaf.confidence.name(l) + " · " + leaf.because(l) }
            }
            leaf.code == taken ? stateChip(TriageStrings.taken, tone: .active, l) : takeButton(leaf)
          }
        }
      }
    }
  }

  private func facts(_ duty: Duty) -> HTML {
    definitionList(
      [
        (TriageStrings.acts, .text(bodyNames(duty.coHandlers)(l))),
        (TriageStrings.path, .text(duty.path.name(l))), (TriageStrings.basis, basis(duty)),
      ].filter { !$0.1.isEmpty }, l)
  }

  private func basis(_ duty: Duty) -> HTML {
    guard let basis = duty.basis else { return .text(TriageStrings.noBasis(l)) }
    return .text(basis(l) + (duty.basisMark.map { " (\($0.name(l)))" } ?? ""))
      + (duty.basisWarning.map { warning in p("hint") { warning(l) } } ?? .empty)
  }

  // MARK: The same matter

  private var similar: HTML {
    guard !suggestion.similar.isEmpty else { return p("advice-line") { TriageStrings.noSimilar(l) } }
    return h3 { TriageStrings.similarTitle(l) }
      + ul("choices-few") { for one in suggestion.similar { similarLine(one) } }
  }

  private func similarLine(_ similar: Suggestion.Similar) -> HTML {
    let matter = similar.matter
    let known = [matter.number, TriageStrings.reporters(matter.reporters)(l), matter.placeText, matter.state.name(l)]
    return li {
      div("few-words") {
        p {
          classMark(matter.routing.matterClass, l)
          " "
          a(Link.matter(village, matter.id)) { matter.title }
        }
        p("hint") { known.filter { !$0.isEmpty }.joined(separator: " · ") }
        p("hint") { similar.finding.reasons.map { $0(l) }.joined(separator: l == .zh ? ";" : "; ") }
      }
      linkButton(
        Link.with(here, [("target", matter.id.description)]) + "#decision", TriageStrings.joinThis, l)
    }
  }

  private func sentences(_ reasons: [Reason]) -> HTML {
    ul { for reason in reasons.prefix(4) { li { reason.sentence(l) } } }
  }
}

/// The last day of the answer when the concern goes to a new matter.
func dueDay(_ concern: ConcernRow, days: Int, urgency: Urgency, _ calendar: WorkCalendar) -> Day {
  DefaultLimits.product.dueAt(
    received: concern.receivedAt, leafDays: max(1, min(365, days)), urgency: urgency, calendar: calendar
  ).day
}
