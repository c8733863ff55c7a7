import Web

extension Link {
  /// A leaf of a town's catalogue, its form for a new version, where versions go.
  package static func duty(_ town: String, _ code: String) -> String { catalogue(town) + "/" + code }
  static func newDutyVersion(_ town: String, _ code: String) -> String { duty(town, code) + "/versions/new" }
  static func dutyVersions(_ town: String, _ code: String) -> String { duty(town, code) + "/versions" }
  /// The form for a leaf under a top.
  static func newDuty(_ town: String, top: String) -> String { duty(town, top) + "/leaves/new" }
  package static func villageCatalogue(_ village: String) -> String { "/v/\(village)/catalogue" }
  package static func wordings(_ town: String) -> String { "/t/\(town)/wordings" }
  static func wording(_ town: String, _ key: WordingKey) -> String { wordings(town) + "/" + key.name }
  package static func replyTemplates(_ town: String) -> String { "/t/\(town)/reply-templates" }
  static func replyTemplates(_ town: String, _ code: String) -> String { replyTemplates(town) + "/" + code }
  static func replyTemplate(_ town: String, _ key: ReplyKey) -> String {
    replyTemplates(town, key.code) + "/" + key.place
  }
  package static func workCalendar(_ town: String) -> String { "/t/\(town)/calendar" }
  package static func keepingRules(_ town: String) -> String { "/t/\(town)/keeping-rules" }
}
