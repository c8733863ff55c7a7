import Governance
import Mechanism
import Testing
import Values
import Web

@testable import Intake

struct EntryTests {
  private let places = ReportPlaces(groups: [], landmarks: [], hasMap: false, phone: "", town: Text(same: ""))
  private let now = Day(number: 20_600).at(hour: 10, minute: 0)

  private func entry(_ fields: [String: String], kind: SourceKind? = nil) throws -> Entry {
    let all = ["text": "路灯不亮", "channel": "phone"].merging(fields) { _, given in given }
    return try Entry(
      Form(fields: all.mapValues { [$0] }), photos: ReportPhotos(), places: places, fixedKind: kind, now: now)
  }

  /// The fields with errors, in order.
  private func errors(_ fields: [String: String]) -> [String] {
    do {
      _ = try entry(fields)
      return []
    } catch {
      return ((error as? FieldErrors)?.all ?? []).map(\.field)
    }
  }

  private func urgency(_ fields: [String: String]) throws -> Urgency {
    let entry = try entry(fields)
    let reading = ReportReading(entry.text, of: .shipped, at: now)
    return try entry.checkedUrgency(reading)
  }

  @Test func theChannelTellsTheDirectionWhereThePlanFixesIt() throws {
    #expect(try entry(["channel": "homeVisit", "direction": "invite"]).direction == .goOut)
    #expect(try entry(["channel": "phone", "direction": "goOut"]).direction == .invite)
    #expect(try entry(["channel": "paperSlip", "direction": "goOut"]).direction == .goOut)
    #expect(try entry(["channel": "paperSlip"]).direction == .invite)
  }

  @Test func aCollectorsKindCannotBeChanged() throws {
    #expect(try entry(["source_kind": "resident"], kind: .police).sourceKind == .police)
    #expect(try entry(["source_kind": "volunteer"]).sourceKind == .volunteer)
    #expect(try entry([:]).sourceKind == .resident)
  }

  @Test func theDayIsTodayUnlessGivenAndNeverLater() throws {
    #expect(try entry([:]).reportedDay == now.day)
    #expect(errors(["reported_day": now.day.iso]) == [])
    #expect(errors(["reported_day": now.day.adding(1).iso]) == ["reported_day"])
    #expect(errors(["reported_day": "1990-01-01"]) == [])
    #expect(errors(["reported_day": "1989-12-31"]) == ["reported_day"])
    #expect(errors(["reported_day": "20226-01-01"]) == ["reported_day"])
  }

  @Test func onAHomeVisitTheNoticeIsReadBeforeANameIsWritten() {
    #expect(errors(["channel": "homeVisit"]) == [])
    #expect(errors(["channel": "homeVisit", "reporter_name": "李四"]) == ["notice_read"])
    #expect(errors(["channel": "homeVisit", "reporter_name": "李四", "notice_read": "1"]) == [])
    #expect(errors(["channel": "phone", "reporter_name": "李四"]) == [])
  }

  @Test func allErrorsComeAtOnce() {
    let wrong = [
      "text": "", "channel": "", "reporter_phone": "12", "stance": "maybe", "urgency": "U9", "child_age": "40",
    ]
    #expect(Set(errors(wrong)) == ["text", "channel", "reporter_phone", "stance", "urgency", "child_age"])
  }

  @Test func urgencyMayBeRaisedNotLowered() throws {
    #expect(try urgency(["urgency": "U1"]) == .soon)
    #expect(try urgency(["text": "屋后着火了", "urgency": "U0"]) == .life)
  }

  // rules.md, case 50.
  @Test func aChildsDataNeedAGuardianButHarmWaitsForNobody() throws {
    #expect(throws: FieldErrors.self) { try urgency(["child_age": "12"]) }
    #expect(throws: FieldErrors.self) { try urgency(["child_age": "13"]) }
    #expect(try urgency(["child_age": "14"]) == .normal)
    #expect(try urgency(["child_age": "12", "guardian_agrees": "1"]) == .normal)
    #expect(try urgency(["text": "邻居天天打孩子,身上有伤", "child_age": "12"]) >= .danger)
  }
}
