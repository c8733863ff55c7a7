import Mechanism
import Store
import Values
import Web

/// Work orders to and from the systems of other authorities (群工系统、县级平台; plan B3): messages out, answers back, files
/// for those without an interface.
package func exchange(_ catalogues: Catalogues) -> Slice {
  let folders = FolderRounds(catalogues)
  return Slice(
    "Exchange", migrations: exchangeMigrations,
    routes: connectorRoutes(catalogues) + messageRoutes + fileRoutes(catalogues) + [callbackRoute(catalogues)]
      + [trialRoute(folders, catalogues)],
    entities: [connectorEntity, messageEntity, callbackEntity, fileEntity], invariants: exchangeInvariants,
    nav: [
      NavEntry(ExchangeStrings.title, icon: .swap, needs: .can(.manageNotices), levels: [.town], order: 93) {
        Link.exchange($0.code)
      }
    ],
    work: [
      BackgroundWork("exchange-queue", everySeconds: 3) { app in try await queueOrders(app) },
      BackgroundWork("exchange-send", everySeconds: 3) { app in try await sendMessages(app, catalogues) },
      // Apart, so that a machine that is silent holds no folder of this one up.
      BackgroundWork("exchange-folders", everySeconds: 10) { app in try await folders.visit(.folder, app) },
      BackgroundWork("exchange-sftp", everySeconds: 60) { app in try await folders.visit(.sftp, app) },
    ],
    waiting: { tx in try tx.oldestMessageWaiting() })
}

private let exchangeInvariants = [
  Invariant(
    "every message to another system is about an order of its town",
    """
    SELECT m.id FROM exchange_message m
    WHERE NOT EXISTS (SELECT 1 FROM work_order o WHERE o.id = m.work_order AND o.town = m.town)
    """),
  Invariant(
    "every message, answer and file has a connector of its town",
    """
    SELECT x.id FROM (SELECT id, town, connector FROM exchange_message
      UNION ALL SELECT id, town, connector FROM exchange_callback
      UNION ALL SELECT id, town, connector FROM exchange_file) AS x
    WHERE NOT EXISTS (SELECT 1 FROM exchange_connector c WHERE c.id = x.connector AND c.town = x.town)
    """),
]
