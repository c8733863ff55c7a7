import Governance
import Markup
import Mechanism
import Values
import Web

extension ConcernRow {
  /// The first words, at most `limit` characters.
  func firstWords(_ limit: Int = 36) -> String {
    hasErasedText ? ConcernStrings.erasedShort.zh : shortened(text, to: limit)
  }

  /// The light of the time in which somebody must accept it; nothing once it is sorted, and for old registers.
  func acceptLight(_ reader: Reader) -> HTML {
    guard state == .received, !isHistory else { return .empty }
    let tone: Tone =
      switch Governance.light(opened: receivedAt, due: acceptBy, now: reader.now, calendar: reader.calendar) {
      case .green: .green
      case .amber: .amber
      case .red: .red
      }
    return light(
      lightWords(due: acceptBy, now: reader.now, calendar: reader.calendar), tone: tone, reader.language)
  }

  /// Shown where somebody must act soon; nothing for normal ones.
  func urgencyChip(_ l: Language) -> HTML { Matters.urgencyChip(urgency, l) }

  func chip(_ l: Language) -> HTML { stateChip(state.name, tone: state.tone, l) }
}

func urgencyChip(_ urgency: Urgency, _ l: Language) -> HTML {
  switch urgency {
  case .normal: .empty
  case .soon: stateChip(urgency.name, tone: .amber, l)
  case .danger, .life: stateChip(urgency.name, tone: .red, l)
  }
}

extension ConcernState {
  var tone: Tone {
    switch self {
    case .received: .active
    case .triaged: .green
    case .appealed: .amber
    case .notTakenUp, .withdrawn, .sealed, .sealedWithdrawn: .neutral
    }
  }
}

/// The first `limit` characters of the first line that says something.
func shortened(_ text: String, to limit: Int) -> String {
  let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
  return line.count > limit ? line.prefix(limit) + "…" : line
}

/// A concern as a row of a list.
func concernListRow(
  _ concern: ConcernRow, href: String, village: Text? = nil, isCompact: Bool = false, _ reader: Reader
) -> HTML {
  let l = reader.language
  var meta: [HTML] = [
    .text(concern.number), .text(concern.channel.name(l)), spokenTime(concern.receivedAt, l), .text(concern.placeText),
  ]
  if isCompact { meta = [.text(concern.number)] }
  if let village { meta.insert(.text(village(l)), at: 0) }
  return listRow(
    href: href, title: .text(concern.firstWords()), meta: meta.filter { !$0.isEmpty },
    trailing: concern.urgencyChip(l) + concern.acceptLight(reader) + (isCompact ? .empty : concern.chip(l)))
}

/// A concern in JSON, as lists give it: without its reporter.
struct ConcernJSON: Encodable, Sendable {
  let id: ID<Concern>
  let number: String
  let words: String
  let channel: Channel
  let direction: Direction
  let sourceKind: SourceKind
  let state: ConcernState
  let urgency: String
  let placeText: String
  let receivedAt: Instant
  /// Until when somebody must have accepted it; nil for old registers.
  let acceptBy: Instant?
  let refusal: ScopeReason?
  let version: Int

  init(_ concern: ConcernRow) {
    (id, number, words) = (concern.id, concern.number, concern.firstWords(120))
    (channel, direction, sourceKind) = (concern.channel, concern.direction, concern.sourceKind)
    (state, urgency, placeText) = (concern.state, concern.urgency.code, concern.placeText)
    (receivedAt, acceptBy) = (concern.receivedAt, concern.isHistory ? nil : concern.acceptBy)
    (refusal, version) = (concern.refusal, concern.version)
  }

  private init() {
    let at = Instant(milliseconds: 1_793_000_000_000)
    (id, number, words) = (ID(1_234_567_890_123), "20481357", "三组的路灯不亮")
    (channel, direction, sourceKind) = (.phone, .invite, .resident)
    (state, urgency, placeText) = (.received, "U0", "三组")
    (receivedAt, acceptBy) = (at, at.adding(days: 1))
    (refusal, version) = (.outsideArea, 1)
  }

  static let sample = ConcernJSON()
}
