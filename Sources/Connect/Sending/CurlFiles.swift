import CCurl
import Foundation

extension CurlHandle {
  /// Seconds until the other machine must have let the user in; and seconds without a byte after which it counts as dead.
  private static let (loginSeconds, silentSeconds) = (12, 15)

  /// Speaks SFTP with a machine whose key has the fingerprint, and with no other.
  func perform(
    _ command: RemoteCommand, at machine: RemoteMachine, _ curl: UnsafeMutableRawPointer,
    _ transfer: UnsafeMutablePointer<Transfer>
  ) -> CURLcode {
    _ = shim_curl_text(curl, CURLOPT_SSH_HOST_PUBLIC_KEY_SHA256, machine.fingerprint)
    _ = shim_curl_text(curl, CURLOPT_USERNAME, machine.user)
    _ = shim_curl_number(curl, CURLOPT_CONNECTTIMEOUT, Self.loginSeconds)
    _ = shim_curl_number(curl, CURLOPT_LOW_SPEED_LIMIT, 1)
    _ = shim_curl_number(curl, CURLOPT_LOW_SPEED_TIME, Self.silentSeconds)
    let key = logIn(curl, machine.login)
    defer { if let key { close(key) } }
    let steps = prepare(curl, command, transfer)
    defer { curl_slist_free_all(steps) }
    let words = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
    words.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    defer { words.deallocate() }
    _ = shim_curl_pointer(curl, CURLOPT_ERRORBUFFER, words)
    let code = curl_easy_perform(curl)
    _ = shim_curl_pointer(curl, CURLOPT_ERRORBUFFER, nil)
    transfer.pointee.fault = String(cString: words)
    return code
  }

  /// By password, or by a key that libcurl reads from memory: it never stands on a disk. Gives what is to be closed.
  private func logIn(_ curl: UnsafeMutableRawPointer, _ login: RemoteMachine.Login) -> Int32? {
    switch login {
    case .password(let password):
      _ = shim_curl_number(curl, CURLOPT_SSH_AUTH_TYPES, shim_ssh_by_password)
      _ = shim_curl_text(curl, CURLOPT_PASSWORD, password)
      return nil
    case .key(let text, let passphrase):
      _ = shim_curl_number(curl, CURLOPT_SSH_AUTH_TYPES, shim_ssh_by_key)
      let file = shim_memory_file("key")
      guard file >= 0 else { return nil }
      let lines = Array(text.utf8) + [10]
      _ = write(file, lines, lines.count)
      _ = shim_curl_text(curl, CURLOPT_SSH_PRIVATE_KEYFILE, "/proc/self/fd/\(file)")
      _ = shim_curl_text(curl, CURLOPT_KEYPASSWD, passphrase)
      return file
    }
  }

  private func prepare(
    _ curl: UnsafeMutableRawPointer, _ command: RemoteCommand, _ transfer: UnsafeMutablePointer<Transfer>
  ) -> UnsafeMutablePointer<curl_slist>? {
    switch command {
    case .list:
      _ = shim_curl_number(curl, CURLOPT_DIRLISTONLY, 1)
      return nil
    case .get:
      _ = shim_curl_text(curl, CURLOPT_RANGE, "0-\(transfer.pointee.mostBytes - 1)")
      return nil
    case .put(let bytes, let then):
      transfer.pointee.rest = bytes
      _ = shim_curl_number(curl, CURLOPT_UPLOAD, 1)
      _ = shim_curl_size(curl, CURLOPT_INFILESIZE_LARGE, curl_off_t(bytes.count))
      _ = shim_curl_pointer(curl, CURLOPT_READDATA, transfer)
      _ = shim_curl_reads(curl, giveLetter)
      let steps = list(then.map(\.line))
      _ = shim_curl_pointer(curl, CURLOPT_POSTQUOTE, steps)
      return steps
    case .steps(let given):
      let steps = list(given.map(\.line))
      _ = shim_curl_number(curl, CURLOPT_NOBODY, 1)
      _ = shim_curl_pointer(curl, CURLOPT_QUOTE, steps)
      return steps
    }
  }
}

extension RemoteFault {
  /// Nil when all went well.
  init?(_ reply: Reply) {
    guard let fault = reply.fault else { return nil }
    switch CURLcode(rawValue: UInt32(reply.faultCode)) {
    case _ where reply.isPrivate: self = .isPrivate
    case CURLE_PEER_FAILED_VERIFICATION: self = .stranger(shown: Self.shown(in: fault))
    case CURLE_LOGIN_DENIED: self = .login
    case CURLE_REMOTE_FILE_NOT_FOUND: self = .missing
    case CURLE_REMOTE_ACCESS_DENIED: self = .denied
    case CURLE_QUOTE_ERROR where fault.contains("No such file"): self = .missing
    case CURLE_QUOTE_ERROR where fault.contains("Permission denied"): self = .denied
    case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT, CURLE_OPERATION_TIMEDOUT: self = .unreachable
    default: self = .other(String(fault.prefix(200)))
    }
  }

  /// "… mismatch sha256 fingerprint. Remote WORD is not equal to …".
  private static func shown(in fault: String) -> String {
    let words = fault.split(separator: " ")
    guard let at = words.firstIndex(of: "Remote"), at + 1 < words.count else { return "" }
    let word = words[at + 1].filter { $0 != "=" }
    return word.count == 43 ? word : ""
  }
}
