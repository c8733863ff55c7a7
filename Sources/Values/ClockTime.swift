/// Times of day: minutes since midnight in China.
extension Int {
  /// 510 as "08:30".
  package var clock: String { "\((self / 60).padded(2)):\((self % 60).padded(2))" }

  /// Reads "08:30", "8:30" and "8：30", 0..<1440; nil for what is no time of day.
  package init?(clock text: String) {
    let parts = text.split(omittingEmptySubsequences: false) { ":：".contains($0) }
    guard parts.count == 2, parts.allSatisfy({ (1...2).contains($0.count) && $0.allSatisfy(\.isNumber) }),
      let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24, minute < 60
    else { return nil }
    self = hour * 60 + minute
  }
}
