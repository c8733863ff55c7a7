import Store
import Values
import Web

private let takesPlace = [
  Parameter("parent", Text(zh: "上级的代码", en: "Code of the place above"), required: true),
  Parameter("code", PlaceStrings.code, required: true),
  Parameter("level", PlaceStrings.level, of: PlaceInfo.Level.self),
]
private let takesDetails = [
  Parameter("name_zh", PlaceStrings.nameZh, required: true), Parameter("name_en", PlaceStrings.nameEn),
  Parameter("phone", PlaceStrings.phone), Parameter("address", PlaceStrings.address),
]

let placeRoutes: [Route] = [
  .get("/admin/{place}", needs: .can(.managePlaces), PlaceStrings.places, gives: PlacesJSON.sample) { request in
    try await placeAnswer(request, code: request.administered().code)
  },
  .get("/admin/{place}/places/{code}", needs: .can(.managePlaces), PlaceStrings.places, gives: PlacesJSON.sample) {
    try await placeAnswer($0, code: $0.parameters["code"] ?? "")
  },
  .post(
    "/admin/{place}/places", needs: .can(.managePlaces), PlaceStrings.addOne, takes: takesPlace + takesDetails,
    gives: PlaceJSON.sample, rejected: { try await rejectedPlace($0, $1, code: $0.form["parent"]) },
    handler: openPlace),
  .post(
    "/admin/{place}/place-list", needs: .can(.managePlaces), PlaceStrings.addMany,
    takes: [takesPlace[0], Parameter("lines", PlaceStrings.lines), Parameter("file", PlaceStrings.file, file: true)],
    gives: [PlaceJSON.sample], rejected: { try await rejectedPlace($0, $1, code: $0.form["parent"]) },
    handler: openPlaces),
  .post(
    "/admin/{place}/places/{code}", needs: .can(.managePlaces), PlaceStrings.change, takes: takesDetails,
    gives: PlaceJSON.sample,
    rejected: { try await rejectedPlace($0, $1, code: $0.parameters["code"] ?? "", changes: true) },
    handler: changePlace),
  .post(
    "/admin/{place}/places/{code}/closure", needs: .can(.managePlaces), PlaceStrings.close, gives: PlaceJSON.sample,
    handler: closePlace),
]

private func placeAnswer(_ request: Request, code: String) async throws -> Answer {
  let view = try await PlaceView(request.placeBelow(code: code), for: request)
  let administered = try request.administered()
  return try await request.answer(
    json: PlacesJSON(
      place: PlaceJSON(view.place), items: view.children.items.map(PlaceJSON.init), next: view.children.next)
  ) { placePage(request, administered, view) }
}

private func rejectedPlace(_ request: Request, _ errors: FieldErrors, code: String, changes: Bool = false) async throws
  -> HTMLPage
{
  let view = try await PlaceView(request.placeBelow(code: code), for: request)
  return placePage(request, try request.administered(), view, errors: errors, changes: changes)
}

private func openPlace(_ request: Request) async throws -> Answer {
  let (administered, parent) = (try request.administered(), try await request.placeBelow(code: request.form["parent"]))
  let new = try NewPlace(request.form, under: parent)
  let answer = try await request.write { w in
    let place = try w.openPlace(new)
    return Outcome(Link.adminPlace(administered.code, parent.code), json: PlaceJSON(place), created: true)
  }
  request.forgetPlaces()
  return answer
}

private func openPlaces(_ request: Request) async throws -> Answer {
  let (administered, parent) = (try request.administered(), try await request.placeBelow(code: request.form["parent"]))
  let lines = try placeLines(try request.pastedLines())
  return try await request.write { w in
    let news = try newPlaces(
      lines, under: (parent.id, parent.code, parent.level), isTaken: { try w.tx.place(code: $0) != nil },
      hasVillage: { name in
        guard let town = parent.town else { return false }
        return try w.tx.hasVillage(named: name, town: town, but: nil)
      })
    let places = try news.map { PlaceJSON(try w.openPlace($0)) }
    return Outcome(Link.adminPlace(administered.code, parent.code), json: places, created: true)
  }
}

private func changePlace(_ request: Request) async throws -> Answer {
  let administered = try request.administered()
  let place = try await request.placeBelow(code: request.parameters["code"] ?? "")
  var errors = FieldErrors()
  let details = PlaceDetails(request.form, &errors)
  guard errors.isEmpty else { throw errors }
  let answer = try await request.write { w in
    try w.changePlace(place.id, details)
    return Outcome(
      Link.adminPlace(administered.code, place.code), json: PlaceJSON(try w.existingPlace(place.id)))
  }
  request.forgetPlaces()
  return answer
}

private func closePlace(_ request: Request) async throws -> Answer {
  let administered = try request.administered()
  let place = try await request.placeBelow(code: request.parameters["code"] ?? "")
  let answer = try await request.write { w in
    try w.closePlace(place.id)
    return Outcome(
      Link.adminPlace(administered.code, place.code), json: PlaceJSON(try w.existingPlace(place.id)))
  }
  request.forgetPlaces()
  return answer
}
