import Markup
import Matters
import Seeds
import Store
import Values
import Web

/// What will become of the report, before it is sent: danger first, then who is likely to get it and by when, then the
/// same matter of others. What was typed is carried along unseen.
func previewPage(
  _ request: Request, _ report: Report, _ reading: ReportReading, _ open: [OpenMatter], _ places: ReportPlaces
) -> HTMLPage {
  let (reader, l) = (request.reader, request.reader.language)
  let code = request.place?.code ?? ""
  return request.plainPage(ReportingStrings.preview) {
    if !reading.numbers.isEmpty { emergencyBox(numbers: reading.numbers, l) }
    pageTitle(ReportingStrings.preview, l)
    outlook(reading, village: request.place?.name ?? Text(same: ""), l)
    if !open.isEmpty { similarSection(open, village: code, reader) }
    definitionList(summary(report, places, l), l)
    form(action: Link.report(code), reader: reader, key: Secrets.token(bits: 80)) {
      carriedFields(report)
      if !report.photos.isEmpty { keptPhotos(report.photos, request) }
      stickyActions {
        submitButton(ReportingStrings.send, name: "confirmed", value: "1", l)
        submitButton(ReportingStrings.change, tone: .plain, name: "edit", value: "1", l)
      }
    }
  }
}

private func outlook(_ reading: ReportReading, village: Text, _ l: Language) -> HTML {
  if reading.isSealed {
    return noticeBox(tone: .active) { p { ReportingStrings.willBeSealed(l) } }
  }
  return noticeBox(tone: .active) {
    if let likely = reading.likely {
      p {
        strong { (likely.isPrivate ? ReportingStrings.likelyPrivate : ReportingStrings.likelyLead(likely.lead))(l) }
        " "
        ReportingStrings.likelyDue(likely.due, urgent: reading.urgency >= .danger)(l)
      }
    }
    if !reading.isAdvised { p { AccuracyStrings.offForReporter(l) } }
    p { ReportingStrings.readBy(village, reading.acceptBy, urgent: reading.urgency >= .danger)(l) }
    if reading.urgency >= .danger { p { ReportingStrings.dutyHears(l) } }
  }
}

/// Others' matters that look the same, each with one tap to join.
private func similarSection(_ open: [OpenMatter], village: String, _ reader: Reader) -> HTML {
  let l = reader.language
  return section("similar") {
    h2("similar-title") { ReportingStrings.sameAsThese(l) }
    ul {
      for matter in open {
        li {
          span("similar-words") {
            matter.title
            if !matter.place.isEmpty { span("similar-meta") { matter.place } }
            span("similar-meta") { matter.facts(l) }
          }
          postButton(
            action: Link.joins(village, matter.id), ReportingStrings.meToo, key: Secrets.token(bits: 80), reader: reader
          )
        }
      }
    }
    p("hint") { ReportingStrings.joinHint(l) }
  }
}

private func summary(_ report: Report, _ places: ReportPlaces, _ l: Language) -> [(Text, HTML)] {
  let group = places.groups.first { $0.id == report.group }?.name(l)
  let place = [group, report.landmark?.name(l), report.placeText].compactMap(\.self).filter { !$0.isEmpty }
  var pairs: [(Text, HTML)] = [(ReportingStrings.youWrote, .text(report.text))]
  if !place.isEmpty { pairs.append((ReportingStrings.place, .text(place.joined(separator: " · ")))) }
  let contact = [report.name, report.phone].filter { !$0.isEmpty }.joined(separator: " ")
  pairs.append((ReportingStrings.contactGiven, .text(contact.isEmpty ? ReportingStrings.anonymous(l) : contact)))
  return pairs
}

@HTMLBuilder private func carriedFields(_ report: Report) -> HTML {
  hiddenField("text", report.text)
  hiddenField("group", report.group?.description ?? "")
  hiddenField("landmark", report.landmark.map { String($0.id) } ?? "")
  hiddenField("place_text", report.placeText)
  if let point = report.givenPoint {
    hiddenField("lat", String(point.latitude))
    hiddenField("lon", String(point.longitude))
  }
  hiddenField("coordinate_system", CoordinateSystem.wgs84.rawValue)
  hiddenField("name", report.name)
  hiddenField("phone", report.phone)
  if report.isAboutStaff { hiddenField("about_staff", "1") }
  if report.isUnder14 { hiddenField("under_14", "1") }
  if report.guardianAgrees { hiddenField("guardian_agrees", "1") }
}
