import Governance
import Matters
import Seeds
import Store
import Values
import Web

extension Transaction {
  /// Writes the rows with their links, reporters and search entries: many rows a statement.
  func insert(_ rows: [FillRow]) throws {
    for some in rows.chunks(of: 50) {
      let some = Array(some)
      let persons = some.filter { !$0.name.isEmpty }.map { row -> SQL in
        "(\(row.id), \(row.village.key.town), \(row.village.key.village), \(row.name), \(row.phone), \(row.at))"
      }
      if !persons.isEmpty {
        try run("INSERT INTO person (id, town, village, name, phone, made_at) VALUES \(list(persons))")
      }
      try run("\(Self.intoConcern) VALUES \(list(some.map(\.concern)))")
      try run("\(Self.intoMatter) VALUES \(list(some.map(\.matter)))")
      try run(
        """
        INSERT INTO matter_concern (id, town, village, matter, concern, part, linked_at) VALUES \(list(some.map(\.link)))
        """)
    }
    for row in rows { try SearchIndex.matters.put(ID(row.id), tokens: row.tokens, tags: row.tags, in: self) }
  }

  func insert(_ counters: [FillCounter: Int]) throws {
    for (counter, count) in counters {
      try run(
        """
        INSERT INTO counter (town, village, name, n)
        VALUES (\(counter.key.town), \(counter.key.village), \(counter.name), \(count))
        """)
    }
  }

  private func list(_ rows: [SQL]) -> SQL {
    var all: SQL = ""
    for (index, row) in rows.enumerated() { all = index == 0 ? row : all + ", " + row }
    return all
  }

  private static let intoConcern: SQL = """
    INSERT INTO concern (id, town, village, number, text, channel, direction, source_kind, person, reporting_unit,
      group_place, place_text, state, urgency, sealed, stance, received_at, reported_day, accept_by, track, is_history,
      version)
    """
  private static let intoMatter: SQL = """
    INSERT INTO matter (id, town, village, number, title, class, leaf, lead, co, path, basis, basis_mark, reason,
      limit_days, state, urgency, opened_at, due_at, closed_at, shown_urgency, shown_opened_at, shown_due_at, concerns,
      reporters, joins, supporters, opposers, group_place, place_text, channel, reply, root, public_title, public_place,
      is_history, version)
    """
}

extension FillRow {
  fileprivate var concern: SQL {
    """
    (\(id), \(village.key.town), \(village.key.village), \("\(id)"), \(saying.text), \(channel.rawValue),
      \(channel.direction.rawValue), 'resident', \(name.isEmpty ? Int64?.none : id), '', \(group), \(saying.place),
      'triaged', 0, 0, '', \(at), \(at.day), \(at.adding(days: 1)), \("filled \(id)"), 0, 1)
    """
  }

  fileprivate var matter: SQL {
    let due = state == .closed ? Instant?.none : at.adding(days: duty.days + duty.days / 5 * 2)
    return """
      (\(id), \(village.key.town), \(village.key.village), \(number), \(saying.title), \(duty.matterClass), \(duty.code),
        \(duty.lead), \(duty.coHandlers.joined(separator: ",")), \(duty.path.rawValue), \(duty.basis?.zh ?? ""),
        \(duty.basisMark?.rawValue ?? ""), '和责任目录一致', \(duty.days), \(state.rawValue), 0, \(at), \(due),
        \(state == .closed ? at.adding(days: 9) : nil), 0, \(at), \(due), 1, 1, 0, 0, 0, \(group), \(saying.place),
        \(channel.rawValue), \(state == .closed ? "已经修好,请放心。" : ""), \(id), '', '', 0, 1)
      """
  }

  fileprivate var link: SQL {
    "(\(id), \(village.key.town), \(village.key.village), \(id), \(id), '', \(at))"
  }
}
