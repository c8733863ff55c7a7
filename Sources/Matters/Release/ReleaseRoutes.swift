import Governance
import Markup
import Mechanism
import Store
import Values
import Web

enum ReleaseStrings {
  static let title = Text(zh: "公开发布", en: "Release to the public")
  static let lead = Text(
    zh: "发布后，谁都能在村页面上看到公开标题、地点、进展状态和负责单位；原文、姓名和电话不会公开。",
    en: "Anybody then sees the public title, place, state and responsible body; never the words, names or numbers.")
  static let publicTitle = Text(zh: "公开标题", en: "Public title")
  static let titleHint = Text(zh: "说事不说人：不写姓名、电话、门牌", en: "The thing, not the person: no name, number or house")
  static let publicPlace = Text(zh: "公开地点", en: "Public place")
  static let placeHint = Text(zh: "写到小组或公共地点为止", en: "Down to the group or a public spot")
  static let submit = Text(zh: "公开发布", en: "Release")
  static let change = Text(zh: "更新公开内容", en: "Change what is public")
  static let takeBack = Text(zh: "收回", en: "Take back")
  static let takeBackAgain = Text(zh: "再点一次就收回", en: "Tap again to take it back")
  static let isPublic = Text(zh: "1 = 公开，0 = 收回", en: "1 = release, 0 = take back")
  static let notPublic = Text(zh: "还没有公开", en: "Not public")
  static let original = Text(zh: "内部标题", en: "Title in the office")
  static let photos = Text(zh: "照片一张一张公开", en: "Photos, released one by one")
  static let photosHint = Text(
    zh: "有人脸、门牌、车牌的照片不要公开。", en: "Do not release photos with faces, house numbers or number plates.")
  static let photosAfter = Text(zh: "事项公开以后，公开的照片才看得到。", en: "Released photos show once the matter is public.")
  static let showPhoto = Text(zh: "公开这张", en: "Release this one")
  static let hidePhoto = Text(zh: "收回这张", en: "Take this one back")
  static let photoIsPublic = Text(zh: "已公开", en: "Public")
  static let hasPhone = Text(zh: "里面有电话号码，请去掉", en: "It has a telephone number; please take it out")
  static let hasName = Text(zh: "里面有反映人的姓名，请去掉", en: "It has a reporter's name; please take it out")

  static func since(_ day: Day) -> Text { Text(zh: "\(day.spoken.zh)起公开", en: "Public since \(day.spoken.en)") }
}

/// What is to be public of a matter; parsed once, without telephone numbers.
struct NewRelease: Sendable {
  let title: String
  let place: String
  let isPublic: Bool

  init(_ form: Form) throws(FieldErrors) {
    var errors = FieldErrors()
    isPublic = form.isOn("public")
    if form["public"].isEmpty { errors.add("public", WebWords.missing) }
    title = form.text("public_title", max: 60, &errors)
    place = form.text("public_place", max: 60, &errors)
    if isPublic, title.isEmpty { errors.add("public_title", WebWords.missing) }
    for (field, text) in [("public_title", title), ("public_place", place)] where hasUnmaskedPhone(in: text) {
      errors.add(field, ReleaseStrings.hasPhone)
    }
    guard errors.isEmpty else { throw errors }
  }
}

extension Write {
  /// Releases a matter, or takes it back. Refused with the field when a reporter's name stands in what is to be public.
  func release(_ new: NewRelease, of id: ID<Matter>, in key: VillageKey, version: Int?) throws {
    let matter = try tx.matter(id, in: key)
    if new.isPublic {
      var errors = FieldErrors()
      for person in Set(try tx.view(linesOf: matter).compactMap(\.concern.person)) {
        let name = try tx.person(person, town: key.town, village: key.village)?.name ?? ""
        guard name.count >= 2 else { continue }
        if new.title.contains(name) { errors.add("public_title", ReleaseStrings.hasName) }
        if new.place.contains(name) { errors.add("public_place", ReleaseStrings.hasName) }
      }
      guard errors.isEmpty else { throw errors }
    }
    let (title, place) =
      new.isPublic || !new.title.isEmpty ? (new.title, new.place) : (matter.publicTitle, matter.publicPlace)
    try release(id, title: title, place: place, isPublic: new.isPublic, in: key, version: version)
  }
}

/// `GET` and `POST …/release`.
package func releaseRoutes(_ catalogues: Catalogues) -> [Route] {
  [
    .get(
      "/v/{village}/matters/{matter}/release", needs: .can(.releaseMatter), ReleaseStrings.title, mount: .page
    ) { request in
      .page(request.releasePage(try await request.matterView(catalogues)))
    },
    .post(
      "/v/{village}/matters/{matter}/release", needs: .can(.releaseMatter), ReleaseStrings.title,
      takes: [
        Parameter("public_title", ReleaseStrings.publicTitle, required: true),
        Parameter("public_place", ReleaseStrings.publicPlace),
        Parameter("public", ReleaseStrings.isPublic, required: true), Parameter("version", MatterStrings.version),
      ], gives: MatterJSON.sample,
      rejected: { request, errors in
        request.releasePage(
          try await request.matterView(catalogues), typed: Typed(form: request.form, errors: errors))
      }
    ) { request in
      let (key, id) = (try request.village(), try request.id("matter", as: Matter.self))
      let (new, version) = (try NewRelease(request.form), try request.seenVersion())
      let code = request.place?.code ?? ""
      return try await request.write(orShow: { refusal in
        request.releasePage(
          try await request.matterView(catalogues), typed: Typed(form: request.form, refusal: refusal))
      }) { w in
        try w.release(new, of: id, in: key, version: version)
        return Outcome(Link.matterRelease(code, id), json: MatterJSON(try w.tx.matter(id, in: key)))
      }
    },
  ]
}
