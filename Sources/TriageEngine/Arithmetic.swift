/// The few functions of numbers that the engine needs, so that it needs no library of the system.
enum Arithmetic {
  /// The natural logarithm of a number greater than 0; 0 for others.
  static func log(_ value: Double) -> Double {
    guard value > 0, value.isFinite else { return 0 }
    let half = (value.significand - 1) / (value.significand + 1)
    let square = half * half
    var term = half
    var sum = 0.0
    for index in 0..<14 {
      sum += term / Double(2 * index + 1)
      term *= square
    }
    return 2 * sum + Double(value.exponent) * 0.693_147_180_559_945_3
  }

  /// e to the power of `value`, which is held between -700 and 700.
  static func exp(_ value: Double) -> Double {
    let held = max(-700, min(700, value))
    let power = (held / 0.693_147_180_559_945_3).rounded()
    let rest = held - power * 0.693_147_180_559_945_3
    var term = 1.0
    var sum = 1.0
    for index in 1..<16 {
      term *= rest / Double(index)
      sum += term
    }
    return Double(sign: .plus, exponent: Int(power), significand: 1) * sum
  }

  /// The cosine of an angle between -90 and 90 degrees.
  static func cosine(degrees: Double) -> Double {
    let square = (degrees * .pi / 180) * (degrees * .pi / 180)
    return 1 - square / 2 * (1 - square / 12 * (1 - square / 30 * (1 - square / 56)))
  }
}
