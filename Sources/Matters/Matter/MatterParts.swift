import Governance
import Markup
import Store
import Values
import Web

extension Request {
  // MARK: What people said

  func concernsSection(_ view: MatterView, _ village: String) -> HTML {
    let mayRead = may(.readConcerns)
    let contactReader = contactReader(of: view.matter, protected: view.protectedLeaves)
    return section("stack") {
      h2 { reader(MatterStrings.said) }
      p("quiet") { counts(view.matter) }
      if !mayRead { p("quiet") { reader(MatterStrings.noWords) } }
      if mayRead || contactReader != .anybody {
        ul("rows") {
          for line in view.lines {
            concernLine(line, view, village, mayRead: mayRead, showsContact: contactReader != .anybody)
          }
        }
      }
      if contactReader == .anybody, !view.protectedLeaves.isEmpty { p("hint") { reader(MatterStrings.protected) } }
      if contactReader.opensContacts, !view.contacts.isEmpty {
        openContacts(view.matter, village)
      }
    }
  }

  private func openContacts(_ matter: MatterRow, _ village: String) -> HTML {
    p("hint") { reader(MatterStrings.contactsLogged) }
      + postButton(
        action: Link.matterReporters(village, matter.id), MatterStrings.openContacts, reader: reader)
  }

  private func concernLine(
    _ line: MatterView.Line, _ view: MatterView, _ village: String, mayRead: Bool, showsContact: Bool
  ) -> HTML {
    let (l, concern) = (reader.language, line.concern)
    return li("row") {
      div("row-main") {
        if mayRead { concernWords(line) }
        ul("row-meta") {
          if showsContact { li { who(line, view) } }
          li { concern.reportedDay.spoken(l) }
          li { concern.channel.name(l) }
          if concern.stance == "support" { li { reader(MatterStrings.support) } }
          if concern.stance == "oppose" { li { reader(MatterStrings.oppose) } }
          if concern.state == .withdrawn { li { reader(MatterStrings.withdrawn) } }
          if mayRead { li { a(Link.concern(village, concern.id)) { concern.number } } }
        }
      }
    }
  }

  /// The sentences that belong here; the whole text opens beneath when there is more of it.
  private func concernWords(_ line: MatterView.Line) -> HTML {
    if line.part.isEmpty || line.part == line.concern.text { return p("concern-words") { line.concern.text } }
    return p("concern-words") { line.part }
      + dialogDetails(summary: MatterStrings.whole, reader.language) { p { line.concern.text } }
  }

  private func who(_ line: MatterView.Line, _ view: MatterView) -> String {
    if !line.concern.reportingUnit.isEmpty { return line.concern.reportingUnit }
    let contact = line.concern.person.flatMap { view.contacts[$0] }?.line ?? ""
    return contact.isEmpty ? reader(MatterStrings.anonymous) : contact
  }

  // MARK: Photos

  func photosSection(_ view: MatterView, _ village: String) -> HTML {
    guard may(.readConcerns), !view.photos.isEmpty else { return .empty }
    return section {
      h2 { reader(MatterStrings.photos) }
      gallery(
        view.photos.enumerated().map { index, photo in
          let href = Link.photo(village, photo.id)
          return Picture(href: href, thumbnail: href, alt: MatterStrings.photo(index + 1))
        }, reader.language)
    }
  }

  // MARK: Merged, family

  func membersSection(_ view: MatterView, _ village: String) -> HTML {
    guard !view.members.isEmpty else { return .empty }
    let l = reader.language
    return section {
      h2 { reader(MatterStrings.mergedHere) }
      ul("rows") {
        for member in view.members {
          li("row") {
            div("row-main") {
              a(Link.matter(village, member.matter.id), "row-link") { member.matter.title }
              ul("row-meta") {
                li { member.matter.number }
                li { MatterStrings.mergedOn(member.merging.at.day)(l) }
                if !member.merging.reason.isEmpty { li { member.merging.reason } }
              }
            }
            if may(.mergeMatters) {
              div("row-trailing") {
                undoButton(member.merging, village)
              }
            }
          }
        }
      }
    }
  }

  func undoButton(_ merging: MergingRow, _ village: String) -> HTML {
    postButton(
      action: Link.mergeUndoing(village, merging.kept, merging.id), MatterStrings.undo, key: Secrets.token(bits: 80),
      confirm: MatterStrings.undoAgain, reader: reader)
  }

  func familySection(_ view: MatterView, _ village: String) -> HTML {
    let l = reader.language
    if let family = view.family {
      return section {
        h2 { reader(FamilyStrings.family) }
        p {
          a(Link.family(village, family.id)) { reader(MatterStrings.inFamily(family.title)) }
        }
      }
    }
    guard !view.sameKind.isEmpty else { return .empty }
    return section("stack") {
      h2 { reader(FamilyStrings.suggestion) }
      rowList(
        view.sameKind.map { matterListRow($0, village: village, leaf: nil, reader) })
      if may(.manageFamilies) {
        actions { linkButton(choosingHref(view.matter, village), MatterListStrings.choose, l) }
      }
    }
  }

  /// The list of open matters of the same leaf, to tick those of one kind; this one is ticked.
  private func choosingHref(_ matter: MatterRow, _ village: String) -> String {
    Link.with(
      Link.matters(village),
      [
        ("class", matter.routing.matterClass.rawValue), ("leaf", matter.routing.leaf), ("choose", "1"),
        ("ids", matter.id.description),
      ])
  }
}
