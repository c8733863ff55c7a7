import Foundation
import Store
import Testing
import Values

@testable import Connect

/// What goes over the wire. The expected signatures were computed with Python's hmac.
@Suite struct TransportTests {
  private let now = Instant(milliseconds: 1_790_000_000_000)

  @Test func theSignatureIsThatOfTheStandard() {
    // RFC 4231, test case 1.
    let digest = Secrets.signature(Array("Hi There".utf8), key: [UInt8](repeating: 0x0B, count: 20))
    #expect(Secrets.hex(digest) == "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")
  }

  @Test func dingTalkSignsTheAddress() {
    let robot = Robot(
      kind: .dingtalk, webhook: "https://oapi.dingtalk.com/robot/send?access_token=t", secret: "SEC0123456789abcdef")
    #expect(
      robot.address(at: now) == "https://oapi.dingtalk.com/robot/send?access_token=t&timestamp=1790000000000"
        + "&sign=MgwOF6laiFdMlPKdcMozOJXtt2X%2BN2YsrCDDT%2FHQDcg%3D")
    #expect(String(decoding: robot.body("新", at: now), as: UTF8.self) == #"{"msgtype":"text","text":{"content":"新"}}"#)
  }

  @Test func feishuSignsTheBody() {
    let robot = Robot(kind: .feishu, webhook: "https://open.feishu.cn/hook/1", secret: "feishu-secret-9")
    #expect(robot.address(at: now) == "https://open.feishu.cn/hook/1")
    #expect(
      String(decoding: robot.body("新", at: now), as: UTF8.self)
        == #"{"content":{"text":"新"},"msg_type":"text","sign":"9qI+eujaJCLj1ZHBqH/eq6m88T6cVxUvzj7q/4cFPmg=","timestamp":"1790000000"}"#
    )
    let unsigned = Robot(kind: .feishu, webhook: "https://open.feishu.cn/hook/1", secret: "")
    #expect(
      String(decoding: unsigned.body("新", at: now), as: UTF8.self) == #"{"content":{"text":"新"},"msg_type":"text"}"#)
  }

  @Test func weComHasItsKeyInTheAddress() {
    let robot = Robot(kind: .wecom, webhook: "https://qyapi.weixin.qq.com/send?key=k", secret: "")
    #expect(robot.address(at: now) == "https://qyapi.weixin.qq.com/send?key=k")
    #expect(String(decoding: robot.body("新", at: now), as: UTF8.self) == #"{"msgtype":"text","text":{"content":"新"}}"#)
  }

  enum Kind: Sendable { case accepted, refused, later, unreachable }
  private func kind(_ fate: Fate) -> Kind? {
    switch fate {
    case .accepted: .accepted
    case .refused: .refused
    case .later: .later
    case .unreachable: .unreachable
    case .untouched: nil
    }
  }

  @Test(arguments: [
    (TransportKind.wecom, 200, #"{"errcode":0,"errmsg":"ok"}"#, Kind.accepted),
    (.wecom, 200, #"{"errcode":45009,"errmsg":"api freq out of limit"}"#, .later),
    (.wecom, 200, #"{"errcode":93000,"errmsg":"invalid webhook url"}"#, .unreachable),
    (.wecom, 200, #"{"errcode":44004,"errmsg":"empty content"}"#, .refused),
    (.dingtalk, 200, #"{"errcode":0}"#, .accepted), (.dingtalk, 200, #"{"errcode":310000}"#, .unreachable),
    (.dingtalk, 200, #"{"errcode":130101}"#, .later), (.feishu, 200, #"{"code":0,"msg":"success"}"#, .accepted),
    (.feishu, 200, #"{"StatusCode":0}"#, .accepted), (.feishu, 200, #"{"code":19021}"#, .unreachable),
    (.feishu, 200, #"{"code":9499}"#, .later), (.feishu, 200, "hello", .refused), (.feishu, 502, "", .unreachable),
    (.feishu, 429, "", .later),
  ])
  func answersOfRobots(of robot: TransportKind, status: Int, text: String, is expected: Kind) {
    let fate = Robot(kind: robot, webhook: "", secret: "").outcome(Reply(status: status, text: text, fault: nil))
    #expect(kind(fate) == expected)
  }

  private func gateway(_ form: Gateway.Form, _ template: String, success: String = "") -> Gateway {
    Gateway(
      url: "https://sms.example.org/", form: form, template: template, success: success, signingKey: "k1", header: "")
  }

  @Test func aTextIsWrittenAsTheFormWantsIt() {
    let message = Message(key: "sanshi-7", to: "13800008000", subject: "", body: "你好 &\"{phone}\"\n")
    let form = gateway(.form, "phone={phone}&text={text}&key={key}&time={time}&odd={what}")
    #expect(
      form.body(message, at: 5)
        == "phone=13800008000&text=%E4%BD%A0%E5%A5%BD%20%26%22%7Bphone%7D%22%0A&key=sanshi-7&time=5&odd={what}")
    let json = gateway(.json, #"{"to":"{phone}","text":"{text}"}"#).body(message, at: 5)
    let read = (try? JSONSerialization.jsonObject(with: Data(json.utf8))) as? [String: String]
    #expect(read == ["to": "13800008000", "text": "你好 &\"{phone}\"\n"])
  }

  @Test func aGatewayGetsKeyTimeAndSignature() {
    let message = Message(key: "sanshi-7", to: "13800008000", subject: "", body: "你好 &")
    let content = gateway(.form, "phone={phone}&text={text}").content(message, at: 1_790_000_000)
    guard case .request(let headers, let body) = content else {
      Issue.record("no request")
      return
    }
    #expect(String(decoding: body, as: UTF8.self) == "phone=13800008000&text=%E4%BD%A0%E5%A5%BD%20%26")
    #expect(headers.contains("Idempotency-Key: sanshi-7"))
    #expect(headers.contains("X-Sanshi-Time: 1790000000"))
    #expect(
      headers.contains("X-Sanshi-Signature: 4b77ce011d38a54cc4a1c9dbf70b68f856194750dbf6f65a6136c04f66554efe"))
  }

  @Test func aReceiptIsSigned() {
    #expect(
      receiptSignature(key: "sanshi-7", state: "delivered", at: 1_790_000_000, signingKey: "k1")
        == "fbafed79b632811239bfdb2ba1050aa59bb8c76a510e7dee1cca9623747c3537")
  }

  @Test(arguments: [
    (200, "", "", Kind.accepted), (204, "", "", .accepted), (200, #"{"code":0}"#, #""code":0"#, .accepted),
    (200, #"{"code":7}"#, #""code":0"#, .refused), (400, "", "", .refused), (422, "", "", .refused),
    (401, "", "", .unreachable), (403, "", "", .unreachable), (404, "", "", .unreachable), (429, "", "", .later),
    (500, "", "", .unreachable), (503, "", "", .unreachable), (302, "", "", .unreachable),
  ])
  func answersOfGateways(status: Int, text: String, success: String, is expected: Kind) {
    let fate = gateway(.json, "", success: success).outcome(Reply(status: status, text: text, fault: nil))
    #expect(kind(fate) == expected)
  }

  @Test(
    arguments: [
      (250, "250 OK", nil, Kind.accepted), (550, "550 no such user", "failed sending", .refused),
      (451, "451 later", "failed sending", .later), (421, "421 closing", "failed sending", .unreachable),
      (535, "535 bad", "Login denied", .unreachable), (0, "", "Couldn't connect to server", .unreachable),
      (220, "220 hello", "Requested SSL level failed", .unreachable),
    ] as [(Int, String, String?, Kind)])
  func answersOfMailServers(status: Int, text: String, fault: String?, is expected: Kind) {
    #expect(kind(outcomeOfLetter(Reply(status: status, text: text, fault: fault))) == expected)
  }

  @Test func aLetterCarriesItsKeyAndNoStrangersHeader() {
    let message = Message(
      key: "sanshi-7", to: "li@example.org", subject: "您反映的事有消息了（20481637）", body: "您好\n再见",
      off: "https://example.org/n/1")
    let text = String(decoding: letter(message, from: "town@example.cn", sender: "青山镇", at: now), as: UTF8.self)
    let lines = text.components(separatedBy: "\r\n")
    #expect(lines.contains("Message-ID: <sanshi-7@example.cn>"))
    #expect(lines.contains("To: <li@example.org>"))
    #expect(lines.contains("From: =?UTF-8?B?6Z2S5bGx6ZWH?= <town@example.cn>"))
    #expect(lines.contains("List-Unsubscribe: <https://example.org/n/1>"))
    #expect(lines.contains("Date: Mon, 21 Sep 2026 22:13:20 +0800"))
    #expect(lines.suffix(2) == ["5oKo5aW9DQrlho3op4E=", ""])
    let wicked = Message(key: "k", to: "li@example.org", subject: "x\r\nBcc: all@example.org", body: "")
    let other = String(decoding: letter(wicked, from: "a@b.cn", sender: "y\nz", at: now), as: UTF8.self)
    #expect(!other.components(separatedBy: "\r\n").contains { $0.hasPrefix("Bcc") })
  }

  @Test func aLongSubjectIsCutBetweenLetters() {
    let subject = String(repeating: "您反映的事有消息了", count: 12)
    let pieces = encodedWords(subject).components(separatedBy: "\r\n ")
    #expect(pieces.count > 1)
    #expect(pieces.allSatisfy { $0.count <= 75 && $0.hasPrefix("=?UTF-8?B?") && $0.hasSuffix("?=") })
    let read = pieces.map { Data(base64Encoded: String($0.dropFirst(10).dropLast(2))) ?? Data() }
    #expect(read.map { String(decoding: $0, as: UTF8.self) }.joined() == subject)
    #expect(encodedWords("Plain words") == "Plain words")
  }

  @Test func aSealedSecretOpensForItsPurposeAlone() throws {
    let (ledger, other) = (Ledger(key: [UInt8](repeating: 7, count: 32)), Ledger(key: [UInt8](repeating: 8, count: 32)))
    let sealed = try ledger.sealed("pass word", for: "transport 1")
    #expect(!sealed.contains("pass"))
    #expect(try ledger.opened(sealed, for: "transport 1") == "pass word")
    #expect(throws: (any Error).self) { try ledger.opened(sealed, for: "transport 2") }
    #expect(throws: (any Error).self) { try other.opened(sealed, for: "transport 1") }
  }

  @Test func theSecretOfAMessageIsForOneConcern() {
    let ledger = Ledger(key: [UInt8](repeating: 7, count: 32))
    let secret = PurposeSecret<Concern>.notices(ID(42), ledger)
    #expect(secret.text.count == "42-".count + 26)
    #expect(PurposeSecret<Concern>(secret.text, for: "notices", ledger)?.id == ID(42))
    for wrong in ["", "42", "42-", "43-" + secret.text.dropFirst(3), secret.text + "0", "x-" + secret.text] {
      #expect(PurposeSecret<Concern>(wrong, for: "notices", ledger) == nil, "\(wrong)")
    }
    #expect(!secret.text.hasSuffix(ledger.token(for: "concern 42")))
  }
}
