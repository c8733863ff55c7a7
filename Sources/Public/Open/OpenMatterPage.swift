import Governance
import Markup
import Store
import Values
import Web

extension Request {
  /// One released matter: what it is, how far it is, who is responsible.
  func openMatterPage(_ view: OpenMatterView) -> HTMLPage {
    let (l, matter) = (reader.language, view.matter)
    let name = place?.name ?? Text(same: "")
    let list = (href: Link.open(placeCode, matter.matterClass), text: matter.matterClass.name)
    return plainPage(Text(same: matter.title)) {
      breadcrumbs([(Link.village(placeCode), name), list], l)
      pageTitle(Text(same: matter.title), lead: classMark(matter.matterClass, l), l)
      noticeBox(tone: matter.state.publicTone) { p { strong { matter.state.publicWords(l) } } }
      if !matter.reply.isEmpty { replySection(matter.reply) }
      definitionList(facts(view), l)
      if matter.canBeJoined { joinSection(matter) }
      if !view.photos.isEmpty { photoSection(view.photos) }
      stepSection(view)
      p("quiet") { a(Link.report(placeCode)) { PublicStrings.objection(l) } }
    }
  }

  private func facts(_ view: OpenMatterView) -> [(Text, HTML)] {
    let (l, matter) = (reader.language, view.matter)
    var people = PublicStrings.count(of: matter.reporters)(l)
    if matter.joins > 0 { people += (l == .zh ? "，" : ", ") + PublicStrings.joined(matter.joins)(l) }
    let facts: [(Text, HTML)] = [
      (PublicStrings.who, .text(PublicStrings.who(matter.lead, matter.coHandlers)(l))),
      (PublicStrings.place, .text(matter.place)),
      (PublicStrings.category, view.category.map { .text($0(l)) } ?? .empty),
      (PublicStrings.reporters, matter.reporters + matter.joins > 0 ? .text(people) : .empty),
      (PublicStrings.firstReported, .text(matter.openedAt.day.spoken(in: now.day.year)(l))),
      (PublicStrings.basis, view.basis.map { .text($0(l)) } ?? .empty),
    ]
    return facts.filter { !$0.1.isEmpty }
  }

  private func replySection(_ reply: String) -> HTML {
    section("card") {
      h2 { reader(PublicStrings.reply) }
      for line in reply.split(separator: "\n") { p { String(line) } }
    }
  }

  private func joinSection(_ matter: OpenMatter) -> HTML {
    section {
      p("hint") { reader(PublicStrings.meTooHint) }
      postButton(
        action: Link.joins(placeCode, matter.id), PublicStrings.meToo, tone: .primary, key: Secrets.token(bits: 80),
        reader: reader)
    }
  }

  private func photoSection(_ photos: [Int64]) -> HTML {
    section {
      h2 { reader(PublicStrings.photos) }
      gallery(
        photos.enumerated().map { index, photo in
          let href = Link.publicPhoto(photo)
          return Picture(href: href, thumbnail: href, alt: PublicStrings.photo(index + 1))
        }, reader.language)
    }
  }

  private func stepSection(_ view: OpenMatterView) -> HTML {
    let l = reader.language
    return section {
      h2 { PublicStrings.steps(l) }
      ol("timeline") {
        for moment in view.moments {
          li("moment") {
            p("moment-what") { moment.text(l) }
            p("moment-meta") { moment.day.spoken(in: now.day.year)(l) }
          }
        }
      }
    }
  }
}
