import Store
import Values
import Web

/// Places, accounts, roles, reporters; signing in; the first run.
package let people = Slice(
  "People",
  migrations: peopleMigrations,
  routes: signInRoutes + accountRoutes + placeRoutes + adminAccountRoutes + importRoutes + setupRoutes
    + roleProposalRoutes,
  entities: [placeEntity, accountEntity, membershipEntity, tokenEntity, personEntity, roleProposalEntity],
  invariants: [
    Invariant(
      "every role has an account",
      "SELECT id FROM membership m WHERE NOT EXISTS (SELECT 1 FROM account a WHERE a.id = m.account)"),
    Invariant(
      "every role has a place of its town",
      "SELECT id FROM membership m WHERE NOT EXISTS (SELECT 1 FROM place p WHERE p.id = m.place AND p.town = m.town)"),
    Invariant(
      "every place but a county stands under one",
      """
      SELECT id FROM place c WHERE c.level <> 'county'
        AND NOT EXISTS (SELECT 1 FROM place p WHERE p.id = c.parent AND p.county = c.county)
      """),
    Invariant(
      "every reporter belongs to a village",
      """
      SELECT id FROM person r WHERE NOT EXISTS (SELECT 1 FROM place p WHERE p.id = r.village AND p.town = r.town)
      """),
  ],
  nav: [
    NavEntry(
      PlaceStrings.admin, icon: .gear, needs: .can(.managePlaces), levels: [.town, .county], order: 90
    ) { Link.admin($0.code) },
    NavEntry(
      GuardedRoleStrings.title, icon: .people, needs: .can(.readGuardedRoles), levels: [.town, .county], order: 91
    ) { Link.roleProposals($0.code) },
  ],
  work: [
    BackgroundWork("endedSignIns", everySeconds: 3600) { app in
      let now = app.clock()
      try await app.database.write { try $0.deleteEndedSignIns(now: now) }
    }
  ], desk: guardedRoleDesk)
