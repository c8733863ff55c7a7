import Store
import Values

/// Whether each stored file that the database names is there and holds what its name, a hash, says.
enum FileCheck {
  /// What does not hold, in words; a page of rows at a time.
  static func faults(_ program: Program) async throws -> [String] {
    var faults: [String] = []
    for table in program.slices.flatMap(\.fileTables) {
      var last = Int64.min
      while true {
        let page = try await program.app.database.read { [last] tx in try tx.kept(in: table, after: last, limit: 500) }
        guard let end = page.last else { break }
        last = end.id
        for row in page {
          guard let bytes = program.app.files.get(row.file) else {
            faults.append("\(table.name) \(row.id): its file \(row.file) is lost")
            continue
          }
          if Secrets.sha256(bytes) != row.file {
            faults.append("\(table.name) \(row.id): its file \(row.file) was changed")
          }
        }
      }
    }
    return faults
  }
}
