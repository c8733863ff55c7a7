import Documents
import Values
import Web

extension Link {
  /// The three registers of a village side by side.
  package static func registers(_ village: String) -> String { "/v/\(village)/registers" }
  static func registerContacts(_ village: String, _ matterClass: MatterClass) -> String {
    register(village, matterClass) + "/contacts"
  }
  static func registerPrint(_ village: String, _ matterClass: MatterClass) -> String {
    register(village, matterClass) + "/print"
  }
  /// A register for paper or as a file, with contacts: each look is recorded.
  static func registerPrintContacts(_ village: String, _ matterClass: MatterClass) -> String {
    registerPrint(village, matterClass) + "/contacts"
  }
  static func registerFileContacts(_ village: String, _ matterClass: MatterClass, _ format: TableFormat) -> String {
    registerFile(village, matterClass, format) + "/contacts"
  }
  static func registerFile(_ village: String, _ matterClass: MatterClass, _ format: TableFormat) -> String {
    register(village, matterClass) + "/export." + format.rawValue
  }
  /// The full list of the reporters of a matter.
  package static func annex(_ village: String, _ matterClass: MatterClass, _ matter: ID<Matter>) -> String {
    register(village, matterClass) + "/annex/\(matter)"
  }
  /// The same list with whole contacts: each look is recorded.
  static func annexContacts(_ village: String, _ matterClass: MatterClass, _ matter: ID<Matter>) -> String {
    annex(village, matterClass, matter) + "/contacts"
  }
  /// Who keeps the registers, and naming another.
  package static func keeper(_ village: String) -> String { "/v/\(village)/keeper" }
  /// The registers of all villages of a town.
  package static func townRegisters(_ town: String) -> String { "/t/\(town)/registers" }
}
