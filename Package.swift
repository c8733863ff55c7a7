// swift-tools-version:6.2
import PackageDescription

// One target a folder of Sources. An arrow only points inwards; the compiler refuses the others.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let kits: [Target.Dependency] = ["Values", "Governance", "Markup", "Store", "Web"]

func target(_ name: String, uses: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
  .target(name: name, dependencies: uses, resources: resources, swiftSettings: strict)
}
/// A capability: the kits, and the slices further in that it builds on.
func slice(_ name: String, uses: [Target.Dependency] = []) -> Target { target(name, uses: kits + uses) }
func tests(_ name: String, uses: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: uses, swiftSettings: strict)
}

let package = Package(
  name: "sanshi",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: ["FullFoundation"]),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    // System libraries.
    .systemLibrary(name: "CSodium", pkgConfig: "libsodium"),
    .systemLibrary(name: "CPostgres", pkgConfig: "libpq"),
    .systemLibrary(name: "CXlsx", pkgConfig: "xlsxwriter"),
    .systemLibrary(name: "CZip", pkgConfig: "libzip"),
    .systemLibrary(name: "CQrencode", pkgConfig: "libqrencode"),
    .systemLibrary(name: "CVips", pkgConfig: "vips"),
    .systemLibrary(name: "CCurl", pkgConfig: "libcurl"),
    .systemLibrary(name: "CMalloc"),
    // Pure: values in, values out.
    target("Values"),
    target("Governance", uses: ["Values"]),
    // Learns from ten thousand sentences when the program starts: fast in debug builds too.
    .target(
      name: "TriageEngine", dependencies: ["Values"],
      swiftSettings: strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]),
    target("Markup", uses: ["Values"]),
    // Kits.
    target("Documents", uses: ["Values", "CXlsx", "CZip", "CQrencode", "CVips"]),
    target("Store", uses: ["Values", "Governance", "CSodium", "CPostgres", grdb, sqlite]),
    target(
      "Web", uses: ["Values", "Governance", "Markup", "Store", "Documents", hummingbird], resources: [.copy("Assets")]),
    target("Seeds", uses: ["Values", "Governance"], resources: [.copy("Data")]),
    // Slices, from the inside out.
    slice("People", uses: ["Documents"]),
    slice("Mechanism", uses: ["People", "Seeds", "TriageEngine", "Documents"]),
    slice("Matters", uses: ["People", "Mechanism", "Seeds", "TriageEngine", "Documents"]),
    slice("Intake", uses: ["People", "Mechanism", "Matters", "Seeds", "TriageEngine", "Documents"]),
    slice("Registers", uses: ["People", "Mechanism", "Matters", "Seeds", "TriageEngine", "Documents"]),
    slice(
      "WorkOrders", uses: ["People", "Mechanism", "Matters", "Seeds", "TriageEngine", "Documents"]),
    slice("Public", uses: ["People", "Mechanism", "Matters", "Seeds", "TriageEngine", "Documents"]),
    slice(
      "Connect", uses: ["People", "Mechanism", "Matters", "Intake", "WorkOrders", "Seeds", "Documents", "CCurl"]),
    slice(
      "Open311",
      uses: ["People", "Mechanism", "Matters", "Intake", "Public", "Connect", "Seeds"]),
    slice("Exchange", uses: ["People", "Mechanism", "Matters", "WorkOrders", "Connect", "Seeds", "Documents"]),
    slice(
      "Demonstration",
      uses: [
        "People", "Mechanism", "Matters", "Registers", "WorkOrders", "Connect", "Exchange", "Seeds", "TriageEngine",
      ]),
    .executableTarget(
      name: "sanshi",
      dependencies: kits + [
        "Documents", "TriageEngine", "People", "Mechanism", "Matters", "Intake", "Registers", "WorkOrders", "Public",
        "Seeds", "Connect", "Open311", "Exchange", "Demonstration", "CMalloc", arguments, hummingbird,
      ],
      swiftSettings: strict),
    // Fills databases and runs peers for ./bench; no part of the product.
    .executableTarget(
      name: "Benchmarks",
      dependencies: kits + [
        "Documents", "TriageEngine", "People", "Mechanism", "Matters", "Connect", "Seeds", arguments, hummingbird, grdb,
      ],
      path: "Benchmarks/Helper", swiftSettings: strict),
    // Tests.
    tests("GovernanceTests", uses: ["Values", "Governance"]),
    tests("TriageEngineTests", uses: ["Values", "TriageEngine"]),
    tests("DocumentsTests", uses: ["Values", "Documents", "CZip", "CVips"]),
    tests("SeedsTests", uses: ["Values", "Governance", "Seeds"]),
    tests("PeopleTests", uses: ["Values", "Governance", "Store", "Web", "People"]),
    tests("MechanismTests", uses: kits + ["Mechanism", "People", "Seeds", "TriageEngine"]),
    tests(
      "IntakeTests",
      uses: kits + ["Documents", "TriageEngine", "Seeds", "People", "Mechanism", "Matters", "Intake"]),
    tests("ConnectTests", uses: kits + ["People", "Mechanism", "Matters", "Connect"]),
    tests("ExchangeTests", uses: kits + ["Exchange"]),
    tests(
      "Open311Tests",
      uses: kits + ["People", "Mechanism", "Matters", "Intake", "Public", "Connect", "Open311"]),
    tests("RegistersTests", uses: kits + ["Documents", "People", "Mechanism", "Matters", "Registers"]),
    tests(
      "IntegrationTests",
      uses: kits + [
        "Documents", "TriageEngine", "Seeds", "People", "Mechanism", "Matters", "Intake", "Registers", "WorkOrders",
        "Public", "Connect", "Open311", "Exchange", "sanshi",
      ]),
  ]
)
