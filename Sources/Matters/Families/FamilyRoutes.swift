import Governance
import Mechanism
import Store
import Values
import Web

/// What an id of a family points at.
enum Family {}

struct FamilyJSON: Encodable, Sendable {
  let id: ID<Family>
  let title: String
  let `class`: MatterClass
  let leaf: String
  let members: [MatterJSON]
  /// What `version` of a write must be, or `If-Match`.
  let version: String

  init(_ family: FamilyRow, _ members: [MatterRow]) {
    (id, title, self.class, leaf) = (ID(family.id), family.title, family.matterClass, family.leaf)
    self.members = members.map(MatterJSON.init)
    version = familyStamp(members)
  }

  private init() {
    (id, title, self.class, leaf) = (ID(1_234_567_890_123), "路灯不亮", .government, "GM0901")
    (members, version) = ([.sample], "0123456789abcdef")
  }

  static let sample = FamilyJSON()
}

/// Families: the page, deciding together, making one, putting matters in and out.
package func familyRoutes(_ catalogues: Catalogues) -> [Route] {
  [familyRoute(catalogues), makeRoute(catalogues), memberRoute(catalogues), togetherClassRoute(catalogues)]
    + [EntryKind.progress, .answer, .closure].map { togetherRoute($0, catalogues) }
}

extension Request {
  fileprivate func familyID() throws -> Int64 { try id("family", as: Family.self).value }

  fileprivate func familyView(_ catalogues: Catalogues) async throws -> FamilyView {
    let (key, id, day) = (try village(), try familyID(), now.day)
    let view = try await app.database.read { tx in
      try tx.familyView(id, in: key, day: day, catalogues: catalogues)
    }
    guard view.members.allSatisfy(sees) else { throw NotFound() }
    return view
  }

  /// The stamp that the person saw: `If-Match` or the field `version`; nil when neither was sent.
  fileprivate var seenStamp: String? {
    if let ifMatch { return ifMatch == "*" ? nil : ifMatch.filter { $0 != "\"" && $0 != " " } }
    return form["version"].isEmpty ? nil : form["version"]
  }

  fileprivate func familyPage(_ catalogues: Catalogues, errors: FieldErrors) async throws -> HTMLPage {
    familyPage(try await familyView(catalogues), typed: Typed(form: form, errors: errors))
  }

  fileprivate func familyPage(_ catalogues: Catalogues, refusal: Refusal) async throws -> HTMLPage {
    familyPage(try await familyView(catalogues), typed: Typed(form: form, refusal: refusal))
  }
}

private func familyRoute(_ catalogues: Catalogues) -> Route {
  .get(
    "/v/{village}/families/{family}", needs: .can(.readMatters), FamilyStrings.family, gives: FamilyJSON.sample
  ) { request in
    let view = try await request.familyView(catalogues)
    if request.isAPI {
      return .json(try JSON.bytes(FamilyJSON(view.family, view.members)), status: 200, etag: view.stamp)
    }
    return .page(request.familyPage(view))
  }
}

private func makeRoute(_ catalogues: Catalogues) -> Route {
  .post(
    "/v/{village}/families", needs: .can(.manageFamilies), FamilyStrings.make,
    takes: [
      Parameter("ids", FamilyStrings.ids, required: true), Parameter("title", FamilyStrings.title, required: true),
    ], gives: FamilyJSON.sample,
    rejected: { request, errors in try await request.choosingPage(catalogues, errors: errors) }
  ) { request in
    let key = try request.village()
    var errors = FieldErrors()
    let ids = request.form.ids("ids", as: Matter.self, count: 2...200, &errors)
    let title = request.form.required("title", max: 40, &errors) ?? ""
    guard errors.isEmpty else { throw errors }
    let code = request.place?.code ?? ""
    return try await request.write(orShow: { refusal in
      try await request.choosingPage(
        catalogues, errors: FieldErrors("ids", refusal.reason + Text(zh: "", en: " ") + refusal.wayOut))
    }) { w in
      let family = try w.makeFamily(of: Array(Set(ids)).sorted(), title: title, in: key)
      let json = FamilyJSON(try w.tx.family(family, in: key), try w.tx.members(ofFamily: family, in: key))
      return Outcome(Link.family(code, family), json: json, created: true)
    }
  }
}

extension Request {
  /// The list with its checkboxes again, filtered as it was.
  fileprivate func choosingPage(_ catalogues: Catalogues, errors: FieldErrors) async throws -> HTMLPage {
    var fields: [String: [String]] = [:]
    for (name, values) in form.fields where name.hasPrefix("filter_") { fields[String(name.dropFirst(7))] = values }
    var list = try await matterList(catalogues, filter: MatterFilter(Form(fields: fields), now: now))
    (list.isChoosing, list.errors, list.typed) = (true, errors, form)
    return matterListPage(list)
  }
}

/// `POST /v/{village}/matters/{matter}/family`: the field `family` names the family, empty takes the matter out of its own.
private func memberRoute(_ catalogues: Catalogues) -> Route {
  .post(
    "/v/{village}/matters/{matter}/family", needs: .can(.manageFamilies), FamilyStrings.change,
    takes: [Parameter("family", FamilyStrings.familyID), Parameter("version", MatterStrings.version)],
    gives: MatterJSON.sample,
    rejected: { request, errors in
      request.matterPage(
        try await request.matterView(catalogues), typed: Typed(form: request.form, errors: errors))
    }
  ) { request in
    let (key, id) = (try request.village(), try request.id("matter", as: Matter.self))
    var errors = FieldErrors()
    let family = request.form.optionalID("family", as: Family.self, &errors)
    guard errors.isEmpty else { throw errors }
    let (version, code) = (try request.seenVersion(), request.place?.code ?? "")
    return try await request.write(orShow: { refusal in
      request.matterPage(
        try await request.matterView(catalogues), typed: Typed(form: request.form, refusal: refusal))
    }) { w in
      let old = try w.editable(id, in: key, version: version)
      try w.changeFamily(of: id, to: family?.value, in: key)
      let back = (family?.value ?? old.family).map { Link.family(code, $0) } ?? Link.matter(code, id)
      return Outcome(back, json: MatterJSON(try w.tx.matter(id, in: key)))
    }
  }
}

/// `POST /v/{village}/families/{family}/progress`, `/answer`, `/closure`: on every open member, in one transaction.
private func togetherRoute(_ kind: EntryKind, _ catalogues: Catalogues) -> Route {
  .post(
    "/v/{village}/families/{family}/\(kind.rawValue)", needs: .can(kind.needs), kind.step.name,
    takes: [
      Parameter("text", FamilyStrings.text, required: true), Parameter("version", FamilyStrings.version),
      Parameter("photos", MatterStrings.photosHint, file: true),
    ], gives: FamilyJSON.sample, bodyLimit: 40 << 20,
    rejected: { request, errors in try await request.familyPage(catalogues, errors: errors) }
  ) { request in
    let (key, id, stamp) = (try request.village(), try request.familyID(), request.seenStamp)
    let new = try NewEntry(request.form)
    let photos = try new.photos.map(request.app.files.put)
    let code = request.place?.code ?? ""
    return try await request.write(orShow: { refusal in
      try await request.familyPage(catalogues, refusal: refusal)
    }) { w in
      try w.enter(kind, new, photos: photos, onFamily: id, in: key, stamp: stamp, by: request)
      let json = FamilyJSON(try w.tx.family(id, in: key), try w.tx.members(ofFamily: id, in: key))
      return Outcome(Link.family(code, id), json: json)
    }
  }
}

private func togetherClassRoute(_ catalogues: Catalogues) -> Route {
  .post(
    "/v/{village}/families/{family}/classification", needs: .can(.reclassify), FamilyStrings.reclassify,
    takes: [
      Parameter("leaf", MatterListStrings.leaf, required: true),
      Parameter("reason", ClassificationStrings.reason, required: true),
      Parameter("lead", ClassificationStrings.otherLead), Parameter("limit_days", ClassificationStrings.days),
      Parameter("urgency", ClassificationStrings.urgency, oneOf: Urgency.allCases.map(\.code)),
      Parameter("version", FamilyStrings.version),
    ], gives: FamilyJSON.sample,
    rejected: { request, errors in try await request.familyPage(catalogues, errors: errors) }
  ) { request in
    let (key, id, stamp, day) = (try request.village(), try request.familyID(), request.seenStamp, request.now.day)
    let new = try NewClass(request.form)
    let bodies = try await request.knownBodies(try await request.catalogue().catalogue)
    let code = request.place?.code ?? ""
    return try await request.write(orShow: { refusal in
      try await request.familyPage(catalogues, refusal: refusal)
    }) { w in
      let catalogue = try catalogues.current(town: key.town, day: day, in: w.tx).catalogue
      try w.reclassify(family: id, to: new, in: catalogue, bodies, key, stamp: stamp)
      let json = FamilyJSON(try w.tx.family(id, in: key), try w.tx.members(ofFamily: id, in: key))
      return Outcome(Link.family(code, id), json: json)
    }
  }
}
