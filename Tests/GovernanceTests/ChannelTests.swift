import Governance
import Testing
import Values

struct ChannelTests {
  @Test(arguments: [
    (Channel.web, Direction.invite, true), (.walkIn, .invite, true), (.phone, .invite, true), (.hotline, .invite, true),
    (.homeVisit, .goOut, true), (.questionnaire, .goOut, true), (.courtyardMeeting, .goOut, true),
    (.activity, .goOut, true), (.paperSlip, .invite, false), (.chatGroup, .invite, false), (.email, .invite, false),
    (.open311, .invite, false), (.importFile, .invite, false), (.other, .invite, false),
  ])
  func direction(channel: Channel, expected: Direction, isFixed: Bool) {
    #expect(channel.direction == expected)
    #expect(channel.isDirectionFixed == isFixed)
  }

  @Test func namesAreDistinct() {
    #expect(Channel.allCases.count == 14)
    #expect(Channel.importFile.rawValue == "import")
    #expect(Set(Channel.allCases.map(\.name)).count == 14)
    #expect(Set(SourceKind.allCases.map(\.name)).count == 7)
    #expect(Set(Direction.allCases.map(\.name)).count == 2)
  }

  @Test(arguments: ScopeReason.allCases) func everyReasonHasAnAnswerOfItsOwn(reason: ScopeReason) {
    #expect(reason.answer != reason.name)
    #expect(ScopeReason.allCases.filter { $0.name == reason.name || $0.answer == reason.answer } == [reason])
  }
}
