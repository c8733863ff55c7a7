import Foundation
import Governance
import Synchronization

/// What moved the clock of an order. Lists show nothing of it, and reading the column takes as long as all the rest of a
/// row, so it is read when somebody asks.
enum KeptEvents: Sendable {
  case stored(String)
  case known([ClockEvent])

  /// - Throws: `DecodingError` of a damaged column.
  var events: [ClockEvent] {
    get throws {
      switch self {
      case .stored(let text): try JSONDecoder().decode([ClockEvent].self, from: Data(text.utf8))
      case .known(let events): events
      }
    }
  }

  /// As the column keeps it.
  var text: String {
    get throws {
      switch self {
      case .stored(let text): text
      case .known(let events): try columnText(events)
      }
    }
  }
}

/// A value as a column keeps it.
func columnText(_ value: some Encodable) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = .sortedKeys
  return String(decoding: try encoder.encode(value), as: UTF8.self)
}

/// Orders have few different limits: each is read once.
private let knownLimits = Mutex<[String: Limit]>([:])
private let mostKnownLimits = 500

/// The limit that a column keeps.
func keptLimit(_ text: String) throws -> Limit {
  if let known = knownLimits.withLock({ $0[text] }) { return known }
  let limit = try JSONDecoder().decode(Limit.self, from: Data(text.utf8))
  knownLimits.withLock { limits in
    if limits.count >= mostKnownLimits { limits = [:] }
    limits[text] = limit
  }
  return limit
}
