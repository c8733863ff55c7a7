import Governance
import Markup
import Matters
import Store
import Values
import Web

struct AnnexJSON: Encodable, Sendable {
  let matter: ID<Matter>
  let number: String
  let items: [AnnexItemJSON]

  init(_ annex: Annex) {
    (matter, number, items) = (annex.matter.id, annex.matter.number, annex.lines.map(AnnexItemJSON.init))
  }

  private init(sample: AnnexItemJSON) { (matter, number, items) = (ID(1), "青山村-2026-0001", [sample]) }
  static let sample = AnnexJSON(sample: .sample)
}

struct AnnexItemJSON: Encodable, Sendable {
  let concern: ID<Concern>
  let number: String
  let date: Day
  let unit: String
  let name: String
  let phone: String
  let channel: String
  let sourceKind: String
  let stance: String

  init(_ line: AnnexLine) {
    (concern, number, date) = (line.concern, line.number, line.day)
    (unit, name, phone) = (line.unit, line.name, line.phone)
    (channel, sourceKind, stance) = (line.channel.rawValue, line.source.rawValue, line.stance)
  }

  static let sample = AnnexItemJSON(
    AnnexLine(
      concern: ID(1), number: "12345678", day: Day(number: 20_700), unit: "", name: "李**", phone: "138****0000",
      channel: .web, source: .resident, stance: ""))
}

let annexRoutes: [Route] = [
  .get(
    "/v/{village}/registers/{class}/annex/{matter}", needs: .can(.readAnnex), RegisterStrings.annex,
    gives: AnnexJSON.sample
  ) { request in
    let (key, matterClass, id) = (
      try request.village(), try request.registerClass(), try request.id("matter", as: Matter.self)
    )
    let view = request.maskedContacts()
    let annex = try await request.app.database.read { tx in
      try tx.annex(of: id, matterClass, in: key, as: view)
    }
    return try await request.answer(json: AnnexJSON(annex)) {
      request.annexPage(annex, matterClass, isShown: false)
    }
  },
  // A POST: each look is recorded, and no browser sends one ahead of the reader.
  .post(
    "/v/{village}/registers/{class}/annex/{matter}/contacts", needs: .can(.readAnnex), RegisterStrings.shownAnnex,
    gives: AnnexJSON.sample
  ) { request in
    let (key, matterClass, id) = (
      try request.village(), try request.registerClass(), try request.id("matter", as: Matter.self)
    )
    let view = try request.unmaskedContacts()
    let annex = try await request.app.write(by: request.actor) { w in
      try w.readAnnex(of: id, matterClass, in: key, as: view)
    }
    // The switches of the page lead back to the masked list.
    var here = request
    here.reader.path = Link.annex(request.place?.code ?? "", matterClass, id)
    return try await here.answer(json: AnnexJSON(annex)) { [here] in
      here.annexPage(annex, matterClass, isShown: true)
    }
  },
]

extension Request {
  fileprivate func annexPage(_ annex: Annex, _ matterClass: MatterClass, isShown: Bool) -> HTMLPage {
    let l = reader.language
    let village = place?.code ?? ""
    let title = RegisterStrings.annexTitle(annex.matter.number)
    return page(title, wide: true, current: Link.registers(village)) {
      breadcrumbs(
        [
          (Link.registers(village), RegisterStrings.registers),
          (Link.register(village, matterClass), RegisterStrings.classRegister(matterClass)),
        ], current: RegisterStrings.annex, l)
      pageTitle(
        title, lead: a(Link.matter(village, annex.matter.id)) { annex.matter.title },
        aside: .empty, l)
      if isShown {
        noticeBox(tone: .amber) { p { reader(RegisterStrings.annexLogged) } }
      } else if unmaskingReader() != nil, !annex.lines.isEmpty {
        actions {
          postButton(
            action: Link.annexContacts(village, matterClass, annex.matter.id), RegisterStrings.showContacts,
            reader: reader)
        }
      }
      if annex.lines.isEmpty {
        emptyState(
          RegisterStrings.nobody, action: (Link.register(village, matterClass), RegisterStrings.backToRegister), l)
      } else {
        dataTable(
          caption: title, columns: annexColumns,
          rows: annex.lines.enumerated().map { annexRow($0 + 1, $1) }, cards: true, l)
      }
      if annex.isCut { p("hint") { reader(RegisterStrings.firstReporters(annex.lines.count)) } }
    }
  }

  private var annexColumns: [Column] {
    [
      Column(title: RegisterStrings.order, width: .number, numeric: true, card: .stamp),
      Column(title: RegisterColumn.date.title, width: .day, card: .stamp),
      Column(title: RegisterStrings.name, width: .name, card: .title),
      Column(title: RegisterStrings.phone, width: .name),
      Column(title: RegisterStrings.unit, width: .name), Column(title: RegisterStrings.source),
      Column(title: RegisterStrings.channel), Column(title: RegisterStrings.stance),
      Column(title: RegisterStrings.concernNumber),
    ]
  }

  private func annexRow(_ order: Int, _ line: AnnexLine) -> [HTML] {
    let name = line.name.isEmpty && line.unit.isEmpty ? reader(RegisterStrings.anonymous) : line.name
    let stance =
      switch line.stance {
      case "support": reader(RegisterStrings.support)
      case "oppose": reader(RegisterStrings.oppose)
      default: ""
      }
    let number =
      may(.readConcerns)
      ? a(Link.concern(place?.code ?? "", line.concern)) { line.number } : HTML.text(line.number)
    return [
      .text(String(order)), .text(line.day.iso), .text(name), .text(line.phone), .text(line.unit),
      .text(reader(line.source.name)), .text(reader(line.channel.name)), .text(stance), number,
    ]
  }
}
