import Values
import Web

extension Link {
  /// Bulk grouping of what waits in a village.
  package static func groupings(_ village: String) -> String { "/v/\(village)/groupings" }
  static func grouping(_ village: String, _ id: ID<GroupingRun>) -> String { groupings(village) + "/\(id)" }
  static func groupingProgress(_ village: String, _ id: ID<GroupingRun>) -> String {
    grouping(village, id) + "/progress"
  }
  static func groupingConfirmations(_ village: String, _ id: ID<GroupingRun>) -> String {
    grouping(village, id) + "/confirmations"
  }
  static func groupingUndoing(_ village: String, _ id: ID<GroupingRun>) -> String { grouping(village, id) + "/undoing" }
  static func group(_ village: String, _ group: ProposedGroup) -> String {
    grouping(village, group.run) + "/groups/\(group.id)"
  }
  /// Its card on the page of the grouping.
  static func group(_ village: String, _ group: ProposedGroup, onPageOf size: Int) -> String {
    grouping(village, group.run) + "?after=\((group.position - 1) / size * size)#group-\(group.id)"
  }
  static func groupConfirmation(_ village: String, _ group: ProposedGroup) -> String {
    Link.group(village, group) + "/confirmation"
  }
  static func groupDismissal(_ village: String, _ group: ProposedGroup) -> String {
    Link.group(village, group) + "/dismissal"
  }
  static func groupUndoing(_ village: String, _ group: ProposedGroup) -> String {
    Link.group(village, group) + "/undoing"
  }
}
