import Foundation

/// Runs work that takes long away from the threads that answer others.
package func besides<T: Sendable>(_ body: @escaping @Sendable () throws -> T) async throws -> T {
  try await withCheckedThrowingContinuation { continuation in
    DispatchQueue.global(qos: .utility).async { continuation.resume(with: Result(catching: body)) }
  }
}
