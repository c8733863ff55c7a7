import Mechanism
import People
import Store
import Values
import Web

/// Sends the digests that are due: to each who wants one, once a day, what came since yesterday's; nothing when nothing
/// came. Index: notice_preference_digest.
func sendDigests(_ app: App) async throws {
  let (now, url) = (app.clock(), app.settings.publicURL)
  let due = try await app.database.read { tx in
    try tx.rows(
      """
      SELECT id, town FROM notice_preference
      WHERE digest_minute IS NOT NULL AND digest_minute <= \(now.minuteOfDay)
        AND (digested_on IS NULL OR digested_on < \(now.day)) AND channel <> 'page'
      ORDER BY digest_minute, id LIMIT 500
      """
    ).map { (account: try $0.id("id", as: Account.self), town: try $0.id("town", as: Place.self)) }
  }
  for each in due {
    try await app.write { w in try w.digest(for: each.account, town: each.town, publicURL: url) }
  }
}

extension Write {
  /// The digest of one person, in one transaction with the mark that it was made.
  func digest(for account: ID<Account>, town: ID<Place>, publicURL: String?) throws {
    let marked = try tx.run(
      """
      UPDATE notice_preference SET digested_on = \(now.day)
      WHERE id = \(account) AND (digested_on IS NULL OR digested_on < \(now.day))
      """)
    guard marked == 1, let preference = try tx.preference(of: account), !preference.address.isEmpty,
      let kind = preference.channel.transport,
      let transport = try tx.transports(of: town).first(where: { $0.kind == kind && $0.isOn })
    else { return }
    let posts = try tx.memberships(of: account).filter { $0.holds(on: now.day) }.map {
      Post(role: $0.role, place: $0.place.info, body: $0.body, from: $0.from, until: $0.until)
    }
    let person = SignedIn(account: account, login: "", name: "", posts: posts, csrf: nil)
    let since = now.adding(days: -1)
    let notices = try tx.notices(for: tx.noticeReader(person, on: now.day), before: nil, limit: 100)
      .filter { $0.madeAt > since }
    guard !notices.isEmpty else { return }
    let l = preference.language
    let lines = notices.prefix(20).map { "· " + $0.text(l) }.joined(separator: "\n")
    let values = [
      "count": Text(same: String(notices.count)), "text": Text(same: lines),
      "link": Text(same: publicURL.map { $0 + Link.notices } ?? ""),
    ]
    let words = try tx.wordings(of: town)
    try tx.add(
      NewDelivery(
        town: town, village: town, transport: transport.id, step: "digest", account: account,
        subject: kind == .mail ? words.message("digest_subject", values)(l) : "",
        body: words.message("digest", values)(l), nextAt: preference.quiet.firstAllowed(from: now)),
      id: ids.next(), now: now)
  }
}
