import Governance
import Markup
import Mechanism
import People
import Seeds
import Store
import Values
import Web

/// All that the page of a matter shows, read in one snapshot.
struct MatterView: Sendable {
  struct Line: Sendable {
    let concern: ConcernRow
    /// The sentences that belong to this matter; "" = all of it.
    let part: String
    let matter: ID<Matter>
  }
  struct Member: Sendable {
    let merging: MergingRow
    let matter: MatterRow
  }

  let matter: MatterRow
  let duty: Duty?
  let catalogue: Catalogue
  let lines: [Line]
  /// The leaves of it and all merged into it that protect their reporters.
  let protectedLeaves: Set<String>
  /// Masked; opened by an event of its own alone.
  let contacts: [ID<Person>: ShownContact]
  let photos: [PhotoRow]
  let history: [Moment]
  /// Merged straight into this one, not undone.
  let members: [Member]
  /// The matter into which this one is merged.
  let kept: MatterRow?
  /// The merge that put it there, not undone.
  let keptBy: MergingRow?
  let family: FamilyRow?
  /// Open matters of the same leaf in no family, when this one is in none.
  let sameKind: [MatterRow]
  let groupName: Text?
  let names: [ID<Account>: String]
  /// The kind answer with which the answer to a private matter begins; nil for other classes.
  let kindAnswer: Text?
  /// What other capabilities show of it.
  var panels = HTML.empty
  /// Its live marks as key, and those of all merged into it.
  let keyMarks: [KeyMatterRow]
  /// What tells whether it is hard.
  let hardFacts: HardFacts
}

extension Transaction {
  /// Reads the page of a matter. `NotFound` for one of another village.
  func view(
    _ id: ID<Matter>, in key: VillageKey, village: Text, day: Day, catalogues: Catalogues
  ) throws -> MatterView {
    let matter = try matter(id, in: key)
    let catalogue = try catalogues.current(town: key.town, day: day, in: self).catalogue
    let beneath = try allBeneath(matter)
    let lines = try view(linesOf: matter)
    let live = try merges(of: id, in: key).filter { $0.undoneAt == nil }
    let members = try live.filter { $0.kept == id }.map {
      MatterView.Member(merging: $0, matter: try self.matter($0.merged, in: key))
    }
    let history = try history(of: matter, members: beneath)
    return MatterView(
      matter: matter, duty: catalogue.duty(matter.routing.leaf), catalogue: catalogue, lines: lines,
      protectedLeaves: try protectedLeaves(of: matter),
      contacts: try maskedContacts(of: lines.compactMap(\.concern.person), in: key),
      photos: try photos(ofMatters: [id] + beneath.map(\.id), concerns: lines.map(\.concern.id), in: key),
      history: history, members: members, kept: try matter.mergedInto.map { try self.matter($0, in: key) },
      keptBy: live.first { $0.merged == id },
      family: try matter.family.map { try family($0, in: key) }, sameKind: try sameKind(as: matter),
      groupName: try matter.group.flatMap { try place($0)?.name },
      names: try names(ofAccounts: history.compactMap(\.account)),
      kindAnswer: try kindAnswer(to: matter, village: village),
      keyMarks: try keyMarks(ofRoot: id, town: key.town),
      hardFacts: try hardFacts(of: [matter])[id]
        ?? HardFacts(isOpen: false, due: nil, reopened: 0, handedOn: 0))
  }

  /// All matters below this one, however deep; empty for one that is merged itself. Index: matter_root.
  func allBeneath(_ matter: MatterRow) throws -> [MatterRow] {
    guard matter.mergedInto == nil else { return [] }
    return try rows(
      "SELECT * FROM matter WHERE town = \(matter.key.town) AND root = \(matter.id) ORDER BY id LIMIT 200"
    ).map(MatterRow.init).filter { $0.id != matter.id }
  }

  /// A root shows the concerns of all beneath it; a merged matter its own alone.
  func view(linesOf matter: MatterRow) throws -> [MatterView.Line] {
    try concerns(ofRoot: matter.root, in: matter.key).map {
      MatterView.Line(concern: $0.concern, part: $0.part, matter: $0.matter)
    }.filter { matter.mergedInto == nil || $0.matter == matter.id }
  }

  /// Index: matter_leaf.
  func sameKind(as matter: MatterRow, limit: Int = 5) throws -> [MatterRow] {
    guard matter.family == nil, matter.mergedInto == nil, matter.state.isOpen else { return [] }
    return try newest(ofLeaf: matter.routing, in: matter.key, limit: 50)
      .filter { $0.id != matter.id && $0.family == nil && $0.state.isOpen }.prefix(limit).map(\.self)
  }

  /// The newest matters of a class and leaf. Index: matter_leaf.
  func newest(ofLeaf routing: Routing, in key: VillageKey, limit: Int) throws -> [MatterRow] {
    var filter = MatterFilter()
    (filter.matterClass, filter.leaf) = (routing.matterClass, routing.leaf)
    guard routing.leaf.count > 4 else { return [] }
    return try matters(in: key, where: filter, before: nil, limit: limit)
  }

  /// With the village's name and telephone filled in.
  private func kindAnswer(to matter: MatterRow, village: Text) throws -> Text? {
    guard matter.routing.matterClass == .personal else { return nil }
    let phone = try place(matter.key.village)?.phone ?? ""
    let due = matter.dueAt?.day.spoken ?? Text(same: "")
    return try wordings(of: matter.key.town).kindAnswer(
      leaf: matter.routing.leaf, class: .personal,
      ["village": village, "phone": Text(same: phone), "lead": bodyName(matter.routing.lead), "due": due])
  }

  /// The photos of matters and of concerns that are not sealed, each once, oldest first.
  func photos(ofMatters matters: [ID<Matter>], concerns: [ID<Concern>], in key: VillageKey) throws -> [PhotoRow] {
    let ofMatters = try rows(
      "SELECT * FROM photo WHERE town = \(key.town) AND matter IN (\(values: matters)) ORDER BY id LIMIT 200")
    let ofConcerns = try rows(
      "SELECT * FROM photo WHERE town = \(key.town) AND concern IN (\(values: concerns)) ORDER BY id LIMIT 200")
    var seen: Set<Int64> = []
    let shown = Set(concerns)
    return try (ofMatters + ofConcerns).map(PhotoRow.init).filter { photo in
      (photo.concern.map(shown.contains) ?? true) && seen.insert(photo.id).inserted
    }.sorted { $0.id < $1.id }
  }
}

extension Request {
  /// Reads the page of the matter of the address.
  func matterView(_ catalogues: Catalogues) async throws -> MatterView {
    let (key, id, day) = (try village(), try id("matter", as: Matter.self), now.day)
    let village = place?.name ?? Text(same: "")
    var view = try await app.database.read { tx in
      try tx.view(id, in: key, village: village, day: day, catalogues: catalogues)
    }
    guard sees(view.matter) else { throw NotFound() }
    view.panels = try await panels(.matter, id.value)
    return view
  }
}
