import Documents
import Store
import Values
import Web

extension Request {
  /// The county or town of the address whose administrator this is; `NotFound` for what lies below.
  func administered() throws -> PlaceInfo {
    guard let place, place.level == .county || place.level == .town else { throw NotFound() }
    return place
  }

  /// A place by its code: the administered one or one below it; `NotFound` otherwise.
  func placeBelow(code: String) async throws -> PlaceRow {
    let administered = try administered()
    guard let place = try await app.database.read({ try $0.place(code: code) }), place.isWithin(administered) else {
      throw NotFound()
    }
    return place
  }

  /// The pasted lines of `lines`, or the text of the file in `file` (UTF-8, UTF-16, GB18030).
  /// - Throws: `FieldErrors` of `file` when it holds no text.
  func pastedLines() throws -> String {
    guard let upload = form.uploads("file").first else { return form["lines"] }
    guard let text = try? TextDecoding.decode(upload.bytes) else { throw FieldErrors("file", PlaceStrings.notText) }
    return text
  }
}

extension PlaceRow {
  func isWithin(_ administered: PlaceInfo) -> Bool {
    administered.level == .county ? county == administered.id : town == administered.id
  }
}

/// What the page of a place shows to its administrator.
struct PlaceView: Sendable {
  let place: PlaceRow
  let above: PlaceRow?
  let children: Page<PlaceRow>
  let holders: [Holder]

  struct Holder: Sendable {
    let account: AccountRow
    let membership: MembershipRow
  }

  init(_ place: PlaceRow, for request: Request) async throws {
    let (after, limit, day) = (request.after(Place.self), request.limit(), request.now.day)
    self.place = place
    (above, children, holders) = try await request.app.database.read { tx in
      (
        try place.parent.flatMap { try tx.place($0) },
        Page(try tx.children(of: place.id, after: after, limit: limit), limit: limit) { $0.id.description },
        try tx.holders(at: place, on: day).map { Holder(account: $0.account, membership: $0.membership) }
      )
    }
  }
}

struct PlaceJSON: Encodable, Sendable {
  let id: ID<Place>
  let code: String
  let level: PlaceInfo.Level
  let name: Text
  let phone: String
  let address: String
  let closedAt: Instant?

  init(_ place: PlaceRow) {
    (id, code, level, name) = (place.id, place.code, place.level, place.name)
    (phone, address, closedAt) = (place.phone, place.address, place.closedAt)
  }

  private init() {
    (id, code, level, name) = (ID(1), "", .village, Text(same: ""))
    (phone, address, closedAt) = ("", "", Instant(milliseconds: 0))
  }

  static let sample = PlaceJSON()
}

struct PlacesJSON: Encodable, Sendable {
  let place: PlaceJSON
  let items: [PlaceJSON]
  let next: String?

  static let sample = PlacesJSON(place: .sample, items: [.sample], next: "")
}
