import Foundation
import Governance
import Mechanism
import Values
import Web

/// Which released matters a program asks for (GET requests).
struct RequestFilter: Sendable {
  /// These alone; the other filters then count for nothing.
  let ids: [ID<Matter>]?
  /// Leaves; empty: all.
  let codes: [String]
  /// The time of the first report: from `start` up to and with `end`, 90 days at most.
  let start: Instant
  let end: Instant
  /// Nil: open and closed.
  let isOpen: Bool?
  let page: Int
  let pageSize: Int

  /// So many days at most, and without dates the last ones.
  static let days = 90
  /// So many requests at most, over all pages.
  static let most = 1000

  /// - Throws: `FieldErrors`, each by the specification's name; `GeoError` 404 for a code that the catalogue lacks.
  init(_ query: Form, catalogue: Catalogue, now: Instant) throws {
    var errors = FieldErrors()
    ids = query["service_request_id"].isEmpty ? nil : Self.list(query, "service_request_id").compactMap { ID($0) }
    codes = Self.list(query, "service_code")
    for code in codes where catalogue.duty(code) == nil { throw GeoError(404, GeoStrings.noSuchService(code)) }
    (start, end) = Self.span(query, now: now, &errors)
    isOpen = Self.status(query, &errors)
    page = query.int("page", in: 1...Self.most, &errors) ?? 1
    pageSize = query.int("page_size", in: 1...Self.most, &errors) ?? Self.most
    if errors.isEmpty, (page - 1) * pageSize >= Self.most { errors.add("page", GeoStrings.tooManyPages(Self.most)) }
    if let ids, ids.count > Self.most { errors.add("service_request_id", GeoStrings.tooManyIDs(Self.most)) }
    guard errors.isEmpty else { throw errors }
  }

  /// How many rows are read so that the page can be cut out of them.
  var rowsToRead: Int { min(Self.most, page * pageSize) }

  private static func list(_ query: Form, _ name: String) -> [String] {
    query.all(name).flatMap { $0.split(separator: ",") }.map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }
  }

  private static func status(_ query: Form, _ errors: inout FieldErrors) -> Bool? {
    let asked = Set(list(query, "status"))
    if !asked.isSubset(of: ["open", "closed"]) { errors.add("status", GeoStrings.openOrClosed) }
    return asked.count == 1 ? asked.contains("open") : nil
  }

  private static func span(_ query: Form, now: Instant, _ errors: inout FieldErrors) -> (Instant, Instant) {
    let (first, last) = (time(query, "start_date", &errors), time(query, "end_date", &errors))
    let span = Int64(days) * 86_400_000
    switch (first, last) {
    case (nil, nil): return (Instant(milliseconds: now.milliseconds - span), now)
    case (let first?, nil): return (first, Instant(milliseconds: first.milliseconds + span))
    case (nil, let last?): return (Instant(milliseconds: last.milliseconds - span), last)
    case (let first?, let last?):
      if last < first { errors.add("end_date", GeoStrings.endBeforeStart) }
      if last.milliseconds - first.milliseconds > span { errors.add("end_date", GeoStrings.spanTooLong(days)) }
      return (first, last)
    }
  }

  private static func time(_ query: Form, _ name: String, _ errors: inout FieldErrors) -> Instant? {
    let text = query[name]
    if text.isEmpty { return nil }
    guard let time = Instant(w3c: text) else {
      errors.add(name, GeoStrings.noTime)
      return nil
    }
    return time
  }
}

extension Instant {
  /// Reads the W3C form of date and time: "2010-01-01", "2010-01-01T00:00:00Z", "2010-01-01T08:00+08:00". A "+" that a
  /// query turned into a space is read as it was meant; a day alone begins at midnight in China.
  init?(w3c text: String) {
    let halves = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    guard let day = Day(iso: String(halves[0])) else { return nil }
    guard halves.count == 2 else {
      self = day.start
      return
    }
    var clock = String(halves[1])
    var offset = 0
    if clock.hasSuffix("Z") {
      clock.removeLast()
    } else {
      guard let sign = clock.lastIndex(where: { "+- ".contains($0) }) else { return nil }
      let parts = clock[clock.index(after: sign)...].split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count == 2, let hours = Self.number(parts[0], 0...14), let minutes = Self.number(parts[1], 0...59)
      else { return nil }
      offset = (clock[sign] == "-" ? -1 : 1) * (hours * 60 + minutes)
      clock = String(clock[..<sign])
    }
    let parts = (clock.split(separator: ".", maxSplits: 1).first ?? "").split(
      separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), let hour = Self.number(parts[0], 0...23),
      let minute = Self.number(parts[1], 0...59), let second = parts.count == 3 ? Self.number(parts[2], 0...60) : 0
    else { return nil }
    let seconds = Int64(hour * 3600 + minute * 60 + second - offset * 60)
    self.init(milliseconds: Int64(day.number) * 86_400_000 + seconds * 1000)
  }

  /// Two digits in the range.
  private static func number(_ text: Substring, _ range: ClosedRange<Int>) -> Int? {
    guard text.utf8.count == 2, let number = Int(text), range.contains(number) else { return nil }
    return number
  }
}
