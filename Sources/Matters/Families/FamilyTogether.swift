import Governance
import Mechanism
import Store
import Values
import Web

/// A family with its members, read in one snapshot.
struct FamilyView: Sendable {
  let family: FamilyRow
  let members: [MatterRow]
  /// Open matters of the same leaf in no family.
  let candidates: [MatterRow]
  let catalogue: Catalogue

  /// Changes with each member and with who is one: what the person saw.
  var stamp: String { familyStamp(members) }
  var open: [MatterRow] { members.filter(\.state.isOpen) }
}

func familyStamp(_ members: [MatterRow]) -> String {
  String(Secrets.sha256(members.map { "\($0.id):\($0.version)" }.joined(separator: ",")).prefix(16))
}

extension Transaction {
  func familyView(_ id: Int64, in key: VillageKey, day: Day, catalogues: Catalogues) throws -> FamilyView {
    let family = try family(id, in: key)
    let members = try members(ofFamily: id, in: key)
    var routing = sampleMatter.routing
    (routing.matterClass, routing.leaf) = (family.matterClass, family.leaf)
    let near = try newest(ofLeaf: routing, in: key, limit: 100).filter { $0.family == nil && $0.state.isOpen }
    return FamilyView(
      family: family, members: members, candidates: Array(near.prefix(30)),
      catalogue: try catalogues.current(town: key.town, day: day, in: self).catalogue)
  }
}

extension Write {
  /// The open members of a family, still as the person saw them.
  /// - Parameter stamp: of `FamilyView`; nil = whatever they are now.
  private func openMembers(ofFamily family: Int64, in key: VillageKey, stamp: String?) throws -> [MatterRow] {
    _ = try tx.family(family, in: key)
    let members = try tx.members(ofFamily: family, in: key)
    if let stamp, stamp != familyStamp(members) { throw MattersWords.changedMeanwhile }
    let open = members.filter(\.state.isOpen)
    guard !open.isEmpty else {
      throw Refusal(rule: "familyClosed", reason: FamilyStrings.noneOpen, wayOut: FamilyStrings.noneOpenWay)
    }
    return open
  }

  /// Takes a step on every open member, or on none: a refusal names the member.
  /// - Throws: `NotAllowed` where one of them is another department's.
  func enter(
    _ kind: EntryKind, _ new: NewEntry, photos: [String], onFamily family: Int64, in key: VillageKey, stamp: String?,
    by request: Request
  ) throws {
    for member in try openMembers(ofFamily: family, in: key, stamp: stamp) {
      guard request.may(kind.needs, on: member) else { throw NotAllowed() }
      try naming(member) { try enter(kind, new, photos: photos, on: member.id, in: key, version: member.version) }
    }
  }

  /// Gives every open member, and the family, another class.
  func reclassify(
    family id: Int64, to new: NewClass, in catalogue: Catalogue, _ bodies: KnownBodies, _ key: VillageKey,
    stamp: String?
  ) throws {
    for member in try openMembers(ofFamily: id, in: key, stamp: stamp) {
      let routing = try new.routing(in: catalogue, bodies, was: member.routing)
      try naming(member) { try reclassify(member.id, to: routing, in: key, version: member.version) }
    }
    guard let duty = catalogue.duty(new.leaf) else { return }
    try tx.run("UPDATE family SET class = \(duty.matterClass), leaf = \(duty.code) WHERE id = \(id)")
    try record(
      "family_reclassified", Touched(familyEntity, id), town: key.town, village: key.village, note: duty.code)
  }

  private func naming(_ member: MatterRow, _ body: () throws -> Void) throws {
    do {
      try body()
    } catch let refusal as Refusal {
      throw Refusal(
        rule: refusal.rule, reason: FamilyStrings.ofMember(member.number, refusal.reason), wayOut: refusal.wayOut)
    }
  }
}
