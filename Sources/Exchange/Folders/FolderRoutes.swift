import Governance
import Mechanism
import Store
import Values
import Web

/// Visits the folder at once, and makes what is missing in it.
func trialRoute(_ folders: FolderRounds, _ catalogues: Catalogues) -> Route {
  .post(
    "/t/{town}/exchange/{connector}/trial", needs: .can(.manageNotices), FolderStrings.tryNow,
    gives: FolderResult.sample
  ) { request in
    let connector = try await request.connector()
    guard connector.folder != nil else { throw NotFound() }
    let result = try await folders.visit(connector.id, request.app, prepares: true)
    if request.isAPI { return .json(try JSON.bytes(result), status: 200, etag: nil) }
    return .page(try await request.connectorPage(visit: result, catalogues: catalogues))
  }
}
