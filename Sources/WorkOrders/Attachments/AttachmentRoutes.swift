import Documents
import Governance
import Matters
import Mechanism
import Store
import Values
import Web

extension Link {
  static func attachment(_ village: String, _ order: ID<Order>, _ id: ID<OrderPaper>) -> String {
    Link.order(village, order) + "/files/\(id)"
  }
  static func removeAttachment(_ village: String, _ order: ID<Order>, _ id: ID<OrderPaper>) -> String {
    attachment(village, order, id) + "/remove"
  }
}

/// A paper as programs read it.
struct AttachmentJSON: Encodable, Sendable {
  let id: ID<OrderPaper>
  let name: String
  let mediaType: String
  /// Its size.
  let bytes: Int

  init(_ paper: OrderAttachment) {
    (id, name, mediaType, bytes) = (paper.id, paper.name, paper.kind.mediaType, paper.bytes)
  }
}

/// The papers of orders, for those who deal with them.
func attachmentRoutes(_ catalogues: Catalogues) -> [Route] {
  [
    .get(
      "/v/{village}/orders/{order}/files/{file}", needs: .can(.readMatters), AttachmentStrings.one,
      file: "application/octet-stream"
    ) { request in
      let (id, view) = (try request.id("file", as: OrderPaper.self), try await request.orderView(catalogues))
      guard view.showsWords(to: request), let paper = view.attachments.first(where: { $0.id == id }),
        let bytes = request.app.files.get(paper.file)
      else { throw NotFound() }
      return .bytes(bytes, type: paper.kind.mediaType, name: paper.name, cache: false)
    },
    .post(
      "/v/{village}/orders/{order}/files/{file}/remove", needs: .can(.readMatters), AttachmentStrings.remove,
      gives: OrderJSON.sample
    ) { request in
      let (key, order) = (try request.village(), try request.id("order", as: Order.self))
      let (id, code) = (try request.id("file", as: OrderPaper.self), request.place?.code ?? "")
      guard let person = request.person, try await request.orderView(catalogues).showsWords(to: request) else {
        throw NotFound()
      }
      return try await request.write(orShow: { refusal in
        request.orderPage(try await request.orderView(catalogues), refusal: refusal)
      }) { w in
        try w.removeAttachment(id, of: try w.tx.order(order, in: key))
        let view = try w.tx.orderView(order, in: key, for: person, now: w.now, catalogues: catalogues)
        return Outcome(Link.order(code, order), json: OrderJSON(view, withWords: true))
      }
    },
  ]
}
