extension Double {
  /// With at most one decimal: "58.7", "60".
  package var tenths: String {
    let tenths = Int((self * 10).rounded())
    let (sign, size) = (tenths < 0 ? "-" : "", abs(tenths))
    return size % 10 == 0 ? "\(sign)\(size / 10)" : "\(sign)\(size / 10).\(size % 10)"
  }
}
