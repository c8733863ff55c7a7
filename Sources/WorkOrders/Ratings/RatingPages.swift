import Governance
import Markup
import Matters
import Store
import Values
import Web

extension Link {
  fileprivate static let lookup = "/lookup"
}

extension Request {
  /// For the reporter: was it solved, how was the work.
  func ratingPage(errors: FieldErrors? = nil, refusal: Refusal? = nil) async throws -> HTMLPage {
    let (concern, orders) = try await app.database.read { tx in
      let concern = try rater(tx)
      return (concern, try tx.ratableOrders(of: concern))
    }
    let (l, token) = (reader.language, parameters["token"])
    return plainPage(RatingStrings.title) {
      if let token { breadcrumbs([(Link.track(token), Text(same: concern.number))], current: RatingStrings.title, l) }
      pageTitle(RatingStrings.title, lead: orders.isEmpty ? .empty : .text(reader(RatingStrings.lead)), l)
      if let refusal { refusalBox(refusal) }
      if query.isOn("rated") { ratedBox }
      if let order = orders.first {
        noticeBox(tone: .neutral) {
          p { strong { RatingStrings.answer(of: order.officeName(l))(l) } }
          for line in order.reply.split(separator: "\n") { p { String(line) } }
        }
        Web.form(action: ratingAddress, reader: reader, key: Secrets.token(bits: 80), errors: errors) {
          ratingFields(errors)
          actions { submitButton(RatingStrings.send, l) }
        }
      } else if refusal == nil {
        emptyState(
          RatingStrings.nothing,
          action: token.map { (Link.track($0), RatingStrings.toTrack) } ?? (Link.lookup, RatingStrings.toLookup), l)
      }
    }
  }

  /// For the clerk who rang somebody or has a paper: whose, and what was said.
  func callPage(errors: FieldErrors? = nil, refusal: Refusal? = nil) async throws -> HTMLPage {
    let (key, id) = (try village(), try id("order", as: Order.self))
    guard let person else { throw NotAllowed() }
    let day = now.day
    let (order, number, concerns, ratings) = try await app.database.read { tx in
      let order = try tx.order(id, in: key)
      guard person.sees(order, on: day) else { throw NotFound() }
      return (
        order, try tx.matter(order.matter, in: key).number,
        try tx.concerns(ofRoot: order.matter, in: key).map(\.concern), try tx.ratings(of: id, town: key.town)
      )
    }
    let rated = Set(ratings.filter { $0.round == order.reopenings }.map(\.concern))
    let waiting = concerns.filter { $0.state != .withdrawn && !$0.isHistory && !rated.contains($0.id) }
    let (l, code) = (reader.language, place?.code ?? "")
    return page(RatingStrings.callTitle, current: Link.villageOrders(code)) {
      breadcrumbs(
        [(Link.villageOrders(code), OrderStrings.title), (Link.order(code, id), Text(same: number))],
        current: RatingStrings.callTitle, l)
      pageTitle(RatingStrings.callTitle, lead: .text(reader(RatingStrings.callLead)), l)
      if let refusal { refusalBox(refusal) }
      if query.isOn("late") { ratedBox }
      if waiting.isEmpty || ![.answered, .closed].contains(order.state) {
        emptyState(RatingStrings.nobodyLeft, action: (Link.order(code, id), RatingStrings.toOrder), l)
      } else {
        Web.form(action: Link.ratings(code, id), reader: reader, key: Secrets.token(bits: 80), errors: errors) {
          selectField(
            name: "concern", label: RatingStrings.concern,
            options: (waiting.count > 1 ? [(value: "", label: RatingStrings.whichReporter)] : [])
              + waiting.map { (value: $0.id.description, label: Text(same: named($0))) },
            selected: form["concern"], errors: errors, required: true, reader: reader)
          selectField(
            name: "channel", label: RatingStrings.channel,
            options: [RatingChannel.phone, .paper].map { ($0.rawValue, $0.name) }, selected: form["channel"],
            errors: errors, required: true, reader: reader)
          ratingFields(errors, isOfClerk: true)
          actions { submitButton(RatingStrings.enter, l) }
        }
      }
      ratingLines(ratings, level: 2)
    }
  }

  /// The rating is noted; what "not solved" can still lead to when it came too late.
  var ratedBox: HTML {
    let isLate = query.isOn("late")
    return noticeBox(tone: isLate ? .amber : .green) {
      p { reader(isLate ? RatingStrings.tooLate : RatingStrings.thanks) }
    }
  }

  private func named(_ concern: ConcernRow) -> String {
    concern.number + " " + concern.text.prefix(24) + (concern.text.count > 24 ? "…" : "")
  }

  /// - Parameter isOfClerk: asked and written by a clerk, in the words about the reporter.
  private func ratingFields(_ errors: FieldErrors?, isOfClerk: Bool = false) -> HTML {
    radioCards(
      name: "solved", label: RatingStrings.solved,
      options: Solved.allCases.map { (value: $0.rawValue, label: $0.name, hint: nil) }, selected: form["solved"],
      errors: errors, required: true, reader: reader)
      + radioCards(
        name: "satisfied", label: RatingStrings.satisfied,
        options: (1...5).reversed().map { (value: String($0), label: RatingStrings.level($0), hint: nil) },
        selected: form["satisfied"], errors: errors, required: true, reader: reader)
      + checkbox(
        name: "reached", label: isOfClerk ? RatingStrings.reachedThem : RatingStrings.reached,
        checked: form.isOn("reached"), reader: reader)
      + textArea(
        name: "words", label: isOfClerk ? RatingStrings.theirWords : RatingStrings.words, value: form["words"],
        hint: isOfClerk ? RatingStrings.theirWordsHint : RatingStrings.wordsHint, errors: errors, rows: 3,
        maxlength: 500, listening: Listening(dictation: true), reader: reader)
  }

  /// What reporters said, without who said it.
  /// - Parameter level: of the heading.
  func ratingLines(_ ratings: [RatingRow], level: Int = 3) -> HTML {
    guard !ratings.isEmpty else { return .empty }
    let l = reader.language
    return section {
      element("h\(level)") { reader(RatingStrings.said) }
      ul("rows") {
        for rating in ratings {
          li("row") {
            div("row-main") {
              p { rating.solved.name(l) + " · " + RatingStrings.level(rating.satisfied)(l) }
              if !rating.words.isEmpty { p("concern-words") { rating.words } }
              ul("row-meta") {
                li { rating.channel.name(l) }
                li { rating.at.day.spoken(l) }
                if !rating.counts(among: ratings) { li { reader(RatingStrings.ownCounts) } }
              }
            }
          }
        }
      }
    }
  }
}

/// On the tracking page: how the orders of the concern's matters stand, a question to answer, the way to the rating.
let trackingPanel = Panel(.tracking) { request, id in
  let l = request.reader.language
  let token = request.parameters["token"] ?? ""
  let (orders, unrated, questions) = try await request.app.database.read { tx in
    let concern = try tx.concern(token: token)
    let orders = try tx.orders(of: concern)
    let questions = try orders.filter { try $0.open.pauses.contains(.reporter) }.compactMap {
      try tx.orderSteps(of: $0.id, town: concern.key.town).first { $0.step == .askReporter }?.words
    }
    return (orders, try tx.ratableOrders(of: concern), questions)
  }
  guard !orders.isEmpty else { return .empty }
  return section("stack") {
    h2 { OrderStrings.withOffice(l) }
    if request.query.isOn("rated") { request.ratedBox }
    for order in orders {
      p {
        strong { order.officeName(l) }
        " " + OrderStrings.plain(order)(l)
      }
    }
    for question in questions {
      noticeBox(tone: .amber) {
        p { strong { question } }
        p { OrderStrings.answerBelow(l) }
      }
    }
    if !unrated.isEmpty {
      actions { linkButton(Link.rating(token), RatingStrings.title, tone: .primary, l) }
    }
  }
}
