import Governance
import Matters
import Store
import Values
import Web

/// What clerks and collectors write down for others (plan D1), and the slip for the reporter.
let entryRoutes: [Route] = [
  .get("/v/{village}/concerns/new", needs: .can(.enterConcern), EntryStrings.enter, mount: .page) { request in
    let saved = try? await request.slip(ID(request.query["saved"]) ?? .min)
    return .page(
      entryPage(
        request, try await request.entryPlaces(), values: request.query, photos: ReportPhotos(),
        saved: saved?.concern))
  },
  .post(
    "/v/{village}/concerns", needs: .can(.enterConcern), EntryStrings.enterSummary, takes: entryParameters,
    gives: EntryJSON.sample, bodyLimit: 25 << 20,
    rejected: { request, errors in
      entryPage(
        request, try await request.entryPlaces(), values: request.form, photos: await ReportPhotos.stored(request),
        errors: errors)
    }, handler: enterConcern),
  .get(
    "/v/{village}/concerns/{concern}/slip", needs: .can(.enterConcern), EntryStrings.slipSummary,
    gives: SlipJSON.sample
  ) { request in
    let slip = try await request.slip(try request.id("concern"))
    return try await request.answer(json: SlipJSON(slip)) { try slipPage(request, slip) }
  },
]

private let entryParameters = [
  Parameter("text", EntryStrings.text, required: true),
  Parameter("channel", EntryStrings.channel, required: true, of: Channel.self),
  Parameter("direction", EntryStrings.direction, of: Direction.self),
  Parameter("source_kind", EntryStrings.sourceKind, of: SourceKind.self),
  Parameter("reported_day", EntryStrings.reportedDay), Parameter("reporter_name", EntryStrings.reporterName),
  Parameter("reporter_phone", EntryStrings.reporterPhone), Parameter("reporting_unit", EntryStrings.reportingUnit),
  Parameter("group", EntryStrings.group), Parameter("landmark", EntryStrings.landmark),
  Parameter("place_text", EntryStrings.placeText), Parameter("lat", WebStrings.latitude),
  Parameter("lon", WebStrings.longitude),
  Parameter("coordinate_system", EntryStrings.coordinateSystem, of: CoordinateSystem.self),
  Parameter("stance", EntryStrings.stance, of: Entry.Stance.self),
  Parameter("urgency", EntryStrings.urgency, oneOf: Urgency.allCases.map(\.code)),
  Parameter("photos", EntryStrings.photos, file: true), Parameter("about_staff", EntryStrings.aboutStaff),
  Parameter("child_age", EntryStrings.childAge), Parameter("guardian_agrees", EntryStrings.guardianAgrees),
  Parameter("notice_read", EntryStrings.noticeRead), Parameter("next", EntryStrings.saveAndNext),
]
