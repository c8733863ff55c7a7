import Governance
import Values
import Web

/// What an officer sends for a version of a leaf, or a new leaf: always valid.
package struct DutyDraft: Sendable {
  package let name: Text
  package let matterClass: MatterClass
  package let lead: String
  /// At most 10.
  package let coHandlers: [String]
  package let path: DutyPath
  /// 1...180 working days.
  package let days: Int
  /// 1...40.
  package let keywords: [String]
  package let example: String
  package let basis: Text?
  package let basisMark: RuleMark?
  /// Today or later.
  package let fromDay: Day
  package let retired: Bool
  package let reason: String

  package init(
    name: Text, matterClass: MatterClass, lead: String, coHandlers: [String], path: DutyPath, days: Int,
    keywords: [String], example: String, basis: Text?, basisMark: RuleMark?, fromDay: Day, retired: Bool, reason: String
  ) {
    (self.name, self.matterClass, self.lead, self.coHandlers) = (name, matterClass, lead, coHandlers)
    (self.path, self.days, self.keywords, self.example) = (path, days, keywords, example)
    (self.basis, self.basisMark, self.fromDay) = (basis, basisMark, fromDay)
    (self.retired, self.reason) = (retired, reason)
  }

  /// Reads a form; throws all errors at once, each with its field.
  package init(_ form: Form, now: Instant) throws(FieldErrors) {
    var errors = FieldErrors()
    let nameZh = form.required("name_zh", max: 40, &errors)
    let nameEn = form.text("name_en", max: 80, &errors)
    let matterClass = form.needed(form.choice("class", as: MatterClass.self, &errors), "class", &errors)
    let path = form.needed(form.choice("path", as: DutyPath.self, &errors), "path", &errors)
    if let matterClass, let path, path.matterClass != matterClass { errors.add("path", DutyStrings.pathOfOtherClass) }
    let lead = form.required("lead", max: 40, &errors)
    if let lead, lead.contains("|") { errors.add("lead", DutyStrings.noBars) }
    let days = form.needed(form.int("days", in: 1...180, &errors), "days", &errors)
    let coHandlers = form.words("co", max: 10, length: 40, &errors)
    let keywords = form.words("keywords", max: 40, length: 20, at: \.isWhitespace, &errors)
    if keywords.isEmpty { errors.add("keywords", WebWords.missing) }
    let example = form.required("example", max: 200, &errors)
    let (basis, mark) = form.basis(&errors)
    let fromDay = form.day("from_day", now: now, &errors) ?? now.day
    if fromDay < now.day { errors.add("from_day", DutyStrings.notBeforeToday) }
    let reason = form.required("reason", max: 500, &errors)
    guard errors.isEmpty, let nameZh, let matterClass, let path, let lead, let days, let example, let reason else {
      throw errors
    }
    self.init(
      name: Text(zh: nameZh, en: nameEn.isEmpty ? nameZh : nameEn), matterClass: matterClass, lead: lead,
      coHandlers: coHandlers, path: path, days: days, keywords: keywords, example: example, basis: basis,
      basisMark: mark, fromDay: fromDay, retired: form.isOn("retired"), reason: reason)
  }
}

extension Form {
  /// A choice that must be there; what was sent wrongly has its error already.
  fileprivate func needed<T>(_ value: T?, _ name: String, _ errors: inout FieldErrors) -> T? {
    if value == nil, self[name].isEmpty { errors.add(name, WebWords.missing) }
    return value
  }

  /// Words divided by commas, bars, semicolons or lines, and at whatever `isAlso` says; each once, in their order.
  fileprivate func words(
    _ name: String, max: Int, length: Int, at isAlso: (Character) -> Bool = { _ in false }, _ errors: inout FieldErrors
  ) -> [String] {
    let dividers: Set<Character> = [",", "，", "、", ";", "；", "|", "\n"]
    var words: [String] = []
    for text in all(name).flatMap({ $0.split { dividers.contains($0) || isAlso($0) } }) {
      let word = text.trimmingCharacters(in: .whitespaces)
      if !word.isEmpty, !words.contains(word) { words.append(word) }
    }
    if words.count > max || words.contains(where: { $0.count > length }) {
      errors.add(name, DutyStrings.words(max: max, length: length))
    }
    return words
  }

  /// The basis with its mark: both or neither.
  fileprivate func basis(_ errors: inout FieldErrors) -> (Text?, RuleMark?) {
    let (zh, en) = (text("basis_zh", max: 300, &errors), text("basis_en", max: 500, &errors))
    let mark = RuleMark(rawValue: self["basis_mark"])
    if mark == nil, !["", "-"].contains(self["basis_mark"]) {
      errors.add("basis_mark", DutyStrings.unknownMark)
    } else if zh.isEmpty, mark != nil || !en.isEmpty {
      errors.add("basis_zh", DutyStrings.markWithoutBasis)
    } else if !zh.isEmpty, mark == nil {
      errors.add("basis_mark", DutyStrings.basisWithoutMark)
    }
    return zh.isEmpty ? (nil, nil) : (Text(zh: zh, en: en.isEmpty ? zh : en), mark)
  }
}
