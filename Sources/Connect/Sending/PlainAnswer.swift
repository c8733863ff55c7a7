import CCurl
import Values

/// What came back from a machine, in words for whoever set it up: the faults of a connection that libcurl names shortly
/// are explained, with what to do; anything else stays as the other side said it.
package func plainAnswer(_ answer: String) -> Text {
  let known = connectionFaults.first { answer.hasPrefix(String(cString: curl_easy_strerror($0.code))) }
  guard let words = known?.words else { return Text(same: answer) }
  return Text(zh: "\(words.zh)（\(answer)）", en: "\(words.en) (\(answer))")
}

private let connectionFaults: [(code: CURLcode, words: Text)] = [
  (
    CURLE_PEER_FAILED_VERIFICATION,
    Text(
      zh: "对方的证书信不过，所以什么也没有发给它。证书可能过期了、不是这个地址的，或者是对方自己签发的；自己签发的，请把它填在“自己的证书”里。",
      en:
        "The other side's certificate is not trusted, so nothing was given to it. It may have expired, be for another address, or be made by its owner; if so, enter it under “Certificates of your own”."
    )
  ),
  (
    CURLE_SSL_CONNECT_ERROR,
    Text(
      zh: "和对方谈不成加密连接，请核对端口和加密方式。",
      en: "No encrypted connection could be made; please check the port and the kind of encryption.")
  ),
  (
    CURLE_USE_SSL_FAILED,
    Text(
      zh: "对方不肯加密，所以没有把密码和内容给它。请核对端口和加密方式。",
      en:
        "The other side does not encrypt, so it got neither the password nor the contents. Please check the port and the kind of encryption."
    )
  ),
  (
    CURLE_LOGIN_DENIED,
    Text(
      zh: "对方不认这个用户名或密码。有的邮箱要用授权码。",
      en: "The other side refuses the user name or the password. Some mailboxes want a password made for programs.")
  ),
  (
    // What a mailbox says when a command about a folder is refused.
    CURLE_QUOTE_ERROR,
    Text(
      zh: "邮箱里没有收件箱（INBOX），可能改了名、移走了，或者不让这个账号看。",
      en: "The mailbox has no inbox: it may have been renamed or moved, or this account may not see it.")
  ),
  (
    CURLE_COULDNT_RESOLVE_HOST,
    Text(zh: "没有找到这个服务器名，请核对。", en: "No server of this name was found; please check it.")
  ),
  (
    CURLE_COULDNT_CONNECT,
    Text(
      zh: "连不上对方，请核对服务器和端口，或者等对方恢复。",
      en: "The other side cannot be reached; please check the server and the port, or wait until it is back.")
  ),
  (
    CURLE_OPERATION_TIMEDOUT, Text(zh: "对方很久没有回音。", en: "The other side did not answer for a long time.")
  ),
]
