import Testing
import Values

@testable import Connect

/// What a machine with files is told, and what its answers mean.
@Suite struct RemoteFilesTests {
  @Test func namesAreQuotedAndWhatMayFailHasAStar() {
    #expect(RemoteStep.remove("out/a b").line == "*rm \"out/a b\"")
    #expect(RemoteStep.rename("a\"b", to: "c\\d").line == "rename \"a\\\"b\" \"c\\\\d\"")
    #expect(RemoteStep.makeFolder("/x").line == "*mkdir \"/x\"")
  }

  @Test func aFaultIsKnownByItsNumberAndWords() {
    let shown = String(repeating: "k", count: 43)
    let mismatch = "Denied establishing ssh session: mismatch sha256 fingerprint. Remote \(shown)= is not equal to x"
    let faults: [(Int, String, RemoteFault)] = [
      (60, mismatch, .stranger(shown: shown)), (60, "other", .stranger(shown: "")), (67, "", .login),
      (78, "", .missing),
      (9, "", .denied), (7, "", .unreachable), (6, "", .unreachable), (28, "", .unreachable),
      (21, "rename command failed: No such file or directory", .missing),
      (21, "rename command failed: Permission denied", .denied), (79, "SSH", .other("SSH")),
    ]
    for (code, words, fault) in faults {
      #expect(RemoteFault(Reply(status: 0, text: "", fault: words, faultCode: code)) == fault, "\(code) \(words)")
    }
    #expect(RemoteFault(Reply(status: 0, text: "", fault: "x", faultCode: 7, isPrivate: true)) == .isPrivate)
    #expect(RemoteFault(Reply(status: 0, text: "", fault: nil)) == nil)
  }

  /// An inbox that was renamed or moved away: the page of the mailbox says so.
  @Test func aMissingInboxIsNamed() {
    let words = plainAnswer("Quote command returned error: A003 NO [NONEXISTENT] Mailbox does not exist")
    #expect(words.zh.contains("没有收件箱") && words.en.contains("no inbox") && words.zh.contains("NONEXISTENT"))
  }
}
