import Governance
import Markup
import Matters
import People
import Store
import Values
import Web

/// How many matters stand in a register, by state.
struct RegisterCount: Encodable, Sendable {
  let `class`: MatterClass
  let total: Int
  let open: Int
  let states: [String: Int]

  /// Of the counters of a village ("matter.government.inProgress").
  init(_ matterClass: MatterClass, _ counters: [String: Int]) {
    var states: [String: Int] = [:]
    for state in MatterState.states(of: matterClass).subtracting([.merged]) {
      states[state.rawValue] = counters["matter.\(matterClass.rawValue).\(state.rawValue)"] ?? 0
    }
    (self.class, self.states) = (matterClass, states)
    total = states.values.reduce(0, +)
    open = total - (states[MatterState.closed.rawValue] ?? 0)
  }
}

struct RegistersJSON: Encodable, Sendable {
  let village: String
  let name: Text
  let keeper: String?
  let items: [RegisterCount]

  static let sample = RegistersJSON(
    village: "qingshan", name: Text(zh: "青山村", en: "Qingshan Village"), keeper: "王**",
    items: MatterClass.allCases.map { RegisterCount($0, [:]) })
}

let overviewRoutes: [Route] = [
  .get(
    "/v/{village}/registers", needs: .can(.readRegister), RegisterStrings.registersTitle, gives: RegistersJSON.sample
  ) { request in
    let (key, day) = (try request.village(), request.now.day)
    let (counters, keeper) = try await request.app.database.read { tx in
      (try tx.counters(in: key), try tx.keeper(of: key, on: day))
    }
    let counts = MatterClass.allCases.map { RegisterCount($0, counters) }
    return try await request.answer(
      json: RegistersJSON(
        village: request.place?.code ?? "", name: request.place?.name ?? Text(same: ""), keeper: keeper?.name,
        items: counts)
    ) { request.overviewPage(counts, keeper) }
  },
  .get(
    "/t/{town}/registers", needs: .can(.seeTown), RegisterStrings.townTitle, gives: [RegistersJSON.sample]
  ) { request in
    let (town, day) = (try request.town(), request.now.day)
    let villages = try await request.app.database.read { tx in
      let (counters, keepers) = (try tx.counters(town: town), try tx.keepers(ofTown: town, on: day))
      return try tx.villages(of: town).map { village in
        RegistersJSON(
          village: village.code, name: village.name, keeper: keepers[village.id]?.name,
          items: MatterClass.allCases.map { RegisterCount($0, counters[village.id] ?? [:]) })
      }
    }
    return try await request.answer(json: villages) { request.townPage(villages) }
  },
]

extension Request {
  /// The three registers side by side.
  fileprivate func overviewPage(_ counts: [RegisterCount], _ keeper: KeeperTerm?) -> HTMLPage {
    let l = reader.language
    let village = place?.code ?? ""
    return page(RegisterStrings.registersTitle, current: Link.registers(village)) {
      pageTitle(RegisterStrings.registersTitle, lead: keeperWords(keeper?.name, village: village), l)
      statTiles(
        counts.map { count in
          StatTile(
            label: RegisterStrings.classRegister(count.class), value: String(count.total),
            note: RegisterStrings.openOf(count.open), href: Link.register(village, count.class))
        }, l)
      h2 { reader(RegisterStrings.sideBySide) }
      dataTable(
        caption: RegisterStrings.sideBySide,
        columns: [Column(title: RegisterStrings.state, width: .name)]
          + counts.map { Column(title: $0.class.name, width: .number, numeric: true) },
        rows: MatterState.allCases.filter { $0 != .merged }.map { stateRow($0, counts, village) },
        sum: [.text(reader(RegisterStrings.total))] + counts.map { .text(String($0.total)) }, l)
    }
  }

  private func stateRow(_ state: MatterState, _ counts: [RegisterCount], _ village: String) -> [HTML] {
    [.text(reader(state.name))]
      + counts.map { count in
        guard let number = count.states[state.rawValue] else { return .text("–") }
        guard number > 0 else { return .text("0") }
        return a(Link.register(village, count.class) + "?state=\(state.rawValue)") { String(number) }
      }
  }

  /// Every village with its three registers; the links stand where the reader may open them.
  fileprivate func townPage(_ villages: [RegistersJSON]) -> HTMLPage {
    let l = reader.language
    let town = place?.code ?? ""
    return page(RegisterStrings.townTitle, wide: true, current: Link.townRegisters(town)) {
      pageTitle(RegisterStrings.townTitle, l)
      if villages.isEmpty {
        emptyState(RegisterStrings.noVillages, l)
      } else {
        dataTable(
          caption: RegisterStrings.townTitle,
          columns: [Column(title: RegisterStrings.village, width: .name)]
            + MatterClass.allCases.map { Column(title: $0.name, width: .number, numeric: true) }
            + [
              Column(title: RegisterStrings.open, width: .number, numeric: true),
              Column(title: RegisterStrings.keeper, width: .name),
            ],
          rows: villages.map(townRow), sum: townSum(villages), l)
      }
    }
  }

  private func townRow(_ village: RegistersJSON) -> [HTML] {
    let canOpen = may(.readRegister)
    let name = HTML.text(reader(village.name))
    return [canOpen ? a(Link.registers(village.village)) { name } : name]
      + village.items.map { count in
        let number = HTML.text(String(count.total))
        return canOpen ? a(Link.register(village.village, count.class)) { number } : number
      }
      + [
        .text(String(village.items.reduce(0) { $0 + $1.open })),
        .text(village.keeper ?? reader(RegisterStrings.noKeeper)),
      ]
  }

  private func townSum(_ villages: [RegistersJSON]) -> [HTML] {
    let all = villages.flatMap(\.items)
    return [.text(reader(RegisterStrings.total))]
      + MatterClass.allCases.map { matterClass in
        .text(String(all.filter { $0.class == matterClass }.reduce(0) { $0 + $1.total }))
      } + [.text(String(all.reduce(0) { $0 + $1.open })), .empty]
  }
}
