import Testing
import Values
import Web

@testable import Exchange

/// What may be set of a folder.
@Suite struct FolderDraftTests {
  private static let fingerprint = "SHA256:" + String(repeating: "A", count: 43)

  private func faults(_ kind: FolderKind, _ fields: [String: String], stored: Set<String> = []) -> [String] {
    var errors = FieldErrors()
    _ = FolderDraft(
      Form(fields: fields.mapValues { [$0] }), kind: kind, hasSecrets: stored, roots: ["/srv/share"], &errors)
    return errors.all.map(\.field)
  }

  @Test(arguments: [
    ("county", []), ("县平台/水务", []), ("", ["folder"]), ("../up", ["folder"]), ("a/../b", ["folder"]),
    (".hidden", ["folder"]), ("/srv", ["folder"]), ("a\"b", ["folder"]), ("a\\b", ["folder"]), ("/", ["folder"]),
  ])
  func aFolderOfThisMachineLiesBeneathItsRoot(_ name: String, _ faults: [String]) {
    #expect(self.faults(.folder, ["folder": name]) == faults)
  }

  @Test func onlyRootsThatAreAllowed() {
    #expect(faults(.folder, ["folder": "a", "root": "/srv/share"]).isEmpty)
    #expect(faults(.folder, ["folder": "a", "root": "/srv"]) == ["root"])
    #expect(faults(.folder, ["folder": "a", "format": "csv"]) == ["format"])
  }

  @Test func aMachineNeedsItsFingerprintAndALogin() {
    let whole = [
      "folder": "/orders", "host": "sftp.example.org", "user": "town", "password": "x",
      "fingerprint": Self.fingerprint,
    ]
    #expect(faults(.sftp, whole).isEmpty)
    for (field, value, fault) in [
      ("fingerprint", "", "fingerprint"), ("fingerprint", "SHA256:short", "fingerprint"),
      ("host", "sftp://example.org", "host"), ("user", "", "user"), ("password", "", "password"),
      ("port", "70000", "port"), ("private_key", "ssh-ed25519 AAAA", "private_key"),
    ] {
      #expect(faults(.sftp, whole.merging([field: value]) { $1 }) == [fault], "\(field) \(value)")
    }
    #expect(faults(.sftp, whole.merging(["password": ""]) { $1 }, stored: ["private_key"]).isEmpty)
  }

  @Test(arguments: [
    FolderFault.noFolder("in"), .denied("out"), .full, .isPrivate, .stranger(shown: "x"), .login, .unreachable,
    .other("a b"),
  ])
  func aFaultIsKeptAndReadAgain(_ fault: FolderFault) {
    #expect(FolderFault(stored: fault.stored) == fault)
  }

  @Test func aFileHasItsEnd() {
    #expect(isWholeFile(Array("[]".utf8)) && !isWholeFile(Array("[1".utf8)) && !isWholeFile([]))
    #expect(!isWholeFile(Array("PK\u{3}\u{4}".utf8)))
  }
}
