import Governance
import Store
import Values
import Web

/// What anybody sees without an account: the front page, the village pages with what was released, feeds, the notice on
/// personal data; and what a village sets for its own page: contact, landmarks, map, poster.
package let publicSlice = Slice(
  "Public",
  routes: frontRoutes + villageRoutes + openRoutes + feedRoutes + posterRoutes + settingsRoutes + suggestionSwitchRoutes
    + landmarkRoutes
    + mapRoutes + noticeRoutes,
  // `landmark` is listed by Matters, which made the table.
  entities: [villageMapEntity],
  invariants: [
    Invariant(
      "a map belongs to a village",
      """
      SELECT m.id FROM village_map m
      WHERE NOT EXISTS (SELECT 1 FROM place p WHERE p.id = m.id AND p.town = m.town AND p.village = p.id)
      """)
  ],
  nav: [
    NavEntry(
      SettingsStrings.title, icon: .gear, needs: .can(.editVillage), levels: [.village, .community], order: 85
    ) { Link.villageSettings($0.code) }
  ])
