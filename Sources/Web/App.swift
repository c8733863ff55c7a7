import Foundation
import Governance
import Logging
import Markup
import Store
import Values

/// What the running program gives every request and every background work.
package struct App: Sendable {
  package let database: Database
  package let ids: IDs
  package let ledger: Ledger
  package let files: Files
  package let door: any Door
  package let settings: AppSettings
  package let limiter = RateLimiter()
  package let kept = Kept()
  /// By which name this copy holds its leases.
  package let holder: Holder
  /// How many notices wait unread for a person, as far as they are counted; nil where no slice has any.
  package let unread: (@Sendable (Store.Transaction, SignedIn, Day) throws -> Int)?
  /// The work calendar in force; nil where no slice has one.
  package let calendar: (@Sendable (Store.Transaction) throws -> WorkCalendar)?
  package let nav: [NavEntry]
  package let panels: [Panel]
  /// What outer slices put on a person's desk.
  package let desk: [DeskSource]
  /// Names of the bodies of a town that may be responsible, besides those of its catalogue.
  package let bodies: [BodySource]
  /// Since when the oldest of what is to be told waits; one a slice that has such things.
  package let waiting: [@Sendable (Store.Transaction) throws -> Instant?]
  package let log: Logger
  /// The time of day; tests and the demonstration set their own.
  package var clock: @Sendable () -> Instant

  package init(
    database: Database, ids: IDs = IDs(), ledger: Ledger, files: Files, door: any Door, settings: AppSettings,
    nav: [NavEntry], panels: [Panel] = [], desk: [DeskSource] = [],
    bodies: [BodySource] = [],
    waiting: [@Sendable (Store.Transaction) throws -> Instant?] = [],
    unread: (@Sendable (Store.Transaction, SignedIn, Day) throws -> Int)? = nil,
    calendar: (@Sendable (Store.Transaction) throws -> WorkCalendar)? = nil,
    holder: Holder = Holder(), log: Logger = Logger(label: "sanshi"),
    clock: @escaping @Sendable () -> Instant = App.systemClock
  ) {
    (self.database, self.ids, self.ledger, self.files, self.door) = (database, ids, ledger, files, door)
    (self.settings, self.nav, self.waiting, self.log, self.clock) = (settings, nav, waiting, log, clock)
    (self.unread, self.calendar, self.holder, self.panels) = (unread, calendar, holder, panels)
    (self.desk, self.bodies) = (desk, bodies)
  }

  package static let systemClock: @Sendable () -> Instant = {
    Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
  }

  /// A write by the program itself or by a person outside a request (command line).
  package func write<T: Sendable>(
    by actor: ID<Account>? = nil, _ body: @escaping @Sendable (Write) throws -> T
  ) async throws -> T {
    let now = clock()
    return try await database.write { [ids, ledger] tx in
      try body(Write(tx: tx, actor: actor, now: now, ids: ids, ledger: ledger))
    }
  }
}

package struct AppSettings: Sendable {
  /// The folder of the database, keys, files and backups.
  package var dataFolder: String
  /// Where people reach the program (`SANSHI_PUBLIC_URL`), without a slash at the end; nil = as the request says.
  package var publicURL: String?
  /// Addresses whose `X-Forwarded-For` is believed (`SANSHI_TRUSTED_PROXIES`).
  package var trustedProxies: Set<String>
  /// Whether the server listens on this machine alone; demonstration accounts work only then.
  package var isLoopback: Bool
  /// Folders of this machine that may be used for exchange besides the data folder (`SANSHI_EXCHANGE_ROOTS`).
  package var exchangeRoots: [String]

  package init(
    dataFolder: String, publicURL: String? = nil, trustedProxies: Set<String> = [], isLoopback: Bool = true,
    exchangeRoots: [String] = []
  ) {
    self.exchangeRoots = exchangeRoots
    (self.dataFolder, self.publicURL) = (dataFolder, publicURL)
    (self.trustedProxies, self.isLoopback) = (trustedProxies, isLoopback)
  }
}

/// Who stands at the door: reads sessions, tokens and places. The slice `People` fills it.
package protocol Door: Sendable {
  /// The signed-in person of a session's token (cookie) or an API token (bearer) and, from the same snapshot, what
  /// `besides` reads for them; nil when it is none or over.
  func person<Known: Sendable>(
    session: String?, bearer: String?, now: Instant,
    besides: @escaping @Sendable (Store.Transaction, SignedIn) throws -> Known
  ) async throws -> (person: SignedIn, known: Known)?
  /// The place of a code; nil when there is none.
  func place(code: String) async throws -> PlaceInfo?
}

extension Door {
  /// The person alone.
  package func person(session: String?, bearer: String?, now: Instant) async throws -> SignedIn? {
    try await person(session: session, bearer: bearer, now: now) { _, _ in () }?.person
  }
}

/// A line of the navigation, shown where the person has the capability.
package struct NavEntry: Sendable {
  package let text: Text
  package let icon: Icon?
  package let needs: Need
  /// Which places it belongs to.
  package let levels: Set<PlaceInfo.Level>
  /// The order: smaller stands first.
  package let order: Int
  package let href: @Sendable (PlaceInfo) -> String

  package init(
    _ text: Text, icon: Icon?, needs: Need, levels: Set<PlaceInfo.Level>, order: Int,
    href: @escaping @Sendable (PlaceInfo) -> String
  ) {
    (self.text, self.icon, self.needs, self.levels, self.order, self.href) = (text, icon, needs, levels, order, href)
  }
}

/// Work that one copy of the server does every so often, under a lease.
package struct BackgroundWork: Sendable {
  package let name: String
  package let everySeconds: Int
  package let run: @Sendable (App) async throws -> Void

  package init(_ name: String, everySeconds: Int, run: @escaping @Sendable (App) async throws -> Void) {
    (self.name, self.everySeconds, self.run) = (name, everySeconds, run)
  }
}

/// A part of a page of an inner slice that an outer one fills: of a matter, or of a concern's tracking page.
package struct Panel: Sendable {
  package enum Place: Sendable { case matter, tracking }

  package let place: Place
  /// Gets the id of the matter or concern; empty where there is nothing to show.
  package let html: @Sendable (Request, Int64) async throws -> HTML

  package init(_ place: Place, html: @escaping @Sendable (Request, Int64) async throws -> HTML) {
    (self.place, self.html) = (place, html)
  }
}

extension Request {
  /// What the other slices show at a place of a page, in their order.
  package func panels(_ place: Panel.Place, _ id: Int64) async throws -> HTML {
    var shown = HTML.empty
    for panel in app.panels where panel.place == place { shown.append(try await panel.html(self, id)) }
    return shown
  }
}

/// A capability as the program sees it: what a slice brings.
package struct Slice: Sendable {
  package let name: String
  package let migrations: [Migration]
  package let routes: [Route]
  package let entities: [Entity]
  package let invariants: [Invariant]
  package let nav: [NavEntry]
  package let work: [BackgroundWork]
  package let panels: [Panel]
  /// What it puts on a person's desk.
  package let desk: DeskSource?
  /// The bodies of a town that it knows.
  package let bodies: BodySource?
  /// Where stored files are named; what none of them names is swept away after two days.
  package let fileTables: [FileTable]
  /// Since when the oldest of what this slice has to tell people waits; nil when nothing does. Read by `/health`.
  package let waiting: (@Sendable (Store.Transaction) throws -> Instant?)?
  /// How many notices wait unread for a person, as far as they are counted; for the mark in the header.
  package let unread: (@Sendable (Store.Transaction, SignedIn, Day) throws -> Int)?
  /// The work calendar in force, as a transaction sees it.
  package let calendar: (@Sendable (Store.Transaction) throws -> WorkCalendar)?
  /// What every copy of the server makes ready in memory once it answers.
  package let warmUp: (@Sendable (App) async throws -> Void)?

  package init(
    _ name: String, migrations: [Migration] = [], routes: [Route] = [], entities: [Entity] = [],
    invariants: [Invariant] = [], nav: [NavEntry] = [], work: [BackgroundWork] = [], panels: [Panel] = [],
    desk: DeskSource? = nil, bodies: BodySource? = nil,
    fileTables: [FileTable] = [],
    waiting: (@Sendable (Store.Transaction) throws -> Instant?)? = nil,
    unread: (@Sendable (Store.Transaction, SignedIn, Day) throws -> Int)? = nil,
    calendar: (@Sendable (Store.Transaction) throws -> WorkCalendar)? = nil,
    warmUp: (@Sendable (App) async throws -> Void)? = nil
  ) {
    (self.fileTables, self.waiting, self.unread) = (fileTables, waiting, unread)
    (self.calendar, self.warmUp) = (calendar, warmUp)
    (self.name, self.migrations, self.routes, self.entities) = (name, migrations, routes, entities)
    (self.invariants, self.nav, self.work, self.panels, self.desk) = (invariants, nav, work, panels, desk)
    self.bodies = bodies
  }
}
