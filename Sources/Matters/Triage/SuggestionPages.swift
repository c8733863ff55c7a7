import Governance
import Markup
import Mechanism
import TriageEngine
import Values
import Web

/// What the engine suggests for a concern, each with its reason (architecture, rule 10).
struct SuggestionCards {
  let file: ConcernFile
  let suggestion: Suggestion
  let catalogue: Catalogue
  /// The leaf whose values the form beneath shows.
  let taken: String
  let village: String
  let l: Language

  private var here: String { Link.concern(village, file.concern.id) }

  var html: HTML {
    var all = h2 { TriageStrings.suggestions(l) } + p("hint") { TriageStrings.suggestionsNote(l) }
    if suggestion.urgency.level >= .danger { all.append(emergency) }
    all.append(urgencyCard)
    if let staff = suggestion.staff { all.append(staffCard(staff)) }
    if let scope = suggestion.scope { all.append(scopeCard(scope)) }
    if suggestion.parts.count > 1 { all.append(splitCard) }
    if suggestion.leaves.isEmpty { all.append(p("quiet") { TriageStrings.noLeaf(l) }) }
    for leaf in suggestion.leaves { all.append(leafCard(leaf)) }
    all.append(h3 { TriageStrings.similarTitle(l) })
    if suggestion.similar.isEmpty { all.append(p("quiet") { TriageStrings.noSimilar(l) }) }
    for similar in suggestion.similar { all.append(similarCard(similar)) }
    return all
  }

  private var emergency: HTML {
    emergencyBox(
      numbers: suggestion.urgency.emergencyNumbers.map { Web.EmergencyNumber(number: $0.rawValue, name: $0.name) }, l)
  }

  private var urgencyCard: HTML {
    let level = suggestion.urgencyFloor(of: file.concern)
    let why = suggestion.urgency.reasons
    return reasonCard(
      title: .text(TriageStrings.urgencyTitle(l)) + " " + .text(level.name(l) + " " + level.code),
      confidence: Text(same: ""), reason: why.isEmpty ? .text(TriageStrings.noUrgency(l)) : sentences(why), l)
  }

  private func staffCard(_ reason: Reason) -> HTML {
    reasonCard(
      title: .text(TriageStrings.staffTitle(l)), confidence: Confidence.possible.name,
      reason: sentences([reason]) + p { TriageStrings.staffNote(l) },
      take: linkButton(refuse(.discipline), TriageStrings.take, l), l)
  }

  private func scopeCard(_ scope: ScopeFinding) -> HTML {
    reasonCard(
      title: notTakenUpMark(l) + " " + .text(scope.reason.name(l)), confidence: Confidence.possible.name,
      reason: sentences(scope.reasons), take: linkButton(refuse(scope.reason), TriageStrings.take, l), l)
  }

  private func refuse(_ reason: ScopeReason) -> String { Link.with(here, [("refuse", reason.rawValue)]) + "#refusal" }

  private var splitCard: HTML {
    reasonCard(
      title: .text(TriageStrings.splitTitle(l)), confidence: TriageStrings.splitCount(suggestion.parts.count),
      reason: ol {
        for part in suggestion.parts {
          li {
            p { part.words }
            p("hint") { (catalogue.duty(part.leaf.code)?.name(l) ?? "") + " · " + part.leaf.sentence(l) }
          }
        }
      },
      take: linkButton(Link.with(here, [("split", "1")]) + "#decision", TriageStrings.splitTake, l), l)
  }

  private func leafCard(_ leaf: LeafSuggestion) -> HTML {
    let duty = catalogue.duty(leaf.code)
    let take: HTML =
      leaf.code == taken
      ? stateChip(TriageStrings.taken, tone: .active, l)
      : linkButton(Link.with(here, [("leaf", leaf.code)]) + "#decision", TriageStrings.take, l)
    return reasonCard(
      title: classMark(leaf.matterClass, l) + " " + .text((duty?.name(l) ?? leaf.code) + " " + leaf.code),
      confidence: leaf.confidence.name, confidenceNumber: TriageStrings.percent(leaf.score)(l),
      reason: sentences(leaf.reasons) + (duty.map(facts) ?? .empty), take: take, l)
  }

  private func facts(_ duty: Duty) -> HTML {
    let level = suggestion.urgencyFloor(of: file.concern)
    let due = dueDay(file.concern, days: duty.days, urgency: level)
    return dialogDetails(summary: Text(same: duty.lead), l) {
      definitionList(
        [
          (TriageStrings.leads, .text(duty.lead)),
          (TriageStrings.acts, .text(duty.coHandlers.joined(separator: "、"))),
          (TriageStrings.path, .text(duty.path.name(l))),
          (TriageStrings.limit, .text(TriageStrings.workingDays(duty.days, until: due)(l))),
          (TriageStrings.basis, basis(duty)),
        ], l)
    }
  }

  private func basis(_ duty: Duty) -> HTML {
    guard let basis = duty.basis else { return .text(TriageStrings.noBasis(l)) }
    return .text(basis(l) + (duty.basisMark.map { " (\($0.name(l)))" } ?? ""))
      + (duty.basisWarning.map { warning in p("hint") { warning(l) } } ?? .empty)
  }

  private func similarCard(_ similar: Suggestion.Similar) -> HTML {
    let matter = similar.matter
    let confidence: Confidence = similar.finding.score >= 0.75 ? .likely : .possible
    return reasonCard(
      title: classMark(matter.routing.matterClass, l) + " "
        + a(Link.matter(village, matter.id)) { matter.title },
      confidence: confidence.name, confidenceNumber: TriageStrings.percent(similar.finding.score)(l),
      reason: p {
        [matter.number, TriageStrings.reporters(matter.reporters)(l), matter.placeText, matter.state.name(l)]
          .filter { !$0.isEmpty }.joined(separator: " · ")
      } + p { similar.finding.reasons.map { $0(l) }.joined(separator: l == .zh ? ";" : "; ") },
      take: linkButton(
        Link.with(here, [("target", matter.id.description)]) + "#decision", TriageStrings.joinThis, l), l)
  }

  private func sentences(_ reasons: [Reason]) -> HTML {
    ul { for reason in reasons.prefix(4) { li { reason.sentence(l) } } }
  }
}

/// The last day of the answer when the concern goes to a new matter.
func dueDay(_ concern: ConcernRow, days: Int, urgency: Urgency) -> Day {
  DefaultLimits.product.dueAt(
    received: concern.receivedAt, leafDays: max(1, min(365, days)), urgency: urgency, calendar: workCalendar
  ).day
}
