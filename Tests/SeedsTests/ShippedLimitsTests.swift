import Governance
import Testing
import Values

@testable import Seeds

@Suite struct ShippedLimitsTests {
  private func limits(_ day: String = "2026-03-02") throws -> OrderLimits {
    try Shipped.load().orderLimits(on: try #require(Day(iso: day)))
  }

  /// rules.md §6, each with its mark.
  @Test func kinds() throws {
    let limits = try limits()
    let expected: [(OrderKind, Limit)] = [
      (.danger, Limit(24, .hours, .designDefault)), (.enquiry, Limit(1, .workingDays, .designDefault)),
      (.simple, Limit(5, .workingDays, .designDefault)), (.general, Limit(7, .workingDays, .designDefault)),
      (.complex, Limit(15, .workingDays, .designDefault)), (.hard, Limit(30, .workingDays, .designDefault)),
      (.petition, Limit(60, .days, .verified)), (.informationRequest, Limit(20, .workingDays, .verified)),
    ]
    for (kind, limit) in expected { #expect(limits[kind].answer == limit) }
    #expect(expected.count == OrderKind.allCases.count)
    #expect(limits.petition.tell == Limit(15, .days, .verified))
    #expect(limits.petition.longestExtension == Limit(30, .days, .verified))
    #expect(limits.petition.sendBack == Limit(5, .workingDays, .verified))
    #expect(limits.informationRequest.longestExtension == Limit(20, .workingDays, .verified))
    #expect(limits.thirdParty == Limit(15, .workingDays, .verified))
    #expect(limits.dispute == Limit(1, .workingDays, .designDefault))
    #expect(limits.answerStands == Limit(15, .workingDays, .designDefault))
    #expect(limits.amber == .product)
    #expect((limits.spokespersons, limits.shortestReply, limits.fewestCases) == (5, 12, 5))
  }

  /// Data and the values that matters are counted by say the same.
  @Test func thoseOfAllMatters() throws {
    #expect(try limits().common == DefaultLimits.product)
    #expect(try limits().danger.answer == DefaultLimits.product.contact)
    #expect(DutyHours.usual.closes == 17 * 60 + 30)
    #expect(try Shipped.load().rule("receipt.dayEnd", on: try #require(Day(iso: "2026-03-02")))?.value == "17:30")
  }

  @Test func aMissingFigureIsNamed() throws {
    let before = #expect(throws: SeedError.self) { _ = try limits("2020-01-01") }
    #expect(before?.description.contains("rules.tsv") ?? false)
  }
}
