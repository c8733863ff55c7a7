import Synchronization
import Values
import Web

/// Places by code, remembered for at most five seconds, so that a change in another copy of the server is seen soon.
/// What is not there is not remembered.
final class PlaceCache: Sendable {
  private struct Entry {
    let place: PlaceInfo
    let until: ContinuousClock.Instant
  }
  private let entries = Mutex<[String: Entry]>([:])
  private static let life = Duration.seconds(5)

  func place(code: String) -> PlaceInfo? {
    entries.withLock { entries in
      guard let entry = entries[code] else { return nil }
      if entry.until > .now { return entry.place }
      entries[code] = nil
      return nil
    }
  }

  func keep(_ place: PlaceInfo) {
    entries.withLock { entries in
      if entries.count >= 5000 { entries.removeAll() }
      entries[place.code] = Entry(place: place, until: .now + Self.life)
    }
  }

  /// After a change of a place by this copy of the server.
  func forgetAll() { entries.withLock { $0.removeAll() } }
}
