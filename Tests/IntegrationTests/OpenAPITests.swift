import Foundation
import Governance
import Testing
import Values
import Web

@testable import sanshi

/// The description of the API says what the API does.
@Suite struct OpenAPITests {
  private func description(_ town: TestTown) async throws -> [String: [String: [String: Any]]] {
    let answer = try await town.resident.get("/api/v1/openapi.json")
    #expect(answer.status == 200 && answer.json["openapi"] as? String == "3.1.0")
    return try required(answer.json["paths"] as? [String: [String: [String: Any]]])
  }

  /// The schema that an operation describes for a status, or its problem.
  private func schema(_ operation: [String: Any], _ status: String = "200") -> [String: Any]? {
    let responses = operation["responses"] as? [String: [String: Any]]
    let content = responses?[status]?["content"] as? [String: [String: Any]]
    return (content?["application/json"] ?? content?["text/xml"])?["schema"] as? [String: Any]
  }

  /// What the value has that the schema does not know, or has with another type.
  private func faults(_ value: Any, _ schema: [String: Any], at path: String) -> [String] {
    if value is NSNull || schema.isEmpty { return [] }
    switch value {
    case let object as [String: Any]:
      guard let properties = schema["properties"] as? [String: [String: Any]] else {
        return schema["type"] as? String == "object" ? [] : ["\(path) is an object"]
      }
      return object.flatMap { name, value in
        properties[name].map { faults(value, $0, at: "\(path).\(name)") } ?? ["\(path).\(name) is not described"]
      }
    case let list as [Any]:
      guard let items = schema["items"] as? [String: Any] else { return ["\(path) is a list"] }
      return list.prefix(3).flatMap { faults($0, items, at: path + "[]") }
    case is String: return schema["type"] as? String == "string" ? [] : ["\(path) is text"]
    default:
      return ["number", "integer", "boolean"].contains(schema["type"] as? String ?? "") ? [] : ["\(path) is a number"]
    }
  }

  @Test(arguments: Backend.all) func everyRouteOfTheAPIIsDescribedWithItsParameters(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let paths = try await description(town)
      for route in town.program.routes where route.mount != .page {
        let operation = try required(paths[route.apiPath]?[route.method.rawValue.lowercased()])
        #expect((operation["summary"] as? String)?.isEmpty == false, "\(route.path)")
        let parameters = operation["parameters"] as? [[String: Any]] ?? []
        let named = Set(parameters.compactMap { $0["name"] as? String })
        #expect(named.isSuperset(of: route.pathParameters), "\(route.path)")
        let isFile = route.file.map { file in
          let responses = operation["responses"] as? [String: [String: Any]]
          return (responses?["200"]?["content"] as? [String: Any])?[file] != nil
        }
        #expect(
          schema(operation) != nil || isFile == true, "\(route.method.rawValue) \(route.path) describes no answer")
      }
      let ids = paths.values.flatMap { $0.values }.compactMap { $0["operationId"] as? String }
      #expect(Set(ids).count == ids.count, "two operations bear one name")
    }
  }

  @Test(arguments: Backend.all) func everyReadAnswersAsDescribed(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let key = try town.key()
      let concern = try await town.concern("桥栏杆断了", name: "张三", phone: "19900001234").id.description
      let (a, b) = try await (town.matter(reporters: 2), town.matter(reporters: 1))
      let sealed = try await town.concern("村主任贪污", sealed: true).id.description
      try await town.program.app.write { w in
        _ = try w.merge([b], into: a, in: key, reason: "同一件事")
        try w.enter(.answer("下周换灯"), on: a, in: key)
        try w.release(a, title: "三组路灯不亮", place: "三组", isPublic: true, in: key)
      }
      let people = [
        try await town.person([.registerKeeper, .villageCommittee, .supervisor], at: TestTown.qinghe),
        try await town.person([.townOfficer, .administrator], at: TestTown.town),
        try await town.person(.disciplineReader, at: TestTown.town),
        try await town.person(.countyOfficer, at: TestTown.county),
      ]
      let answered = try await readAll(town, people, concern: concern, sealed: sealed, matter: a.description)
      #expect(answered.count >= 30, "\(answered.sorted())")
    }
  }

  /// Reads every address as everybody; gives the paths that answered.
  private func readAll(
    _ town: TestTown, _ people: [Client], concern: String, sealed: String, matter: String
  ) async throws -> Set<String> {
    let paths = try await description(town)
    var answered: Set<String> = []
    for door in doors where door.method == .get {
      guard let operation = paths["/api/v1" + door.path]?["get"], let schema = schema(operation) else { continue }
      let address = door.address(concern: door.path.contains("/sealed/") ? sealed : concern, matter: matter)
      for client in people {
        let answer = try await client.get("/api/v1" + address)
        #expect(answer.status < 500, "\(address): \(answer.status)")
        if try expectDescribed(answer, schema, door.path) { answered.insert(door.path) }
      }
    }
    return answered
  }

  /// Whether it is JSON; what of it is not described is an issue.
  private func expectDescribed(_ answer: HTTPAnswer, _ schema: [String: Any], _ path: String) throws -> Bool {
    if answer.status >= 400 { expectProblem(answer, path) }
    guard answer.status == 200, answer.headers["content-type"] == "application/json" else { return false }
    let value = try JSONSerialization.jsonObject(with: answer.body, options: .fragmentsAllowed)
    let faults = faults(value, schema, at: path)
    #expect(faults.isEmpty, "\(faults.prefix(5))")
    return true
  }

  private func expectProblem(_ answer: HTTPAnswer, _ what: String) {
    #expect(answer.headers["content-type"] == "application/problem+json", "\(what)")
    #expect(answer.json["status"] as? Int == answer.status, "\(what)")
    for name in ["type", "title"] { #expect((answer.json[name] as? String)?.isEmpty == false, "\(what): \(name)") }
    let known: Set = ["type", "title", "status", "detail", "errors"]
    #expect(Set(answer.json.keys).isSubset(of: known), "\(what)")
  }

  @Test(arguments: Backend.all) func everyWriteWithoutContentAnswersAProblem(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let people = [
        try await town.person([.registerKeeper, .villageCommittee], at: TestTown.qinghe),
        try await town.person([.townOfficer, .administrator], at: TestTown.town),
        try await town.person(.disciplineReader, at: TestTown.town),
      ]
      for door in doors where door.method == .post {
        let isAPI = town.program.routes.contains {
          $0.path == door.path && $0.method == .post && [.both, .api].contains($0.mount)
        }
        guard isAPI else { continue }
        let address = door.address(concern: "9", matter: "9")
        for client in people + [town.resident] {
          let answer = try await client.api(address, [:])
          #expect(answer.status < 500, "\(address): \(answer.status)")
          if answer.status >= 400 { expectProblem(answer, address) }
          if answer.status == 422 {
            let fields = (answer.json["errors"] as? [[String: String]] ?? []).compactMap { $0["field"] }
            #expect(!fields.isEmpty, "\(address) names no field")
          }
        }
      }
    }
  }
}
