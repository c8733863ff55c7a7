import Governance
import Matters
import Mechanism
import People
import Store
import Values
import Web

/// A row of a register: a matter, or a family of them.
struct RegisterLine: Sendable {
  /// The matter, or the one that stands for its family.
  let matter: MatterRow
  /// Nil for a matter on its own.
  var family: FamilyOnPage?
  /// The matters of the family, newest first; at most 500 of a page.
  var members: [MatterRow] = []
  var first: FirstReporter?

  /// How many matters the row stands for.
  var count: Int { family?.count ?? 1 }
  /// The matter itself, or those of the family.
  var all: [MatterRow] { members.isEmpty ? [matter] : members }
  var reporters: Int { first?.reporters ?? 0 }
}

/// A page of a register and the key after which it goes on.
struct RegisterPage: Sendable {
  var lines: [RegisterLine] = []
  var next: ID<Matter>?
}

/// What stands around the rows of a register: names of categories and groups, the keeper.
struct RegisterBackdrop: Sendable {
  let village: PlaceRow
  let catalogue: Catalogue
  let groups: [PlaceRow]
  /// The keeper of the day.
  let keeper: KeeperTerm?
}

extension Transaction {
  func registerBackdrop(_ key: VillageKey, on day: Day, _ catalogues: Catalogues) throws -> RegisterBackdrop {
    guard let village = try place(key.village), village.town == key.town else { throw NotFound() }
    return RegisterBackdrop(
      village: village, catalogue: try catalogues.current(town: key.town, day: day, in: self).catalogue,
      groups: try children(of: key.village, after: nil, limit: 200), keeper: try keeper(of: key, on: day))
  }

  /// `limit` rows after a key. A family stands where the first of its matters would (in the order of the register), and
  /// is not repeated on later pages; those of its matters that are passed over do not shorten a page.
  func registerPage(_ selection: RegisterSelection, after: ID<Matter>?, limit: Int) throws -> RegisterPage {
    var (page, cursor, families) = (RegisterPage(), after, [Int64: FamilyOnPage]())
    reading: while true {
      let batch = try registerMatters(selection, after: cursor, limit: limit + 1)
      if selection.folds {
        let new = Set(batch.compactMap(\.family)).subtracting(families.keys)
        families.merge(try self.families(new, in: selection)) { known, _ in known }
      }
      for matter in batch {
        if selection.hidden.contains(where: matter.routing.leaf.hasPrefix) {
          cursor = matter.listKey
          continue
        }
        let family = selection.folds ? matter.family.flatMap { families[$0] } : nil
        let isPassed = family.map { matter.listKey != (selection.isOldestFirst ? $0.oldest : $0.newest) } ?? false
        if !isPassed, page.lines.count == limit {
          page.next = cursor
          break reading
        }
        cursor = matter.listKey
        if !isPassed { page.lines.append(RegisterLine(matter: matter, family: family)) }
      }
      if batch.count <= limit { break }
    }
    try fill(&page, selection)
    return page
  }

  /// Reads the members of families and the reporters of all rows: two statements for a page.
  private func fill(_ page: inout RegisterPage, _ selection: RegisterSelection) throws {
    let families = page.lines.filter { $0.family != nil }.compactMap(\.matter.family)
    let members = Dictionary(grouping: try familyMembers(families, in: selection)) { $0.family ?? 0 }
    for index in page.lines.indices where page.lines[index].family != nil {
      page.lines[index].members = members[page.lines[index].matter.family ?? 0] ?? []
    }
    let roots = page.lines.flatMap { $0.all.map(\.id) }
    let reporters = try firstReporters(roots, folded: selection.folds, in: selection.key)
    for index in page.lines.indices {
      let matter = page.lines[index].matter
      page.lines[index].first = reporters[selection.folds ? matter.family ?? matter.id.value : matter.id.value]
    }
  }
}

extension Database {
  /// All rows of a register page by page, in its order, until `body` gives false; each page is a transaction of its own.
  /// A search by text can only be read newest first: such rows are given so.
  func eachPage(
    of selection: RegisterSelection, size: Int = 500, _ body: (RegisterPage) throws -> Bool
  ) async throws {
    var selection = selection
    if !selection.filter.text.isEmpty { selection.isOldestFirst = false }
    let fixed = selection
    var after: ID<Matter>?
    while true {
      let from = after
      let page = try await read { tx in try tx.registerPage(fixed, after: from, limit: size) }
      guard try body(page), let next = page.next else { return }
      after = next
    }
  }
}
