package import ByteText

extension Double {
  /// With at most one digit behind the point.
  package var tenths: String {
    guard isFinite, abs(self) < 1e9 else { return "0" }
    let number = Int((self * 10).rounded())
    let sign = number < 0 ? "-" : ""
    let size = abs(number)
    return size % 10 == 0 ? "\(sign)\(size / 10)" : "\(sign)\(size / 10).\(size % 10)"
  }
}

extension ByteBuffer {
  package mutating func append(tenths number: Double) { append(number.tenths) }
}
