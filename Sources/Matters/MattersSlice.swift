import Mechanism
import Web

/// Concerns and matters: triage, merging, families, release, alarms, the call list, the town's overview.
package func matters(_ catalogues: Catalogues) -> Slice {
  Slice(
    "Matters",
    migrations: mattersMigrations + waitingMigrations + eventMigrations + keepingMigrations
      + departmentMigrations + callMigrations,
    routes: homeRoutes() + concernRoutes() + triageRoutes() + alarmRoutes() + sealedRoutes()
      + matterRoutes(catalogues) + mergeRoutes(catalogues) + familyRoutes(catalogues) + releaseRoutes(catalogues)
      + photoRoutes + townRoutes + eventRoutes + placeListRoutes + groupMatterRoutes,
    entities: mattersEntities, invariants: mattersInvariants, nav: mattersNav + clerkNav,
    work: [alarmWork, keepingWork],
    fileTables: ["photo"], waiting: { tx in try tx.oldestCallWaiting() },
    warmUp: { app in try await similarMatters.warmUp(app) })
}
