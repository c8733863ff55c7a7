import Governance
import Markup
import Matters
import Mechanism
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
      otherRegisters(content)
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
    let name = content.backdrop.keeper?.name ?? reader(RegisterStrings.noKeeper)
    return .text(reader(RegisterStrings.kept(by: name)))
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

  private func otherRegisters(_ content: RegisterContent) -> HTML {
    actions {
      for other in MatterClass.allCases where other != content.matterClass {
        a(Link.register(content.village, other), "button plain") { classMark(other, reader.language) }
      }
    }
  }

  /// Where contact data are shown: that it is on record, and the ways on with them. Elsewhere the button that shows them.
  private func contactNotice(_ content: RegisterContent) -> HTML {
    guard unmaskingReader() != nil, !content.page.lines.isEmpty else { return .empty }
    let l = reader.language
    let here = content.view.query(after: content.after)
    guard content.words.contacts.isShown else {
      return actions {
        postButton(
          action: Link.registerContacts(content.village, content.matterClass) + here, RegisterStrings.showContacts,
          reader: reader)
      }
    }
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
      return emptyState(RegisterStrings.nothingFound, action: (content.address, RegisterStrings.clear), l)
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
