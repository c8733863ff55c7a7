import ArgumentParser
import Hummingbird
import Store
import Values

/// The peer of `lists`: a bare server without accounts, words or layout that reads the same 50 rows of the first page of a
/// register and writes them as a plain table.
struct PagesPeer: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "pages-peer", abstract: "The bare server beside lists.")
  @Option var database: String
  @Option var port = 8099

  func run() async throws {
    let database = try Database(url: database)
    let first = try await database.read { tx in try tx.row("SELECT town, village FROM matter ORDER BY id LIMIT 1") }
    let (town, village) = (first?.optionalInt64("town") ?? 0, first?.optionalInt64("village") ?? 0)
    let router = Router()
    router.get("/") { _, _ -> Response in
      let rows = try await database.read { tx in
        try tx.rows(
          """
          SELECT * FROM matter
          WHERE town = \(town) AND village = \(village) AND class = 'government' AND merged_into IS NULL
          ORDER BY id DESC LIMIT 50
          """)
      }
      var page = "<!doctype html><table>"
      for row in rows {
        page += "<tr>"
        for column in ["number", "opened_at", "title", "lead", "state", "reply"] {
          page += "<td>\(row.optionalText(column) ?? row.optionalInt64(column).map(String.init) ?? "")</td>"
        }
        page += "</tr>"
      }
      page += "</table>"
      return Response(
        status: .ok, headers: [.contentType: "text/html; charset=utf-8"],
        body: .init(byteBuffer: ByteBuffer(string: page)))
    }
    try await Application(
      router: router, configuration: .init(address: .hostname("127.0.0.1", port: port))
    ).runService()
  }
}
