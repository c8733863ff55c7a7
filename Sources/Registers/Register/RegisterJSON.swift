import Governance
import Matters
import Store
import Values
import Web

/// A page of a register for programs.
struct RegisterJSON: Encodable, Sendable {
  let village: String
  let `class`: MatterClass
  let keeper: String?
  /// Whether contact data stand there as the reader's role may see them; masked otherwise.
  let contactsShown: Bool
  let items: [RegisterItemJSON]
  /// The `after` of the next page; nothing on the last.
  let next: ID<Matter>?

  init(_ page: RegisterPage, _ matterClass: MatterClass, _ backdrop: RegisterBackdrop, _ words: RegisterWords) {
    (village, self.class, keeper) = (backdrop.village.code, matterClass, backdrop.keeper?.name)
    contactsShown = words.contacts.isShown
    items = page.lines.map { RegisterItemJSON($0, words) }
    next = page.next
  }

  init(_ content: RegisterContent) {
    self.init(content.page, content.matterClass, content.backdrop, content.words)
  }

  private init(sample: RegisterItemJSON) {
    (village, self.class, keeper, contactsShown) = ("qingshan", .government, "王**", false)
    (items, next) = ([sample], ID(1))
  }

  static let sample = RegisterJSON(sample: .sample)
}

/// A row of a register: a matter, or a family of them.
struct RegisterItemJSON: Encodable, Sendable {
  let id: ID<Matter>
  let number: String
  let date: Day
  let title: String
  let place: String
  let category: String
  let categoryName: String
  let lead: String
  let reporter: String
  let reporters: Int
  let contact: String
  let state: String
  let urgency: String
  let dueAt: Instant?
  let closedAt: Instant?
  let group: String
  let channel: String
  let basis: String
  let reply: String
  let concerns: Int
  let joins: Int
  let family: RegisterFamilyJSON?

  init(_ line: RegisterLine, _ words: RegisterWords) {
    let matter = line.matter
    (id, number, date) = (matter.id, matter.number, matter.shownDay)
    (title, place) = (words.safe(matter.title), words.safe(matter.placeText))
    (category, categoryName) = (matter.routing.leaf, words.category(matter.routing.leaf))
    lead = matter.routing.lead
    (reporter, reporters, contact) = (words.reporter(of: line), line.reporters, words.contact(of: line))
    (state, urgency) = (matter.shownState.rawValue, matter.shownUrgency.code)
    (dueAt, closedAt) = (matter.shownDueAt, matter.closedAt)
    group = words.cell(.group, line).words
    (channel, basis, reply) = (matter.channel, matter.routing.basis, words.safe(matter.reply))
    (concerns, joins) = (matter.concerns, matter.joins)
    family = line.family.map { family in
      RegisterFamilyJSON(
        title: words.safe(family.title), count: family.count, matters: line.members.map(\.id))
    }
  }

  private init() {
    (id, number, date, title) = (ID(1), "青山村-2026-0001", Day(number: 20_700), "三组路灯不亮")
    (place, category, categoryName, lead) = ("三组路口", "CM0101", "公共照明", "村（居）委会")
    (reporter, reporters, contact, state) = ("李**等2人", 2, "138****0000", "inProgress")
    (urgency, dueAt, closedAt) = ("U0", Instant(milliseconds: 0), Instant(milliseconds: 0))
    (group, channel, basis, reply, concerns, joins) = ("三组", "web", "", "", 2, 0)
    family = RegisterFamilyJSON(title: "路灯不亮", count: 2, matters: [ID(1)])
  }

  static let sample = RegisterItemJSON()
}

struct RegisterFamilyJSON: Encodable, Sendable {
  let title: String
  let count: Int
  let matters: [ID<Matter>]
}
