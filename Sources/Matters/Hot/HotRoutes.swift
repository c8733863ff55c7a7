import Documents
import Governance
import Mechanism
import Values
import Web

/// The pages, files and JSON of hot, key and hard matters of a village and of a town; and the marks of key matters.
func hotRoutes(_ catalogues: Catalogues) -> [Route] {
  ["/v/{village}/hot", "/t/{town}/hot"].flatMap { path in
    [hotRoute(path, catalogues)] + TableFormat.allCases.map { hotFileRoute(path, $0, catalogues) }
  } + keyMatterRoutes(catalogues)
}

private func hotRoute(_ path: String, _ catalogues: Catalogues) -> Route {
  .get(path, needs: .can(.readMatters), HotStrings.title, takes: HotAsk.parameters, gives: HotBoardJSON.sample) {
    request in
    let view = try await request.hotView(catalogues)
    return try await request.answer(json: HotBoardJSON(view.board)) { request.hotPage(view) }
  }
}

private func hotFileRoute(_ path: String, _ format: TableFormat, _ catalogues: Catalogues) -> Route {
  .get(
    "\(path)/export.\(format.rawValue)", needs: .can(.exportRegister), format.download, takes: HotAsk.parameters,
    file: format.mediaType
  ) { request in
    guard request.may(.readMatters) else { throw NotAllowed() }
    let view = try await request.hotView(catalogues)
    let file = HotFile(
      view: view, place: request.place?.name ?? Text(same: ""), language: request.reader.language,
      today: request.now.day)
    return .table(try file.bytes(format), format, name: file.name)
  }
}
