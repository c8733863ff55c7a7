import Governance
import Mechanism
import Store
import Values
import Web

/// What a person sends to merge: the matters (1...50) and why.
struct NewMerge: Sendable {
  let merged: [ID<Matter>]
  let reason: String

  init(_ form: Form, kept: ID<Matter>) throws(FieldErrors) {
    var errors = FieldErrors()
    merged = form.ids("merged", as: Matter.self, count: 1...50, &errors)
    if merged.contains(kept) { errors.add("merged", MergeStrings.withItself) }
    if Set(merged).count != merged.count { errors.add("merged", MergeStrings.twice) }
    reason = form.required("reason", max: 500, &errors) ?? ""
    guard errors.isEmpty else { throw errors }
  }
}

/// What a merge gives: its ids and the matter that is kept.
struct MergeJSON: Encodable, Sendable {
  let merges: [String]
  let kept: MatterJSON

  static let sample = MergeJSON(merges: ["1234567890123"], kept: .sample)
}

/// `GET` and `POST …/merges`, `POST …/merges/{merge}/undoing`.
package func mergeRoutes(_ catalogues: Catalogues) -> [Route] {
  [candidatesRoute(catalogues), mergeRoute(catalogues), undoRoute(catalogues)]
}

private func candidatesRoute(_ catalogues: Catalogues) -> Route {
  .get(
    "/v/{village}/matters/{matter}/merges", needs: .can(.mergeMatters), MergeStrings.title,
    takes: [Parameter("q", WebStrings.search)], gives: [MergeCandidateJSON.sample]
  ) { request in
    let shown = try await request.mergeCandidates(catalogues, search: request.query["q"])
    return try await request.answer(json: shown.candidates.map(MergeCandidateJSON.init)) {
      request.mergePage(shown)
    }
  }
}

private func mergeRoute(_ catalogues: Catalogues) -> Route {
  .post(
    "/v/{village}/matters/{matter}/merges", needs: .can(.mergeMatters), MergeStrings.title,
    takes: [
      Parameter("merged", MergeStrings.mergedMeaning, required: true),
      Parameter("reason", MergeStrings.reason, required: true), Parameter("version", MatterStrings.version),
    ], gives: MergeJSON.sample,
    rejected: { request, errors in
      let shown = try await request.mergeCandidates(catalogues, search: request.form["q"])
      return request.mergePage(shown, typed: Typed(form: request.form, errors: errors))
    }
  ) { request in
    let (key, id) = (try request.village(), try request.id("matter", as: Matter.self))
    let (new, version) = (try NewMerge(request.form, kept: id), try request.seenVersion())
    let code = request.place?.code ?? ""
    return try await request.write(orShow: { refusal in
      let shown = try await request.mergeCandidates(catalogues, search: request.form["q"])
      return request.mergePage(shown, typed: Typed(form: request.form, refusal: refusal))
    }) { w in
      _ = try w.editable(id, in: key, version: version)
      let merges = try w.merge(new.merged, into: id, in: key, reason: new.reason)
      let kept = MatterJSON(try w.tx.matter(id, in: key))
      return Outcome(
        Link.matter(code, id), json: MergeJSON(merges: merges.map(String.init), kept: kept), created: true)
    }
  }
}

private func undoRoute(_ catalogues: Catalogues) -> Route {
  .post(
    "/v/{village}/matters/{matter}/merges/{merge}/undoing", needs: .can(.mergeMatters), MergeStrings.undo,
    takes: [Parameter("reason", MergeStrings.reason)], gives: MatterJSON.sample,
    rejected: { request, errors in
      request.matterPage(
        try await request.matterView(catalogues), typed: Typed(form: request.form, errors: errors))
    }
  ) { request in
    let (key, id) = (try request.village(), try request.id("matter", as: Matter.self))
    let merge = try request.id("merge", as: Merging.self).value
    var errors = FieldErrors()
    let typed = request.form.text("reason", max: 500, &errors)
    guard errors.isEmpty else { throw errors }
    let reason = typed.isEmpty ? MergeStrings.undoReason.zh : typed
    let code = request.place?.code ?? ""
    return try await request.write(orShow: { refusal in
      request.matterPage(
        try await request.matterView(catalogues), typed: Typed(form: request.form, refusal: refusal))
    }) { w in
      guard try w.tx.merges(of: id, in: key).contains(where: { $0.id == merge && $0.kept == id }) else {
        throw NotFound()
      }
      let freed = try w.undoMerge(merge, in: key, reason: reason)
      return Outcome(Link.matter(code, freed), json: MatterJSON(try w.tx.matter(freed, in: key)))
    }
  }
}

/// What an id of a merge points at.
enum Merging {}
