import Values
import Web

extension Link {
  static func imports(_ village: String) -> String { "/v/\(village)/imports" }
  static func importJob(_ village: String, _ id: ID<ImportJob>) -> String { imports(village) + "/\(id)" }
  static func importMapping(_ village: String, _ id: ID<ImportJob>) -> String { importJob(village, id) + "/mapping" }
  static func importProgress(_ village: String, _ id: ID<ImportJob>) -> String { importJob(village, id) + "/progress" }
  static func importRejected(_ village: String, _ id: ID<ImportJob>) -> String {
    importJob(village, id) + "/rejected.tsv"
  }
}
