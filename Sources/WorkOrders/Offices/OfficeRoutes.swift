import Governance
import Mechanism
import People
import Store
import Values
import Web

/// Offices with their hours, people, absences and duties; for the administrator and the town's officers.
func officeRoutes(_ catalogues: Catalogues) -> [Route] {
  [
    listOffices(catalogues), readOffice(catalogues), openOffice(catalogues), openMissing(catalogues),
    changeOffice(catalogues), dissolveOffice(catalogues),
  ]
    + absenceRoutes(at: "/t/{town}") { request, errors in
      request.officesPage(try await request.officesView(catalogues), errors: errors)
    } + [townAbsences(catalogues), countyAbsences]
    + absenceRoutes(at: "/c/{county}") { request, errors in
      request.countyAbsencesPage(try await request.officeStaff(), errors: errors)
    }
}

private let details = [
  Parameter("name_en", OfficeStrings.nameEn), Parameter("kind", OfficeStrings.kind, of: OfficeKind.self),
  Parameter("opens", OfficeStrings.opens), Parameter("closes", OfficeStrings.closes),
  Parameter("phone", OfficeStrings.phone), Parameter("address", OfficeStrings.address),
]

private let sample = OfficeJSON(
  OfficeRow(
    id: ID(1), town: ID(1), name: Text(zh: "社会事务办", en: "Social Affairs Office"), kind: .bureau,
    phone: "83310112"), duties: 12, openOrders: 3, dissolution: DissolutionCounts())

private func listOffices(_ catalogues: Catalogues) -> Route {
  .get("/t/{town}/offices", needs: .can(.manageOffices), OfficeStrings.title, gives: [sample]) { request in
    let view = try await request.officesView(catalogues)
    let json = view.offices.map { office in
      OfficeJSON(
        office, members: view.members.filter { $0.body == office.name.zh }, duties: view.duties[office.name.zh] ?? 0,
        openOrders: view.openOrders[office.name.zh] ?? 0)
    }
    return try await request.answer(json: json) { request.officesPage(view, errors: nil) }
  }
}

private func readOffice(_ catalogues: Catalogues) -> Route {
  .get("/t/{town}/offices/{office}", needs: .can(.manageOffices), OfficeStrings.one, gives: sample) { request in
    let view = try await request.officeView(catalogues)
    let json = OfficeJSON(
      view.office, members: view.members, duties: view.duties.count, openOrders: view.openOrders)
    return try await request.answer(version: view.office.version, json: json) {
      request.officePage(view, errors: nil)
    }
  }
}

/// Who is away; people read it on the page of the offices.
private func townAbsences(_ catalogues: Catalogues) -> Route {
  .get(
    "/t/{town}/absences", needs: .can(.manageOffices), OfficeStrings.absences, gives: [AbsenceJSON.sample], mount: .api
  ) { request in
    let view = try await request.officesView(catalogues)
    return try await request.answer(json: view.absences.map { AbsenceJSON($0, view.members) }) {
      request.officesPage(view, errors: nil)
    }
  }
}

private func openOffice(_ catalogues: Catalogues) -> Route {
  .post(
    "/t/{town}/offices", needs: .can(.manageOffices), OfficeStrings.new,
    takes: [Parameter("name_zh", OfficeStrings.nameZh, required: true)] + details, gives: sample,
    rejected: { request, errors in request.officesPage(try await request.officesView(catalogues), errors: errors) }
  ) { request in
    var errors = FieldErrors()
    let name = request.form.required("name_zh", max: 40, &errors)
    if let name, name.contains(",") || name.contains("\n") { errors.add("name_zh", WebWords.missing) }
    guard errors.isEmpty, let name else { throw errors }
    let (town, details) = (try request.town(), try OfficeDetails(request.form, name: name))
    let code = request.place?.code ?? ""
    return try await request.write { w in
      let id = try w.openOffice(named: name, details, town: town)
      return Outcome(
        Link.office(code, id), json: OfficeJSON(try w.tx.office(id, town: town)), created: true)
    }
  }
}

private func openMissing(_ catalogues: Catalogues) -> Route {
  .post("/t/{town}/offices/missing", needs: .can(.manageOffices), OfficeStrings.addAll, gives: ["added": 9]) {
    request in
    let (town, code, day) = (try request.town(), request.place?.code ?? "", request.now.day)
    return try await request.write { w in
      let missing = try w.tx.officesView(of: town, day: day, catalogues: catalogues).missing
      return Outcome(Link.offices(code), json: ["added": try w.openOffices(named: missing, town: town)])
    }
  }
}

private func changeOffice(_ catalogues: Catalogues) -> Route {
  .post(
    "/t/{town}/offices/{office}", needs: .can(.manageOffices), OfficeStrings.save, takes: details, gives: sample,
    rejected: { request, errors in request.officePage(try await request.officeView(catalogues), errors: errors) }
  ) { request in
    let (town, code) = (try request.town(), request.place?.code ?? "")
    let (id, version) = (try request.id("office", as: Office.self), try request.seenVersion())
    let office = try await request.app.database.read { tx in try tx.office(id, town: town) }
    let details = try OfficeDetails(request.form, name: office.name.zh)
    return try await request.write { w in
      try w.changeOffice(id, details, town: town, version: version)
      return Outcome(Link.office(code, id), json: OfficeJSON(try w.tx.office(id, town: town)))
    }
  }
}

private func dissolveOffice(_ catalogues: Catalogues) -> Route {
  .post(
    "/t/{town}/offices/{office}/dissolution", needs: .can(.manageOffices), OfficeStrings.dissolve,
    takes: [
      Parameter("successor", OfficeStrings.successor), Parameter("another", OfficeStrings.ifAbout),
    ], gives: sample,
    rejected: { request, errors in request.officePage(try await request.officeView(catalogues), errors: errors) }
  ) { request in
    let (town, code) = (try request.town(), request.place?.code ?? "")
    let (id, plan) = (try request.id("office", as: Office.self), Dissolution(request.form))
    return try await request.write { w in
      let counts = try w.dissolveOffice(id, plan, town: town, catalogues: catalogues)
      let told = [
        ("moved", counts.moved), ("town_office", counts.toTownOffice), ("duties", counts.duties),
      ].filter { $0.1 > 0 }.map { ($0.0, String($0.1)) }
      return Outcome(
        Link.with(Link.office(code, id), told), json: OfficeJSON(try w.tx.office(id, town: town), dissolution: counts))
    }
  }
}

extension Request {
  fileprivate func officesView(_ catalogues: Catalogues) async throws -> OfficesView {
    let (town, day) = (try town(), now.day)
    return try await app.database.read { tx in
      try tx.officesView(of: town, day: day, catalogues: catalogues)
    }
  }

  fileprivate func officeView(_ catalogues: Catalogues) async throws -> OfficeView {
    let (town, day, id) = (try town(), now.day, try id("office", as: Office.self))
    return try await app.database.read { tx in
      try tx.officeView(id, town: town, day: day, catalogues: catalogues)
    }
  }
}
