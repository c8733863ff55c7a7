import Governance
import Seeds
import Store
import Values
import Web

/// How the town's mechanism is set up: the duty catalogue, what residents are told, how long things are kept.
package let mechanism = Slice(
  "Mechanism", migrations: mechanismMigrations + learntModelMigrations,
  routes: dutyRoutes + wordingRoutes + keepingRuleRoutes,
  entities: [dutyEntity, wordingEntity, keepingRuleEntity, learntModelEntity], invariants: mechanismInvariants,
  nav: mechanismNav,
  warmUp: { _ in _ = TownCatalogue.shipped })

/// The shipped work calendar (rules.md §6), the same for all towns.
package var workCalendar: WorkCalendar { Shipped.current.calendar }

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
]
