import Governance
import Markup
import Matters
import Mechanism
import Store
import Values
import Web

/// Matters of the government on their way (大事; plan B1–B5): offices, orders with their clocks, answers, ratings.
package func workOrders(_ catalogues: Catalogues) -> Slice {
  Slice(
    "WorkOrders",
    migrations: [
      Migration("0060-orders", officeTables + orderTables + ratingTables), openOrdersMigration, orderNewsMigration,
      orderTimesMigration, ownRatingsMigration, attachmentMigration,
    ],
    routes: officeRoutes(catalogues) + orderRoutes(catalogues) + attachmentRoutes(catalogues)
      + ratingRoutes(catalogues) + [
        figuresRoute, boardRoute(catalogues),
      ],
    entities: [
      officeEntity, absenceEntity, orderEntity, orderStepEntity, orderHelperEntity, orderAttachmentEntity,
      ratingEntity,
    ],
    invariants: orderInvariants, nav: orderNav, work: [orderWork(catalogues), orderCalendarWork],
    panels: [matterPanel, trackingPanel], desk: orderDesk,
    bodies: { tx, town in try tx.bodies(of: town) }, fileTables: [FileTable("order_attachment")])
}

private let orderInvariants = [
  Invariant(
    "a matter has one open order, which it names",
    """
    SELECT o.id FROM work_order o JOIN matter m ON m.id = o.matter
    WHERE o.open = 1 AND (m.work_order IS NULL OR m.work_order <> o.id)
    """),
  Invariant(
    "a matter that names an order has it open",
    """
    SELECT m.id FROM matter m LEFT JOIN work_order o ON o.id = m.work_order AND o.open = 1
    WHERE m.work_order IS NOT NULL AND o.id IS NULL
    """),
  Invariant(
    "the counters of open orders are true",
    """
    SELECT town AS id FROM (
      SELECT town, name, n FROM counter WHERE village = town AND name LIKE 'order.open.%' UNION ALL
      SELECT town, 'order.open.' || office AS name, -COUNT(*) AS n FROM work_order WHERE open = 1 GROUP BY town, office
    ) AS both_ways GROUP BY town, name HAVING SUM(n) <> 0
    """),
  Invariant(
    "the tally of answers is true",
    """
    SELECT town AS id FROM (
      SELECT town, office, days, is_in_time, n FROM answer_tally UNION ALL
      SELECT town, office, answer_days AS days, is_in_time, -COUNT(*) AS n FROM work_order
      WHERE answer_days IS NOT NULL AND office <> '' GROUP BY town, office, answer_days, is_in_time
    ) AS both_ways GROUP BY town, office, days, is_in_time HAVING SUM(n) <> 0
    """),
]

private let orderNav = [
  NavEntry(OrderStrings.title, icon: .order, needs: .can(.readMatters), levels: [.village, .community], order: 22) {
    Link.villageOrders($0.code)
  },
  NavEntry(OrderStrings.title, icon: .order, needs: .can(.readMatters), levels: [.town], order: 4) {
    Link.orders($0.code)
  },
  NavEntry(OfficeStrings.title, icon: .people, needs: .can(.manageOffices), levels: [.town], order: 70) {
    Link.offices($0.code)
  },
  NavEntry(OfficeStrings.absencesInMenu, icon: .people, needs: .can(.manageOffices), levels: [.county], order: 70) {
    Link.absences($0)
  },
]

/// On the page of a matter: its order, or the button that hands it over.
private let matterPanel = Panel(.matter) { request, id in
  let (key, matterID) = (try request.village(), ID<Matter>(id))
  let (matter, order) = try await request.app.database.read { tx in
    (try tx.matter(matterID, in: key), try tx.order(of: matterID, town: key.town))
  }
  let (l, code) = (request.reader.language, request.place?.code ?? "")
  let mayHandOver =
    request.may(.handOver) && matter.routing.matterClass == .government && matter.state != .closed
    && matter.mergedInto == nil && matter.workOrder == nil && !matter.isHistory
  guard order != nil || mayHandOver else { return .empty }
  return section("stack") {
    h2 { OrderStrings.one(l) }
    if let order, request.person?.sees(order, on: request.now.day) ?? false {
      p {
        strong { order.officeName(l) }
        " "
        stateChip(order.state.name, tone: order.state.tone, l)
      }
      actions { linkButton(Link.order(code, order.id), OrderStrings.seeOrder, l) }
    } else if mayHandOver {
      p("quiet") { OrderStrings.panelLead(l) }
      actions { linkButton(Link.handOver(code, matterID), OrderStrings.handIt, tone: .primary, l) }
    }
  }
}
