import Governance
import Seeds
import Store
import Values
import Web

/// How the town's mechanism is set up: the duty catalogue, what residents are told, how long things are kept.
package let mechanism = Slice(
  "Mechanism",
  migrations: mechanismMigrations + [calendarMigration, replyTemplateMigration, keepingMigration]
    + learntModelMigrations,
  routes: dutyRoutes + wordingRoutes + replyTemplateRoutes + keepingRuleRoutes + calendarRoutes,
  entities: [dutyEntity, wordingEntity, replyTemplateEntity, keepingRuleEntity, calendarYearEntity, learntModelEntity],
  invariants: mechanismInvariants,
  nav: mechanismNav, calendar: { tx in try tx.workCalendar() },
  warmUp: { _ in _ = TownCatalogue.shipped })

private let mechanismInvariants = [
  Invariant(
    "versions of a leaf follow each other",
    """
    SELECT id FROM duty WHERE version > 1 AND NOT EXISTS (
      SELECT 1 FROM duty earlier
      WHERE earlier.town = duty.town AND earlier.code = duty.code AND earlier.version = duty.version - 1)
    """)
]

private let mechanismNav = [
  NavEntry(
    DutyStrings.catalogue, icon: .book, needs: .can(.readCatalogue), levels: [.town, .village, .community], order: 60
  ) { place in place.level == .town ? Link.catalogue(place.code) : Link.villageCatalogue(place.code) },
  NavEntry(
    WordingStrings.wordings, icon: .file, needs: .can(.manageTemplates), levels: [.town], order: 70
  ) { Link.wordings($0.code) },
  NavEntry(
    KeepingStrings.rules, icon: .clock, needs: .can(.manageKeepingRules), levels: [.town], order: 80
  ) { Link.keepingRules($0.code) },
  NavEntry(
    CalendarStrings.title, icon: .calendar, needs: .can(.managePlaces), levels: [.town], order: 85
  ) { Link.workCalendar($0.code) },
]
