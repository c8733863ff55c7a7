import Foundation

/// An answer as it came over the wire.
struct HTTPAnswer: Sendable {
  let status: Int
  let headers: [String: String]
  let cookies: [String: String]
  let body: Data

  var text: String { String(decoding: body, as: UTF8.self) }
  var location: String { headers["location"] ?? "" }

  /// The JSON object of the body; empty when it is none.
  var json: [String: Any] { (try? JSONSerialization.jsonObject(with: body)) as? [String: Any] ?? [:] }
  var items: [[String: Any]] { json["items"] as? [[String: Any]] ?? [] }
}

/// A browser or program of one person: keeps cookies, follows nothing by itself. Every call is a connection of its own,
/// so that what is tested is the whole server.
final class Client: @unchecked Sendable {
  let port: Int
  /// Guarded by `lock`.
  private var cookies: [String: String]
  private let lock = NSLock()
  let csrf: String
  let bearer: String?

  init(port: Int, cookies: [String: String] = [:], csrf: String = "", bearer: String? = nil) {
    (self.port, self.cookies, self.csrf, self.bearer) = (port, cookies, csrf, bearer)
  }

  /// The same browser with another token of forms.
  func withToken(_ token: String) -> Client {
    Client(port: port, cookies: lock.withLock { cookies }, csrf: token, bearer: bearer)
  }

  func get(_ path: String, headers: [String: String] = [:]) async throws -> HTTPAnswer {
    try await send("GET", path, headers, Data())
  }

  /// A form as a browser sends it, with the session's token.
  func post(_ path: String, _ fields: [(String, String)] = [], headers: [String: String] = [:]) async throws
    -> HTTPAnswer
  {
    let pairs = (fields + [("csrf", csrf)]).map { "\(Self.encoded($0.0))=\(Self.encoded($0.1))" }
    let all = headers.merging(["Content-Type": "application/x-www-form-urlencoded"]) { given, _ in given }
    return try await send("POST", path, all, Data(pairs.joined(separator: "&").utf8))
  }

  /// JSON to the API, as a program sends it.
  func api(_ path: String, _ object: [String: Any], headers: [String: String] = [:]) async throws -> HTTPAnswer {
    let all = headers.merging(["Content-Type": "application/json", "X-CSRF-Token": csrf]) { given, _ in given }
    return try await send("POST", "/api/v1" + path, all, try JSONSerialization.data(withJSONObject: object))
  }

  /// A form with files.
  func upload(
    _ path: String, _ fields: [(String, String)], files: [(field: String, name: String, type: String, bytes: Data)]
  ) async throws -> HTTPAnswer {
    let boundary = "----sanshi\(UInt64.random(in: 0...UInt64.max))"
    var body = Data()
    for (name, value) in fields + [("csrf", csrf)] {
      body += Data("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
    }
    for file in files {
      body += Data(
        "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(file.field)\"; filename=\"\(file.name)\"\r\nContent-Type: \(file.type)\r\n\r\n"
          .utf8)
      body += file.bytes + Data("\r\n".utf8)
    }
    body += Data("--\(boundary)--\r\n".utf8)
    return try await send("POST", path, ["Content-Type": "multipart/form-data; boundary=\(boundary)"], body)
  }

  static func encoded(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? text
  }

  func send(_ method: String, _ path: String, _ headers: [String: String], _ body: Data) async throws -> HTTPAnswer {
    var lines = ["\(method) \(path) HTTP/1.1", "Host: 127.0.0.1:\(port)", "Connection: close"]
    let held = lock.withLock { cookies }
    if !held.isEmpty { lines.append("Cookie: " + held.map { "\($0)=\($1)" }.joined(separator: "; ")) }
    if let bearer { lines.append("Authorization: Bearer \(bearer)") }
    for (name, value) in headers { lines.append("\(name): \(value)") }
    if method == "POST" { lines.append("Content-Length: \(body.count)") }
    let request = Data((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body
    let raw = try await Self.exchange(request, port: port)
    let answer = try Self.parsed(raw)
    lock.withLock { for (name, value) in answer.cookies { cookies[name] = value } }
    return answer
  }

  private static func exchange(_ request: Data, port: Int) async throws -> Data {
    try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(with: Result { try blockingExchange(request, port: port) }) }
    }
  }

  private static func blockingExchange(_ request: Data, port: Int) throws -> Data {
    let handle = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(handle) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let connected = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(handle, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard connected == 0 else { throw ClientError.cannotConnect }
    // The server may answer before it has read all (a body too large): so it is read while sending goes on.
    let sender = DispatchGroup()
    DispatchQueue.global().async(group: sender) { send(all: request, to: handle) }
    let answer = received(from: handle)
    shutdown(handle, Int32(SHUT_RDWR))
    sender.wait()
    return answer
  }

  private static func send(all request: Data, to handle: Int32) {
    request.withUnsafeBytes { bytes in
      var sent = 0
      while sent < bytes.count {
        let count = Glibc.send(handle, bytes.baseAddress?.advanced(by: sent), bytes.count - sent, Int32(MSG_NOSIGNAL))
        if count <= 0 { break }
        sent += count
      }
    }
  }

  /// All until the server closes, or until the announced length is there.
  private static func received(from handle: Int32) -> Data {
    var answer = Data()
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = recv(handle, &buffer, buffer.count, 0)
      if count <= 0 { break }
      answer.append(contentsOf: buffer[0..<count])
      guard let gap = answer.range(of: Data("\r\n\r\n".utf8)) else { continue }
      let head = String(decoding: answer[..<gap.lowerBound], as: UTF8.self).lowercased()
      let length = head.components(separatedBy: "\r\n").first { $0.hasPrefix("content-length:") }
        .flatMap { Int($0.dropFirst("content-length:".count).trimmingCharacters(in: .whitespaces)) }
      if let length, answer.count >= gap.upperBound + length { break }
    }
    return answer
  }

  private static func parsed(_ raw: Data) throws -> HTTPAnswer {
    guard let gap = raw.range(of: Data("\r\n\r\n".utf8)) else { throw ClientError.noAnswer }
    let lines = String(decoding: raw[..<gap.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
    guard let status = lines.first?.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else {
      throw ClientError.noAnswer
    }
    var headers: [String: String] = [:]
    var cookies: [String: String] = [:]
    for line in lines.dropFirst() {
      let halves = line.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
      guard halves.count == 2 else { continue }
      if halves[0].lowercased() == "set-cookie" {
        let pair = halves[1].split(separator: ";")[0].split(separator: "=", maxSplits: 1).map(String.init)
        cookies[pair[0]] = pair.count > 1 ? pair[1] : ""
        headers["set-cookie", default: ""] += halves[1] + "\n"
      } else {
        headers[halves[0].lowercased()] = halves[1]
      }
    }
    var body = Data(raw[gap.upperBound...])
    if headers["transfer-encoding"] == "chunked" { body = unchunked(body) }
    return HTTPAnswer(status: status, headers: headers, cookies: cookies, body: body)
  }

  private static func unchunked(_ data: Data) -> Data {
    var rest = data[...]
    var body = Data()
    while let end = rest.range(of: Data("\r\n".utf8)),
      let size = Int(String(decoding: rest[rest.startIndex..<end.lowerBound], as: UTF8.self), radix: 16), size > 0,
      rest.endIndex >= end.upperBound + size
    {
      body += rest[end.upperBound..<(end.upperBound + size)]
      rest = rest[min(end.upperBound + size + 2, rest.endIndex)...]
    }
    return body
  }
}

enum ClientError: Error { case cannotConnect, noAnswer }
