import Governance
import Mechanism
import TriageEngine
import Values
import Web

/// Hot, key and hard matters in JSON.
struct HotBoardJSON: Encodable, Sendable {
  struct Part: Encodable, Sendable {
    let kind: HotScore.Kind
    let points: Double
    let words: Text
  }
  struct Hot: Encodable, Sendable {
    let rank: Int
    let score: Double
    let parts: [Part]
    let title: Text
    let description: String
    let `class`: MatterClass
    let leaf: String
    let reports: Int
    let reporters: Int
    /// Reports of the time before.
    let past: Int
    let places: Int
    let supporters: Int
    let opposers: Int
    /// Reports by equal parts of the time before, then of the period.
    let trend: [Int]
    let isKey: Bool
    let hard: [Text]
    /// The matter, for a family its newest; nil for a category.
    let matter: MatterJSON?
    /// The code of the village; nil for a category.
    let village: String?
    let family: String?
  }
  struct Listed: Encodable, Sendable {
    let matter: MatterJSON
    let village: String
    let reasons: [Text]
    /// Nil for a hard matter.
    let markedAt: Instant?
  }

  let from: Day
  let to: Day
  let beforeFrom: Day
  let beforeTo: Day
  let hot: [Hot]
  let key: [Listed]
  let hard: [Listed]
  /// How many are kept from this reader, by list.
  let hidden: [String: Int]

  init(_ board: HotBoard) {
    (from, to) = (board.period.days.lowerBound, board.period.days.upperBound)
    (beforeFrom, beforeTo) = (board.period.before.lowerBound, board.period.before.upperBound)
    func code(_ matter: MatterRow) -> String { board.villages[matter.key.village]?.code ?? "" }
    hot = board.hot.map {
      Hot($0, title: $0.title(board.catalogue), village: $0.matter.map(code), now: board.now, board.calendar)
    }
    key = board.key.map {
      Listed(
        matter: MatterJSON($0.matter), village: code($0.matter), reasons: [Text(same: $0.mark.reason)],
        markedAt: $0.mark.at)
    }
    hard = board.hard.map {
      Listed(
        matter: MatterJSON($0.matter), village: code($0.matter),
        reasons: $0.reasons.map { $0.words(at: board.now, board.calendar) },
        markedAt: nil)
    }
    hidden = Dictionary(uniqueKeysWithValues: board.hidden.map { ($0.key.rawValue, $0.value) })
  }

  private init() {
    let period = HotPeriod(.recent, today: sampleMatter.openedAt.day)
    (from, to) = (period.days.lowerBound, period.days.upperBound)
    (beforeFrom, beforeTo) = (period.before.lowerBound, period.before.upperBound)
    let group = HotGroup(id: 1, reports: 11, reporters: 9, past: [3], places: 3)
    let count = HotCount(
      name: "1", matterClass: .government, leaf: "GM0902", group: group, trend: [1, 0, 0, 1, 0, 1, 2, 1, 3, 2, 1, 2])
    let ranked = HotRanking.Place(rank: 1, group: group, score: HotScore(of: group))
    let sample = HotBoard.Hot(
      place: ranked, count: count, matter: sampleMatter, family: nil, description: "三组停水三天了", isKey: true,
      hard: [.overdue(since: sampleMatter.openedAt)], villages: [])
    hot = [
      Hot(
        sample, title: Text(same: sampleMatter.title), village: "qingshan", now: sampleMatter.openedAt, WorkCalendar([])
      )
    ]
    key = [
      Listed(
        matter: .sample, village: "qingshan", reasons: [HotStrings.reasonExample], markedAt: sampleMatter.openedAt)
    ]
    hard = [
      Listed(
        matter: .sample, village: "qingshan",
        reasons: [HardReason.reopened(times: 1).words(at: sampleMatter.openedAt, WorkCalendar([]))],
        markedAt: nil)
    ]
    hidden = ["hot": 1, "key": 0, "hard": 0]
  }

  static let sample = HotBoardJSON()
}

extension HotBoardJSON.Hot {
  init(_ hot: HotBoard.Hot, title: Text, village: String?, now: Instant, _ calendar: WorkCalendar) {
    let group = hot.place.group
    (rank, score, self.title, description) = (hot.place.rank, hot.place.score.points, title, hot.description)
    parts = hot.place.score.parts.map { HotBoardJSON.Part(kind: $0.kind, points: $0.points, words: $0.words) }
    (self.class, leaf) = (hot.count.matterClass, hot.count.leaf)
    (reports, reporters, past, places) = (group.reports, group.reporters, group.past.reduce(0, +), group.places)
    (supporters, opposers, trend) = (group.supporters, group.opposers, hot.count.trend)
    (isKey, hard) = (hot.isKey, hot.hard.map { $0.words(at: now, calendar) })
    (matter, self.village) = (hot.matter.map(MatterJSON.init), village)
    family = hot.family.map { String($0.id) }
  }
}
