import Foundation
import Governance
import Testing
import Values
import Web

@testable import sanshi

/// The description of the API names every value that a call may have, and the media types that go and come.
@Suite struct OpenAPIChoiceTests {
  private typealias Operation = [String: Any]

  private func paths(_ town: TestTown) async throws -> [String: [String: Operation]] {
    let answer = try await town.resident.get("/api/v1/openapi.json")
    return try required(answer.json["paths"] as? [String: [String: Operation]])
  }

  /// The values named for a field of a query or body.
  private func choices(_ name: String, _ operation: Operation) -> [String]? {
    var schema =
      (operation["parameters"] as? [[String: Any]])?
      .first { $0["name"] as? String == name }?["schema"] as? [String: Any]
    let body = (operation["requestBody"] as? [String: Any])?["content"] as? [String: [String: Any]]
    if let properties = (body?.values.first?["schema"] as? [String: Any])?["properties"] as? [String: [String: Any]] {
      schema = properties[name] ?? schema
    }
    return (schema?["items"] as? [String: Any] ?? schema)?["enum"] as? [String]
  }

  private func people(_ town: TestTown) async throws -> [Client] {
    [
      try await town.person([.registerKeeper, .villageCommittee, .supervisor], at: TestTown.qinghe),
      try await town.person([.townOfficer, .administrator], at: TestTown.town),
      try await town.person(.disciplineReader, at: TestTown.town),
      town.resident,
    ]
  }

  /// What the program offers instead when it refuses a word as none of those given.
  private func offered(_ answer: HTTPAnswer, for name: String) -> [String]? {
    let errors = answer.json["errors"] as? [[String: String]] ?? []
    let start = WebWords.oneOf([]).en
    guard answer.status == 422, let message = errors.first(where: { $0["field"] == name })?["message"],
      message.hasPrefix(start)
    else { return nil }
    return message.dropFirst(start.count).split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
  }

  /// Each field is sent with a word that no list has: where the program answers with its list, the description has it.
  @Test(arguments: Backend.all) func whatIsOneOfAFewNamesThem(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let paths = try await paths(town)
      let matter = try await town.matter(reporters: 1).description
      let concern = try await town.concern("桥栏杆断了").id.description
      var found: Set<String> = []
      for client in try await people(town) {
        for door in doors {
          guard let route = town.program.routes.first(where: { $0.path == door.path && $0.method == door.method }),
            [.both, .api].contains(route.mount),
            let operation = paths[route.apiPath]?[door.method.rawValue.lowercased()]
          else { continue }
          let address = "/api/v1" + door.address(concern: concern, matter: matter)
          for parameter in route.takes where !parameter.isFile {
            let wrong = "no-such-word"
            let answer =
              door.method == .get
              ? try await client.get("\(address)?\(parameter.name)=\(wrong)", headers: ["accept-language": "en"])
              : try await client.api(
                door.address(concern: concern, matter: matter), [parameter.name: wrong],
                headers: ["accept-language": "en"])
            guard let offered = offered(answer, for: parameter.name) else { continue }
            #expect(
              choices(parameter.name, operation).map(Set.init) == Set(offered), "\(route.path) \(parameter.name)")
            found.insert("\(route.path) \(parameter.name)")
          }
        }
      }
      #expect(found.count >= 20, "\(found.sorted())")
    }
  }

  @Test(arguments: Backend.all) func filesFeedsAndTablesSayWhatTheyAre(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let paths = try await paths(town)
      func answers(_ path: String, _ method: String = "get") -> Set<String> {
        let responses = paths[path]?[method]?["responses"] as? [String: [String: Any]]
        return Set((responses?["200"]?["content"] as? [String: Any] ?? [:]).keys)
      }
      func bodies(_ path: String) -> Set<String> {
        let body = paths[path]?["post"]?["requestBody"] as? [String: Any]
        return Set((body?["content"] as? [String: Any] ?? [:]).keys)
      }
      #expect(answers("/v/{village}/feed.xml") == ["application/rss+xml; charset=utf-8"])
      #expect(answers("/v/{village}/feed.json") == ["application/feed+json; charset=utf-8"])
      #expect(answers("/ical/{feed}") == ["text/calendar; charset=utf-8"])
      #expect(
        answers("/api/v1/v/{village}/imports/{import}/rejected.tsv") == ["text/tab-separated-values; charset=utf-8"])
      #expect(answers("/open311/v2/requests.xml") == ["text/xml"])
      #expect(answers("/open311/v2/requests.json") == ["application/json"])
      #expect(answers("/open311/v2/requests").count == 2)
      #expect(bodies("/api/v1/v/{village}/imports") == ["multipart/form-data"], "a file must come")
      #expect(bodies("/api/v1/v/{village}/report").count == 3, "photos may be left out")
      #expect(bodies("/api/v1/inbound/{hook}") == ["application/json"])
    }
  }

  /// Every address for programs is read as everybody: what answers has a media type of the description.
  @Test(arguments: Backend.all) func everyReadHasADescribedMediaType(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let paths = try await paths(town)
      let matter = try await town.matter(reporters: 1).description
      let concern = try await town.concern("桥栏杆断了").id.description
      var seen: Set<String> = []
      for door in doors where door.method == .get {
        guard let route = town.program.routes.first(where: { $0.path == door.path && $0.method == .get }),
          let responses = paths[route.apiPath]?["get"]?["responses"] as? [String: [String: Any]]
        else { continue }
        let described = Set((responses["200"]?["content"] as? [String: Any] ?? [:]).keys.map(bare))
        let prefix = route.apiPath == route.path ? "" : "/api/v1"
        for client in try await people(town) {
          let answer = try await client.get(prefix + door.address(concern: concern, matter: matter))
          guard answer.status == 200, let type = answer.headers["content-type"].map(bare) else { continue }
          #expect(described.contains(type), "\(door.path) answers \(type)")
          seen.insert(type)
        }
      }
      #expect(seen.isSuperset(of: ["application/json", "text/csv", "application/rss+xml", "text/xml"]), "\(seen)")
    }
  }

  private func bare(_ type: String) -> String { String(type.prefix { $0 != ";" }) }
}
