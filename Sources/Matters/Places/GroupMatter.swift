import Governance
import Markup
import Mechanism
import Seeds
import Store
import Values
import Web

/// One matter as the leader of its group reads it: who is responsible, by when, what was done. No concern, no reporter,
/// no decision with its reasons; telephone numbers that somebody wrote into the text are masked.
struct GroupMatter: Sendable {
  let matter: MatterRow
  let leaf: Text
  let path: Text
  let group: Text
  let progress: [Moment]
  let names: [ID<Account>: String]
}

/// The same in JSON.
struct GroupMatterJSON: Encodable, Sendable {
  struct Step: Encodable, Sendable {
    let at: Instant
    let who: String
    /// The name of the step: "recordProgress", "answer", "close", ….
    let kind: String
    let text: String
  }

  let matter: MatterJSON
  let leafName: Text
  let co: [String]
  let path: String
  let limitDays: Int
  let group: Text
  let reply: String
  /// Newest first.
  let progress: [Step]

  init(_ shown: GroupMatter) {
    let routing = shown.matter.routing
    (matter, leafName, group) = (MatterJSON(shown.matter), shown.leaf, shown.group)
    (co, path, limitDays) = (routing.co, routing.path, routing.limitDays)
    reply = withoutPhones(shown.matter.reply)
    progress = shown.progress.compactMap { moment in
      guard case .progress(let row) = moment.what else { return nil }
      return Step(
        at: row.at, who: row.account.flatMap { shown.names[$0] } ?? "", kind: row.kind, text: withoutPhones(row.text))
    }
  }

  static let sample = GroupMatterJSON(
    GroupMatter(
      matter: sampleMatter, leaf: Text(zh: "公共供水", en: "Public water supply"), path: DutyPath.serviceCentre.name,
      group: Text(zh: "三组", en: "Group 3"), progress: [], names: [:]))
}

/// `GET /g/{place}/matters/{matter}`: a matter of another group, a merged one, and one that is no group leader's to read
/// are not found.
let groupMatterRoute = Route.get(
  "/g/{place}/matters/{matter}", needs: .can(.readMatters), PlaceWords.groupMatter, gives: GroupMatterJSON.sample
) { request in
  guard let group = request.place, group.level == .group else { throw NotFound() }
  let (key, id, day) = (try request.village(), try request.id("matter", as: Matter.self), request.now.day)
  let shown = try await request.app.database.read { tx in
    try tx.groupMatter(id, of: group, in: key, day: day)
  }
  return try await request.answer(version: shown.matter.version, json: GroupMatterJSON(shown)) {
    request.groupMatterPage(shown)
  }
}

extension Transaction {
  fileprivate func groupMatter(
    _ id: ID<Matter>, of group: PlaceInfo, in key: VillageKey, day: Day
  ) throws -> GroupMatter {
    let matter = try matter(id, in: key)
    guard matter.group == group.id, matter.mergedInto == nil, matter.isForGroupLeaders,
      try protectedLeaves(of: matter).isEmpty
    else { throw NotFound() }
    let catalogue = try Mechanism.catalogues.current(town: key.town, day: day, in: self).catalogue
    let progress = try history(of: matter, members: allBeneath(matter)).filter {
      if case .progress = $0.what { true } else { false }
    }
    return GroupMatter(
      matter: matter, leaf: catalogue.spoken("leaf", matter.routing.leaf),
      path: catalogue.spoken("path", matter.routing.path), group: group.name, progress: progress,
      names: try names(ofAccounts: progress.compactMap(\.account)))
  }
}

extension Request {
  fileprivate func groupMatterPage(_ shown: GroupMatter) -> HTMLPage {
    let (l, matter, list) = (reader.language, shown.matter, Link.groupMatters(place?.code ?? ""))
    return page(Text(same: matter.title), current: list) {
      breadcrumbs([(list, PlaceWords.groupMatters)], current: Text(same: matter.number), l)
      pageTitle(Text(same: matter.title), lead: groupHeadline(matter), l)
      section {
        h2 { reader(MatterStrings.facts) }
        definitionList(groupFacts(shown), l)
      }
      section {
        h2 { reader(PlaceWords.progress) }
        if shown.progress.isEmpty {
          p("hint") { reader(PlaceWords.noProgress) }
        } else {
          timeline(shown.progress.compactMap { groupMoment($0, shown.names) }, l)
        }
      }
      p("hint") { reader(PlaceWords.groupMatterLead) }
    }
  }

  private func groupHeadline(_ matter: MatterRow) -> HTML {
    let l = reader.language
    return span("headline") {
      classMark(matter.routing.matterClass, l)
      serial(matter.number)
      matter.chip(l)
      matter.limitLight(reader)
    }
  }

  private func groupFacts(_ shown: GroupMatter) -> [(Text, HTML)] {
    let (l, matter) = (reader.language, shown.matter)
    let co = bodyNames(shown.matter.routing.co)(l)
    let place = [shown.group(l), matter.placeText].filter { !$0.isEmpty }.joined(separator: " · ")
    let facts: [(Text, String)] = [
      (MatterStrings.co, co), (MatterStrings.leaf, shown.leaf(l)), (MatterStrings.path, shown.path(l)),
      (PlaceWords.reported, matter.shownDay.spoken(l)),
      (MatterStrings.due, matter.awaitsAnswer ? matter.shownDueAt?.day.spoken(l) ?? "" : ""),
      (PlaceWords.closed, matter.closedAt?.day.spoken(l) ?? ""), (MatterStrings.place, place),
      (MatterStrings.reply, withoutPhones(matter.reply)),
    ]
    return [(MatterStrings.lead, strong { bodyName(matter.routing.lead)(l) })]
      + facts.filter { !$0.1.isEmpty }.map { ($0.0, .text($0.1)) }
  }

  private func groupMoment(_ moment: Moment, _ names: [ID<Account>: String]) -> TimelineEntry? {
    guard case .progress(let row) = moment.what else { return nil }
    let l = reader.language
    let head = strong { MatterStrings.progress(row.kind)(l) }
    return TimelineEntry(
      who: row.account.flatMap { names[$0] } ?? MatterStrings.nobody(l),
      what: head + .text(l == .zh ? "：" : ": ") + .text(withoutPhones(row.text)), when: moment.at)
  }
}
