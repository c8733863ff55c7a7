import Governance
import Matters
import People
import Public
import Store
import Values
import Web

extension Transaction {
  /// A page of what a town has released, by the time of the first report, newest first. Index: matter_released_town.
  func serviceRequests(_ filter: RequestFilter, town: ID<Place>) throws -> [ServiceRequest] {
    let found: [Row]
    if let ids = filter.ids {
      found = try serviceRequestRows(ids, town: town)
    } else {
      let codes: SQL = filter.codes.isEmpty ? "" : "AND leaf IN (\(values: filter.codes))"
      let state: SQL =
        switch filter.isOpen {
        case true?: "AND closed_at IS NULL"
        case false?: "AND closed_at IS NOT NULL"
        case nil: ""
        }
      found = try rows(
        """
        SELECT \(OpenMatter.columns), shown_due_at, is_history, village FROM matter
        WHERE town = \(town) AND released_at IS NOT NULL AND merged_into IS NULL
          AND shown_opened_at >= \(filter.start) AND shown_opened_at <= \(filter.end) \(codes) \(state)
        ORDER BY shown_opened_at DESC, id DESC LIMIT \(filter.rowsToRead)
        """)
    }
    return try serviceRequests(Array(found.dropFirst((filter.page - 1) * filter.pageSize)), town: town)
  }

  /// A released matter of the town; of one that was merged, the released one that took it in. Nil when there is none.
  func serviceRequest(_ id: ID<Matter>, town: ID<Place>) throws -> ServiceRequest? {
    try serviceRequests(serviceRequestRows([id], town: town), town: town).first
  }

  private func serviceRequestRows(_ ids: [ID<Matter>], town: ID<Place>) throws -> [Row] {
    try rows(
      """
      SELECT \(OpenMatter.columns), shown_due_at, is_history, village FROM matter
      WHERE id IN (SELECT root FROM matter WHERE id IN (\(values: ids)) AND town = \(town))
        AND town = \(town) AND released_at IS NOT NULL AND merged_into IS NULL
      ORDER BY shown_opened_at DESC, id DESC
      """)
  }

  /// What is public as a count alone is left out, whatever was released before.
  private func serviceRequests(_ found: [Row], town: ID<Place>) throws -> [ServiceRequest] {
    let open = try found.compactMap { row in try OpenMatter(row).map { ($0, row) } }
    let ids = open.map(\.0.id)
    guard !ids.isEmpty else { return [] }
    let (steps, photos) = (try lastSteps(of: ids, town: town), try firstPhotos(of: ids, town: town))
    var names: [ID<Place>: Text] = [:]
    return try open.map { matter, row in
      let village = try row.id("village", as: Place.self)
      if names[village] == nil { names[village] = try place(village)?.name }
      let isHistory = try row.bool("is_history")
      let awaitsAnswer = matter.state.isOpen && matter.state != .answered && !isHistory
      let last = [matter.releasedAt, matter.closedAt, matter.openedAt, steps[matter.id]].compactMap(\.self).max()
      return ServiceRequest(
        matter: matter, due: awaitsAnswer ? row.optionalInstant("shown_due_at") : nil,
        village: names[village] ?? Text(same: ""), updated: last ?? matter.releasedAt, photo: photos[matter.id])
    }
  }

  /// When the last step that anybody may see was taken. Index: progress_matter.
  private func lastSteps(of ids: [ID<Matter>], town: ID<Place>) throws -> [ID<Matter>: Instant] {
    let kinds = OpenStep.kinds.map(\.rawValue)
    let found = try rows(
      """
      SELECT matter, MAX(at) AS at FROM progress
      WHERE town = \(town) AND matter IN (\(values: ids)) AND kind IN (\(values: kinds)) GROUP BY matter
      """)
    return Dictionary(
      try found.map { (try $0.id("matter", as: Matter.self), try $0.instant("at")) }, uniquingKeysWith: { $1 })
  }

  /// The first released photo of each, also of what was merged into it. Indexes: matter_root, photo_matter.
  private func firstPhotos(of ids: [ID<Matter>], town: ID<Place>) throws -> [ID<Matter>: Int64] {
    let found = try rows(
      """
      SELECT m.root AS root, MIN(p.id) AS photo FROM matter m JOIN photo p ON p.town = m.town AND p.matter = m.id
      WHERE m.town = \(town) AND m.root IN (\(values: ids)) AND p.released_at IS NOT NULL GROUP BY m.root
      """)
    return Dictionary(
      try found.map { (try $0.id("root", as: Matter.self), try $0.int64("photo")) }, uniquingKeysWith: { $1 })
  }

  /// A report by its token. Index: concern_track.
  /// - Throws: `NotFound` for a token that is none, and one of another town.
  func ownRequest(_ token: String, town: ID<Place>) throws -> OwnRequest {
    let concern = try concern(token: token)
    guard concern.key.town == town else { throw NotFound() }
    let matters = try matters(of: concern.id, in: concern.key).map { own, _ in
      own.mergedInto == nil ? own : try matter(own.root, in: concern.key)
    }
    return OwnRequest(token: token, concern: concern, matters: matters)
  }

  /// The released matter of a report; nil before there is one.
  func releasedID(of own: OwnRequest) throws -> ID<Matter>? {
    for matter in own.matters {
      if let found = try serviceRequest(matter.id, town: own.concern.key.town) { return found.matter.id }
    }
    return nil
  }
}
