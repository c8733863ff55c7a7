import Governance
import Markup
import People
import Store
import Values
import Web

/// Sealed concerns (codebook §2): the town's discipline reader alone sees them; no other list, count or search does.
package func sealedRoutes() -> [Route] {
  [
    .get(
      "/t/{town}/sealed", needs: .can(.readSealed), SealedStrings.summary,
      takes: [Parameter("after", WebStrings.nextPage)], gives: Page(items: [ConcernJSON.sample], next: "1234567890123")
    ) { request in
      let (page, villages) = try await request.sealedPage()
      return try await request.answer(json: Page(items: page.items.map(ConcernJSON.init), next: page.next)) {
        request.sealedListPage(page, villages)
      }
    },
    .get(
      "/t/{town}/sealed/{concern}", needs: .can(.readSealed), SealedStrings.oneSummary, gives: ConcernDetailJSON.sample
    ) { request in
      let (file, village) = try await request.sealedFile()
      return try await request.answer(version: file.concern.version, json: ConcernDetailJSON(file, nil)) {
        request.sealedConcernPage(file, village, errors: nil)
      }
    },
    .get(
      "/t/{town}/sealed/{concern}/photos/{photo}", needs: .can(.readSealed), SealedStrings.photoSummary, mount: .page
    ) { try await $0.sealedPhoto() },
    .post(
      "/t/{town}/sealed/{concern}/notes", needs: .can(.readSealed), SealedStrings.noteSummary,
      takes: [Parameter("text", SealedStrings.note, required: true), Parameter("tell", SealedStrings.tell)],
      gives: DoneJSON(),
      rejected: { request, errors in
        let (file, village) = try await request.sealedFile()
        return request.sealedConcernPage(file, village, errors: errors)
      }
    ) { try await $0.sealedNote() },
  ]
}

extension Transaction {
  /// A sealed concern of a town; `NotFound` for any other.
  func sealedConcern(_ id: ID<Concern>, town: ID<Place>) throws -> ConcernRow {
    guard let row = try row("SELECT * FROM concern WHERE town = \(town) AND sealed = 1 AND id = \(id)") else {
      throw NotFound()
    }
    return try ConcernRow(row)
  }
}

extension Request {
  private var townCode: String { parameters["town"] ?? "" }

  fileprivate func sealedPage() async throws -> (Page<ConcernRow>, [ID<Place>: Text]) {
    let (town, limit) = (try town(), limit())
    let after: ID<Concern>? = after()
    return try await app.database.read { tx in
      let rows = try tx.sealedConcerns(town: town, before: after, limit: limit + 1)
      let names = try Set(rows.map(\.key.village)).map { ($0, try tx.place($0)?.name ?? Text(same: "")) }
      return (
        Page(rows, limit: limit) { $0.id.description },
        Dictionary(names, uniquingKeysWith: { first, _ in first })
      )
    }
  }

  fileprivate func sealedFile() async throws -> (ConcernFile, Text) {
    let (id, town): (ID<Concern>, ID<Place>) = (try id("concern"), try town())
    return try await app.database.read { tx in
      let concern = try tx.sealedConcern(id, town: town)
      let village = try tx.place(concern.key.village)?.name ?? Text(same: "")
      return (try tx.concernFile(of: concern, withQueue: false), village)
    }
  }

  fileprivate func sealedPhoto() async throws -> Answer {
    let (id, town): (ID<Concern>, ID<Place>) = (try id("concern"), try town())
    let photo: ID<StoredFile> = try self.id("photo")
    let file = try await app.database.read { tx in
      let concern = try tx.sealedConcern(id, town: town)
      return try tx.photos(concern: id, in: concern.key).first { $0.id == photo.value }?.file
    }
    guard let bytes = file.flatMap(app.files.get) else { throw NotFound() }
    return .bytes(bytes, type: "image/jpeg", name: nil, cache: false)
  }

  fileprivate func sealedNote() async throws -> Answer {
    let (id, town): (ID<Concern>, ID<Place>) = (try id("concern"), try town())
    var errors = FieldErrors()
    let text = form.required("text", max: 2000, &errors)
    guard errors.isEmpty, let text else { throw errors }
    let (tells, location) = (form.isOn("tell"), Link.sealed(townCode, id))
    return try await write { w in
      let concern = try w.tx.sealedConcern(id, town: town)
      try w.add(text, to: concern, kind: "added")
      if tells { try w.tell(id, town: town, village: concern.key.village, key: "sealedNote", Text(same: text)) }
      return Outcome(location, json: DoneJSON(), created: true)
    }
  }

  fileprivate func sealedListPage(_ page: Page<ConcernRow>, _ villages: [ID<Place>: Text]) -> HTMLPage {
    let l = reader.language
    return self.page(SealedStrings.title, current: Link.sealed(townCode)) {
      pageTitle(SealedStrings.title, lead: .text(SealedStrings.lead(l)), l)
      if page.items.isEmpty {
        emptyState(SealedStrings.none, l)
      } else {
        rowList(
          page.items.map {
            concernListRow(
              $0, href: Link.sealed(townCode, $0.id), village: villages[$0.key.village], reader)
          })
      }
      pager(
        nextHref: page.next.map { Link.with(Link.sealed(townCode), [("after", $0)]) },
        firstHref: query["after"].isEmpty ? nil : Link.sealed(townCode), l)
    }
  }

  fileprivate func sealedConcernPage(_ file: ConcernFile, _ village: Text, errors: FieldErrors?) -> HTMLPage {
    let l = reader.language
    let facts = SealedFacts(file: file, village: village, town: townCode, l: l)
    return page(Text(same: file.concern.number), current: Link.sealed(townCode)) {
      breadcrumbs([(Link.sealed(townCode), SealedStrings.title)], current: Text(same: file.concern.number), l)
      pageTitle(
        Text(same: file.concern.firstWords(30)), lead: .text(SealedStrings.lead(l)), aside: file.concern.chip(l), l)
      facts.html
      section {
        h2 { SealedStrings.note(l) }
        Web.form(
          action: Link.sealedNotes(townCode, file.concern.id), reader: reader, key: Secrets.token(bits: 80),
          errors: errors
        ) {
          textArea(
            name: "text", label: SealedStrings.noteWords, value: form["text"], hint: SealedStrings.noteHint,
            errors: errors, rows: 3, required: true, maxlength: 2000, reader: reader)
          checkbox(
            name: "tell", label: SealedStrings.tell, checked: form.isOn("tell"), hint: SealedStrings.tellHint,
            reader: reader)
          actions { submitButton(SealedStrings.save, l) }
        }
      }
    }
  }
}

/// What is shown of a sealed concern; its photos have an address of their own.
private struct SealedFacts {
  let file: ConcernFile
  let village: Text
  let town: String
  let l: Language

  var html: HTML {
    let facts = ConcernFacts(file: file, found: [], shown: nil, contactForm: .empty, village: "", l: l)
    let id = file.concern.id
    return section { p("said") { file.concern.text } }
      + (file.photos.isEmpty
        ? .empty
        : gallery(
          file.photos.map {
            let address = Link.sealedPhoto(town, id, $0.id)
            return Picture(href: address, thumbnail: address, alt: ConcernStrings.photo)
          }, l)) + definitionList([(SealedStrings.village, .text(village(l)))], l) + facts.facts + facts.later
      + facts.told + facts.history
  }
}
