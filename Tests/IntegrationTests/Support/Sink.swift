import Foundation
import Synchronization

/// A gateway on this machine for tests: takes requests, remembers them, answers as the test says.
final class Sink: Sendable {
  struct Taken: Sendable {
    let path: String
    let headers: [String: String]
    let body: String
  }

  let port: Int
  private let listener: Int32
  /// Status and body; nil: the connection ends without an answer.
  typealias Respond = @Sendable (Taken) -> (Int, String)?

  private let state = Mutex((taken: [Taken](), respond: { _ in (200, "{\"code\":0}") } as Respond))

  init() throws {
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let (handle, length) = (listener, size)
    let isBound = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(handle, pointer, length) == 0 && listen(handle, 64) == 0 && getsockname(handle, pointer, &size) == 0
      }
    }
    guard isBound else { throw ClientError.cannotConnect }
    port = Int(UInt16(bigEndian: address.sin_port))
    Thread.detachNewThread { [self] in
      while true {
        let connection = accept(handle, nil, nil)
        if connection < 0 { return }
        Thread.detachNewThread { self.serve(connection) }
      }
    }
  }

  deinit { close() }

  var taken: [Taken] { state.withLock { $0.taken } }
  func answer(_ status: Int, _ body: String = "{\"code\":0}") { respond { _ in (status, body) } }
  func respond(_ respond: @escaping Respond) { state.withLock { $0.respond = respond } }
  func close() { shutdown(listener, Int32(SHUT_RDWR)) }

  private func serve(_ connection: Int32) {
    defer { Glibc.close(connection) }
    var held = Data()
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = recv(connection, &buffer, buffer.count, 0)
      if count <= 0 { return }
      held.append(contentsOf: buffer[0..<count])
      while let (taken, rest) = Self.request(in: held) {
        held = rest
        let respond = state.withLock { state in
          state.taken.append(taken)
          return state.respond
        }
        guard let (status, body) = respond(taken) else { return }
        let head = "HTTP/1.1 \(status) X\r\nLocation: http://127.0.0.1:\(port)/elsewhere\r\nContent-Length: "
        let answer = Array((head + "\(body.utf8.count)\r\n\r\n" + body).utf8)
        if send(connection, answer, answer.count, Int32(MSG_NOSIGNAL)) <= 0 { return }
      }
    }
  }

  private static func request(in data: Data) -> (Taken, Data)? {
    guard let gap = data.range(of: Data("\r\n\r\n".utf8)) else { return nil }
    let lines = String(decoding: data[..<gap.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      let halves = line.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
      if halves.count == 2 { headers[halves[0].lowercased()] = halves[1] }
    }
    let length = headers["content-length"].flatMap { Int($0) } ?? 0
    guard data.endIndex >= gap.upperBound + length else { return nil }
    let body = String(decoding: data[gap.upperBound..<(gap.upperBound + length)], as: UTF8.self)
    let path = lines.first?.split(separator: " ").dropFirst().first.map(String.init) ?? ""
    return (Taken(path: path, headers: headers, body: body), Data(data[(gap.upperBound + length)...]))
  }
}
