/// How a connection to a mail server is made secret.
enum MailSecurity: String, CaseIterable, Sendable {
  /// From the first byte.
  case tls
  /// After the greeting.
  case starttls
}
