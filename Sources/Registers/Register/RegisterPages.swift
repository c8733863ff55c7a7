import Documents
import Governance
import Markup
import Matters
import Mechanism
import Store
import TriageEngine
import Values
import Web

/// What of a register is asked for, and by whom.
struct RegisterAsk: Sendable {
  let selection: RegisterSelection
  let view: RegisterView
  let contacts: RegisterContacts
  let language: Language
  /// What of the filter could not be taken; no rows are shown then.
  let errors: FieldErrors
  /// The key this page begins after; nil for the first.
  let after: ID<Matter>?
  let limit: Int
  let day: Day
  /// The code of the village.
  let village: String

  var matterClass: MatterClass { selection.matterClass }
  var address: String { Link.register(village, matterClass) }
}

/// What was read for it.
struct RegisterRows: Sendable {
  let page: RegisterPage
  let backdrop: RegisterBackdrop
}

/// What a page of a register shows.
struct RegisterContent: Sendable {
  let ask: RegisterAsk
  let page: RegisterPage
  let backdrop: RegisterBackdrop
  let words: RegisterWords

  init(_ ask: RegisterAsk, _ rows: RegisterRows) {
    (self.ask, page, backdrop) = (ask, rows.page, rows.backdrop)
    words = RegisterWords(rows.backdrop, ask.contacts, ask.language)
  }

  var view: RegisterView { ask.view }
  var errors: FieldErrors { ask.errors }
  var matterClass: MatterClass { ask.matterClass }
  var village: String { ask.village }
  var address: String { ask.address }
}

/// The part of the page that is the same for everybody who sees the same rows.
struct RegisterBody: Keepable {
  let filter: HTML
  let rows: HTML
  let isEmpty: Bool
  let next: ID<Matter>?
  let keeper: String?

  var byteCount: Int { filter.bytes.count + rows.bytes.count }
}

extension Transaction {
  func registerRows(_ ask: RegisterAsk, _ catalogues: Catalogues) throws -> RegisterRows {
    RegisterRows(
      page: ask.errors.isEmpty ? try registerPage(ask.selection, after: ask.after, limit: ask.limit) : RegisterPage(),
      backdrop: try registerBackdrop(ask.selection.key, on: ask.day, catalogues))
  }
}

extension Request {
  func registerBody(_ content: RegisterContent) -> RegisterBody {
    let lines = content.page.lines
    return RegisterBody(
      filter: registerFilter(content), rows: lines.isEmpty ? nothing(content) : registerTable(content),
      isEmpty: lines.isEmpty, next: content.page.next, keeper: content.backdrop.keeper?.name)
  }

  func registerPage(_ ask: RegisterAsk, _ body: RegisterBody) -> HTMLPage {
    let l = reader.language
    let title = RegisterStrings.classRegister(ask.matterClass)
    return page(title, wide: true, current: Link.registers(ask.village)) {
      breadcrumbs([(Link.registers(ask.village), RegisterStrings.registers)], current: title, l)
      pageTitle(title, lead: keeperWords(body.keeper, village: ask.village), aside: tools(ask), l)
      registerBar(ask, body)
      if !ask.errors.isEmpty { errorSummary(ask.errors, l) }
      body.filter
      contactNotice(ask, body)
      body.rows
      pager(
        nextHref: body.next.map { ask.address + ask.view.query(after: $0) },
        firstHref: ask.after == nil ? nil : ask.address + ask.view.query(), l)
    }
  }

  /// Who keeps the registers, and for who may name somebody the way there.
  func keeperWords(_ name: String?, village: String) -> HTML {
    let words = HTML.text(reader(RegisterStrings.kept(by: name ?? reader(RegisterStrings.noKeeper))))
    guard may(.nameKeeper) else { return words }
    return words + " · "
      + a(Link.keeper(village)) { reader(name == nil ? KeeperStrings.naming : KeeperStrings.change) }
  }

  private func tools(_ ask: RegisterAsk) -> HTML {
    let l = reader.language
    let query = ask.view.query()
    return actions {
      linkButton(
        Link.registerPrint(ask.village, ask.matterClass) + query, RegisterStrings.print, icon: .print, l)
      if may(.exportRegister) {
        tableButtons(l) { Link.registerFile(ask.village, ask.matterClass, $0) + query }
      }
    }
  }

  /// The three registers side by side, and at the right the button that shows the contacts.
  private func registerBar(_ ask: RegisterAsk, _ body: RegisterBody) -> HTML {
    div("register-bar") {
      ul("segments") {
        for one in MatterClass.allCases {
          li {
            a(
              Link.register(ask.village, one), "segment",
              one == ask.matterClass ? ["aria-current": "page"] : [:]
            ) { classMark(one, reader.language) }
          }
        }
      }
      contactButton(ask, body)
    }
  }

  private func contactButton(_ ask: RegisterAsk, _ body: RegisterBody) -> HTML {
    guard unmaskingReader() != nil, !body.isEmpty, !ask.contacts.isShown else { return .empty }
    return postButton(
      action: Link.registerContacts(ask.village, ask.matterClass) + ask.view.query(after: ask.after),
      RegisterStrings.showContacts, reader: reader)
  }

  /// Where contact data are shown: that it is on record, and the ways on with them.
  private func contactNotice(_ ask: RegisterAsk, _ body: RegisterBody) -> HTML {
    guard unmaskingReader() != nil, !body.isEmpty, ask.contacts.isShown else { return .empty }
    let l = reader.language
    let here = ask.view.query(after: ask.after)
    let query = ask.view.query()
    return noticeBox(tone: .amber) {
      p { reader(RegisterStrings.contactsShown) }
      actions {
        linkButton(ask.address + here, RegisterStrings.hideContacts, l)
        postButton(
          action: Link.registerPrintContacts(ask.village, ask.matterClass) + query,
          RegisterStrings.withContacts(RegisterStrings.print), reader: reader)
        if may(.exportRegister) {
          for format in TableFormat.allCases {
            postButton(
              action: Link.registerFileContacts(ask.village, ask.matterClass, format) + query,
              RegisterStrings.withContacts(format.download), reader: reader)
          }
        }
      }
    }
  }

  private func nothing(_ content: RegisterContent) -> HTML {
    let l = reader.language
    guard content.view.filter.isEmpty, content.errors.isEmpty, content.ask.after == nil else {
      let isTooShort = SearchTokens.isTooShort(content.view.filter.text)
      return emptyState(
        isTooShort ? WebStrings.searchTooShort : RegisterStrings.nothingFound,
        action: (content.address, RegisterStrings.clear), l)
    }
    let next = may(.readConcerns) ? (Link.concerns(content.village), RegisterStrings.seeConcerns) : nil
    return emptyState(RegisterStrings.empty, action: next, l)
  }
}
