import Governance
import Mechanism
import Store
import Values
import Web

/// Orders out as a file, and the answers back in.
func fileRoutes(_ catalogues: Catalogues) -> [Route] {
  OrderFileFormat.allCases.map { orderFile($0, catalogues) } + [answerFile(catalogues)]
}

/// POST, since it may show contact data and says that the orders are out.
private func orderFile(_ format: OrderFileFormat, _ catalogues: Catalogues) -> Route {
  .post(
    "/t/{town}/exchange/{connector}/orders.\(format.rawValue)", needs: .can(.manageNotices),
    ExchangeStrings.download(format), file: format.type
  ) { request in
    let (town, id) = (try request.town(), try request.id("connector", as: ConnectorRecord.self))
    let (l, url) = (request.reader.language, request.publicURL)
    let bytes = try await request.app.write(by: request.actor) { w in
      try w.exportOrders(to: id, town: town, as: format, l, publicURL: url, catalogues: catalogues)
    }
    let name = "\(ExchangeStrings.ordersSheet(l))-\(request.now.day.iso).\(format.rawValue)"
    return .bytes(bytes, type: format.type, name: name, cache: false)
  }
}

private func answerFile(_ catalogues: Catalogues) -> Route {
  .post(
    "/t/{town}/exchange/{connector}/answers", needs: .can(.manageNotices), ExchangeStrings.takeAnswers,
    takes: [Parameter("file", ExchangeStrings.answersFile, required: true, file: true)], gives: AnswerResult.sample,
    bodyLimit: answerFileLimit,
    rejected: { request, errors in try await request.connectorPage(errors: errors, catalogues: catalogues) }
  ) { request in
    let (town, id) = (try request.town(), try request.id("connector", as: ConnectorRecord.self))
    guard let file = request.form.uploads("file").first else { throw FieldErrors("file", WebWords.missing) }
    let result = try await importAnswers(
      file.bytes, name: file.name, from: id, town: town, app: request.app, catalogues: catalogues)
    if request.isAPI { return .json(try JSON.bytes(result), status: 200, etag: nil) }
    return .page(try await request.connectorPage(result: result, catalogues: catalogues))
  }
}
