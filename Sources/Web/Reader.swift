import Governance
import Values

/// A place as requests know it: its own id and those above it.
package struct PlaceInfo: Sendable, Hashable {
  package enum Level: String, Sendable, Codable, CaseIterable { case county, town, village, community, group }

  package let id: ID<Place>
  package let code: String
  package let level: Level
  package let name: Text
  package let county: ID<Place>?
  /// The tenant: the town itself for a town, its town for what lies below, nil for a county.
  package let town: ID<Place>?
  package let townCode: String?
  /// The village or urban community itself, or the one a group belongs to; nil above.
  package let village: ID<Place>?

  package init(
    id: ID<Place>, code: String, level: Level, name: Text, county: ID<Place>?, town: ID<Place>?, townCode: String?,
    village: ID<Place>?
  ) {
    (self.id, self.code, self.level, self.name) = (id, code, level, name)
    (self.county, self.town, self.townCode, self.village) = (county, town, townCode, village)
  }
}

/// One role of the signed-in person at one place, with the names that pages show.
package struct Post: Term, Sendable, Hashable {
  package let role: Role
  package let place: PlaceInfo
  /// The department of a handler, the kind of a collector; nil otherwise.
  package let body: String?
  package let from: Day
  package let until: Day?

  package init(role: Role, place: PlaceInfo, body: String?, from: Day, until: Day?) {
    (self.role, self.place, self.body, self.from, self.until) = (role, place, body, from, until)
  }
}

/// The signed-in person.
package struct SignedIn: Sendable, Hashable {
  package let account: ID<Account>
  package let login: String
  package let name: String
  package let posts: [Post]
  /// The token of the session that forms must send back; nil for API tokens.
  package let csrf: String?
  /// The capabilities an API token was given; nil = all that the posts give.
  package let tokenCapabilities: Set<Capability>?

  package init(
    account: ID<Account>, login: String, name: String, posts: [Post], csrf: String?,
    tokenCapabilities: Set<Capability>? = nil
  ) {
    (self.account, self.login, self.name, self.posts) = (account, login, name, posts)
    (self.csrf, self.tokenCapabilities) = (csrf, tokenCapabilities)
  }
}

/// Who reads a page, and how: language, large text, when.
package struct Reader: Sendable {
  package var language: Language
  package var largeText: Bool
  package var now: Instant
  package var signedIn: SignedIn?
  /// The address of the page being read, for the language and large-text switches to come back to.
  package var path: String
  /// How many notices wait unread; 100 stands for more than 99.
  package var unread = 0
  /// Which days are worked, for the lights and limits that the signed-in see. Strangers are told dates that are kept.
  package var calendar = WorkCalendar([])

  package init(language: Language, largeText: Bool, now: Instant, signedIn: SignedIn?, path: String) {
    (self.language, self.largeText, self.now, self.signedIn, self.path) = (language, largeText, now, signedIn, path)
  }

  /// The wording in the reader's language.
  package func callAsFunction(_ text: Text) -> String { text(language) }
}
