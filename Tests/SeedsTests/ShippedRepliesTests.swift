import Testing
import Values

@testable import Seeds

/// The templates of offices' replies that ship.
@Suite struct ShippedRepliesTests {
  let shipped: Shipped

  init() throws { shipped = try Shipped.load() }

  private func parts(of code: String) -> Set<ReplyPart> {
    Set(shipped.replies.filter { $0.code == code }.map(\.part))
  }

  @Test func everyGovernmentLeafHasItsOwnAndItsGroupHasAll() {
    let outcomes: Set<ReplyPart> = [.solved, .explained, .notPossible]
    for duty in shipped.catalogue where duty.matterClass == .government {
      let own = parts(of: duty.code)
      if duty.isTop { #expect(own == outcomes, "\(duty.code)") }
      #expect(own.isSuperset(of: [.solved, .explained]) && own.isSubset(of: outcomes), "\(duty.code)")
    }
    #expect(parts(of: ShippedReply.general) == Set(ReplyPart.allCases))
  }

  @Test func everyCodeIsOneOfTheCatalogue() {
    let codes = Set(shipped.catalogue.map(\.code)).union([ShippedReply.general])
    for reply in shipped.replies { #expect(codes.contains(reply.code), "\(reply.code)") }
  }

  @Test func noTwoAreAlike() {
    #expect(Set(shipped.replies.map(\.text.zh)).count == shipped.replies.count)
    #expect(Set(shipped.replies.map(\.text.en)).count == shipped.replies.count)
  }

  @Test func eachSaysTheSameInBothLanguagesAndLeavesFactsBlank() {
    for reply in shipped.replies {
      let what = "\(reply.code) \(reply.part)"
      #expect(placeholders(reply.text.zh) == placeholders(reply.text.en), "\(what)")
      #expect(blanks(reply.text.zh) == blanks(reply.text.en), "\(what)")
      if reply.part.isOutcome { #expect(blanks(reply.text.zh) >= 2, "\(what)") }
      #expect(reply.text.en.unicodeScalars.allSatisfy { !(0x4E00...0x9FFF).contains($0.value) }, "\(what)")
      // Nobody is sent to petition by a template, and no figure is made up: these three are numbers to ring.
      #expect(!reply.text.zh.contains("信访") && !reply.text.en.lowercased().contains("petition"), "\(what)")
      let numbers = Set(reply.text.zh.split { !("0"..."9").contains($0) }.map(String.init))
      #expect(numbers.isSubset(of: ["110", "119", "12345"]), "\(what): \(numbers)")
    }
  }

  private func placeholders(_ text: String) -> Set<String> {
    Set(text.matches(of: /\{(\w+)\}/).map { String($0.output.1) })
  }
  private func blanks(_ text: String) -> Int { text.count { $0 == "【" } }
}
