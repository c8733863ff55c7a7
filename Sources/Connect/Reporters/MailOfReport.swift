import Store
import Values
import Web

/// What is wrong with a mail address somebody gave with a report; nil when it may be one, or none was given.
package func reporterMailError(_ mail: String) -> Text? { mailError(mail) }

extension Write {
  /// The reporter gave a mail address with the report: news goes there, where the town sends mail. Of a sealed concern
  /// nothing leaves the program by itself, and the address is not kept. Event `noticeChoiceChanged`.
  package func tellByMail(_ mail: String, of concern: ID<Concern>, in language: Language) throws {
    guard let reporter = try tx.reporters(of: [concern])[concern], !reporter.isSealed,
      try tx.transports(of: reporter.town).contains(where: { $0.isOn && $0.kind == .mail })
    else { return }
    var choice = NoticeChoice(channel: .mail)
    (choice.mail, choice.language) = (mail, language)
    try setChoice(choice, of: reporter)
  }
}
