import Governance
import Mechanism
import Store
import Values
import Web

/// The pages and writes of one matter; with the list, its class, merges, family and release.
package func matterRoutes(_ catalogues: Catalogues) -> [Route] {
  matterListRoutes(catalogues) + [matterRoute(catalogues), reportersRoute]
    + EntryKind.allCases.map { entryRoute($0, catalogues) } + classificationRoutes(catalogues)
}

private func matterRoute(_ catalogues: Catalogues) -> Route {
  .get(
    "/v/{village}/matters/{matter}", needs: .can(.readMatters), MatterStrings.matter, gives: MatterDetailJSON.sample
  ) { request in
    let view = try await request.matterView(catalogues)
    return try await request.answer(
      version: view.matter.version,
      json: MatterDetailJSON(
        view, withWords: request.may(.readConcerns), goesByOrder: request.goesByOrder(view.matter))
    ) { request.matterPage(view) }
  }
}

/// Nine photos, each shrunk on the phone; or one or two as the camera made them.
private let photoBodyLimit = 40 << 20

/// `POST …/progress`, `/answer`, `/closure`, `/reopening`, `/deliberation`, `/publication`, `/execution`.
private func entryRoute(_ kind: EntryKind, _ catalogues: Catalogues) -> Route {
  let closing = kind == .closure ? [Parameter("withdrawn", MatterStrings.withdrawnMeaning)] : []
  return .post(
    "/v/{village}/matters/{matter}/\(kind.rawValue)", needs: .can(kind.needs), kind.step.name,
    takes: [
      Parameter("text", MatterStrings.text, required: true), Parameter("version", MatterStrings.version),
      Parameter("photos", MatterStrings.photosHint, file: true),
    ] + closing,
    gives: MatterJSON.sample, bodyLimit: photoBodyLimit,
    rejected: { request, errors in
      request.matterPage(
        try await request.matterView(catalogues), typed: Typed(form: request.form, errors: errors))
    }
  ) { request in
    let (key, id) = (try request.village(), try request.id("matter", as: Matter.self))
    let (new, version) = (try NewEntry(request.form), try request.seenVersion())
    let photos = try new.photos.map(request.app.files.put)
    let code = request.place?.code ?? ""
    return try await request.write(orShow: { refusal in
      request.matterPage(
        try await request.matterView(catalogues), typed: Typed(form: request.form, refusal: refusal))
    }) { w in
      let matter = try w.tx.matter(id, in: key)
      guard request.may(kind.needs, on: matter) else { throw NotAllowed() }
      if request.goesByOrder(matter) { throw MattersRefusals.hasOrder }
      try w.enter(kind, new, photos: photos, on: id, in: key, version: version)
      return Outcome(Link.matter(code, id), json: MatterJSON(try w.tx.matter(id, in: key)))
    }
  }
}
