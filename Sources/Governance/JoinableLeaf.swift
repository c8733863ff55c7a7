import Values

/// Beginnings of codes of the catalogue whose matters concern single persons and are public as counts only:
/// private matters, violence, health, relief and benefits, children, reports on how officials act.
private let countOnlyPrefixes = [
  "PM", "GM0505", "GM06", "GM0402", "GM0701", "GM0702", "GM0703", "GM0705", "GM0706", "GM0707", "GM0802", "GM1001",
  "GM1002", "GM1003", "GM1103",
]

/// Whether matters of the leaf appear publicly only as counts. A matter of class private always does, and so does one
/// without a leaf.
package func isCountOnly(leaf: String, class matterClass: MatterClass) -> Bool {
  matterClass == .personal || leaf.isEmpty || countOnlyPrefixes.contains(where: leaf.hasPrefix)
}

/// Whether an open, released matter of the leaf may be suggested to the public to join.
package func isJoinable(leaf: String) -> Bool {
  !leaf.isEmpty && !countOnlyPrefixes.contains(where: leaf.hasPrefix)
}

/// A count as the public sees it: "<5" for 1 to 4, so that no single person shows.
package func publicCount(_ count: Int) -> String { (1...4).contains(count) ? "<5" : String(max(0, count)) }
