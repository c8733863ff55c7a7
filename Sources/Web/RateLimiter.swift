import Values

/// Buckets that fill again with time; one server's memory. A bucket is named by what it limits: a device, a login, and
/// with a far larger size a whole address, since a mobile carrier puts thousands of people behind one.
package actor RateLimiter {
  private struct Bucket {
    var tokens: Double
    var at: Instant
  }
  private var buckets: [String: Bucket] = [:]

  package init() {}

  /// Whether one more is allowed: at most `size` at once, filled again over `minutes`.
  package func allows(_ name: String, size: Int, minutes: Int, now: Instant) -> Bool {
    if buckets.count > 50_000 { buckets = buckets.filter { now.milliseconds - $0.value.at.milliseconds < 3_600_000 } }
    var bucket = buckets[name] ?? Bucket(tokens: Double(size), at: now)
    let passed = Double(now.milliseconds - bucket.at.milliseconds) / 60_000
    bucket.tokens = min(Double(size), bucket.tokens + max(0, passed) * Double(size) / Double(minutes))
    bucket.at = now
    let isAllowed = bucket.tokens >= 1
    if isAllowed { bucket.tokens -= 1 }
    buckets[name] = bucket
    return isAllowed
  }
}

/// Too many at once (429).
package struct TooMany: Error, Sendable { package init() {} }
/// The body is larger than the route takes (413).
package struct TooLarge: Error, Sendable {
  package let megabytes: Int
}
