import Dispatch
import Synchronization

/// Calls that may hang, such as those into a folder of another machine that is gone: each is waited for only so long. A
/// call that hangs keeps its thread until it ends; meanwhile further calls to the same place are refused at once, so that
/// threads do not pile up.
final class Patience: Sendable {
  private let hanging = Mutex<[String: Int]>([:])
  private let queue: DispatchQueue

  init(_ label: String) { queue = DispatchQueue(label: label, attributes: .concurrent) }

  /// What the work gives, when it ends within so many seconds.
  /// - Throws: what the work throws; `fault` when it takes longer, or an earlier one at this place still hangs.
  func run<Value: Sendable>(
    at place: String, seconds: Double, orThrow fault: any Error, _ work: @escaping @Sendable () throws -> Value
  ) async throws -> Value {
    if hanging.withLock({ $0[place] != nil }) { throw fault }
    return try await withCheckedThrowingContinuation { continuation in
      let answer = FirstAnswer(continuation)
      queue.async { [self] in
        let result = Result(catching: work)
        if !answer.give(result) { leave(place) }
      }
      queue.asyncAfter(deadline: .now() + seconds) { [self] in
        // Counted before it is given: whoever asks next is refused.
        _ = answer.give(.failure(fault)) { enter(place) }
      }
    }
  }

  private func enter(_ place: String) { hanging.withLock { $0[place, default: 0] += 1 } }

  private func leave(_ place: String) {
    hanging.withLock { counts in
      let left = (counts[place] ?? 1) - 1
      counts[place] = left > 0 ? left : nil
    }
  }
}

/// The first of two to answer is heard.
private final class FirstAnswer<Value: Sendable>: Sendable {
  private let waiting: Mutex<CheckedContinuation<Value, any Error>?>

  init(_ continuation: CheckedContinuation<Value, any Error>) { waiting = Mutex(continuation) }

  /// Whether this was the first; then `prepares` runs before the answer is heard.
  func give(_ result: Result<Value, any Error>, prepares: () -> Void = {}) -> Bool {
    let continuation = waiting.withLock { waiting in
      defer { waiting = nil }
      if waiting != nil { prepares() }
      return waiting
    }
    continuation?.resume(with: result)
    return continuation != nil
  }
}
