import Governance
import Markup
import Matters
import Values
import Web

extension Request {
  /// The papers of an order: what each is, with which step it came, and for its owner a way to take it away.
  func attachmentSection(_ view: OrderView, _ village: String) -> HTML {
    let l = reader.language
    guard view.showsWords(to: self), !view.attachments.isEmpty else { return .empty }
    return section("stack", ["id": "files"]) {
      h2 { AttachmentStrings.papers(l) }
      p("quiet") { AttachmentStrings.lead(l) }
      ul("rows") {
        for paper in view.attachments {
          li("row") {
            div("row-main") {
              p { a(Link.attachment(village, view.order.id, paper.id)) { paper.name } }
              ul("row-meta") {
                li { paper.size }
                if let step = view.history.first(where: { $0.id == paper.step }) {
                  li { step.step.name(l) }
                  li { step.at.day.spoken(l) }
                }
                if let who = paper.account.flatMap({ view.names[$0] }) { li { who } }
              }
            }
            removeButton(paper, view, village)
          }
        }
      }
    }
  }

  private func removeButton(_ paper: OrderAttachment, _ view: OrderView, _ village: String) -> HTML {
    guard paper.account == person?.account, view.order.state.isOpen else { return .empty }
    return Web.form(
      action: Link.removeAttachment(village, view.order.id, paper.id), reader: reader, key: nil, errors: nil
    ) {
      submitButton(AttachmentStrings.remove, tone: .plain, confirm: AttachmentStrings.removeAgain, reader.language)
    }
  }
}
