import Matters
import People
import Store
import Values
import Web

/// What a village sets for its public page.
let settingsRoutes: [Route] = [
  .get(
    "/v/{village}/settings", needs: .can(.editVillage), SettingsStrings.summary, gives: VillageSettingsJSON.sample
  ) { request in
    let view = try await SettingsView(request)
    return try await request.answer(json: VillageSettingsJSON(view)) { request.settingsPage(view) }
  },
  .post(
    "/v/{village}/settings", needs: .can(.editVillage), SettingsStrings.saveContact,
    takes: [Parameter("phone", SettingsStrings.phone), Parameter("address", SettingsStrings.address)],
    gives: VillageSettingsJSON.sample, rejected: { try await $0.settingsPage(rejecting: .contact, $1) }
  ) { request in
    let (key, code) = (try request.village(), request.placeCode)
    let contact = try PlaceContact(request.form)
    return try await request.write { w in
      try w.changeContact(of: key.village, contact)
      return Outcome(Link.villageSettings(code), json: VillageSettingsJSON(try SettingsView(key, in: w.tx)))
    }
  },
]

/// Whether suggestions are shown in the village.
let suggestionSwitchRoutes: [Route] = [
  .post(
    "/v/{village}/settings/suggestions", needs: .can(.switchSuggestions), AccuracyStrings.switchSummary,
    takes: [Parameter("on", AccuracyStrings.onParameter, required: true)], gives: VillageSettingsJSON.sample,
    rejected: { try await $0.settingsPage(rejecting: .suggestions, $1) }
  ) { request in
    let (key, code, typed) = (try request.village(), request.placeCode, request.form["on"])
    guard typed == "1" || typed == "0" else { throw FieldErrors("on", AccuracyStrings.chooseOn) }
    return try await request.write { w in
      try w.switchSuggestions(on: typed == "1", in: key)
      return Outcome(
        Link.villageSettings(code) + "#suggestions", json: VillageSettingsJSON(try SettingsView(key, in: w.tx)))
    }
  }
]

/// The list of landmarks that reporters choose from.
let landmarkRoutes: [Route] = [
  .post(
    "/v/{village}/landmarks", needs: .can(.editVillage), SettingsStrings.landmarksSummary,
    takes: [
      Parameter("name_zh", SettingsStrings.nameZh, required: true), Parameter("name_en", SettingsStrings.nameEn),
      Parameter("lat", WebStrings.latitude), Parameter("lon", WebStrings.longitude),
    ], gives: VillageSettingsJSON.sample, rejected: { try await $0.settingsPage(rejecting: .landmark, $1) }
  ) { request in
    let (key, code) = (try request.village(), request.placeCode)
    let new = try NewLandmark(request.form)
    return try await request.write { w in
      try w.addLandmark(new, in: key)
      return Outcome(
        Link.villageSettings(code) + "#landmarks", json: VillageSettingsJSON(try SettingsView(key, in: w.tx)),
        created: true)
    }
  },
  .post(
    "/v/{village}/landmarks/{landmark}/closure", needs: .can(.editVillage), SettingsStrings.closeLandmark,
    gives: VillageSettingsJSON.sample
  ) { request in
    let (key, code) = (try request.village(), request.placeCode)
    let id = try request.id("landmark", as: StoredFile.self)
    return try await request.write { w in
      try w.closeLandmark(id, in: key)
      return Outcome(
        Link.villageSettings(code) + "#landmarks", json: VillageSettingsJSON(try SettingsView(key, in: w.tx)))
    }
  },
]

/// The small map of a village. The body may be a little larger than the file.
let mapRoutes: [Route] = [
  .post(
    "/v/{village}/map", needs: .can(.editVillage), SettingsStrings.mapSummary,
    takes: [Parameter("map", SettingsStrings.mapFileHint, required: true, file: true)],
    gives: VillageSettingsJSON.sample, bodyLimit: VillageMap.mostBytes + (256 << 10),
    rejected: { try await $0.settingsPage(rejecting: .map, $1) }
  ) { request in
    let (key, code) = (try request.village(), request.placeCode)
    let map = try VillageMap(request.form.uploads("map").first?.bytes ?? [])
    return try await request.write { w in
      try w.setVillageMap(map, of: key)
      return Outcome(
        Link.villageSettings(code) + "#map", json: VillageSettingsJSON(try SettingsView(key, in: w.tx)))
    }
  },
  .post(
    "/v/{village}/map/removal", needs: .can(.editVillage), SettingsStrings.removeMap,
    gives: VillageSettingsJSON.sample
  ) { request in
    let (key, code) = (try request.village(), request.placeCode)
    return try await request.write { w in
      try w.removeVillageMap(of: key)
      return Outcome(
        Link.villageSettings(code) + "#map", json: VillageSettingsJSON(try SettingsView(key, in: w.tx)))
    }
  },
]

/// What the settings of a village are.
struct SettingsView: Sendable {
  let phone: String
  let address: String
  let landmarks: [LandmarkRow]
  let hasMap: Bool
  /// Whether suggestions are shown.
  let suggests: Bool

  init(_ request: Request) async throws {
    let key = try request.village()
    self = try await request.app.database.read { tx in try SettingsView(key, in: tx) }
  }

  init(_ key: VillageKey, in tx: Transaction) throws {
    guard let place = try tx.place(key.village) else { throw NotFound() }
    (phone, address) = (place.phone, place.address)
    landmarks = try tx.landmarks(of: key)
    hasMap = try tx.hasVillageMap(key)
    suggests = try tx.suggests(in: key)
  }
}

struct VillageSettingsJSON: Encodable, Sendable {
  struct Landmark: Encodable, Sendable {
    let id: String
    let name: Text
    let latitude: Double?
    let longitude: Double?
  }
  let phone: String
  let address: String
  let landmarks: [Landmark]
  let hasMap: Bool
  /// Whether suggestions are shown.
  let suggests: Bool

  init(_ view: SettingsView) {
    (phone, address, hasMap, suggests) = (view.phone, view.address, view.hasMap, view.suggests)
    landmarks = view.landmarks.map {
      Landmark(id: String($0.id), name: $0.name, latitude: $0.latitude, longitude: $0.longitude)
    }
  }

  private init() {
    (phone, address, hasMap, suggests) = ("08181234567", "青山村二组", true, true)
    landmarks = [
      Landmark(id: "8", name: Text(zh: "石桥", en: "Stone Bridge"), latitude: 30.61114, longitude: 104.87408)
    ]
  }

  static let sample = VillageSettingsJSON()
}
