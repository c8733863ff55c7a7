import Governance
import Markup
import Matters
import Mechanism
import TriageEngine
import Values
import Web

/// What a page of a register shows.
struct RegisterContent: Sendable {
  let matterClass: MatterClass
  let view: RegisterView
  let page: RegisterPage
  let backdrop: RegisterBackdrop
  let words: RegisterWords
  /// What of the filter could not be taken.
  let errors: FieldErrors
  /// The key this page begins after; nil for the first.
  let after: ID<Matter>?

  var village: String { backdrop.village.code }
  var address: String { Link.register(village, matterClass) }
}

extension Request {
  func registerPage(_ content: RegisterContent) -> HTMLPage {
    let l = reader.language
    let title = RegisterStrings.classRegister(content.matterClass)
    return page(title, wide: true, current: Link.registers(content.village)) {
      breadcrumbs([(Link.registers(content.village), RegisterStrings.registers)], current: title, l)
      pageTitle(title, lead: keeperLine(content), aside: tools(content), l)
      registerBar(content)
      if !content.errors.isEmpty { errorSummary(content.errors, l) }
      registerFilter(content)
      contactNotice(content)
      if content.page.lines.isEmpty {
        nothing(content)
      } else {
        registerTable(content)
      }
      registerPager(content)
    }
  }

  private func keeperLine(_ content: RegisterContent) -> HTML {
    keeperWords(content.backdrop.keeper?.name, village: content.village)
  }

  /// Who keeps the registers, and for who may name somebody the way there.
  func keeperWords(_ name: String?, village: String) -> HTML {
    let words = HTML.text(reader(RegisterStrings.kept(by: name ?? reader(RegisterStrings.noKeeper))))
    guard may(.nameKeeper) else { return words }
    return words + " · "
      + a(Link.keeper(village)) { reader(name == nil ? KeeperStrings.naming : KeeperStrings.change) }
  }

  private func tools(_ content: RegisterContent) -> HTML {
    let l = reader.language
    let query = content.view.query()
    return actions {
      linkButton(
        Link.registerPrint(content.village, content.matterClass) + query, RegisterStrings.print, icon: .print, l)
      if may(.exportRegister) {
        linkButton(
          Link.registerFile(content.village, content.matterClass, .xlsx) + query, RegisterStrings.asExcel, icon: .file,
          l)
        linkButton(Link.registerFile(content.village, content.matterClass, .csv) + query, RegisterStrings.asCSV, l)
      }
    }
  }

  /// The three registers side by side, and at the right the button that shows the contacts.
  private func registerBar(_ content: RegisterContent) -> HTML {
    div("register-bar") {
      ul("segments") {
        for one in MatterClass.allCases {
          li {
            a(
              Link.register(content.village, one), "segment",
              one == content.matterClass ? ["aria-current": "page"] : [:]
            ) { classMark(one, reader.language) }
          }
        }
      }
      contactButton(content)
    }
  }

  private func contactButton(_ content: RegisterContent) -> HTML {
    guard unmaskingReader() != nil, !content.page.lines.isEmpty, !content.words.contacts.isShown else { return .empty }
    return postButton(
      action: Link.registerContacts(content.village, content.matterClass) + content.view.query(after: content.after),
      RegisterStrings.showContacts, reader: reader)
  }

  /// Where contact data are shown: that it is on record, and the ways on with them.
  private func contactNotice(_ content: RegisterContent) -> HTML {
    guard unmaskingReader() != nil, !content.page.lines.isEmpty, content.words.contacts.isShown else { return .empty }
    let l = reader.language
    let here = content.view.query(after: content.after)
    let query = content.view.query(contacts: true)
    return noticeBox(tone: .amber) {
      p { reader(RegisterStrings.contactsShown) }
      actions {
        linkButton(content.address + here, RegisterStrings.hideContacts, l)
        linkButton(
          Link.registerPrint(content.village, content.matterClass) + query, withContacts(RegisterStrings.print),
          icon: .print, l)
        if may(.exportRegister) {
          linkButton(
            Link.registerFile(content.village, content.matterClass, .xlsx) + query,
            withContacts(RegisterStrings.asExcel), icon: .file, l)
        }
      }
    }
  }

  private func withContacts(_ verb: Text) -> Text {
    let with = RegisterStrings.withContacts
    return Text(zh: "\(verb.zh)(\(with.zh))", en: "\(verb.en) \(with.en)")
  }

  private func nothing(_ content: RegisterContent) -> HTML {
    let l = reader.language
    guard content.view.filter.isEmpty, content.errors.isEmpty, content.after == nil else {
      let isTooShort = SearchTokens.isTooShort(content.view.filter.text)
      return emptyState(
        isTooShort ? WebStrings.searchTooShort : RegisterStrings.nothingFound,
        action: (content.address, RegisterStrings.clear), l)
    }
    let next = may(.readConcerns) ? (Link.concerns(content.village), RegisterStrings.seeConcerns) : nil
    return emptyState(RegisterStrings.empty, action: next, l)
  }

  private func registerPager(_ content: RegisterContent) -> HTML {
    pager(
      nextHref: content.page.next.map { content.address + content.view.query(after: $0) },
      firstHref: content.after == nil ? nil : content.address + content.view.query(), reader.language)
  }
}
