import Foundation
import Testing
import Values
import Web

@testable import sanshi

/// How an address is asked: HEAD as GET, any other method with what it is asked by.
@Suite struct MethodTests {
  private var v: String { "/v/\(TestTown.qinghe)" }

  @Test(arguments: Backend.all) func headIsAnsweredAsGetWithoutABody(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let keeper = try await town.keeper()
      _ = try await town.matter()
      let paths = [
        "/", v, "/sign-in", "/api", "/health", "/nowhere", "/assets/css/all.css", "\(v)/feed.json", "\(v)/concerns",
        "\(v)/registers/community/export.csv", "/api/v1/nowhere", "/api/v1/openapi.json", "/api/v1\(v)",
        "/api/v1\(v)/concerns", "/api/v1\(v)/registers/community", "/api/v1\(v)/registers/community/export.csv",
        "/api/v1/v/none/concerns",
      ]
      for path in paths {
        let got = try await keeper.get(path)
        let head = try await keeper.send("HEAD", path, [:], Data())
        #expect(head.status == got.status && head.body.isEmpty, "\(path): \(head.status) \(head.body.count)")
        for name in ["content-type", "content-length", "etag", "cache-control", "content-security-policy"] {
          #expect(head.headers[name] == got.headers[name], "\(path) \(name)")
        }
        #expect(Int(head.headers["content-length"] ?? "") == got.body.count, "\(path)")
      }
      let stranger = try await town.resident.send("HEAD", "/api/v1\(v)/concerns", [:], Data())
      #expect(stranger.status == 401 && stranger.body.isEmpty)
    }
  }

  @Test(arguments: Backend.all) func anotherMethodIsToldWhatTheAddressTakes(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let expected = [
        ("DELETE", v, "GET, HEAD"), ("PUT", "\(v)/concerns", "GET, HEAD, POST"), ("GET", "/sign-out", "POST"),
        ("HEAD", "/sign-out", "POST"), ("POST", "\(v)/registers/community", "GET, HEAD"),
        ("OPTIONS", "\(v)/report", "GET, HEAD, POST"), ("POST", "/health", "GET, HEAD"),
        // The pattern decides: a village that is not there, and one that the caller may not see.
        ("PATCH", "/v/none99/concerns", "GET, HEAD, POST"), ("PATCH", "/v/\(TestTown.riverside)/calls", "GET, HEAD"),
      ]
      let keeper = try await town.keeper()
      for (method, path, allow) in expected {
        for client in [keeper, town.resident] {
          let page = try await client.send(method, path, [:], Data())
          #expect(page.status == 405 && page.headers["allow"] == allow, "\(method) \(path): \(page.status)")
          #expect(page.headers["content-type"] == "text/html; charset=utf-8")
          #expect(page.body.isEmpty == (method == "HEAD"), "\(method) \(path)")
        }
        guard path != "/sign-out" else { continue }
        let answer = try await town.resident.send(method, "/api/v1" + path, [:], Data())
        #expect(answer.status == 405 && answer.headers["allow"] == allow, "\(method) /api/v1\(path)")
        #expect(answer.headers["content-type"] == "application/problem+json")
        #expect(answer.json["type"] as? String == "urn:sanshi:problem:otherMethod", "\(answer.text)")
      }
      #expect(try await keeper.send("PUT", "/nowhere", [:], Data()).status == 404)
      #expect(try await keeper.send("DELETE", "\(v)/nowhere", [:], Data()).headers["allow"] == nil)
    }
  }

  @Test func everyAddressAllowsTheMethodsOfTheTable() async throws {
    try await TestTown.run(on: .sqlite) { town in
      for door in doors {
        let mounts = town.program.routes.filter { $0.path == door.path && $0.method == door.method }.map(\.mount)
        let prefix = mounts == [.api] ? "/api/v1" : ""
        let answer = try await town.resident.send(
          "DELETE", prefix + door.address(concern: "9", matter: "9"), [:], Data())
        let allowed = (answer.headers["allow"] ?? "").components(separatedBy: ", ")
        #expect(answer.status == 405 && allowed.contains(door.method.rawValue), "\(door.path): \(allowed)")
      }
    }
  }
}
