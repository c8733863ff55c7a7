import Foundation
import Governance
import Matters
import Testing
import Values
import Web

@testable import Store
@testable import sanshi

/// Whole reads: every statement of a request, from the door to the answer, is found by an index.
@Suite struct RequestPlanTests {
  /// Answers the request with its plans read; what scans is an issue.
  private func read(_ path: String, as client: Client, _ plans: Plans, mayBe other: Set<Int> = []) async throws {
    plans.clear()
    let answer = try await client.get(path.addingPercentEncoding(withAllowedCharacters: .urlFragmentAllowed) ?? path)
    #expect(answer.status == 200 || other.contains(answer.status), "\(path): \(answer.status)")
    // A list that was answered was read.
    if other.isEmpty { #expect(!plans.all.isEmpty, "\(path) read nothing") }
    #expect(plans.scans.isEmpty, "\(path): \(plans.scans)")
  }

  private func run(_ body: @escaping @Sendable (TestTown, Plans) async throws -> Void) async throws {
    try await TestTown.run(on: .sqlite) { town in
      for _ in 0..<10 { _ = try await town.matter(reporters: 2) }
      for number in 0..<60 { _ = try await town.concern("第\(number)件事", phone: "199\(10_000_000 + number)") }
      let (key, released) = (try town.key(), try await town.matter())
      try await town.program.app.write { w in
        try w.release(released, title: "三组路灯不亮", place: "三组", isPublic: true, in: key)
      }
      let plans = Plans()
      let lens = town.program.app.database.lens
      lens.look { Explaining($0, plans) }
      defer { lens.look(through: nil) }
      try await body(town, plans)
    }
  }

  @Test func everyAddressReadsByIndex() async throws {
    try await run { town, plans in
      let filed = try await town.concern(name: "张三", phone: "19900001234")
      let matter = try await town.matter(reporters: 3).description
      var people: [Role: Client] = [:]
      for role in Role.allCases { people[role] = try await town.person(role, at: place(of: role)) }
      // Reads what no role of the table stands high enough for.
      let countyAdministrator = try await town.person(.administrator, at: TestTown.county)
      for door in doors where door.method == .get {
        let reader =
          switch door.who {
          case .anybody: town.resident
          case .signedIn: try required(people[.registerKeeper])
          case .roles(let roles), .wherever(let roles):
            Role.allCases.first { roles.contains($0) }.flatMap { people[$0] } ?? countyAdministrator
          }
        let isAPI = town.program.routes.contains { $0.path == door.path && $0.mount == .api }
        let path =
          door.path == "/r/{token}"
          ? Link.track(filed.token) : door.address(concern: filed.id.description, matter: matter)
        let address = (isAPI ? "/api/v1" : "") + path
        // Things that are not there (photos, imports) are looked for all the same.
        try await read(address, as: reader, plans, mayBe: [303, 400, 404, 409, 422])
      }
    }
  }

  private func place(of role: Role) -> String {
    switch role {
    case .countyOfficer: TestTown.county
    case .groupLeader: TestTown.qinghe + "01"
    case .resident, .collector, .registerKeeper, .villageCommittee, .supervisor, .serviceCentre: TestTown.qinghe
    default: TestTown.town
    }
  }

  @Test func theListsReadByIndexHoweverTheyAreNarrowed() async throws {
    try await run { town, plans in
      let keeper = try await town.keeper()
      let v = "/v/\(TestTown.qinghe)"
      let group = try required(town.places[TestTown.qinghe + "01"]?.id)
      let filters = [
        "", "state=inProgress", "category=CM0302", "category=CM03", "lead=村（居）委会", "group=\(group)", "channel=walkIn",
        "from=2026-10-01", "from=2026-10-01&to=2026-11-30&state=inProgress", "q=路灯", "q=路灯&state=inProgress",
        "columns=due,reply", "sort=oldest", "fold=0", "limit=2",
      ]
      for filter in filters {
        for path in ["registers/community", "registers/community/print", "registers/community/export.csv"] {
          try await read("\(v)/\(path)?\(filter)", as: keeper, plans)
        }
      }
      for filter in filters + ["class=community"] {
        let asked = filter.replacingOccurrences(of: "category", with: "leaf")
        try await read("\(v)/matters?\(asked)", as: keeper, plans, mayBe: [422])
      }
      for state in [""] + ConcernState.allCases.map(\.rawValue) {
        try await read("\(v)/concerns?state=\(state)", as: keeper, plans)
      }
      // Pages after the first.
      for path in ["registers/community", "matters", "concerns"] {
        let first = try await keeper.get("/api/v1\(v)/\(path)?limit=2").json
        let next = try required(first["next"] as? String)
        for sort in ["", "&sort=oldest"] {
          try await read("\(v)/\(path)?limit=2&after=\(next)\(sort)", as: keeper, plans)
        }
      }
    }
  }

  @Test func open311ReadsByIndex() async throws {
    try await run { town, plans in
      let matter = try await town.matter()
      for filter in [
        "", "&status=open", "&service_code=CM0302,GM0901", "&page=2&page_size=1", "&service_request_id=\(matter)",
      ] {
        try await read("/open311/v2/requests.json?jurisdiction_id=\(TestTown.town)\(filter)", as: town.resident, plans)
      }
      for path in ["services.json", "services/CM0302.xml"] {
        try await read("/open311/v2/\(path)?jurisdiction_id=\(TestTown.town)", as: town.resident, plans)
      }
    }
  }

  @Test func thePublicPagesReadByIndex() async throws {
    try await run { town, plans in
      let v = "/v/\(TestTown.qinghe)"
      for path in [v, "\(v)/open/community", "\(v)/open/community?limit=1", "\(v)/open/search?q=路灯", "\(v)/feed.json"] {
        try await read(path, as: town.resident, plans)
        if !path.hasSuffix(".json") { try await read("/api/v1" + path, as: town.resident, plans) }
      }
    }
  }
}
