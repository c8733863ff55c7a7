import Values

/// One thing to be sent: a request of HTTP, a letter by SMTP, a command to a mailbox by IMAP, or to a folder by SFTP.
struct Exchange: Sendable {
  enum Content: Sendable {
    /// POST with these headers ("Name: value").
    case request(headers: [String], body: [UInt8])
    /// A letter from one address to one other; `login` is a user with password.
    case letter(from: String, to: String, login: (user: String, password: String)?, message: [UInt8])
    /// A command to a mailbox; nil fetches what the address names.
    case mailbox(login: (user: String, password: String), command: String?)
    /// What is to be done with the file or folder that the address names.
    case files(RemoteMachine, RemoteCommand)
  }
  /// "https://…", "smtp://host:port" (with STARTTLS, required), "smtps://host:port"; "imap" and "imaps" alike.
  let url: String
  let content: Content
  /// Whether it may go to this machine or into a network of one's own.
  let allowsPrivate: Bool
  /// Certificates (PEM) to be trusted instead of the system's; "" = the system's.
  var authorities = ""
  /// Bytes of the answer that are kept.
  var mostBytes = 4000
  /// Until all must be done.
  var seconds = 15
}

/// What came back.
struct Reply: Sendable {
  /// Of HTTP, or the last reply code of SMTP; 0 when nothing came.
  let status: Int
  /// The body of HTTP, or the last line of SMTP or IMAP; at most 4,000 bytes.
  let text: String
  /// What went wrong on the way, in the words of libcurl; nil when the exchange came to its end.
  let fault: String?
  /// The number of libcurl for it; 0 when there is none.
  var faultCode = 0
  /// The address lies in a private range, and the exchange may not go there.
  var isPrivate = false
  /// What a mailbox or a folder gave.
  var bytes: [UInt8] = []
}

/// What became of a message.
enum Fate: Sendable, Hashable {
  /// Taken over by the other side, which answered so.
  case accepted(String)
  /// The other side will not take this message, however often it is tried.
  case refused(String)
  /// Not now: to be tried again.
  case later(String)
  /// The transport itself does not work: nothing else is tried over it for a while.
  case unreachable(String)
  /// Not tried, since the transport failed before its turn.
  case untouched
}
