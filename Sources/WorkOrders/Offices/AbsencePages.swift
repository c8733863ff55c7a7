import Governance
import Markup
import Seeds
import Store
import Values
import Web

/// The people of the offices of a town or county, and who of them is away.
struct OfficeStaff: Sendable {
  let members: [OfficeMember]
  let absences: [AbsenceRow]
}

extension Request {
  /// Who of the county's offices is away, and who stands in.
  func countyAbsencesPage(_ staff: OfficeStaff, errors: FieldErrors?) -> HTMLPage {
    page(OfficeStrings.countyAbsences, current: place.map(Link.absences)) {
      pageTitle(OfficeStrings.countyAbsences, lead: .text(reader(OfficeStrings.countyAbsencesLead)), reader.language)
      if staff.members.isEmpty {
        emptyState(OfficeStrings.noCountyMembers, reader.language)
      } else {
        absenceSection(staff, errors, isWholePage: true)
      }
    }
  }

  /// Whether what came back was an absence.
  var isAbsence: Bool { path.hasSuffix("/absences") && method == .post }

  /// Who is away, with the form that enters an absence.
  func absenceSection(_ view: OfficeStaff, _ errors: FieldErrors?, isWholePage: Bool = false) -> HTML {
    let l = reader.language
    let names = Dictionary(view.members.map { ($0.account, $0.name) }) { first, _ in first }
    let people = view.members.map {
      (value: $0.account.description, label: OfficeStrings.ofOffice($0.name, bodyName($0.body)))
    }
    return section("stack") {
      if !isWholePage { h2 { reader(OfficeStrings.absences) } }
      if view.absences.isEmpty { p("quiet") { reader(OfficeStrings.noAbsences) } }
      if !view.absences.isEmpty { absenceRows(view, names) }
      if !people.isEmpty {
        dialogDetails(summary: OfficeStrings.enterAbsence, open: isAbsence, l) {
          Web.form(
            action: place.map(Link.absences) ?? "", reader: reader, key: Secrets.token(bits: 80),
            errors: isAbsence ? errors : nil
          ) {
            selectField(
              name: "account", label: OfficeStrings.who,
              options: [(value: "", label: OfficeStrings.choose)] + people, selected: form["account"], errors: errors,
              required: true, reader: reader)
            dayField(
              name: "from", label: OfficeStrings.from, value: form["from"], errors: errors, required: true,
              reader: reader)
            dayField(
              name: "until", label: OfficeStrings.until, value: form["until"], errors: errors, required: true,
              reader: reader)
            selectField(
              name: "deputy", label: OfficeStrings.deputy,
              options: [(value: "", label: OfficeStrings.nobody)] + people, selected: form["deputy"],
              hint: OfficeStrings.deputyHint, errors: errors, reader: reader)
            actions { submitButton(OfficeStrings.enterAbsence, l) }
          }
        }
      }
    }
  }

  private func absenceRows(_ view: OfficeStaff, _ names: [ID<Account>: String]) -> HTML {
    ul("rows") {
      for absence in view.absences {
        li("row") {
          div("row-main") {
            p {
              (names[absence.account] ?? "") + " "
              OfficeStrings.away(absence.until, absence.deputy.flatMap { names[$0] })(reader.language)
            }
            if let place {
              postButton(action: Link.absenceEnd(place, absence.id), OfficeStrings.isBack, reader: reader)
            }
          }
        }
      }
    }
  }
}
