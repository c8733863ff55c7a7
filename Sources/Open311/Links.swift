import Values
import Web

extension Link {
  /// The root of GeoReport v2.
  static let geoReport = "/open311/v2"
  static let discovery = "/open311/discovery"
  package static func open311Setting(_ town: String) -> String { "/t/\(town)/open311" }
  static let deadlineFeed = "/deadlines/feed"
  static let deadlineFeedEnd = "/deadlines/feed/end"
  /// The calendar of one person, by its secret.
  static func calendar(_ secret: String) -> String { "/ical/\(secret).ics" }
}
