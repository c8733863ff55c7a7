import Foundation
import Testing
import Values

@testable import Connect

/// Letters as they come: charsets, encodings, parts within parts, what is quoted and what loops.
@Suite struct LetterTests {
  private func letter(_ lines: String..., body: [UInt8] = []) throws -> ReceivedLetter {
    try ReceivedLetter(Array(lines.joined(separator: "\r\n").utf8) + body)
  }

  /// "路灯坏了" in the charset.
  private static let lamp: [(String, String, [UInt8])] = [
    ("utf-8", "8bit", Array("路灯坏了".utf8)),
    ("gb2312", "8bit", [0xC2, 0xB7, 0xB5, 0xC6, 0xBB, 0xB5, 0xC1, 0xCB]),
    ("GB18030", "base64", Array("wre1xru1wcs=".utf8)),
    ("utf-8", "base64", Array("6Lev54Gv\r\n5Z2P5LqG".utf8)),
    ("utf-8", "quoted-printable", Array("=E8=B7=AF=E7=81=AF=\r\n=E5=9D=8F=E4=BA=86".utf8)),
    ("big5", "8bit", [0xB8, 0xF4, 0xBF, 0x4F, 0xC3, 0x61, 0xA4, 0x46]),
    // Says nothing, or something wrong.
    ("", "8bit", [0xC2, 0xB7, 0xB5, 0xC6, 0xBB, 0xB5, 0xC1, 0xCB]),
    ("gb2312", "8bit", Array("路灯坏了".utf8)),
    ("no-such-charset", "8bit", [0xC2, 0xB7, 0xB5, 0xC6, 0xBB, 0xB5, 0xC1, 0xCB]),
  ]

  @Test(arguments: lamp) func textOfAnyCharset(charset: String, encoding: String, body: [UInt8]) throws {
    let letter = try letter(
      "From: li@example.org", "Content-Type: text/plain; charset=\"\(charset)\"",
      "Content-Transfer-Encoding: \(encoding)", "", "", body: body)
    #expect(["路灯坏了", "路燈壞了"].contains(letter.text), "\(letter.text)")
  }

  @Test(arguments: [
    ("=?UTF-8?B?6Lev54Gv?= =?UTF-8?B?5Z2P5LqG?=", "路灯坏了"), ("=?gb2312?Q?=C2=B7=B5=C6?= now", "路灯 now"),
    // A letter of three bytes cut in two.
    ("=?UTF-8?B?6Lc=?= =?UTF-8?B?r+eBrw==?=", "路灯"), ("plain =?broken", "plain =?broken"), ("=?UTF-8?Q?a_b?=", "a b"),
    ("=?x?y?z?=", "=?x?y?z?="),
  ])
  func wordsOfAHeader(field: String, words: String) { #expect(decodedWords(field) == words) }

  @Test(arguments: [
    ("\"李, 四\" <Li@Example.ORG>", "李, 四", "Li@example.org"), ("li@example.org", "", "li@example.org"),
    ("=?UTF-8?B?5p2O5Zub?= <li@example.org>", "李四", "li@example.org"),
  ])
  func senders(field: String, name: String, address: String) {
    #expect(mailNames(field) == [MailBoxName(name: name, address: address)])
  }

  @Test func partsWithinParts() throws {
    let letter = try letter(
      "From: li@example.org", "Content-Type: multipart/mixed; boundary=\"one two\"", "", "no part", "--one two",
      "Content-Type: multipart/alternative; boundary=in", "", "--in", "Content-Type: text/plain; charset=utf-8", "",
      "门口的井盖没了", "--in", "Content-Type: text/html", "", "<p>别的</p>", "--in--", "--one two",
      "Content-Type: application/octet-stream; name*=utf-8''%E7%85%A7.JPG", "Content-Transfer-Encoding: base64",
      "Content-Disposition: attachment", "", "/9j/", "--one two", "Content-Type: message/rfc822", "",
      "From: somebody@example.org", "", "not ours", "--one two--", "after")
    #expect(letter.text == "门口的井盖没了")
    #expect(letter.photos == [[0xFF, 0xD8, 0xFF]])
  }

  @Test func aPageAloneBecomesText() throws {
    let letter = try letter(
      "From: li@example.org", "Content-Type: text/html; charset=utf-8", "",
      "<html><head><style>p{}</style></head><body><p>水管&amp;水表<br>坏了&#x3002;</p><script>x</script>"
        + "<blockquote>旧信</blockquote><div>请来看</div></body></html>")
    #expect(ownWords(letter.text) == "水管&水表\n坏了。\n请来看")
  }

  @Test(arguments: [
    ("井盖没了\n\n-- \n李四\n电话 1", "井盖没了"), ("井盖没了\n发自我的iPhone", "井盖没了"),
    ("还没来人\n\n在 2026年11月3日，三事通 <t@x.cn> 写道：\n> 旧的", "还没来人"),
    ("好了\nOn Mon, Nov 3, Town <t@x.cn> wrote:\n> old", "好了"),
    ("坏了\n------------------ 原始邮件 ------------------\n旧", "坏了"),
    ("坏了\n发件人: 三事通\n发送时间: 周一\n旧", "坏了"),
    // Nothing of a complaint is lost.
    ("发件人：不是我\n这件事没人管", "发件人：不是我\n这件事没人管"), ("他在墙上写道：\n不许停车", "他在墙上写道：\n不许停车"),
    ("一段--二段", "一段--二段"),
  ])
  func whatTheSenderWrote(whole: String, own: String) { #expect(ownWords(whole) == own) }

  private static let loops: [(String, NotTaken?)] = [
    ("Auto-Submitted: auto-replied", .automatic), ("Auto-Submitted: no", nil), ("Precedence: bulk", .bulk),
    ("Precedence: auto_reply", .automatic), ("List-Id: <x.example.org>", .list), ("X-Loop: town@example.cn", .ownLoop),
    ("X-Loop: other@example.cn", nil), ("Message-ID: <sanshi-42@example.cn>", .ownLoop),
    ("Message-ID: <sanshi-42@elsewhere.org>", nil), ("Return-Path: <>", .report),
    ("Content-Type: multipart/report; boundary=b", .report), ("X-Autoreply: yes", .automatic),
  ]

  @Test(arguments: loops) func lettersOfPrograms(line: String, why: NotTaken?) throws {
    let letter = try letter("From: li@example.org", line, "", "井盖没了")
    #expect(loopFault(letter, own: ["town@example.cn"]) == why)
  }

  @Test(arguments: [
    ("Town@example.cn", NotTaken.ownSender), ("MAILER-DAEMON@example.org", .report), ("nobody", .noSender),
  ])
  func sendersThatAreNobody(sender: String, why: NotTaken) throws {
    #expect(loopFault(try letter("From: \(sender)", "", "x"), own: ["town@example.cn"]) == why)
  }

  @Test func theVillageOfALetter() {
    let villages = [(1, "510101", "清河村"), (2, "510102", "柳树村"), (3, "510103", "小清河村")].map {
      NamedVillage(id: ID(Int64($0.0)), code: $0.1, name: $0.2)
    }
    func found(_ words: String, to recipients: [String] = []) -> Int64? {
      Connect.village(ofRecipients: recipients, words: words, among: villages)?.value
    }
    #expect(found("柳树村的路", to: ["town+510101@x.cn"]) == 1)
    #expect(found("柳树村的路", to: ["town+9@x.cn"]) == 2)
    #expect(found("柳树这边的路") == 2)
    #expect(found("小清河村的路") == 3)
    #expect(found("清河村和柳树村") == nil)
    #expect(found("路坏了") == nil)
  }

  @Test func tooDeepTooManyTooLarge() {
    var nested = "From: a@b.cn\r\nContent-Type: multipart/mixed; boundary=b0\r\n\r\n"
    for depth in 0..<12 {
      nested += "--b\(depth)\r\nContent-Type: multipart/mixed; boundary=b\(depth + 1)\r\n\r\n"
    }
    #expect(throws: LetterFault.tooDeep) { try ReceivedLetter(Array(nested.utf8)) }
    let many =
      "From: a@b.cn\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" + String(repeating: "--b\r\n\r\n", count: 500)
    #expect(throws: LetterFault.tooDeep) { try ReceivedLetter(Array(many.utf8)) }
    let large = [UInt8](repeating: 65, count: ReceivedLetter.mostBytes + 1)
    #expect(throws: LetterFault.tooLarge) { try ReceivedLetter(large) }
    #expect(throws: LetterFault.noHeader) { try ReceivedLetter([]) }
  }

  /// Whatever comes, it is read or refused; bytes changed, cut out and doubled by a fixed sequence.
  @Test func noLetterStopsTheReader() {
    let seed = Array(
      """
      From: =?UTF-8?B?5p2O5Zub?= <li@example.org>\r\nSubject: =?gb2312?Q?=C2=B7?=\r\nContent-Type: multipart/mixed;\r
       boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain; charset=gbk\r\nContent-Transfer-Encoding: quoted-printable\r
      \r\n=C2=B7=\r\n--b\r\nContent-Type: text/html; charset*0*=utf-8''x\r\n\r\n<p>&#20013;<blockquote>\r\n--b\r
      Content-Type: image/jpeg\r\nContent-Transfer-Encoding: base64\r\n\r\n/9j/4AAQ\r\n--b--\r\n
      """.utf8)
    var random: UInt64 = 42
    func next(_ below: Int) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(random >> 33) % below
    }
    var read = 0
    for _ in 0..<3000 {
      var bytes = seed
      for _ in 0...next(8) where !bytes.isEmpty {
        let at = next(bytes.count)
        switch next(4) {
        case 0: bytes[at] = UInt8(next(256))
        case 1: bytes.removeSubrange(at..<min(bytes.count, at + next(40)))
        case 2: bytes.insert(contentsOf: seed[next(seed.count)...].prefix(next(60)), at: at)
        default: bytes.insert(contentsOf: [[13, 10], [61, 63], [34], [60], [38], [45, 45, 98]][next(6)], at: at)
        }
      }
      guard let letter = try? ReceivedLetter(bytes) else { continue }
      _ = (letter.from, letter.subject, letter.answers, letter.recipients, ownWords(letter.text))
      read += 1
    }
    #expect(read > 2000)
  }

  @Test func answersOfAMailbox() {
    let status = Array("* STATUS INBOX (UIDVALIDITY 1700 UIDNEXT 9)\r\n".utf8)
    #expect(mailboxNumber("UIDVALIDITY", in: status) == 1700)
    #expect(mailboxSearch(Array("* SEARCH 4 5 9\r\n".utf8)) == [4, 5, 9])
    #expect(mailboxSearch(Array("* SEARCH\r\n".utf8)).isEmpty)
    let lines = [
      #"* 1 FETCH (UID 4 RFC822.SIZE 812 INTERNALDATE "28-Nov-2026 16:05:11 +0000")"#,
      #"* 2 FETCH (INTERNALDATE " 1-Dec-2026 00:05:00 -0730" RFC822.SIZE 7 UID 5)"#, "* 3 FETCH (UID 6)",
    ]
    let letters = mailboxLetters(Array(lines.joined(separator: "\r\n").utf8))
    #expect(letters[4] == LaidLetter(size: 812, arrived: Instant(iso: "2026-11-29T00:05:11+08:00")))
    #expect(letters[5] == LaidLetter(size: 7, arrived: Instant(iso: "2026-12-01T07:35:00Z")))
    #expect(letters[6] == LaidLetter(size: nil, arrived: nil) && letters.count == 3)
    #expect(mailboxTime("31-Feb-2026 10:00:00 +0000") == nil && mailboxTime("") == nil)
    #expect(mailboxDay(Day(year: 2026, month: 11, day: 3) ?? Day(number: 0)) == "3-Nov-2026")
  }

  @Test func fieldsOfAnotherSystem() throws {
    let json = try JSONSerialization.jsonObject(
      with: Data(#"{"data":{"title":"路灯","items":[{"text":"坏了"}],"n":7,"who":null}}"#.utf8))
    let mapping = HookMapping(
      ways: ["text": "data.title + data.items.0.text", "id": "data.n", "name": "data.who", "village": "data.title"],
      villages: ["路灯": "510101"])
    let read = mapping.read(json)
    #expect(read.form["text"] == "路灯\n坏了")
    #expect(read.form["name"].isEmpty && read.id == "7" && read.village == "510101")
    #expect(HookMapping.value(at: "data.items.9.text", in: json).isEmpty)
    #expect(HookMapping.villages("城东 = 510101\n\n城西=510102") == ["城东": "510101", "城西": "510102"])
    #expect(HookMapping.villages("城东") == nil)
  }
}
