import Governance
import Store
import Values
import Web

/// To and from programs that know nothing of us: Open311 GeoReport v2, by which apps of other makers report and read
/// what was released; and the calendar (iCalendar) of what waits for a person.
package let open311 = Slice(
  "Open311",
  migrations: open311Migrations,
  routes: serviceRoutes + requestRoutes + reportRoutes + discoveryRoutes + settingRoutes + deadlineRoutes,
  entities: [settingEntity, feedEntity],
  invariants: [
    Invariant(
      "a setting of Open311 belongs to a town",
      """
      SELECT s.id FROM open311_setting s
      WHERE NOT EXISTS (SELECT 1 FROM place p WHERE p.id = s.id AND p.level = 'town' AND s.town = p.id)
      """),
    Invariant(
      "a calendar of deadlines belongs to an account",
      "SELECT f.id FROM deadline_feed f WHERE NOT EXISTS (SELECT 1 FROM account a WHERE a.id = f.id)"),
  ],
  nav: [
    NavEntry(SettingStrings.title, icon: .swap, needs: .can(.managePlaces), levels: [.town], order: 93) {
      Link.open311Setting($0.code)
    }
  ])
