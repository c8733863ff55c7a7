import Governance
import Store
import Values
import Web

/// Stands for an office in `ID<Office>`.
package enum Office {}

package let officeEntity = Entity("office")
package let absenceEntity = Entity("absence")

/// What an office of the town is (plan: 镇各办公室、站、所、中心).
package enum OfficeKind: String, Sendable, Codable, CaseIterable {
  case bureau, station, centre, other

  package var name: Text {
    switch self {
    case .bureau: Text(zh: "办公室", en: "Office")
    case .station: Text(zh: "站、所", en: "Station")
    case .centre: Text(zh: "中心", en: "Centre")
    case .other: Text(zh: "其他单位", en: "Other body")
    }
  }

  /// By how its name ends: 社会事务办, 司法所, 便民服务中心.
  package init(guessedFrom name: String) {
    if name.hasSuffix("办") || name.hasSuffix("办公室") {
      self = .bureau
    } else if name.hasSuffix("站") || name.hasSuffix("所") {
      self = .station
    } else {
      self = name.hasSuffix("中心") ? .centre : .other
    }
  }
}

/// An office of a town as it is stored. Orders and the catalogue name it by its Chinese name, which never changes.
package struct OfficeRow: Sendable {
  package let id: ID<Office>
  package let town: ID<Place>
  package let name: Text
  package let kind: OfficeKind
  package let hours: DutyHours
  package let phone: String
  package let address: String
  package let dissolvedAt: Instant?
  /// The name of the office that took its orders over.
  package let successor: String
  package let version: Int

  init(id: ID<Office>, town: ID<Place>, name: Text, kind: OfficeKind, phone: String) {
    (self.id, self.town, self.name, self.kind, self.phone) = (id, town, name, kind, phone)
    (hours, address, dissolvedAt, successor, version) = (.usual, "", nil, "", 1)
  }

  init(_ row: Row) throws {
    (id, town) = (try row.id("id"), try row.id("town"))
    name = Text(zh: try row.text("name_zh"), en: try row.text("name_en"))
    kind = try row.choice("kind")
    hours = DutyHours(opens: try row.int("opens"), closes: try row.int("closes")) ?? .usual
    (phone, address) = (try row.text("phone"), try row.text("address"))
    (dissolvedAt, successor) = (row.optionalInstant("dissolved_at"), try row.text("successor"))
    version = try row.int("version")
  }
}

/// Somebody of an office is away; the deputy acts in their place.
package struct AbsenceRow: Sendable {
  package let id: ID<Absence>
  package let account: ID<Account>
  package let from: Day
  package let until: Day
  package let deputy: ID<Account>?

  init(_ row: Row) throws {
    (id, account) = (try row.id("id"), try row.id("account"))
    (from, until) = (try row.day("from_day"), try row.day("until_day"))
    deputy = row.optionalID("deputy")
  }
}

/// Stands for an absence in `ID<Absence>`.
package enum Absence {}

/// What an administrator writes about an office.
package struct OfficeDetails: Sendable {
  package let nameEn: String
  package let kind: OfficeKind
  package let hours: DutyHours
  package let phone: String
  package let address: String

  package init(nameEn: String, kind: OfficeKind, hours: DutyHours = .usual, phone: String = "", address: String = "") {
    (self.nameEn, self.kind, self.hours) = (nameEn, kind, hours)
    (self.phone, self.address) = (phone, address)
  }

  /// Of the form; all errors at once.
  init(_ form: Form, name: String) throws(FieldErrors) {
    var errors = FieldErrors()
    nameEn = form.text("name_en", max: 80, &errors)
    kind = form.choice("kind", as: OfficeKind.self, &errors) ?? OfficeKind(guessedFrom: name)
    phone = form.text("phone", max: 40, &errors)
    address = form.text("address", max: 120, &errors)
    let hours = DutyHours(
      opens: form.minuteOfDay("opens", &errors) ?? DutyHours.usual.opens,
      closes: form.minuteOfDay("closes", &errors) ?? DutyHours.usual.closes)
    if hours == nil, errors.message(for: "opens") == nil, errors.message(for: "closes") == nil {
      errors.add("closes", OfficeStrings.closesEarly)
    }
    guard errors.isEmpty, let hours else { throw errors }
    self.hours = hours
  }
}
