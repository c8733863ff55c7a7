import Governance
import Markup
import Seeds
import Values
import Web

/// The parts of a concern's page that show what is known; the decision stands beside them.
struct ConcernFacts {
  let file: ConcernFile
  /// The words to underline.
  let found: [String]
  /// Whole contact data, once after somebody asked for them.
  let shown: ShownContact?
  /// The contact form, for who may ask.
  let contactForm: HTML
  let village: String
  let l: Language

  private var concern: ConcernRow { file.concern }

  var words: HTML {
    section {
      h2 { ConcernStrings.words(l) }
      if concern.hasErasedText {
        noticeBox(tone: .neutral) { p { ConcernStrings.erased(l) } }
      } else {
        p("said") { underlined(concern.text, words: found) }
      }
      if concern.isHistory { p("hint") { ConcernStrings.isHistory(l) } }
      if !file.photos.isEmpty {
        gallery(
          file.photos.map {
            Picture(href: Link.photo(village, $0.id), thumbnail: Link.photo(village, $0.id), alt: ConcernStrings.photo)
          }, l)
      }
    }
  }

  /// Who said it, how it came.
  var origin: HTML {
    section {
      h2 { ConcernStrings.origin(l) }
      facts
    }
  }

  var facts: HTML {
    var pairs: [(Text, HTML)] = [
      (ConcernStrings.place, .text(file.place(l))), (ConcernStrings.reporter, reporter),
      (ConcernStrings.channel, .text(concern.channel.name(l) + " · " + concern.direction.name(l))),
      (ConcernStrings.source, .text(concern.sourceKind.name(l))),
      (ConcernStrings.unit, .text(concern.reportingUnit)),
      (ConcernStrings.attitude, .text(stance)),
      (ConcernStrings.received, spokenTime(concern.receivedAt, l)),
      (
        ConcernStrings.reported,
        concern.reportedDay == concern.receivedAt.day
          ? .empty : .text(concern.reportedDay.spoken(l))
      ),
      (ConcernStrings.enteredBy, .text(file.name(concern.enteredBy) ?? "")),
    ]
    if let latitude = concern.latitude, let longitude = concern.longitude {
      pairs.append((ConcernStrings.point, .text("\(degrees(latitude)), \(degrees(longitude))")))
    }
    return definitionList(pairs.filter { !$0.1.isEmpty }, l)
  }

  private var stance: String {
    switch concern.stance {
    case "support": ConcernStrings.supports(l)
    case "oppose": ConcernStrings.opposes(l)
    default: ""
    }
  }

  private var reporter: HTML {
    if let shown {
      return span(nil, ["id": "contact"]) { shown.line }
        + p("hint") { ConcernStrings.contactShown(l) }
    }
    guard let masked = file.contact else { return .text(ConcernStrings.anonymous(l)) }
    return span(nil, ["id": "contact"]) { masked.line }
      + contactForm
  }

  var later: HTML {
    section {
      if !file.later.isEmpty {
        h2 { ConcernStrings.later(l) }
        timeline(
          file.later.reversed().map {
            TimelineEntry(
              who: file.name($0.account) ?? ConcernStrings.byReporter(l),
              what: .text(ConcernStrings.addition($0.kind)(l) + ":" + $0.text), when: $0.at)
          }, l)
      }
    }
  }

  var told: HTML {
    section {
      if !file.told.isEmpty {
        h2 { ConcernStrings.told(l) }
        timeline(
          file.told.reversed().map {
            TimelineEntry(who: calling($0), what: .text($0.text(l)), when: $0.at)
          }, l)
      }
    }
  }

  private func calling(_ line: ToldRow) -> String {
    guard line.wantsCall else { return ConcernStrings.staff(l) }
    return (line.calledAt == nil ? ConcernStrings.notCalled : ConcernStrings.called)(l)
  }

  var history: HTML {
    section {
      if !file.decisions.isEmpty {
        h2 { ConcernStrings.history(l) }
        timeline(
          file.decisions.map {
            TimelineEntry(
              who: file.name($0.account) ?? ConcernStrings.staff(l),
              what: .text(ConcernStrings.decision($0.kind)(l)), when: $0.at, decision: true,
              details: why($0.reason))
          }, l)
      }
    }
  }

  private func why(_ reason: String) -> HTML? { reason.isEmpty ? nil : p { reason } }

  var matters: HTML {
    section {
      if !file.matters.isEmpty {
        h2 { ConcernStrings.matters(l) }
        rowList(
          file.matters.map { linked in
            listRow(
              href: Link.matter(village, linked.matter.id),
              title: classMark(linked.matter.routing.matterClass, l) + .text(linked.matter.title),
              meta: [.text(linked.matter.number), .text(bodyName(linked.matter.routing.lead)(l)), .text(linked.part)]
                .filter { !$0.isEmpty }, trailing: linked.matter.chip(l))
          })
      }
    }
  }

  var refused: HTML {
    section {
      if let reason = concern.refusal, concern.state == .notTakenUp || concern.state == .appealed {
        div("card") {
          p {
            notTakenUpMark(l)
            " "
            reason.name(l)
          }
          p { concern.refusalAnswer ?? "" }
          if let name = file.name(concern.refusedBy) { p("hint") { name } }
        }
      }
    }
  }
}

/// Degrees with five decimals: about one metre.
private func degrees(_ value: Double) -> String {
  let scaled = Int((abs(value) * 100_000).rounded())
  return (value < 0 ? "-" : "") + "\(scaled / 100_000).\((scaled % 100_000).padded(5))"
}
