import Terminal

/// How long stages took, for a person.
enum Timings {
  static func print(_ stages: [(stage: String, duration: Duration)], all: Duration) {
    var lines = ""
    for timing in stages + [("all", all)] {
      let time = words(timing.duration)
      lines += String(repeating: " ", count: max(0, 18 - timing.stage.count)) + timing.stage
      lines += String(repeating: " ", count: max(1, 12 - time.count)) + time + "\n"
    }
    StandardStream.error.write(lines)
  }

  static func words(_ time: Duration) -> String {
    let microseconds = time / .microseconds(1)
    if microseconds < 1000 { return "\(Int(microseconds)) µs" }
    if microseconds < 1_000_000 { return "\(Int(microseconds / 1000)) ms" }
    let hundredths = Int(microseconds / 10_000)
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest) s"
  }
}
