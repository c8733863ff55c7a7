import Governance
import Web

/// Who is expected to pass the door of an address; written by hand from the issue and rules.md §7, not from the product.
enum Who: Sendable {
  case anybody
  case signedIn
  /// These roles at the place of the address (or at one above it), nobody else.
  case roles(Set<Role>)
  /// These roles wherever they are held; they see their own place alone.
  case wherever(Set<Role>)
}

/// One address of the program with who may call it.
struct Door: Sendable {
  let method: Route.Method
  let path: String
  let who: Who
  /// Values of the parameters other than the usual ones.
  var values: [String: String] = [:]

  static func get(_ path: String, _ who: Who, _ values: [String: String] = [:]) -> Door {
    Door(method: .get, path: path, who: who, values: values)
  }
  static func post(_ path: String, _ who: Who, _ values: [String: String] = [:]) -> Door {
    Door(method: .post, path: path, who: who, values: values)
  }
}

extension Door {
  /// Writes name things that do not exist, so that passing changes nothing; reads name real ones where it matters.
  func address(concern: String, matter: String) -> String {
    var usual = [
      "village": TestTown.qinghe, "town": TestTown.town, "county": TestTown.county, "place": TestTown.town,
      "class": "community",
    ]
    if method == .get { (usual["concern"], usual["matter"]) = (concern, matter) }
    return path.split(separator: "/", omittingEmptySubsequences: false).map { part in
      guard part.hasPrefix("{") else { return String(part) }
      let name = String(part.dropFirst().dropLast())
      return values[name] ?? usual[name] ?? "9"
    }.joined(separator: "/")
  }
}

// Who does what, in the words of the issue.

/// Sorts, merges, releases, imports, calls: the keeper (清单登记员) alone.
private let keeper: Set<Role> = [.registerKeeper]
private let keeperAndCommittee: Set<Role> = [.registerKeeper, .villageCommittee]
private let committee: Set<Role> = [.villageCommittee]
private let administrator: Set<Role> = [.administrator]
private let townOfficer: Set<Role> = [.townOfficer]
private let disciplineReader: Set<Role> = [.disciplineReader]
private let theTown: Set<Role> = [.townOfficer, .townLeader]
private let seesTheTown: Set<Role> = theTown.union([.countyOfficer])
/// Matters without contact data: not the administrator, not the discipline reader, not who only enters concerns.
private let readsMatters: Set<Role> = [
  .registerKeeper, .villageCommittee, .supervisor, .serviceCentre, .departmentHandler, .departmentHead, .dutyOfficer,
  .townOfficer, .townLeader, .countyOfficer, .auditor,
]
/// Those of them who stand above the villages.
private let readsTheTownsMatters: Set<Role> = [
  .departmentHandler, .departmentHead, .dutyOfficer, .townOfficer, .townLeader, .countyOfficer, .auditor,
]
/// The words of concerns.
private let readsConcerns: Set<Role> = [
  .registerKeeper, .villageCommittee, .serviceCentre, .dutyOfficer, .townOfficer,
]
private let enters: Set<Role> = [.collector, .groupLeader, .registerKeeper, .villageCommittee, .serviceCentre]
private let readsContacts: Set<Role> = [
  .registerKeeper, .villageCommittee, .serviceCentre, .departmentHandler, .dutyOfficer,
]
private let recordsProgress: Set<Role> = readsContacts.union([.departmentHead])
private let readsRegister: Set<Role> = [
  .registerKeeper, .villageCommittee, .supervisor, .townOfficer, .townLeader,
]
private let exports: Set<Role> = [.registerKeeper, .villageCommittee, .townOfficer]
/// 重点 is marked by the town or the village committee.
private let marksKeyMatters: Set<Role> = theTown.union(committee)
private let reclassifies: Set<Role> = [.registerKeeper, .townOfficer]
private let townCatalogue: Set<Role> = [.departmentHead, .townOfficer, .townLeader]
private let villageCatalogue: Set<Role> = townCatalogue.union([.registerKeeper, .villageCommittee, .serviceCentre])
private let townAlarms: Set<Role> = [.dutyOfficer, .townOfficer, .townLeader, .disciplineReader]
private let villageAlarms: Set<Role> = townAlarms.union([.registerKeeper, .villageCommittee])
private let wordings: Set<Role> = [.administrator, .townOfficer]
private let editsVillage: Set<Role> = [.registerKeeper, .villageCommittee, .administrator]
private let seesTheTownsAccuracy: Set<Role> = [.townOfficer, .administrator]
private let seesAccuracy: Set<Role> = seesTheTownsAccuracy.union([.registerKeeper, .villageCommittee])
/// Who is told which roles need a second person; the administrator proposes, the leader or the county confirms.
private let guardsRoles: Set<Role> = [.administrator, .townLeader, .countyOfficer, .disciplineReader, .auditor]
private let readsEvents: Set<Role> = [.supervisor, .auditor]

/// Every address of the program. One that is missing here fails the test.
let doors: [Door] =
  residentDoors + ownDoors + administrationDoors + townDoors + concernDoors + matterDoors + listDoors + noticeDoors
  + exchangeDoors
  + open311Doors
  + orderDoors

/// Hands matters over and enters follow-ups.
private let handsOver: Set<Role> = [.registerKeeper, .serviceCentre, .dutyOfficer, .townOfficer]
private let managesOffices: Set<Role> = [.administrator, .townOfficer]

private let orderDoors: [Door] = [
  .get("/t/{town}/orders", .roles(readsTheTownsMatters)),
  .get("/t/{town}/orders/board", .roles(readsTheTownsMatters)),
  .get("/t/{town}/orders/export.xlsx", .roles(readsTheTownsMatters)),
  .get("/t/{town}/orders/export.csv", .roles(readsTheTownsMatters)),
  .get("/v/{village}/orders", .roles(readsMatters)), .get("/v/{village}/orders/{order}", .roles(readsMatters)),
  .get("/v/{village}/orders/{order}/reply-templates", .roles(readsMatters)),
  .post("/v/{village}/orders/{order}/steps", .roles(readsMatters)),
  .get("/v/{village}/orders/{order}/files/{file}", .roles(readsMatters)),
  .post("/v/{village}/orders/{order}/files/{file}/remove", .roles(readsMatters)),
  .get("/v/{village}/orders/{order}/ratings", .roles(handsOver)),
  .post("/v/{village}/orders/{order}/ratings", .roles(handsOver)),
  .get("/v/{village}/matters/{matter}/orders", .roles(handsOver)),
  .post("/v/{village}/matters/{matter}/orders", .roles(handsOver)),
  .get("/r/{token}/rating", .anybody), .post("/r/{token}/rating", .anybody),
  .get("/rating/{secret}", .anybody), .post("/rating/{secret}", .anybody),
  .get("/t/{town}/open/answers", .anybody),
  .get("/t/{town}/offices", .roles(managesOffices)), .get("/t/{town}/offices/{office}", .roles(managesOffices)),
  .post("/t/{town}/offices", .roles(managesOffices)), .post("/t/{town}/offices/missing", .roles(managesOffices)),
  .post("/t/{town}/offices/{office}", .roles(managesOffices)),
  .post("/t/{town}/offices/{office}/dissolution", .roles(managesOffices)),
  .get("/t/{town}/absences", .roles(managesOffices)), .post("/t/{town}/absences", .roles(managesOffices)),
  .post("/t/{town}/absences/{absence}/end", .roles(managesOffices)),
  // An administrator of the county; those of the table are the town's.
  .get("/c/{county}/absences", .roles([])), .post("/c/{county}/absences", .roles([])),
  .post("/c/{county}/absences/{absence}/end", .roles([])),
]

private let open311Doors: [Door] = [
  .get("/open311/discovery", .anybody), .get("/open311/discovery.json", .anybody),
  .get("/open311/discovery.xml", .anybody),
  .get("/open311/v2/services", .anybody), .get("/open311/v2/services.json", .anybody),
  .get("/open311/v2/services.xml", .anybody), .get("/open311/v2/services/{service}", .anybody),
  .get("/open311/v2/requests", .anybody), .get("/open311/v2/requests.json", .anybody),
  .get("/open311/v2/requests.xml", .anybody), .get("/open311/v2/requests/{request}", .anybody),
  .get("/open311/v2/tokens/{token}", .anybody),
  .post("/open311/v2/requests", .anybody), .post("/open311/v2/requests.json", .anybody),
  .post("/open311/v2/requests.xml", .anybody),
  .get("/t/{town}/open311", .roles(administrator)), .post("/t/{town}/open311", .roles(administrator)),
  .get("/deadlines", .signedIn), .post("/deadlines/feed", .signedIn), .post("/deadlines/feed/end", .signedIn),
  .get("/ical/{feed}", .anybody),
]

private let noticeDoors: [Door] = [
  .get("/t/{town}/inbound", .roles(administrator)), .post("/t/{town}/inbound", .roles(administrator)),
  .post("/t/{town}/inbound/reading", .roles(administrator)),
  .get("/t/{town}/inbound/hooks/new", .roles(administrator)),
  .post("/t/{town}/inbound/hooks", .roles(administrator)),
  .get("/t/{town}/inbound/hooks/{hook}", .roles(administrator)),
  .post("/t/{town}/inbound/hooks/{hook}", .roles(administrator)),
  .post("/t/{town}/inbound/hooks/{hook}/closure", .roles(administrator)), .post("/inbound/{hook}", .anybody),
  .get("/t/{town}/notices", .roles(administrator)),
  .get("/t/{town}/notices/transports/new", .roles(administrator)),
  .post("/t/{town}/notices/transports", .roles(administrator)),
  .get("/t/{town}/notices/transports/{transport}", .roles(administrator)),
  .post("/t/{town}/notices/transports/{transport}", .roles(administrator)),
  .post("/t/{town}/notices/transports/{transport}/test", .roles(administrator)),
  .post("/t/{town}/notices/transports/{transport}/closure", .roles(administrator)),
  .get("/t/{town}/notices/deliveries", .roles(administrator)),
  .post("/t/{town}/notices/deliveries/{delivery}/retry", .roles(administrator)),
  .get("/notices", .signedIn), .post("/notices/seen", .signedIn), .post("/notices/preferences", .signedIn),
  .get("/r/{token}/notices", .anybody), .post("/r/{token}/notices", .anybody),
  .get("/n/{secret}", .anybody), .post("/n/{secret}/confirmation", .anybody), .post("/n/{secret}/stop", .anybody),
  .post("/callbacks/receipts/{transport}", .anybody),
  .get("/v/{village}/notices/{line}/slip", .roles(keeper)),
]

private let exchangeDoors: [Door] = [
  .get("/t/{town}/exchange", .roles(administrator)), .post("/t/{town}/exchange", .roles(administrator)),
  .get("/t/{town}/exchange/new", .roles(administrator)),
  .get("/t/{town}/exchange/{connector}", .roles(administrator)),
  .post("/t/{town}/exchange/{connector}", .roles(administrator)),
  .post("/t/{town}/exchange/{connector}/closure", .roles(administrator)),
  .get("/t/{town}/exchange/{connector}/messages", .roles(administrator)),
  .post("/t/{town}/exchange/{connector}/messages/{message}/retry", .roles(administrator)),
  .post("/t/{town}/exchange/{connector}/orders.xlsx", .roles(administrator)),
  .post("/t/{town}/exchange/{connector}/orders.json", .roles(administrator)),
  .post("/t/{town}/exchange/{connector}/answers", .roles(administrator)),
  .post("/t/{town}/exchange/{connector}/trial", .roles(administrator)),
  .post("/exchange/{connector}/callbacks", .anybody),
]

private let residentDoors: [Door] = [
  .get("/", .anybody), .get("/villages", .anybody), .get("/privacy", .anybody), .get("/records", .anybody),
  .get("/sign-in", .anybody), .post("/sign-in", .anybody), .post("/sign-out", .anybody),
  .post("/preferences", .anybody), .get("/setup", .anybody), .post("/setup", .anybody),
  .get("/v/{village}", .anybody), .get("/v/{village}/open/search", .anybody),
  .get("/v/{village}/open/{class}", .anybody), .get("/v/{village}/open/matters/{matter}", .anybody),
  .get("/v/{village}/feed.json", .anybody), .get("/v/{village}/feed.xml", .anybody),
  .get("/v/{village}/map.json", .anybody), .get("/p/{photo}", .anybody),
  .get("/v/{village}/report", .anybody), .post("/v/{village}/report", .anybody),
  .post("/v/{village}/report/suggestions", .anybody), .get("/v/{village}/report/photos/{photo}", .anybody),
  .get("/v/{village}/matters/{matter}/joins", .anybody), .post("/v/{village}/matters/{matter}/joins", .anybody),
  .get("/r/{token}", .anybody), .post("/r/{token}/additions", .anybody), .get("/r/{token}/withdrawal", .anybody),
  .post("/r/{token}/withdrawal", .anybody), .post("/r/{token}/appeal", .anybody),
  .get("/lookup", .anybody), .post("/lookup", .anybody),
]

private let ownDoors: [Door] = [
  .get("/home", .signedIn), .get("/account", .signedIn), .post("/account/password", .signedIn),
  .post("/account/sessions/end", .signedIn), .post("/account/tokens", .signedIn),
  .post("/account/tokens/{token}/end", .signedIn),
]

private let administrationDoors: [Door] = [
  .get("/admin/{place}", .roles(administrator)),
  .get("/admin/{place}/places/{code}", .roles(administrator), ["code": TestTown.town]),
  .post("/admin/{place}/places", .roles(administrator)), .post("/admin/{place}/place-list", .roles(administrator)),
  .post("/admin/{place}/places/{code}", .roles(administrator), ["code": "none99"]),
  .post("/admin/{place}/places/{code}/closure", .roles(administrator), ["code": "none99"]),
  .get("/admin/{place}/accounts", .roles(administrator)), .post("/admin/{place}/accounts", .roles(administrator)),
  .get("/admin/{place}/accounts/{account}", .roles(administrator)),
  .post("/admin/{place}/accounts/{account}/roles", .roles(administrator)),
  .post("/admin/{place}/accounts/{account}/roles/{membership}/end", .roles(administrator)),
  .post("/admin/{place}/accounts/{account}/paper-code", .roles(administrator)),
  .post("/admin/{place}/accounts/{account}/closure", .roles(administrator)),
  .get("/admin/{place}/role-proposals", .roles(guardsRoles)),
  .post("/admin/{place}/role-proposals/{proposal}/decision", .roles([.townLeader, .countyOfficer])),
  .get("/admin/{place}/account-list", .roles(administrator)),
  .post("/admin/{place}/account-list", .roles(administrator)),
  .get("/t/{town}/keeping-rules", .roles(administrator)), .post("/t/{town}/keeping-rules", .roles(administrator)),
  .get("/t/{town}/calendar", .roles(administrator)), .post("/t/{town}/calendar", .roles(administrator)),
]

private let townDoors: [Door] = [
  .get("/t/{town}", .roles(seesTheTown)), .get("/c/{county}", .roles([.countyOfficer])),
  .get("/t/{town}/registers", .roles(seesTheTown)), .get("/t/{town}/villages", .roles(readsTheTownsMatters)),
  .get("/c/{county}/towns", .roles([.countyOfficer])),
  .get("/t/{town}/catalogue", .roles(townCatalogue)), .get("/v/{village}/catalogue", .roles(villageCatalogue)),
  .get("/t/{town}/catalogue/{code}", .roles(townCatalogue), ["code": "GM0101"]),
  .get("/t/{town}/catalogue/{code}/versions/new", .roles(townOfficer), ["code": "GM0101"]),
  .post("/t/{town}/catalogue/{code}/versions", .roles(townOfficer), ["code": "GM0101"]),
  .get("/t/{town}/catalogue/{code}/leaves/new", .roles(townOfficer), ["code": "GM01"]),
  .post("/t/{town}/catalogue", .roles(townOfficer)),
  .get("/t/{town}/wordings", .roles(wordings)), .get("/t/{town}/wordings/{key}", .roles(wordings)),
  .post("/t/{town}/wordings/{key}", .roles(wordings)),
  .get("/t/{town}/reply-templates", .roles(wordings)),
  .get("/t/{town}/reply-templates/{code}", .roles(wordings), ["code": "GM0902"]),
  .get("/t/{town}/reply-templates/{code}/{part}", .roles(wordings), ["code": "GM0902", "part": "solved"]),
  .post("/t/{town}/reply-templates/{code}/{part}", .roles(wordings)),
  .get("/t/{town}/sealed", .roles(disciplineReader)), .get("/t/{town}/sealed/{concern}", .roles(disciplineReader)),
  .get("/t/{town}/sealed/{concern}/photos/{photo}", .roles(disciplineReader)),
  .post("/t/{town}/sealed/{concern}/notes", .roles(disciplineReader)),
  .get("/alarms.json", .wherever(villageAlarms)),
  .post("/v/{village}/alarms/{alarm}/acknowledgement", .roles(villageAlarms)),
  .post("/t/{town}/alarms/{alarm}/acknowledgement", .roles(townAlarms)),
  .get("/v/{village}/events", .roles(readsEvents)),
]

private let concernDoors: [Door] = [
  .get("/v/{village}/concerns", .roles(readsConcerns)), .get("/v/{village}/concerns/{concern}", .roles(readsConcerns)),
  .get("/v/{village}/photos/{photo}", .roles(readsConcerns)),
  .get("/v/{village}/concerns/new", .roles(enters)), .post("/v/{village}/concerns", .roles(enters)),
  .get("/v/{village}/concerns/{concern}/slip", .roles(enters)), .get("/v/{village}/mine", .roles(enters)),
  .post("/v/{village}/concerns/{concern}/contact", .roles(readsContacts)),
  .get("/v/{village}/calls", .roles(keeper)), .post("/v/{village}/calls/numbers", .roles(keeper)),
  .post("/v/{village}/calls/{line}", .roles(keeper)),
  .post("/v/{village}/concerns/{concern}/triage", .roles(keeperAndCommittee)),
  .post("/v/{village}/concerns/{concern}/refusal", .roles(keeper)),
  .post("/v/{village}/concerns/{concern}/additions", .roles(keeperAndCommittee)),
  .post("/v/{village}/concerns/{concern}/withdrawal", .roles(keeperAndCommittee)),
  .post("/v/{village}/concerns/{concern}/appeal-decision", .roles(committee)),
  .get("/v/{village}/concerns/{concern}/second-appeal", .roles(theTown)),
  .post("/v/{village}/concerns/{concern}/second-appeal", .roles(theTown)),
  .get("/v/{village}/groupings", .roles(keeperAndCommittee)),
  .post("/v/{village}/groupings", .roles(keeperAndCommittee)),
  .get("/v/{village}/groupings/{grouping}", .roles(keeperAndCommittee)),
  .get("/v/{village}/groupings/{grouping}/progress", .roles(keeperAndCommittee)),
  .get("/v/{village}/groupings/{grouping}/confirmations", .roles(keeperAndCommittee)),
  .post("/v/{village}/groupings/{grouping}/confirmations", .roles(keeperAndCommittee)),
  .get("/v/{village}/groupings/{grouping}/undoing", .roles(keeperAndCommittee)),
  .post("/v/{village}/groupings/{grouping}/undoing", .roles(keeperAndCommittee)),
  .get("/v/{village}/groupings/{grouping}/groups/{group}", .roles(keeperAndCommittee)),
  .post("/v/{village}/groupings/{grouping}/groups/{group}/confirmation", .roles(keeperAndCommittee)),
  .post("/v/{village}/groupings/{grouping}/groups/{group}/dismissal", .roles(keeperAndCommittee)),
  .post("/v/{village}/groupings/{grouping}/groups/{group}/undoing", .roles(keeperAndCommittee)),
  .get("/v/{village}/imports", .roles(keeper)), .post("/v/{village}/imports", .roles(keeper)),
  .get("/v/{village}/imports/{import}", .roles(keeper)), .post("/v/{village}/imports/{import}/mapping", .roles(keeper)),
  .get("/v/{village}/imports/{import}/progress", .roles(keeper)),
  .get("/v/{village}/imports/{import}/rejected.tsv", .roles(keeper)),
]

private let matterDoors: [Door] = [
  .get("/v/{village}/matters", .roles(readsMatters)), .get("/v/{village}/matters/{matter}", .roles(readsMatters)),
  .get("/g/{place}/matters", .roles(readsMatters.union([.groupLeader])), ["place": TestTown.qinghe + "01"]),
  .get(
    "/g/{place}/matters/{matter}", .roles(readsMatters.union([.groupLeader])), ["place": TestTown.qinghe + "01"]),
  .get("/v/{village}/families/{family}", .roles(readsMatters)),
  .post("/v/{village}/matters/{matter}/reporters", .roles(readsContacts)),
  .post("/v/{village}/matters/{matter}/progress", .roles(recordsProgress)),
  .post("/v/{village}/matters/{matter}/answer", .roles(recordsProgress)),
  .post("/v/{village}/matters/{matter}/closure", .roles(keeperAndCommittee)),
  .post("/v/{village}/matters/{matter}/reopening", .roles(keeperAndCommittee)),
  .post("/v/{village}/matters/{matter}/deliberation", .roles(keeperAndCommittee)),
  .post("/v/{village}/matters/{matter}/publication", .roles(keeperAndCommittee)),
  .post("/v/{village}/matters/{matter}/execution", .roles(keeperAndCommittee)),
  .get("/v/{village}/matters/{matter}/classification", .roles(reclassifies)),
  .post("/v/{village}/matters/{matter}/classification", .roles(reclassifies)),
  .get("/v/{village}/matters/{matter}/merges", .roles(keeper)),
  .post("/v/{village}/matters/{matter}/merges", .roles(keeper)),
  .post("/v/{village}/matters/{matter}/merges/{merge}/undoing", .roles(keeper)),
  .post("/v/{village}/families", .roles(reclassifies)),
  .post("/v/{village}/matters/{matter}/family", .roles(reclassifies)),
  .post("/v/{village}/families/{family}/classification", .roles(reclassifies)),
  .post("/v/{village}/families/{family}/progress", .roles(recordsProgress)),
  .post("/v/{village}/families/{family}/answer", .roles(recordsProgress)),
  .post("/v/{village}/families/{family}/closure", .roles(keeperAndCommittee)),
  .get("/v/{village}/matters/{matter}/release", .roles(keeper)),
  .post("/v/{village}/matters/{matter}/release", .roles(keeper)),
  .post("/v/{village}/photos/{photo}/release", .roles(keeper)),
  .get("/v/{village}/hot", .roles(readsMatters)), .get("/t/{town}/hot", .roles(readsTheTownsMatters)),
  .get("/v/{village}/hot/export.xlsx", .roles(exports)), .get("/v/{village}/hot/export.csv", .roles(exports)),
  .get("/t/{town}/hot/export.xlsx", .roles(townOfficer)), .get("/t/{town}/hot/export.csv", .roles(townOfficer)),
  .post("/v/{village}/matters/{matter}/key-mark", .roles(marksKeyMatters)),
  .post("/v/{village}/matters/{matter}/key-mark/end", .roles(marksKeyMatters)),
]

private let listDoors: [Door] = [
  .get("/v/{village}/registers", .roles(readsRegister)), .get("/v/{village}/registers/{class}", .roles(readsRegister)),
  .post("/v/{village}/registers/{class}/contacts", .roles(keeperAndCommittee)),
  .get("/v/{village}/registers/{class}/print", .roles(readsRegister)),
  .post("/v/{village}/registers/{class}/print/contacts", .roles(keeperAndCommittee)),
  .get("/v/{village}/registers/{class}/export.xlsx", .roles(exports)),
  .get("/v/{village}/registers/{class}/export.csv", .roles(exports)),
  .post("/v/{village}/registers/{class}/export.xlsx/contacts", .roles(keeperAndCommittee)),
  .post("/v/{village}/registers/{class}/export.csv/contacts", .roles(keeperAndCommittee)),
  .get("/v/{village}/registers/{class}/annex/{matter}", .roles(keeperAndCommittee)),
  .post("/v/{village}/registers/{class}/annex/{matter}/contacts", .roles(keeperAndCommittee)),
  .get("/v/{village}/keeper", .roles(committee)), .post("/v/{village}/keeper", .roles(committee)),
  .post("/v/{village}/settings/suggestions", .roles(administrator)),
  .get("/v/{village}/accuracy", .roles(seesAccuracy)),
  .get("/t/{town}/accuracy", .roles(seesTheTownsAccuracy)),
  .get("/v/{village}/poster", .roles(editsVillage)), .get("/v/{village}/settings", .roles(editsVillage)),
  .post("/v/{village}/settings", .roles(editsVillage)), .post("/v/{village}/landmarks", .roles(editsVillage)),
  .post("/v/{village}/landmarks/{landmark}/closure", .roles(editsVillage)),
  .post("/v/{village}/map", .roles(editsVillage)), .post("/v/{village}/map/removal", .roles(editsVillage)),
]
