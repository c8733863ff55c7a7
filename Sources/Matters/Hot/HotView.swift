import Governance
import Mechanism
import Store
import Values
import Web

/// Which of the three lists stands on the page.
enum HotTab: String, Sendable, CaseIterable {
  case hot, key, hard

  var name: Text {
    switch self {
    case .hot: HotStrings.hot
    case .key: HotStrings.key
    case .hard: HotStrings.hard
    }
  }
}

/// What is asked for in the address.
struct HotAsk: Sendable {
  let period: HotPeriod
  let grouping: HotGrouping
  let tab: HotTab

  /// Reads `period`, `from`, `to`, `by`, `show`.
  init(_ query: Form, now: Instant) throws(FieldErrors) {
    var errors = FieldErrors()
    grouping = query.choice("by", as: HotGrouping.self, &errors) ?? .matter
    tab = query.choice("show", as: HotTab.self, &errors) ?? .hot
    do { period = try HotPeriod(query, now: now) } catch {
      for one in error.all { errors.add(one.field, one.message) }
      throw errors
    }
    guard errors.isEmpty else { throw errors }
  }

  /// As it stands in an address, with another tab or grouping.
  func query(tab other: HotTab? = nil) -> [(String, String)] {
    period.query + [
      ("by", grouping == .matter ? "" : grouping.rawValue),
      ("show", (other ?? tab) == .hot ? "" : (other ?? tab).rawValue),
    ]
  }

  static let parameters = [
    Parameter("period", HotStrings.period, of: HotPeriod.Kind.self), Parameter("from", HotStrings.from),
    Parameter("to", HotStrings.to),
    Parameter("was", HotStrings.was, of: HotPeriod.Kind.self),
    Parameter("by", Text(zh: "matter（按事项）或 kind（按类目）", en: "matter or kind (category)"), of: HotGrouping.self),
    Parameter("show", HotStrings.show, of: HotTab.self),
  ]
}

/// A page of hot matters: what was asked and what was found.
struct HotView: Sendable {
  let ask: HotAsk
  let board: HotBoard
  /// Of the page: "/v/{village}/hot" or "/t/{town}/hot".
  let address: String
  var isTown: Bool { board.place.village == nil }
}

extension Request {
  func hotView(_ catalogues: Catalogues) async throws -> HotView {
    guard let place else { throw NotFound() }
    let (ask, now) = (try HotAsk(query, now: now), now)
    let isTown = place.level == .town
    let here = HotPlace(town: try town(), village: isTown ? nil : try village().village)
    let showsDelicate = may(.readConcerns)
    let board = try await app.database.read { tx in
      try tx.hotBoard(
        at: here, in: ask.period, by: ask.grouping, showsDelicate: showsDelicate, now: now, catalogues: catalogues)
    }
    return HotView(ask: ask, board: board, address: isTown ? Link.townHot(place.code) : Link.hot(place.code))
  }
}
