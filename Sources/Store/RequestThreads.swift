import Foundation
import Synchronization

/// The threads on which requests run and the database is read. A call of the database blocks the thread it is made on;
/// these threads are there for that, so that a request reads without being handed from thread to thread, and neither
/// event loops nor other work ever wait for a database.
package final class RequestThreads: TaskExecutor {
  /// Those of the program. As many as PostgreSQL has connections.
  package static let shared = RequestThreads(count: PostgresEngine.connections)

  private let waiting = Mutex<(jobs: [UnownedJob], next: Int)>(([], 0))
  private let signal = DispatchSemaphore(value: 0)

  private init(count: Int) {
    for number in 0..<count {
      let thread = Thread { [self] in while true { runNext() } }
      thread.name = "request-\(number)"
      thread.stackSize = 4 << 20
      thread.start()
    }
  }

  package func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    waiting.withLock { $0.jobs.append(job) }
    signal.signal()
  }

  private func runNext() {
    signal.wait()
    let job = waiting.withLock { line -> UnownedJob in
      let job = line.jobs[line.next]
      line.next += 1
      // Those that were taken go together, so that taking one never moves many.
      if line.next == line.jobs.count || line.next == 1000 {
        line.jobs.removeFirst(line.next)
        line.next = 0
      }
      return job
    }
    job.runSynchronously(on: asUnownedTaskExecutor())
  }
}
