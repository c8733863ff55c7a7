import Governance
import Matters
import Mechanism
import Store
import Values
import Web

/// A report that came by another address than our form, checked and read like one of the form's; not yet filed.
package struct CheckedReport: Sendable {
  /// What `Write.file` takes.
  package let concern: NewConcern
  /// Numbers to ring at once; empty when nothing speaks of danger.
  package let numbers: [Web.EmergencyNumber]
}

extension Request {
  /// The fields of `form` as the report form of the village of the address has them ("text", "group", "landmark",
  /// "place_text", "lat", "lon", "name", "phone", "about_staff"), by the same checks and limits (D1).
  /// - Throws: `FieldErrors`, `TooMany`.
  package func checkedReport(by channel: Channel, _ catalogues: Catalogues) async throws -> CheckedReport {
    try await countOne("reportLooked", device: 40, address: 2400, minutes: 60)
    let report = try Report(form, photos: ReportPhotos(), places: try await reportPlaces())
    let catalogue = try await catalogues.current(town: town(), day: now.day, in: app.database)
    let reading = ReportReading(
      report.text, place: report.placeWords, isAboutStaff: report.isAboutStaff, isAdvised: false, of: catalogue, at: now
    )
    try report.checkChild(urgency: reading.urgency, isHarm: reading.isHarm)
    try await countOne("report", device: 10, address: 600, minutes: 60)
    var concern = report.concern(reading, at: now, device: deviceDigest)
    (concern.channel, concern.direction) = (channel, channel.direction)
    return CheckedReport(concern: concern, numbers: reading.numbers)
  }
}
