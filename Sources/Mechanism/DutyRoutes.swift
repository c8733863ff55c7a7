import Governance
import Store
import Values
import Web

/// A catalogue in JSON.
struct CatalogueJSON: Encodable, Sendable {
  let day: Day
  let tops: [DutyTop]
  let leaves: [DutyJSON]
  /// Versions that begin later, the next first.
  let upcoming: [DutyJSON]

  static let sample = CatalogueJSON(
    day: Day(number: 20_000),
    tops: [DutyTop(code: "GM09", name: Text(zh: "基础设施管理", en: "Infrastructure"), matterClass: .government)],
    leaves: [.sample], upcoming: [])
}

/// A leaf in JSON with its versions and its difference from the shipped one.
struct DutyDetailJSON: Encodable, Sendable {
  struct Version: Encodable, Sendable {
    let duty: DutyJSON
    let reason: String
    let madeAt: Instant
  }
  let duty: DutyJSON
  let versions: [Version]
  let differencesFromShipped: [DutyDifference]?

  init(_ duty: Duty, _ versions: [DutyVersion]) {
    self.duty = DutyJSON(duty)
    self.versions = versions.map { Version(duty: DutyJSON($0.duty), reason: $0.reason, madeAt: $0.madeAt) }
    differencesFromShipped = Mechanism.differencesFromShipped(duty)
  }
}

extension Request {
  fileprivate var townCode: String { parameters["town"] ?? "" }
  private var code: String { parameters["code"] ?? "" }

  /// The leaf of the address as it holds today (or will hold first) with its versions.
  fileprivate func duty() async throws -> (duty: Duty, versions: [DutyVersion]) {
    let (town, code, day) = (try town(), code, now.day)
    return try await app.database.read { tx in
      let versions = try tx.dutyVersions(of: code, town: town)
      let current = try catalogues.current(town: town, day: day, in: tx).catalogue.duty(code)
      guard let duty = current ?? versions.last?.duty else { throw NotFound() }
      return (duty, versions)
    }
  }

  fileprivate func top(_ code: String) throws -> DutyTop {
    guard let top = Catalogue.shipped.top(code) else { throw NotFound() }
    return top
  }

  fileprivate func topOfPath() throws -> DutyTop { try top(code) }

  /// The newest version that the person saw: of the form, or `If-Match` ("v3").
  fileprivate var expectedVersion: Int? {
    Int(form["version"]) ?? ifMatch.flatMap { Int($0.filter(\.isNumber)) }
  }

  /// What the town has decided for later days.
  fileprivate func upcoming(_ catalogue: Catalogue) async throws -> [UpcomingDuty] {
    let (town, day) = (try town(), now.day)
    return try await app.database.read { tx in try tx.upcomingDuties(of: town, after: day, catalogue) }
  }

  fileprivate func catalogueJSON(
    _ catalogue: Catalogue, _ filter: CatalogueFilter, _ upcoming: [UpcomingDuty]
  ) -> CatalogueJSON {
    CatalogueJSON(
      day: now.day, tops: catalogue.tops, leaves: filter.leaves(of: catalogue).map(DutyJSON.init),
      upcoming: upcoming.map { DutyJSON($0.duty) })
  }
}

private let filterParameters = [
  Parameter("q", DutyStrings.filterText), Parameter("class", DutyStrings.matterClass, of: MatterClass.self),
  Parameter("changed", DutyStrings.onlyChanged),
]

private let draftParameters = [
  Parameter("name_zh", DutyStrings.nameZh, required: true), Parameter("name_en", DutyStrings.nameEn),
  Parameter("class", DutyStrings.matterClass, required: true, of: MatterClass.self),
  Parameter("lead", DutyStrings.lead, required: true),
  Parameter("co", DutyStrings.coHandlers), Parameter("path", DutyStrings.path, required: true, of: DutyPath.self),
  Parameter("days", DutyStrings.days, required: true), Parameter("keywords", DutyStrings.keywords, required: true),
  Parameter("example", DutyStrings.example, required: true), Parameter("basis_zh", DutyStrings.basisZh),
  Parameter("basis_en", DutyStrings.basisEn), Parameter("basis_mark", DutyStrings.basisMark, of: RuleMark.self),
  Parameter("from_day", DutyStrings.fromDay), Parameter("reason", DutyStrings.reason, required: true),
]

let dutyRoutes: [Route] = [
  .get(
    "/t/{town}/catalogue", needs: .can(.readCatalogue), DutyStrings.catalogue, takes: filterParameters,
    gives: CatalogueJSON.sample
  ) { request in
    let (catalogue, filter) = (try await request.catalogue().catalogue, CatalogueFilter(request.query))
    let upcoming = try await request.upcoming(catalogue)
    return try await request.answer(json: request.catalogueJSON(catalogue, filter, upcoming)) {
      request.cataloguePage(catalogue, filter, upcoming, town: request.townCode)
    }
  },
  .get(
    "/v/{village}/catalogue", needs: .can(.readCatalogue), DutyStrings.villageChanged, takes: filterParameters,
    gives: CatalogueJSON.sample
  ) { request in
    let (catalogue, filter) = (try await request.catalogue().catalogue, CatalogueFilter(request.query))
    let upcoming = try await request.upcoming(catalogue)
    return try await request.answer(json: request.catalogueJSON(catalogue, filter, upcoming)) {
      request.villageCataloguePage(
        catalogue, filter, upcoming, village: request.parameters["village"] ?? "")
    }
  },
  .get(
    "/t/{town}/catalogue/{code}", needs: .can(.readCatalogue), DutyStrings.fromShipped,
    gives: DutyDetailJSON(.sample, [])
  ) { request in
    let (duty, versions) = try await request.duty()
    return try await request.answer(
      version: versions.first?.duty.version ?? 0, json: DutyDetailJSON(duty, versions)
    ) { request.dutyPage(duty, versions: versions, town: request.townCode) }
  },
  .get(
    "/t/{town}/catalogue/{code}/versions/new", needs: .can(.editCatalogue), DutyStrings.edit, mount: .page
  ) { request in
    let (duty, versions) = try await request.duty()
    let newest = versions.first?.duty ?? duty
    return .page(request.dutyFormPage(newest, town: request.townCode, values: DutyFields(newest)))
  },
  .post(
    "/t/{town}/catalogue/{code}/versions", needs: .can(.editCatalogue), DutyStrings.save,
    takes: draftParameters + [Parameter("retired", DutyStrings.retire), Parameter("version", DutyStrings.version)],
    gives: DutyJSON.sample,
    rejected: { request, errors in
      let duty = try await request.duty().duty
      return request.dutyFormPage(duty, town: request.townCode, values: DutyFields(request.form), errors: errors)
    }
  ) { request in
    let (town, townCode, code) = (try request.town(), request.townCode, request.parameters["code"] ?? "")
    let (draft, expected) = (try DutyDraft(request.form, now: request.now), request.expectedVersion)
    return try await request.write { w in
      let duty = try w.changeDuty(code, draft, expected: expected, town: town)
      return Outcome(Link.duty(townCode, code), json: DutyJSON(duty), created: true)
    }
  },
  .get(
    "/t/{town}/catalogue/{code}/leaves/new", needs: .can(.editCatalogue), DutyStrings.add, mount: .page
  ) { request in
    let top = try request.topOfPath()
    return .page(request.newDutyPage(top, town: request.townCode, values: DutyFields(top)))
  },
  .post(
    "/t/{town}/catalogue", needs: .can(.editCatalogue), DutyStrings.add,
    takes: [Parameter("parent", DutyStrings.code, required: true)] + draftParameters, gives: DutyJSON.sample,
    rejected: { request, errors in
      let top = try request.top(request.form["parent"])
      return request.newDutyPage(top, town: request.townCode, values: DutyFields(request.form), errors: errors)
    }
  ) { request in
    let (town, townCode) = (try request.town(), request.townCode)
    let (top, draft) = (try request.top(request.form["parent"]), try DutyDraft(request.form, now: request.now))
    return try await request.write { w in
      let duty = try w.addDuty(under: top.code, draft, town: town)
      return Outcome(Link.duty(townCode, duty.code), json: DutyJSON(duty), created: true)
    }
  },
]
