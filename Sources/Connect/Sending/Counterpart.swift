import Markup
import Values
import Web

/// A machine that the program speaks with (对方), as an administrator set it up: whether it is in use, and how it went
/// lately.
package protocol Counterpart {
  var isOn: Bool { get }
  /// How often it failed in a row.
  var failures: Int { get }
  /// It is left alone until then.
  var pausedUntil: Instant? { get }
  /// What came back when it failed; "" when it did not.
  var lastAnswer: String { get }
}

extension Counterpart {
  /// Off, at rest after failures, or at work.
  package func word(at now: Instant) -> Text {
    if !isOn { return CounterpartWords.off }
    if failures > 0, let pausedUntil, pausedUntil > now { return CounterpartWords.resting(until: pausedUntil) }
    return failures > 0 ? CounterpartWords.trying : CounterpartWords.on
  }

  package func tone(at now: Instant) -> Tone { !isOn ? .neutral : failures > 0 ? .red : .green }

  /// Says what came back while it fails; empty otherwise.
  package func failureNotice(at now: Instant, _ l: Language) -> HTML {
    if failures == 0 { return .empty }
    return noticeBox(tone: .red) {
      p { strong { word(at: now)(l) } }
      p { CounterpartWords.answered(plainAnswer(lastAnswer)(l))(l) }
    }
  }
}

/// The fields of the network a counterpart is in, folded away, with `others` behind them; and whether it is in use.
@HTMLBuilder package func counterpartFields(
  _ values: Form, _ errors: FieldErrors?, _ reader: Reader, summary: Text = CounterpartWords.more,
  others: HTML = .empty
) -> HTML {
  dialogDetails(summary: summary, open: errors != nil, reader.language) {
    textArea(
      name: "authorities", label: CounterpartWords.authorities, value: values["authorities"],
      hint: CounterpartWords.authoritiesHint, errors: errors, rows: 3, reader: reader)
    checkbox(
      name: "allows_private", label: CounterpartWords.allowsPrivate, checked: values.isOn("allows_private"),
      hint: CounterpartWords.allowsPrivateHint, errors: errors, reader: reader)
    others
  }
  checkbox(name: "is_on", label: CounterpartWords.isOn, checked: values.isOn("is_on"), errors: errors, reader: reader)
}

/// What `counterpartFields` send, for the description of a route.
package let counterpartParameters = [
  Parameter("authorities", CounterpartWords.authorities), Parameter("allows_private", CounterpartWords.allowsPrivate),
  Parameter("is_on", CounterpartWords.isOn),
]

extension Form {
  /// Certificates (PEM) as `counterpartFields` send them; "" = those of the system.
  package func authorities(_ errors: inout FieldErrors) -> String {
    let pem = text("authorities", max: 20_000, &errors)
    if !pem.isEmpty, !pem.contains("-----BEGIN CERTIFICATE-----") { errors.add("authorities", CounterpartWords.notPEM) }
    return pem
  }
}

/// The words of every counterpart.
package enum CounterpartWords {
  package static let on = Text(zh: "在用", en: "On")
  package static let off = Text(zh: "停用", en: "Off")
  static let trying = Text(zh: "刚才没通，正在再试", en: "Failed just now, trying again")
  static func resting(until: Instant) -> Text {
    Text(zh: "没通，\(until.clock) 再试", en: "Failed; next try at \(until.clock)")
  }
  static func answered(_ answer: String) -> Text { Text(zh: "对方回的是：\(answer)", en: "What came back: \(answer)") }
  static let isOn = Text(zh: "在用", en: "In use")
  package static let more = Text(zh: "内网和证书", en: "Private networks and certificates")
  static let authorities = Text(zh: "自己的证书（PEM）", en: "Certificates of your own (PEM)")
  static let authoritiesHint = Text(
    zh: "自己签发证书的服务器才要填", en: "Only for a server whose certificate its owner made")
  static let notPEM = Text(
    zh: "证书要有 -----BEGIN CERTIFICATE----- 这一行", en: "Certificates begin with -----BEGIN CERTIFICATE-----")
  static let allowsPrivate = Text(zh: "允许内网地址", en: "Allow private addresses")
  static let allowsPrivateHint = Text(
    zh: "服务器在镇里自己的网络或政务内网里才勾。不勾时，程序不连内网，也不跟着跳转。",
    en:
      "Only for a server in the town's own network or that of the authorities. Otherwise nothing goes to private addresses, and redirects are never followed."
  )
}
