import Foundation
import Synchronization
import Values

/// Makes ids: 41 bits of milliseconds since 2010-01-01, 10 bits of this process, 12 bits of order within the
/// millisecond. They ascend within a process, so lists by id are lists by time.
package final class IDs: Sendable {
  private struct State {
    var millisecond: Int64 = 0
    var order: Int64 = 0
  }
  private let state = Mutex(State())
  private let process: Int64
  private static let epoch: Int64 = 1_262_304_000_000

  /// `process`: 0...1023, random by default; copies of the server on one database differ with it.
  package init(process: Int64 = .random(in: 0...1023)) { self.process = process & 1023 }

  package func next<Thing>(_: Thing.Type = Thing.self) -> ID<Thing> {
    let now = Int64(Date().timeIntervalSince1970 * 1000) - Self.epoch
    return state.withLock { state in
      if now > state.millisecond {
        (state.millisecond, state.order) = (now, 0)
      } else {
        state.order += 1
        if state.order == 4096 { (state.millisecond, state.order) = (state.millisecond + 1, 0) }
      }
      return ID(state.millisecond << 22 | process << 12 | state.order)
    }
  }

  /// An id that sorts as if it had been made at `instant`: for what an old list says happened then. The lower 22 bits
  /// are random; whoever inserts tries again on the rare duplicate.
  package func next<Thing>(at instant: Instant, _: Thing.Type = Thing.self) -> ID<Thing> {
    ID(max(1, instant.milliseconds - Self.epoch) << 22 | .random(in: 0..<(1 << 22)))
  }

  /// The day that an id carries.
  package static func day<Thing>(of id: ID<Thing>) -> Day {
    Instant(milliseconds: (id.value >> 22) + epoch).day
  }

  /// The key by which a list shows what has this id under another day: at the same hour.
  package static func key<Thing>(of id: ID<Thing>, on day: Day) -> ID<Thing> {
    ID(id.value + (Int64(day.number - Self.day(of: id).number) * 86_400_000) << 22)
  }

  /// The smallest id of what was made at `instant` or later: a border for lists of a period.
  package static func first<Thing>(at instant: Instant, _: Thing.Type = Thing.self) -> ID<Thing> {
    ID(max(0, instant.milliseconds - Self.epoch) << 22)
  }
}
