import Governance
import Markup
import Mechanism
import TriageEngine
import Values
import Web

extension Request {
  /// How often suggestions were taken in the place of the address.
  func accuracyPage(_ accuracy: Accuracy, _ catalogue: Catalogue, at address: String) -> HTMLPage {
    let view = AccuracyView(accuracy: accuracy, catalogue: catalogue, l: reader.language)
    return page(AccuracyStrings.title, wide: true, current: address) {
      pageTitle(AccuracyStrings.title, lead: .text(reader(AccuracyStrings.lead)), reader.language)
      if accuracy.isOff { noticeBox(tone: .neutral) { p { reader(AccuracyStrings.off) } } }
      if accuracy.all.decisions == 0 {
        emptyState(AccuracyStrings.none, reader.language)
      } else {
        view.figures
      }
      view.versions
    }
  }
}

private struct AccuracyView {
  let accuracy: Accuracy
  let catalogue: Catalogue
  let l: Language

  @HTMLBuilder var figures: HTML {
    tiles
    barChart(
      title: AccuracyStrings.byMonth,
      rows: accuracy.months.map {
        (AccuracyStrings.month($0.month, decisions: $0.share.decisions), $0.share.percent ?? 0)
      }, most: 100, unit: "%", l)
    categories
    confusions
    calibration
  }

  private var tiles: HTML {
    let (all, urgencies) = (accuracy.all, accuracy.urgencies)
    let urgency = Accuracy.Share(
      decisions: urgencies.same + urgencies.higher + urgencies.lower, agreed: urgencies.same)
    let current = accuracy.versions.first(where: \.isInUse)?.number ?? 0
    return statTiles(
      [
        StatTile(label: AccuracyStrings.agreed, value: percent(all)),
        StatTile(label: AccuracyStrings.decisions, value: String(all.decisions)),
        StatTile(
          label: AccuracyStrings.urgencySame, value: percent(urgency),
          note: AccuracyStrings.urgencyNote(higher: urgencies.higher, lower: urgencies.lower)),
        StatTile(label: AccuracyStrings.inUse, value: AccuracyStrings.versionShort(current)(l)),
      ], l)
  }

  private var categories: HTML {
    section("stack") {
      h2 { AccuracyStrings.byCategory(l) }
      p("hint") { AccuracyStrings.byCategoryLead(l) }
      let few = accuracy.categories.filter(\.share.isFew)
      if few.count < accuracy.categories.count {
        categoryTable(accuracy.categories.filter { !$0.share.isFew })
      } else {
        p("quiet") { AccuracyStrings.noneOften(l) }
      }
      if !few.isEmpty {
        dialogDetails(summary: AccuracyStrings.fewCategories(few.count), l) { categoryTable(few, isFew: true) }
      }
    }
  }

  /// Where there are few, the share is left out: it would say more than it knows.
  private func categoryTable(_ categories: [Accuracy.Category], isFew: Bool = false) -> HTML {
    let columns = [
      Column(title: AccuracyStrings.category), Column(title: AccuracyStrings.times, numeric: true),
      Column(title: AccuracyStrings.taken, numeric: true), Column(title: AccuracyStrings.share, numeric: true),
    ]
    return dataTable(
      caption: AccuracyStrings.byCategory, columns: isFew ? columns.dropLast() : columns,
      rows: categories.map { category in
        let figures: [HTML] = [.text(String(category.share.decisions)), .text(String(category.share.agreed))]
        return [name(category.label, nil)]
          + (isFew ? figures.map(grey) : figures + [.text(percent(category.share))])
      }, compact: true, l)
  }

  private var confusions: HTML {
    section("stack") {
      h2 { AccuracyStrings.confusions(l) }
      if accuracy.confusions.isEmpty {
        p("quiet") { AccuracyStrings.noConfusion(l) }
      } else {
        p("hint") { AccuracyStrings.confusionsLead(l) }
        dataTable(
          caption: AccuracyStrings.confusions,
          columns: [
            Column(title: AccuracyStrings.category, width: .text, card: .title),
            Column(title: AccuracyStrings.decided, width: .text),
            Column(title: AccuracyStrings.times, width: .number, numeric: true),
          ],
          rows: accuracy.confusions.prefix(Self.mostConfusions).map {
            [name($0.suggested, nil), name($0.decided, $0.matterClass), .text(String($0.count))]
          }, compact: true, cards: true, l)
      }
    }
  }

  private var calibration: HTML {
    section("stack") {
      h2 { AccuracyStrings.calibration(l) }
      p("hint") { AccuracyStrings.calibrationLead(l) }
      dataTable(
        caption: AccuracyStrings.calibration,
        columns: [
          Column(title: AccuracyStrings.claimed), Column(title: AccuracyStrings.times, numeric: true),
          Column(title: AccuracyStrings.taken, numeric: true), Column(title: AccuracyStrings.judgement),
        ],
        rows: accuracy.tenths.map { tenth in
          let cells: [HTML] = [
            .text(String(tenth.share.decisions)), .text(percent(tenth.share)), verdict(tenth),
          ]
          let claimed = HTML.text("\(tenth.tenth * 10)–\(tenth.tenth * 10 + 10)%")
          return [claimed] + cells.map { tenth.share.isFew ? grey($0) : $0 }
        }, compact: true, l)
    }
  }

  private func verdict(_ tenth: Accuracy.Tenth) -> HTML {
    guard !tenth.share.isFew, let percent = tenth.share.percent else { return .text(AccuracyStrings.tooFew(l)) }
    let difference = percent - tenth.said
    let (text, tone): (Text, Tone) =
      if abs(difference) <= Self.close { (AccuracyStrings.fits, .green) } else {
        difference < 0 ? (AccuracyStrings.tooBold, .amber) : (AccuracyStrings.tooShy, .neutral)
      }
    return stateChip(text, tone: tone, l)
  }

  private static let mostConfusions = 12
  /// Per cent that a claim may be off and still be called right.
  private static let close = 10

  var versions: HTML {
    section("stack") {
      h2 { AccuracyStrings.versions(l) }
      p("hint") { AccuracyStrings.versionsLead(l) }
      dataTable(
        caption: AccuracyStrings.versions,
        columns: [
          Column(title: AccuracyStrings.versionTitle, width: .name, card: .title),
          Column(title: AccuracyStrings.madeAt, width: .day),
          Column(title: AccuracyStrings.learntFrom, width: .number, numeric: true),
          Column(title: AccuracyStrings.test, width: .text), Column(title: AccuracyStrings.practice, width: .name),
          Column(title: AccuracyStrings.state, width: .name),
        ], rows: accuracy.versions.map(versionRow), compact: true, cards: true, l)
    }
  }

  private func versionRow(_ version: Accuracy.Version) -> [HTML] {
    let model = version.model
    let (state, tone): (Text, Tone) =
      if version.isInUse { (AccuracyStrings.current, .green) } else {
        model?.isTaken == false ? (AccuracyStrings.notTaken, .amber) : (AccuracyStrings.earlier, .neutral)
      }
    return [
      .text(AccuracyStrings.version(version.number)(l)), .text(model.map { $0.madeAt.day.spoken(l) } ?? "–"),
      .text(model.map { String($0.decisions) } ?? "–"),
      .text(model.map { AccuracyStrings.test(right: $0.right, of: $0.heldOut, before: $0.rightBefore)(l) } ?? "–"),
      .text(version.share.decisions == 0 ? "–" : "\(percent(version.share)) (\(version.share.decisions))"),
      stateChip(state, tone: tone, l),
    ]
  }

  private func percent(_ share: Accuracy.Share) -> String { share.percent.map { "\($0)%" } ?? "–" }

  private func grey(_ html: HTML) -> HTML { span("quiet") { html } }

  /// A leaf with its class and code, or a reason not to take something up.
  private func name(_ label: String, _ decided: MatterClass?) -> HTML {
    if let reason = ScopeReason(rawValue: label) { return notTakenUpMark(l) + .text(" " + reason.name(l)) }
    guard let duty = catalogue.duty(label) else { return .text(label.isEmpty ? AccuracyStrings.nothing(l) : label) }
    return classMark(decided ?? duty.matterClass, l) + .text(" " + duty.name(l) + " ")
      + span("reason-code") { label }
  }
}
