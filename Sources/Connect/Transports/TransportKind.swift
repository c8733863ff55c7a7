import Values

/// By which way a notice leaves the program.
package enum TransportKind: String, Sendable, Codable, CaseIterable {
  /// Electronic mail over SMTP with TLS.
  case mail
  /// A gateway for text messages, over HTTP.
  case sms
  /// A robot in a chat group.
  case wecom, dingtalk, feishu

  /// Whether it writes to a group and not to a person.
  package var isRobot: Bool { self == .wecom || self == .dingtalk || self == .feishu }

  package var name: Text {
    switch self {
    case .mail: Text(zh: "电子邮件", en: "Mail")
    case .sms: Text(zh: "短信", en: "Text messages")
    case .wecom: Text(zh: "企业微信群机器人", en: "WeCom group robot")
    case .dingtalk: Text(zh: "钉钉群机器人", en: "DingTalk group robot")
    case .feishu: Text(zh: "飞书群机器人", en: "Feishu group robot")
    }
  }
}

/// A message as a transport sends it.
package struct Message: Sendable, Hashable {
  /// Always the same for the same delivery: whoever has seen it knows a repetition.
  package let key: String
  /// A telephone number or an address of mail; "" for a robot.
  package let to: String
  package let subject: String
  package let body: String
  /// Where one stops it with one press; "" where there is no such page.
  package var off = ""
  /// The Message-ID of the letter that it answers; "" for none.
  package var answers = ""

  package init(key: String, to: String, subject: String, body: String, off: String = "", answers: String = "") {
    (self.key, self.to, self.subject, self.body, self.off) = (key, to, subject, body, off)
    self.answers = answers
  }
}
