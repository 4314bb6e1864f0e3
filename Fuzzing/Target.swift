/// Something that reads bytes nobody vouches for, and what must hold whatever they are.
struct Target: Sendable {
  let name: String
  /// Ends the process where something does not hold.
  let run: @Sendable (_ input: [UInt8]) -> Void

  static let all = [
    markdown, frontMatter, configuration, mustache, patterns, patternFiles, json, caches, requests,
    eventStreams, mcp, lsp, values, diagrams,
  ]
}

/// - Parameter words: What was expected, in the report of libFuzzer.
func require(_ condition: @autoclosure () -> Bool, _ words: @autoclosure () -> String) {
  if !condition() { fatalError(words()) }
}

/// The input's first byte, which chooses between ways to read the rest.
struct Choice {
  let number: Int
  let rest: [UInt8]

  init(_ input: [UInt8]) {
    number = input.first.map(Int.init) ?? 0
    rest = Array(input.dropFirst())
  }

  func has(bit: Int) -> Bool { number & 1 << bit != 0 }
}
