import Governance
import Matters
import Mechanism
import Store
import Values
import Web
import WorkOrders

/// How the matters of the government go their way in the demonstration: handed to the office by its duty, accepted,
/// answered there. Some wait for the clerk, for the office, for the reporter, for more time.
extension Plot {
  /// A number of the concern that stays the same in every demonstration.
  private var lot: Int { concern.key.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFF } }

  private var isHandedOver: Bool {
    concern.matterClass == .government && (concern.outcome != .inProgress || lot % 4 != 0)
  }

  var orderActs: [Act] {
    guard isHandedOver, let keeper = account(.registerKeeper) else { return [] }
    let handler = Catalogue.shipped.duty(concern.leaf).flatMap { cast.handlers["\(site.parent) \($0.lead)"] }
    var acts = [Act(at: after(hours: 8), actor: keeper, run: handOver)]
    guard let handler else { return acts }
    func act(_ hours: Int, _ step: OrderStep, _ words: String = "", amount: Int? = nil) -> Act {
      Act(at: after(hours: hours), actor: handler) { w in
        guard let matter = memory.matter(concern.key) else { return }
        try w.take(step, ofMatter: matter, in: key, words: words, amount: amount, by: [.office], catalogues: catalogues)
      }
    }
    if concern.outcome != .inProgress || lot % 4 > 1 { acts.append(act(24, .accept)) }
    if concern.outcome == .inProgress, lot % 8 == 2 { acts.append(act(36, .askReporter, DemoWords.question)) }
    if concern.outcome == .inProgress, lot % 8 == 3 {
      acts.append(act(36, .askExtension, DemoWords.moreTime, amount: 3))
    }
    return acts
  }

  @Sendable private func handOver(_ w: Write) throws {
    guard let id = memory.matter(concern.key) else { return }
    let matter = try w.tx.matter(id, in: key)
    guard matter.mergedInto == nil, matter.state == .inProgress, matter.workOrder == nil, !matter.routing.basis.isEmpty,
      matter.routing.matterClass == .government
    else { return }
    try w.handOver(id, NewOrder(office: matter.routing.lead), in: key, version: nil, catalogues: catalogues)
  }

  /// What is written down about a matter that an order handles; false when there is none.
  func enterByOrder(_ entry: MatterEntry, on id: ID<Matter>, _ w: Write) throws -> Bool {
    guard try w.tx.order(of: id, town: key.town) != nil else { return false }
    func take(_ step: OrderStep, _ words: String, outcome: OrderOutcome? = nil, by actor: OrderActor = .office) throws {
      try w.take(
        step, ofMatter: id, in: key, words: words, outcome: outcome, by: [actor], catalogues: catalogues)
    }
    switch entry {
    case .progress(let words): try take(.recordProgress, words)
    case .answer(let words): try take(.answer, words + DemoWords.ask(site.phone), outcome: .solved)
    case .close: try take(.close, "")
    case .reopen(let words): try take(.reopen, words, by: .firstReceiver)
    case .deliberate, .publish, .carryOut: return false
    }
    return true
  }
}

extension DemoWords {
  static let question = "请您说一下具体在哪一段、什么时候最严重，方便的话补一张照片。"
  static let moreTime = "材料要从县里调来，这个星期到不齐。"
  static func ask(_ phone: String) -> String { "还有疑问请打村里电话 \(phone)，或者在进度页补充。" }
}
