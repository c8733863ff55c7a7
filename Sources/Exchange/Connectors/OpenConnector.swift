import Governance
import Store
import Values
import Web

extension Write {
  /// A new connector of a town by file or address, from the fields of its form; whether its machine is there is not asked.
  /// Event `exchangeChanged`.
  /// - Parameter known: whether a category of ours exists.
  /// - Throws: `FieldErrors`.
  package func openConnector(_ form: Form, town: ID<Place>, known: (String) -> Bool, ledger: Ledger) throws {
    let id = ids.next(ConnectorRecord.self)
    let draft = try ConnectorDraft(form, hasKey: false, known: known)
    let key = try Connector.sealed(draft.key ?? "", for: id, ledger)
    try putConnector(id, draft, sealed: (key: key, folder: ""), town: town)
  }
}
