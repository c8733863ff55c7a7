import Governance
import Markup
import Values
import Web

/// The numbers that everybody should know.
private let emergencyNumbers = [
  EmergencyNumber(number: "110", name: PublicStrings.police), EmergencyNumber(number: "119", name: PublicStrings.fire),
  EmergencyNumber(number: "120", name: PublicStrings.ambulance),
]

extension Request {
  /// Report first; then whom to call; then how far things are.
  func villagePage(_ view: VillageView) -> HTMLPage {
    let (l, name) = (reader.language, place?.name ?? Text(same: ""))
    return plainPage(name) {
      pageTitle(name, lead: .text(view.contact.town(l)), l)
      div("actions doors") {
        linkButton(Link.report(placeCode), PublicStrings.report, tone: .primary, icon: .plus, l)
        linkButton(Link.lookup, PublicStrings.lookup, icon: .search, l)
      }
      contactFacts(view.contact)
      emergencyBox(numbers: emergencyNumbers, l)
      h2 { PublicStrings.released(l) }
      p("quiet") { PublicStrings.releasedLead(l) }
      openSearchForm("")
      for matterClass in openClasses { classSection(matterClass, view.latest[matterClass] ?? []) }
      countSection(view)
      footSection(view)
    }
  }

  private func contactFacts(_ contact: VillageContact) -> HTML {
    let facts: [(Text, HTML)] = [
      (PublicStrings.address, .text(contact.address)),
      (
        PublicStrings.phone,
        contact.phone.isEmpty ? .empty : phoneLink(contact.phone)
      ),
    ]
    let known = facts.filter { !$0.1.isEmpty }
    return known.isEmpty ? .empty : definitionList(known, reader.language)
  }

  private func classSection(_ matterClass: MatterClass, _ matters: [OpenMatter]) -> HTML {
    let l = reader.language
    return section("stack") {
      h3 { classMark(matterClass, l) }
      p("quiet") { matterClass.meaning(l) }
      if matters.isEmpty {
        p("quiet") { PublicStrings.nothingReleased(l) }
      } else {
        openRows(matters, showsClass: false)
        p { a(Link.open(placeCode, matterClass)) { PublicStrings.all(matterClass)(l) } }
      }
    }
  }

  private func countSection(_ view: VillageView) -> HTML {
    let l = reader.language
    let columns = [
      Column(title: PublicStrings.kind), Column(title: PublicStrings.open, width: .number, numeric: true),
      Column(title: PublicStrings.closed, width: .number, numeric: true),
    ]
    let rows = view.counts.map { count -> [HTML] in
      [classMark(count.class, l), .text(count.open), .text(count.closed)]
    }
    return section("stack") {
      h2 { PublicStrings.counts(l) }
      dataTable(caption: PublicStrings.countsByList, columns: columns, rows: rows, l)
      p("hint") { PublicStrings.countsNote(l) }
      dialogDetails(summary: PublicStrings.hidden, l) {
        p("hint") { PublicStrings.hiddenNote(l) }
        dataTable(
          caption: PublicStrings.hidden,
          columns: [
            Column(title: PublicStrings.hiddenKind), Column(title: PublicStrings.count, width: .number, numeric: true),
          ], rows: view.hidden.map { [.text($0.kind(l)), .text($0.count)] }, l)
      }
    }
  }

  /// For those who want to follow or to check.
  private func footSection(_ view: VillageView) -> HTML {
    let l = reader.language
    return section("stack") {
      dialogDetails(summary: PublicStrings.forTheCurious, l) {
        p("hint") { PublicStrings.feeds(l) }
        ul("quiet-links") {
          li { a(Link.rssFeed(placeCode)) { "RSS" } }
          li { a(Link.jsonFeed(placeCode)) { "JSON Feed" } }
        }
        if let head = view.head {
          p("hint") {
            PublicStrings.recordCheck(after: head.seq)(l)
            element("code") { head.hash }
          }
          ul("quiet-links") { li { a(Link.records) { PublicStrings.whatIsRecordCheck(l) } } }
        }
      }
      if may(.editVillage) { p("hint") { a(Link.villageSettings(placeCode)) { PublicStrings.settings(l) } } }
    }
  }
}
