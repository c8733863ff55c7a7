import Matters
import Mechanism
import Values
import Web

/// The channels: residents' own reports, what clerks and collectors enter, files of old registers.
package func intake(_ catalogues: Catalogues) -> Slice {
  Slice(
    "Intake", migrations: intakeMigrations,
    routes: reportingRoutes(catalogues, similarMatters) + entryRoutes + importRoutes, entities: intakeEntities,
    nav: intakeNav, work: [importWork], fileTables: [importFiles])
}

private let intakeNav: [NavEntry] = [
  NavEntry(
    Text(zh: "录入", en: "Enter"), icon: .plus, needs: .can(.enterConcern), levels: [.village, .community], order: 15
  ) { Link.newConcern($0.code) },
  NavEntry(
    Text(zh: "导入", en: "Import"), icon: .file, needs: .can(.importFile), levels: [.village, .community], order: 45
  ) { Link.imports($0.code) },
]
