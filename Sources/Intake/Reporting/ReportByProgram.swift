import Governance
import Matters
import Mechanism
import Store
import Values
import Web

/// A report that came by another address than our form, checked and read like one of the form's; not yet filed.
package struct CheckedReport: Sendable {
  /// What `Write.file` takes.
  package var concern: NewConcern
  /// Numbers to ring at once; empty when nothing speaks of danger.
  package let numbers: [Web.EmergencyNumber]
}

extension Request {
  /// Counts one more look at what somebody sends, as the report form counts it: before anything is read for it.
  /// - Throws: `TooMany`.
  package func countLook() async throws {
    try await countOne("reportLooked", device: 40, address: 2400, minutes: 60)
  }

  /// The fields of `form` as the report form of the village of the address has them ("text", "group", "landmark",
  /// "place_text", "lat", "lon", "name", "phone", "about_staff"), by the same checks and limits (D1).
  /// - Throws: `FieldErrors`, `TooMany`.
  package func checkedReport(by channel: Channel, _ catalogues: Catalogues) async throws -> CheckedReport {
    var checked = try await app.checkedReport(form, in: village(), by: channel, at: now, catalogues)
    try await countOne("report", device: 10, address: 600, minutes: 60)
    if !checked.concern.isSealed { checked.concern.device = deviceDigest }
    return checked
  }
}

/// The most characters of a report.
package let longestReport = Report.longestText

extension App {
  /// The same without anybody who calls: what a letter or another system brought. Limits are the caller's.
  /// - Throws: `FieldErrors`.
  package func checkedReport(
    _ form: Form, in key: VillageKey, by channel: Channel, at now: Instant, _ catalogues: Catalogues
  ) async throws -> CheckedReport {
    let (places, catalogue) = try await database.read { tx in
      (try tx.reportPlaces(of: key), try catalogues.current(town: key.town, day: now.day, in: tx))
    }
    let report = try Report(form, photos: ReportPhotos(), places: places)
    let reading = ReportReading(
      report.text, place: report.placeWords, isAboutStaff: report.isAboutStaff, isAdvised: false, of: catalogue, at: now
    )
    try report.checkChild(urgency: reading.urgency, isHarm: reading.isHarm)
    var concern = report.concern(reading, at: now, device: "")
    (concern.channel, concern.direction, concern.device) = (channel, channel.direction, nil)
    return CheckedReport(concern: concern, numbers: reading.numbers)
  }

  /// Keeps those of the files that are photos, shrunk and without what the camera noted, as many as a report may have.
  package func keepPhotos(_ files: [[UInt8]]) async -> [String] { await ReportPhotos.kept(of: files, in: self) }
}
