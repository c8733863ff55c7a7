import CCurl
import Foundation

/// A handle of libcurl with its open connection.
///
/// `@unchecked Sendable`: a handle is taken out of the idle ones under a lock, used by one thread, and given back; it is
/// never in two hands.
final class CurlHandle: @unchecked Sendable {
  private static let isReady: Bool = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK
  private let curl: UnsafeMutableRawPointer?

  /// Seconds until a machine must have been reached.
  private static let connectSeconds = 6

  init() {
    _ = Self.isReady
    curl = curl_easy_init()
  }

  deinit { curl_easy_cleanup(curl) }

  /// Sends, and waits for the answer. Redirects are not followed and no proxy is asked: the message goes to the address
  /// that was set, and that address is looked at when the connection is made.
  func perform(_ exchange: Exchange) -> Reply {
    guard let curl else { return Reply(status: 0, text: "", fault: "libcurl has no handle") }
    curl_easy_reset(curl)
    var transfer = Transfer(allowsPrivate: exchange.allowsPrivate, mostBytes: exchange.mostBytes)
    var lists: [UnsafeMutablePointer<curl_slist>?] = []
    defer { for list in lists { curl_slist_free_all(list) } }
    let code = withUnsafeMutablePointer(to: &transfer) { transfer -> CURLcode in
      prepare(curl, exchange, transfer)
      switch exchange.content {
      case .request(let headers, let body):
        lists.append(list(headers + ["Expect:"]))
        _ = shim_curl_pointer(curl, CURLOPT_HTTPHEADER, lists[0])
        return body.withUnsafeBytes { bytes in
          _ = shim_curl_size(curl, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(bytes.count))
          _ = shim_curl_pointer(curl, CURLOPT_POSTFIELDS, UnsafeMutableRawPointer(mutating: bytes.baseAddress))
          _ = shim_curl_number(curl, CURLOPT_POST, 1)
          return curl_easy_perform(curl)
        }
      case .letter(let from, let to, let login, let message):
        lists.append(list(["<\(to)>"]))
        transfer.pointee.rest = message
        prepareLetter(curl, from: from, to: lists[0], login: login, transfer)
        return curl_easy_perform(curl)
      case .mailbox(let login, let command):
        logIn(curl, login)
        if let command { _ = shim_curl_text(curl, CURLOPT_CUSTOMREQUEST, command) }
        return curl_easy_perform(curl)
      case .files(let machine, let command):
        return perform(command, at: machine, curl, transfer)
      }
    }
    let said = transfer.fault.isEmpty ? String(cString: curl_easy_strerror(code)) : transfer.fault
    let fault = code == CURLE_OK ? nil : said
    let isMail = exchange.content.schemes != "http,https"
    return Reply(
      status: isMail ? transfer.replyCode : shim_curl_status(curl), text: transfer.answer(isMail: isMail),
      fault: fault, faultCode: Int(code.rawValue), isPrivate: transfer.wasPrivate, bytes: isMail ? transfer.body : [])
  }

  private func prepare(
    _ curl: UnsafeMutableRawPointer, _ exchange: Exchange, _ transfer: UnsafeMutablePointer<Transfer>
  ) {
    _ = shim_curl_text(curl, CURLOPT_URL, exchange.url)
    _ = shim_curl_text(curl, CURLOPT_PROTOCOLS_STR, exchange.content.schemes)
    _ = shim_curl_text(curl, CURLOPT_PROXY, "")
    _ = shim_curl_number(curl, CURLOPT_NOSIGNAL, 1)
    _ = shim_curl_number(curl, CURLOPT_FOLLOWLOCATION, 0)
    _ = shim_curl_number(curl, CURLOPT_CONNECTTIMEOUT, Self.connectSeconds)
    _ = shim_curl_number(curl, CURLOPT_TIMEOUT, exchange.seconds)
    _ = shim_curl_pointer(curl, CURLOPT_OPENSOCKETDATA, transfer)
    _ = shim_curl_opens(curl, openSocket)
    _ = shim_curl_pointer(curl, CURLOPT_WRITEDATA, transfer)
    _ = shim_curl_writes(curl, CURLOPT_WRITEFUNCTION, takeBody)
    _ = shim_curl_pointer(curl, CURLOPT_HEADERDATA, transfer)
    _ = shim_curl_writes(curl, CURLOPT_HEADERFUNCTION, takeLine)
    if !exchange.authorities.isEmpty {
      var pem = exchange.authorities
      pem.withUTF8 { _ = shim_curl_authorities(curl, $0.baseAddress, $0.count) }
    }
  }

  private func prepareLetter(
    _ curl: UnsafeMutableRawPointer, from: String, to: UnsafeMutablePointer<curl_slist>?,
    login: (user: String, password: String)?, _ transfer: UnsafeMutablePointer<Transfer>
  ) {
    if let login { logIn(curl, login) } else { requireTLS(curl) }
    _ = shim_curl_text(curl, CURLOPT_MAIL_FROM, "<\(from)>")
    _ = shim_curl_pointer(curl, CURLOPT_MAIL_RCPT, to)
    _ = shim_curl_number(curl, CURLOPT_UPLOAD, 1)
    _ = shim_curl_pointer(curl, CURLOPT_READDATA, transfer)
    _ = shim_curl_reads(curl, giveLetter)
  }

  private func requireTLS(_ curl: UnsafeMutableRawPointer) {
    _ = shim_curl_number(curl, CURLOPT_USE_SSL, Int(CURLUSESSL_ALL.rawValue))
  }

  /// Never before the connection is encrypted.
  private func logIn(_ curl: UnsafeMutableRawPointer, _ login: (user: String, password: String)) {
    requireTLS(curl)
    _ = shim_curl_text(curl, CURLOPT_USERNAME, login.user)
    _ = shim_curl_text(curl, CURLOPT_PASSWORD, login.password)
  }

  func list(_ lines: [String]) -> UnsafeMutablePointer<curl_slist>? {
    lines.reduce(nil) { curl_slist_append($0, $1) }
  }
}

extension Exchange.Content {
  /// The protocols that may be spoken.
  fileprivate var schemes: String {
    switch self {
    case .request: "http,https"
    case .letter: "smtp,smtps"
    case .mailbox: "imap,imaps"
    case .files: "sftp"
    }
  }
}

/// What the callbacks of one sending share; lives on the stack of the thread that sends.
struct Transfer {
  let allowsPrivate: Bool
  let mostBytes: Int
  var wasPrivate = false
  var body: [UInt8] = []
  var line: [UInt8] = []
  /// What went wrong in more words than libcurl has for its code; "" where nothing told.
  var fault = ""
  /// What of the letter or file is still to be sent.
  var rest: [UInt8] = []
  var sent = 0

  init(allowsPrivate: Bool, mostBytes: Int) { (self.allowsPrivate, self.mostBytes) = (allowsPrivate, mostBytes) }

  /// The number with which the last line of SMTP begins; 0 without one.
  var replyCode: Int { Int(String(decoding: line.prefix(3), as: UTF8.self)) ?? 0 }

  func answer(isMail: Bool) -> String {
    let text = String(decoding: isMail ? line : body, as: UTF8.self)
    return text.trimmingCharacters(in: .whitespacesAndNewlines)
  }
}

/// Opens the socket only when the address that the name led to may be reached.
private let openSocket: curl_opensocket_callback = { transfer, _, address in
  guard let transfer = transfer?.assumingMemoryBound(to: Transfer.self), let address else { return CURL_SOCKET_BAD }
  // The structure of libcurl has room for any kind of address from this field on.
  guard let offset = MemoryLayout<curl_sockaddr>.offset(of: \.addr) else { return CURL_SOCKET_BAD }
  let whole = UnsafeRawPointer(address).advanced(by: offset).assumingMemoryBound(to: sockaddr.self)
  if !transfer.pointee.allowsPrivate, addressBytes(whole).map(isPrivateAddress) ?? true {
    transfer.pointee.wasPrivate = true
    return CURL_SOCKET_BAD
  }
  let kind = address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue)
  return socket(address.pointee.family, kind, address.pointee.protocol)
}

private let takeBody: curl_write_callback = { bytes, size, count, transfer in
  guard let bytes, let transfer = transfer?.assumingMemoryBound(to: Transfer.self) else { return 0 }
  let free = transfer.pointee.mostBytes - transfer.pointee.body.count
  bytes.withMemoryRebound(to: UInt8.self, capacity: size * count) { start in
    transfer.pointee.body += UnsafeBufferPointer(start: start, count: min(max(0, free), size * count))
  }
  return size * count
}

/// The last line that SMTP or IMAP answered with.
private let takeLine: curl_write_callback = { bytes, size, count, transfer in
  guard let bytes, let transfer = transfer?.assumingMemoryBound(to: Transfer.self) else { return 0 }
  bytes.withMemoryRebound(to: UInt8.self, capacity: size * count) { start in
    let line = Array(UnsafeBufferPointer(start: start, count: min(500, size * count)))
    // 221 is how the other side says good-bye, and no answer to the letter.
    if !line.starts(with: "221".utf8) { transfer.pointee.line = line }
  }
  return size * count
}

let giveLetter: curl_read_callback = { buffer, size, count, transfer in
  guard let buffer, let transfer = transfer?.assumingMemoryBound(to: Transfer.self) else { return 0 }
  let (start, all) = (transfer.pointee.sent, transfer.pointee.rest.count)
  let amount = min(size * count, all - start)
  guard amount > 0 else { return 0 }
  transfer.pointee.rest.withUnsafeBytes { bytes in
    guard let base = bytes.baseAddress else { return }
    UnsafeMutableRawPointer(buffer).copyMemory(from: base.advanced(by: start), byteCount: amount)
  }
  transfer.pointee.sent += amount
  return amount
}
