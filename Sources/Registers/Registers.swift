import Governance
import Mechanism
import Store
import Values
import Web

/// The three registers of a village (plan: 三事清单登记簿; D7): on the screen, on paper and as files, with the named
/// keeper and the annex of reporters.
package func registers(_ catalogues: Catalogues) -> Slice {
  Slice(
    "Registers", migrations: registersMigrations,
    routes: overviewRoutes + registerRoutes(catalogues) + paperRoutes(catalogues) + annexRoutes + keeperRoutes,
    entities: [keeperTermEntity], invariants: registersInvariants, nav: registersNav)
}

private let registersInvariants = [
  Invariant(
    "a village has one register keeper at a time",
    """
    SELECT b.id FROM keeper_term a JOIN keeper_term b ON b.town = a.town AND b.village = a.village AND b.id > a.id
    WHERE a.from_day <= COALESCE(b.until_day, 9999999) AND b.from_day <= COALESCE(a.until_day, 9999999)
      AND a.from_day <= COALESCE(a.until_day, 9999999) AND b.from_day <= COALESCE(b.until_day, 9999999)
    """)
]

private let registersNav = [
  NavEntry(
    RegisterStrings.registers, icon: .book, needs: .can(.readRegister), levels: [.village, .community], order: 30
  ) { Link.registers($0.code) },
  NavEntry(RegisterStrings.registers, icon: .book, needs: .can(.seeTown), levels: [.town], order: 30) {
    Link.townRegisters($0.code)
  },
]
