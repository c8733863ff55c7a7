import Mechanism
import Store
import Web

/// Concerns and matters: triage, merging, families, release, alarms, the call list, the town's overview.
package func matters(_ catalogues: Catalogues) -> Slice {
  Slice(
    "Matters",
    migrations: mattersMigrations + waitingMigrations + eventMigrations + keepingMigrations
      + departmentMigrations + callMigrations + learningMigrations + groupingMigrations + keyMatterMigrations
      + [heldMigration, clocksMigration, waitingClocksMigration, linksByConcernMigration, firstDayMigration],
    routes: homeRoutes() + concernRoutes() + triageRoutes() + alarmRoutes() + sealedRoutes()
      + matterRoutes(catalogues) + mergeRoutes(catalogues) + familyRoutes(catalogues) + releaseRoutes(catalogues)
      + photoRoutes + townRoutes + eventRoutes + placeListRoutes + groupMatterRoutes + groupingRoutes
      + hotRoutes(catalogues) + accuracyRoutes,
    entities: mattersEntities, invariants: mattersInvariants + learningInvariants,
    nav: mattersNav + clerkNav + accuracyNav,
    work: [
      alarmWork, keepingWork, groupingWork, learningWork, matterCalendarWork, concernCalendarWork, appealCalendarWork,
    ],
    fileTables: [FileTable("photo")], waiting: { tx in try tx.oldestCallWaiting() },
    warmUp: { app in try await similarMatters.warmUp(app) })
}
