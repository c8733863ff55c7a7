import Dispatch
import Testing

@testable import Exchange

/// A call that hangs is waited for only so long, and those to other places go on.
@Suite struct PatienceTests {
  private let patience = Patience("test")

  @Test func whatHangsIsLeftAndOthersGoOn() async throws {
    let gate = DispatchSemaphore(value: 0)
    await #expect(throws: FolderFault.hangs("a")) {
      try await patience.run(at: "a", seconds: 0.05, orThrow: FolderFault.hangs("a")) { gate.wait() }
    }
    // While it hangs, no further thread is given to the same place.
    await #expect(throws: FolderFault.hangs("a")) {
      try await patience.run(at: "a", seconds: 60, orThrow: FolderFault.hangs("a")) { Issue.record("called") }
    }
    #expect(try await patience.run(at: "b", seconds: 60, orThrow: FolderFault.hangs("b")) { 7 } == 7)
    gate.signal()
    // As soon as it has ended, the place is used again.
    var answer: Int?
    while answer == nil {
      answer = try? await patience.run(at: "a", seconds: 60, orThrow: FolderFault.hangs("a")) { 8 }
    }
    #expect(answer == 8)
  }

  @Test func whatTheWorkThrowsIsThrown() async throws {
    await #expect(throws: FolderFault.full) {
      try await patience.run(at: "a", seconds: 60, orThrow: FolderFault.hangs("a")) { throw FolderFault.full }
    }
  }
}
