import Foundation
import Values

/// By which name this copy of the server holds its leases. A server that is started again over the same data folder
/// takes the name of the one before, if that one is gone: what it held is free at once and nobody waits for the lease
/// to run out. Two copies that run at the same time never have one name.
package final class Holder: Sendable {
  package let name: String
  /// The open file whose lock the kernel frees when this process ends, however it ends; -1 without a lock.
  private let handle: Int32

  /// Takes the name that stands in `holder.lock` of the folder when no running process has the lock, else a new one.
  package init(folder: String) {
    handle = open(folder + "/holder.lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard handle >= 0, flock(handle, LOCK_EX | LOCK_NB) == 0 else {
      name = Secrets.token(bits: 80)
      return
    }
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = read(handle, &bytes, bytes.count)
    let kept = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    if kept.utf8.count == 16 {
      name = kept
    } else {
      let fresh = Secrets.token(bits: 80)
      ftruncate(handle, 0)
      pwrite(handle, fresh, fresh.utf8.count, 0)
      name = fresh
    }
  }

  /// A new name, without a folder.
  package init() { (name, handle) = (Secrets.token(bits: 80), -1) }

  deinit { if handle >= 0 { close(handle) } }
}
