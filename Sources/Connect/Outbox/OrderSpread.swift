import Governance
import Mechanism
import Seeds
import Store
import Values
import WorkOrders

extension Spread {
  /// Makes notices and messages of what the offices are to be told of their orders: the next lines, at most `limit`;
  /// gives how many there were.
  mutating func takeOrderNews(limit: Int) throws -> Int {
    let lines = try w.takeOrderNews(limit: limit)
    let border = w.now.adding(days: -newsDays)
    for line in lines where line.madeAt > border { try tellOffices(line) }
    return lines.count
  }

  private mutating func tellOffices(_ news: OrderNews) throws {
    let due = news.dueAt
    let values = [
      "village": try name(news.key.village), "number": Text(same: news.number),
      "lead": news.lead.isEmpty ? Text(same: "") : bodyName(news.lead),
      "due": due.map { $0.day.spoken + Text(same: " " + $0.clock) } ?? Text(same: ""),
    ]
    let words = try wordings(of: news.key.town)
    let text = words.message(news.message, values)
    let hearers = try w.tx.hearers(of: news, on: w.now.day)
    for seat in hearers.seats {
      try w.tx.run(
        """
        INSERT INTO notice (id, town, place, audience, line, step, concern, work_order, made_by, text_zh, text_en,
          made_at)
        VALUES (\(w.ids.next(NoticeRecord.self)), \(seat.town), \(seat.place), \(news.audience.code), \(news.id),
          \("order_" + news.step.rawValue), 0, \(news.order), \(news.by), \(text.zh), \(text.en), \(news.madeAt))
        """)
    }
    let subject = words.message("staff_subject", values)
    for person in try w.tx.preferences(of: hearers.accounts) {
      guard let kind = person.channel.transport, let transport = try transport(kind, of: news.key.town) else {
        continue
      }
      try add(
        NewDelivery(
          town: news.key.town, village: news.key.village, transport: transport.id, line: news.id,
          step: "order_" + news.step.rawValue, concern: nil, to: person, subject: kind == .mail ? subject : nil, text,
          at: w.now))
    }
  }
}
