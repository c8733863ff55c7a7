import Governance
import Store
import Values
import Web

enum PhotoStrings {
  static let photo = Text(zh: "照片（限有权的人）", en: "A photo, for those entitled")
  static let released = Text(zh: "公开发布的照片", en: "A released photo")
  static let release = Text(zh: "公开或收回一张照片", en: "Release a photo, or take it back")
  static let isReleased = Text(zh: "1 = 公开，0 = 收回", en: "1 = release, 0 = take back")
  static let noMatter = Refusal(
    rule: "photoOfNoMatter", reason: Text(zh: "这张照片还不属于任何事项。", en: "This photo belongs to no matter yet."),
    wayOut: Text(zh: "请先分流这条诉求。", en: "Triage the concern first."))
}

extension Transaction {
  /// A photo of the village; `NotFound` for one of a sealed concern, which no village sees.
  func photo(_ id: Int64, in key: VillageKey) throws -> PhotoRow {
    let row = try row(
      """
      SELECT * FROM photo p
      WHERE p.town = \(key.town) AND p.village = \(key.village) AND p.id = \(id)
        AND NOT EXISTS (SELECT 1 FROM concern c WHERE c.id = p.concern AND c.sealed <> 0)
      """)
    guard let row else { throw NotFound() }
    return try PhotoRow(row)
  }

  /// The file of a photo that anybody may see: released one by one, of a matter that is released with all it is merged
  /// into, of a kind that is public at all, and of no sealed or withdrawn concern.
  func releasedPhoto(_ id: Int64) throws -> String {
    let row = try row(
      """
      SELECT p.file AS file, m.class AS class, m.leaf AS leaf FROM photo p
      JOIN matter own ON own.id = p.matter AND own.town = p.town
      JOIN matter m ON m.id = own.root AND m.released_at IS NOT NULL
      WHERE p.id = \(id) AND p.released_at IS NOT NULL
        AND NOT EXISTS (
          SELECT 1 FROM concern c WHERE c.id = p.concern AND (c.sealed <> 0 OR c.state = 'withdrawn'))
      """)
    guard let row, !isCountOnly(leaf: try row.text("leaf"), class: try row.choice("class")) else { throw NotFound() }
    return try row.text("file")
  }
}

extension Write {
  /// Makes one photo of a matter public, or takes it back. Events `photo_released`, `photo_taken_back`.
  func release(photo id: Int64, isReleased: Bool, in key: VillageKey) throws -> ID<Matter> {
    guard let matter = try tx.photo(id, in: key).matter else { throw PhotoStrings.noMatter }
    let root = try tx.matter(tx.matter(matter, in: key).root, in: key)
    if isReleased, isCountOnly(leaf: root.routing.leaf, class: root.routing.matterClass) {
      throw MattersRefusals.countOnly
    }
    let at: Instant? = isReleased ? now : nil
    try tx.run("UPDATE photo SET released_at = \(at) WHERE id = \(id)")
    try record(
      isReleased ? "photo_released" : "photo_taken_back", Touched(photoEntity, id), town: key.town,
      village: key.village)
    return root.id
  }
}

struct PhotoJSON: Encodable, Sendable {
  let id: String
  let matter: ID<Matter>
  let isReleased: Bool

  static let sample = PhotoJSON(id: "1234567890123", matter: ID(1_234_567_890_124), isReleased: true)
}

/// What an id of a photo points at.
enum StoredPhoto {}

/// Photos through the permission check, and those released one by one for anybody.
package let photoRoutes: [Route] = [
  .get("/v/{village}/photos/{photo}", needs: .can(.readConcerns), PhotoStrings.photo, file: "image/jpeg") { request in
    let (key, id) = (try request.village(), try request.id("photo", as: StoredPhoto.self).value)
    let photo = try await request.app.database.read { tx in try tx.photo(id, in: key) }
    guard let bytes = request.app.files.get(photo.file) else { throw NotFound() }
    return .bytes(bytes, type: "image/jpeg", name: nil, cache: false)
  },
  // Not kept by caches: one taken back is gone at once.
  .get("/p/{photo}", needs: .anybody, PhotoStrings.released, file: "image/jpeg") { request in
    let id = try request.id("photo", as: StoredPhoto.self).value
    let file = try await request.app.database.read { tx in try tx.releasedPhoto(id) }
    guard let bytes = request.app.files.get(file) else { throw NotFound() }
    return .bytes(bytes, type: "image/jpeg", name: nil, cache: false)
  },
  .post(
    "/v/{village}/photos/{photo}/release", needs: .can(.releaseMatter), PhotoStrings.release,
    takes: [Parameter("released", PhotoStrings.isReleased, required: true)], gives: PhotoJSON.sample
  ) { request in
    let (key, id) = (try request.village(), try request.id("photo", as: StoredPhoto.self).value)
    guard !request.form["released"].isEmpty else { throw FieldErrors("released", WebWords.missing) }
    let (isReleased, code) = (request.form.isOn("released"), request.place?.code ?? "")
    return try await request.write { w in
      let matter = try w.release(photo: id, isReleased: isReleased, in: key)
      return Outcome(
        Link.matterRelease(code, matter), json: PhotoJSON(id: String(id), matter: matter, isReleased: isReleased))
    }
  },
]
