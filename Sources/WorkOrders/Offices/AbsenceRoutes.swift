import Governance
import People
import Store
import Values
import Web

/// Entering an absence and ending it. `path`: of a town or county; `page`: shown again with what was wrong.
func absenceRoutes(
  at path: String, page: @escaping @Sendable (Request, FieldErrors) async throws -> HTMLPage
) -> [Route] {
  [
    .post(
      path + "/absences", needs: .can(.manageOffices), OfficeStrings.enterAbsence,
      takes: [
        Parameter("account", OfficeStrings.who, required: true),
        Parameter("from", OfficeStrings.from, required: true),
        Parameter("until", OfficeStrings.until, required: true), Parameter("deputy", OfficeStrings.deputy),
      ],
      gives: ["id": "1"], rejected: page
    ) { request in
      let (tenant, back) = (try request.tenant(), try request.absencesAddress())
      let new = try NewAbsence(request.form, now: request.now)
      return try await request.write { w in
        Outcome(back, json: ["id": try w.enterAbsence(new, town: tenant)], created: true)
      }
    },
    .post(path + "/absences/{absence}/end", needs: .can(.manageOffices), OfficeStrings.isBack, gives: ["id": "1"]) {
      request in
      let (tenant, back) = (try request.tenant(), try request.absencesAddress())
      let id = try request.id("absence", as: Absence.self)
      return try await request.write { w in
        try w.endAbsence(id, town: tenant)
        return Outcome(back, json: ["id": id])
      }
    },
  ]
}

/// An absence as programs read it.
struct AbsenceJSON: Encodable, Sendable {
  let id: ID<Absence>
  let name: String
  let office: String
  let from: Day
  let until: Day
  /// The name of who stands in; empty for nobody.
  let deputy: String

  static let sample = AbsenceJSON(
    id: ID(1), name: "李四", office: "县生态环境分局", from: Day(number: 20_000), until: Day(number: 20_002), deputy: "王五")
}

extension AbsenceJSON {
  init(_ absence: AbsenceRow, _ members: [OfficeMember]) {
    let person = members.first { $0.account == absence.account }
    self.init(
      id: absence.id, name: person?.name ?? "", office: person?.body ?? "", from: absence.from, until: absence.until,
      deputy: members.first { $0.account == absence.deputy }?.name ?? "")
  }
}

/// Who of a county's offices is away: their deputies decide for the towns in their place.
let countyAbsences = Route.get(
  "/c/{county}/absences", needs: .can(.manageOffices), OfficeStrings.countyAbsences, gives: [AbsenceJSON.sample]
) { request in
  let staff = try await request.officeStaff()
  return try await request.answer(json: staff.absences.map { AbsenceJSON($0, staff.members) }) {
    request.countyAbsencesPage(staff, errors: nil)
  }
}

extension Request {
  /// To whom what stands at the place of the address belongs: the town, or the county itself.
  func tenant() throws -> ID<Place> {
    guard let place else { throw NotFound() }
    return place.seat.town
  }

  /// Where absences of the place are read: of a town on the page of its offices.
  fileprivate func absencesAddress() throws -> String {
    guard let place else { throw NotFound() }
    return place.level == .county ? Link.absences(place) : Link.offices(place.code)
  }

  func officeStaff() async throws -> OfficeStaff {
    let (tenant, day) = (try tenant(), now.day)
    return try await app.database.read { tx in
      OfficeStaff(members: try tx.officeMembers(of: tenant, on: day), absences: try tx.absences(of: tenant, from: day))
    }
  }
}
