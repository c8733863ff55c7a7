import Mechanism
import Store
import Web

/// Notices: the outbox emptied to mail, text messages, group robots; the pages on which people read and choose them.
/// Letters and other systems' hand-ins that become concerns.
package let connect = Slice(
  "Connect",
  migrations: connectMigrations + inboundMigrations,
  routes: inboundRoutes + transportRoutes + deliveryRoutes + noticeRoutes + reporterRoutes + [slipRoute, receiptRoute],
  entities: [transportEntity, noticeChoiceEntity, noticePreferenceEntity, mailboxEntity, hookEntity],
  invariants: [
    Invariant(
      "every delivery has a transport of its town",
      """
      SELECT id FROM delivery d
      WHERE NOT EXISTS (SELECT 1 FROM transport t WHERE t.id = d.transport AND t.town = d.town)
      """),
    Invariant(
      "every choice of a way belongs to a concern",
      """
      SELECT id FROM notice_choice n
      WHERE NOT EXISTS (SELECT 1 FROM concern c WHERE c.id = n.id AND c.town = n.town)
      """),
    Invariant(
      "what came in became a concern of its town, or none and says why",
      """
      SELECT id FROM inbound i
      WHERE (outcome = 'refused') <> (reason <> '') OR (outcome = 'refused') <> (concern IS NULL)
        OR (concern IS NOT NULL AND NOT EXISTS (SELECT 1 FROM concern c WHERE c.id = i.concern AND c.town = i.town))
      """),
  ],
  nav: [
    NavEntry(ConnectStrings.sending, icon: .bell, needs: .can(.manageNotices), levels: [.town], order: 92) {
      Link.transports($0.code)
    },
    NavEntry(InboundStrings.title, icon: .inbox, needs: .can(.manageNotices), levels: [.town], order: 93) {
      Link.inbound($0.code)
    },
  ],
  work: [
    BackgroundWork("outbox", everySeconds: 2) { app in try await outbox.run(app) },
    BackgroundWork("inbound", everySeconds: 60) { app in try await readMailboxes(app) },
    BackgroundWork("inbound-keeping", everySeconds: 21_600) { app in try await forgetOldInbound(app) },
    BackgroundWork("digests", everySeconds: 60) { app in try await sendDigests(app) },
    BackgroundWork("notice-keeping", everySeconds: 21_600) { app in try await forgetOldNotices(app) },
  ],
  waiting: { tx in try tx.oldestDeliveryWaiting() },
  unread: { tx, person, day in try tx.unreadNotices(person, on: day) })

/// The connections that stay open.
let outbox = Outbox()
