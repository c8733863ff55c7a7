import Web

extension Link {
  package static func townAccuracy(_ town: String) -> String { "/t/\(town)/accuracy" }
  package static func accuracy(_ village: String) -> String { "/v/\(village)/accuracy" }
}
