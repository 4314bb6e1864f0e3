// Compiled together with Sources/Tokens by tokens.sh: VOCABULARY FILE...
import Foundation

@main struct TokensBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments
    let file = URL(filePath: arguments[1])
    let bytes = try Array(Data(contentsOf: file))
    let clock = ContinuousClock()
    var vocabulary: Vocabulary?
    var first: Duration?
    let loading = try (0..<5).map { _ in
      let time = try clock.measure {
        vocabulary = try Vocabulary(reading: bytes, fileName: file.lastPathComponent)
      }
      first = first ?? time
      return time
    }
    guard let vocabulary, let first else { return }
    print("\(vocabulary.name): \(vocabulary.count) tokens")
    print(
      "  loaded in \(milliseconds(first)) ms, again in \(milliseconds(loading.min() ?? first)) ms")
    for path in arguments[2...] {
      let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
      measure(path, text, .vocabulary(vocabulary), clock)
      measure(path, text, .estimate, clock)
    }
  }

  private static func measure(
    _ path: String, _ text: String, _ counter: TokenCounter, _ clock: ContinuousClock
  ) {
    var count = 0
    let times = (0..<7).map { _ in clock.measure { count = counter.count(text) } }.sorted()
    let speed = Double(text.utf8.count) / (milliseconds(times[3]) * 1000)
    let name = URL(filePath: path).lastPathComponent
    let figure = String(format: "%7.1f MB/s", speed)
    print("  \(figure)  \(count) tokens, \(text.utf8.count) bytes  \(name), \(counter.name)")
  }

  private static func milliseconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) * 1000 + (Double(duration.components.attoseconds) / 1e13)
      .rounded() / 100
  }
}
