import Governance
import Mechanism
import People
import Store
import Values
import Web

/// What fills the standard answers of a village: its name and telephone, in the town's own wording.
struct RefusalWords: Sendable {
  let wordings: Wordings
  let village: Text
  let phone: String

  /// The reporter reads one text; it is Chinese first, like the registers.
  private let l = Language.zh

  /// Whether the standard answer of a reason has a place for particulars.
  func needsDetail(_ reason: ScopeReason) -> Bool {
    wordings.template(.refusal(reason))?(l).contains("{reason}") ?? false
  }

  /// The standard answer; without particulars their place stays to be filled in.
  func answer(_ reason: ScopeReason, detail: String) -> String {
    wordings.text(
      .refusal(reason),
      [
        "village": village, "phone": Text(same: phone),
        "reason": Text(same: detail.isEmpty ? "{reason}" : detail),
      ])(l)
  }
}

extension Transaction {
  func refusalWords(in key: VillageKey) throws -> RefusalWords {
    let place = try place(key.village)
    let town = try self.place(key.town)
    let phone = [place?.phone, town?.phone].compactMap(\.self).first { !$0.isEmpty } ?? "12345"
    return RefusalWords(
      wordings: try wordings(of: key.town), village: place?.name ?? Text(same: ""), phone: phone)
  }
}

/// "Not taken up" as a person sent it, checked.
struct RefusalDecision: Sendable {
  let reason: ScopeReason
  let answer: String

  init(_ form: Form, words: RefusalWords) throws {
    var errors = FieldErrors()
    let reason = form.choice("code", as: ScopeReason.self, &errors)
    if reason == nil, errors.isEmpty { errors.add("code", RefusalStrings.choose) }
    let detail = form.text("detail", max: 300, &errors)
    var answer = form.text("answer", max: 1000, &errors)
    guard errors.isEmpty, let reason else { throw errors }
    if answer.isEmpty { answer = words.answer(reason, detail: "") }
    if answer.contains("{reason}") {
      if detail.isEmpty {
        errors.add("detail", RefusalStrings.needsDetail)
        throw errors
      }
      answer = answer.replacing("{reason}", with: detail)
    } else if !detail.isEmpty, !answer.contains(detail) {
      answer = Self.appending(detail, to: answer)
    }
    (self.reason, self.answer) = (reason, answer)
  }

  /// The particulars as a sentence of their own, where the standard answer has no place for them.
  private static func appending(_ detail: String, to answer: String) -> String {
    let ends = Set("。.!?！？")
    func sentence(_ words: String) -> String { words.last.map(ends.contains) ?? true ? words : words + "。" }
    return sentence(answer) + sentence(detail)
  }
}

/// The decision of an appeal as a person sent it, checked.
struct AppealDecision: Sendable {
  enum Decision: String, CaseIterable, Sendable { case grant, uphold }

  let granted: Bool
  let answer: String

  init(_ form: Form) throws {
    var errors = FieldErrors()
    let decision = Decision(rawValue: form["decision"])
    if decision == nil { errors.add("decision", RefusalStrings.chooseDecision) }
    let answer = form.required("answer", max: 1000, &errors)
    guard errors.isEmpty, let answer else { throw errors }
    (granted, self.answer) = (decision == .grant, answer)
  }
}
