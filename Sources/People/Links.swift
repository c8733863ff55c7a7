import Values
import Web

extension Link {
  static let signOut = "/sign-out"
  static let preferences = "/preferences"
  static let password = "/account/password"
  static let endSignIn = "/account/sessions/end"
  static let tokens = "/account/tokens"
  static func endToken(_ id: Int64) -> String { "/account/tokens/\(id)/end" }
  static let setup = "/setup"
  /// The administrator's pages of a county or town; the places below it stand here.
  package static func admin(_ place: String) -> String { "/admin/\(place)" }
  static func adminPlaces(_ place: String) -> String { "/admin/\(place)/places" }
  static func adminPlaceList(_ place: String) -> String { "/admin/\(place)/place-list" }
  static func adminPlace(_ place: String, _ code: String) -> String {
    code == place ? admin(place) : "/admin/\(place)/places/\(code)"
  }
  static func editPlace(_ place: String, _ code: String) -> String { "/admin/\(place)/places/\(code)" }
  static func closePlace(_ place: String, _ code: String) -> String { "/admin/\(place)/places/\(code)/closure" }
  static func adminAccounts(_ place: String) -> String { "/admin/\(place)/accounts" }
  static func adminImport(_ place: String) -> String { "/admin/\(place)/account-list" }
  static func adminAccount(_ place: String, _ id: ID<Account>) -> String { "/admin/\(place)/accounts/\(id)" }
  static func adminRoles(_ place: String, _ id: ID<Account>) -> String { "/admin/\(place)/accounts/\(id)/roles" }
  static func endRole(_ place: String, _ id: ID<Account>, _ membership: ID<Membership>) -> String {
    "/admin/\(place)/accounts/\(id)/roles/\(membership)/end"
  }
  static func paperCode(_ place: String, _ id: ID<Account>) -> String { "/admin/\(place)/accounts/\(id)/paper-code" }
  static func roleProposals(_ place: String) -> String { "/admin/\(place)/role-proposals" }
  static func decideRole(_ place: String, _ id: ID<RoleProposal>) -> String {
    roleProposals(place) + "/\(id)/decision"
  }
  static func closeAccount(_ place: String, _ id: ID<Account>) -> String { "/admin/\(place)/accounts/\(id)/closure" }
}
