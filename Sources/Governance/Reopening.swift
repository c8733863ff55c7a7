import Values

/// Why a matter closed on `closed` may not be reopened on `today`; nil up to and with the `limit`th working day after.
/// The default limit is `DefaultLimits.reopen`.
package func reopenRefusal(closed: Day, today: Day, calendar: WorkCalendar, limit: Int) -> Refusal? {
  guard calendar.workingDays(from: closed, to: today) > limit else { return nil }
  return Refusal(
    rule: "reopenTooLate",
    reason: Text(
      zh: "办结已超过 \(limit) 个工作日，不能重新办理。",
      en: "It was closed more than \(limit) working days ago and cannot be reopened."),
    wayOut: Text(
      zh: "请登记一件新事项，并写明以前办过。", en: "Enter a new matter and note that it was dealt with before."))
}
