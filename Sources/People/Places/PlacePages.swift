import Governance
import Markup
import Store
import Values
import Web

/// A county, town or village for its administrator: what lies below, who holds roles, forms to add and change.
func placePage(
  _ request: Request, _ administered: PlaceInfo, _ view: PlaceView, errors: FieldErrors? = nil, changes: Bool = false
) -> HTMLPage {
  let l = request.reader.language
  let isTop = view.place.id == administered.id
  let page = PlacePage(request: request, administered: administered, view: view)
  return request.page(view.place.name, wide: true, current: Link.admin(administered.code)) {
    if !isTop { page.crumbs }
    pageTitle(view.place.name, lead: .text(page.lead), aside: isTop ? adminLinks(administered.code, l) : .empty, l)
    page.children
    if view.place.closedAt == nil, !view.place.level.below.isEmpty { page.additions(changes ? nil : errors) }
    page.holders
    page.change(changes ? errors : nil)
  }
}

/// The ways between the administrator's pages of a place.
func adminLinks(_ code: String, _ l: Language) -> HTML {
  actions {
    linkButton(Link.admin(code), PlaceStrings.places, l)
    linkButton(Link.adminAccounts(code), PlaceStrings.accounts, l)
    linkButton(Link.adminImport(code), PlaceStrings.importPeople, l)
  }
}

private struct PlacePage {
  let request: Request
  let administered: PlaceInfo
  let view: PlaceView

  var reader: Reader { request.reader }
  var l: Language { reader.language }
  var place: PlaceRow { view.place }

  var lead: String {
    let parts = [
      place.level.name(l), place.code, place.closedAt == nil ? "" : PlaceStrings.closed(l), place.phone, place.address,
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: " · ")
  }

  var crumbs: HTML {
    var steps = [(Link.admin(administered.code), administered.name)]
    if let above = view.above, above.id != administered.id {
      steps.append((Link.adminPlace(administered.code, above.code), above.name))
    }
    return breadcrumbs(steps, current: place.name, l)
  }

  @HTMLBuilder var children: HTML {
    if !place.level.below.isEmpty {
      if view.children.items.isEmpty {
        emptyState(PlaceStrings.none, l)
      } else {
        dataTable(
          caption: PlaceStrings.places,
          columns: [
            Column(title: PlaceStrings.name, width: .name, card: .title), Column(title: PlaceStrings.code),
            Column(title: PlaceStrings.level), Column(title: PlaceStrings.phone), Column(title: PlaceStrings.state),
          ],
          rows: view.children.items.map { child in
            [
              a(Link.adminPlace(administered.code, child.code)) { child.name(l) }, .text(child.code),
              .text(child.level.name(l)), .text(child.phone),
              stateChip(
                child.closedAt == nil ? PlaceStrings.open : PlaceStrings.closed,
                tone: child.closedAt == nil ? .green : .neutral, l),
            ]
          }, cards: true, l)
        pager(
          nextHref: view.children.next.map { Link.adminPlace(administered.code, place.code) + "?after=\($0)" },
          firstHref: request.query["after"].isEmpty ? nil : Link.adminPlace(administered.code, place.code), l)
      }
    }
  }

  @HTMLBuilder func additions(_ errors: FieldErrors?) -> HTML {
    let isList = request.path.hasSuffix("/place-list")
    dialogDetails(summary: PlaceStrings.addOne, open: errors != nil && !isList, l) {
      addForm(isList ? nil : errors)
    }
    dialogDetails(summary: PlaceStrings.addMany, open: errors != nil && isList, l) {
      form(
        action: Link.adminPlaceList(administered.code), reader: reader, multipart: true, key: Secrets.token(bits: 80),
        errors: isList ? errors : nil
      ) {
        hiddenField("parent", place.code)
        listFields(
          request, label: PlaceStrings.lines, hint: PlaceStrings.linesHint, errors: isList ? errors : nil)
        actions { submitButton(PlaceStrings.add, l) }
      }
    }
  }

  private func addForm(_ errors: FieldErrors?) -> HTML {
    let below = place.level.below
    let typed = errors == nil ? Form() : request.form
    return form(
      action: Link.adminPlaces(administered.code), reader: reader, key: Secrets.token(bits: 80), errors: errors
    ) {
      hiddenField("parent", place.code)
      if below.count > 1 {
        radioCards(
          name: "level", label: PlaceStrings.level, options: below.map { ($0.rawValue, $0.name, nil) },
          selected: typed["level"].isEmpty ? below.first?.rawValue : typed["level"], errors: errors, required: true,
          reader: reader)
      }
      textField(
        name: "code", label: PlaceStrings.code, value: typed["code"], hint: PlaceStrings.codeHint, errors: errors,
        required: true, maxlength: 15, reader: reader)
      detailFields(typed, errors)
      actions { submitButton(PlaceStrings.add, l) }
    }
  }

  @HTMLBuilder private func detailFields(_ typed: Form, _ errors: FieldErrors?) -> HTML {
    textField(
      name: "name_zh", label: PlaceStrings.nameZh, value: typed["name_zh"], errors: errors, required: true,
      maxlength: 60, reader: reader)
    textField(
      name: "name_en", label: PlaceStrings.nameEn, value: typed["name_en"], errors: errors, maxlength: 80,
      reader: reader)
    textField(
      name: "phone", label: PlaceStrings.phone, value: typed["phone"], errors: errors, type: "tel", reader: reader)
    textField(
      name: "address", label: PlaceStrings.address, value: typed["address"], errors: errors, maxlength: 120,
      reader: reader)
  }

  var holders: HTML {
    section {
      h2 { PlaceStrings.holders(l) }
      if view.holders.isEmpty {
        p { PlaceStrings.noHolders(l) }
      } else {
        ul("names") {
          for holder in view.holders {
            li { holder.account.name + " · " + holder.membership.role.name(l) }
          }
        }
      }
    }
  }

  @HTMLBuilder func change(_ errors: FieldErrors?) -> HTML {
    let stored = Form(fields: [
      "name_zh": [place.nameZh], "name_en": [place.nameEn], "phone": [place.phone], "address": [place.address],
    ])
    dialogDetails(summary: PlaceStrings.change, open: errors != nil, l) {
      form(
        action: Link.editPlace(administered.code, place.code), reader: reader, key: Secrets.token(bits: 80),
        errors: errors
      ) {
        detailFields(errors == nil ? stored : request.form, errors)
        actions { submitButton(PlaceStrings.save, l) }
      }
    }
    if place.closedAt == nil, place.id != administered.id {
      postButton(
        action: Link.closePlace(administered.code, place.code), PlaceStrings.close, tone: .danger,
        confirm: PlaceStrings.closeAgain, reader: reader)
    }
  }
}

/// A field for pasted lines and one for a file; after an error the file's text stands in the lines.
@HTMLBuilder func listFields(_ request: Request, label: Text, hint: Text, errors: FieldErrors?) -> HTML {
  let typed = (try? request.pastedLines()) ?? request.form["lines"]
  textArea(
    name: "lines", label: label, value: typed, hint: hint, errors: errors, rows: 8, required: true,
    reader: request.reader)
  fileField(
    name: "file", label: PlaceStrings.file, hint: PlaceStrings.fileHint, errors: errors, accept: ".txt,.csv,.tsv",
    reader: request.reader)
}
