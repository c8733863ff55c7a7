import Values
import Web

/// The parameters that several addresses take, by the specification's names.
enum GeoParameters {
  static let jurisdiction = Parameter("jurisdiction_id", GeoStrings.jurisdictionMeaning)

  static let filters = [
    jurisdiction, Parameter("service_request_id", GeoStrings.idsMeaning),
    Parameter("service_code", GeoStrings.codesMeaning), Parameter("start_date", GeoStrings.startMeaning),
    Parameter("end_date", GeoStrings.endMeaning), Parameter("status", GeoStrings.statusMeaning),
    Parameter("page", GeoStrings.pageMeaning), Parameter("page_size", GeoStrings.pageSizeMeaning),
  ]

  static let report = [
    jurisdiction, Parameter("service_code", GeoStrings.serviceCodeMeaning, required: true),
    Parameter("description", GeoStrings.descriptionMeaning, required: true), Parameter("lat", WebStrings.latitude),
    Parameter("long", WebStrings.longitude), Parameter("address_string", GeoStrings.addressMeaning),
    Parameter("address_id", GeoStrings.addressIDMeaning), Parameter("attribute[village]", GeoStrings.village),
    Parameter("attribute[place]", GeoStrings.place), Parameter("attribute[about_staff]", GeoStrings.aboutStaff),
    Parameter("first_name", GeoStrings.firstName), Parameter("last_name", GeoStrings.lastName),
    Parameter("phone", GeoStrings.phone), Parameter("email", GeoStrings.emailMeaning),
    Parameter("device_id", GeoStrings.deviceMeaning), Parameter("account_id", GeoStrings.accountMeaning),
    Parameter("media_url", GeoStrings.mediaMeaning), Parameter("api_key", GeoStrings.keyMeaning),
  ]
}
