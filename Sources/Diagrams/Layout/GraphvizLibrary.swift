import GraphvizShim

/// Graphviz, which finds places for the nodes and curves for the edges of a graph. It knows nothing
/// but numbers: no text of an author ever gets there.
enum GraphvizLibrary {
  /// Why it cannot be used; nil where it can. Loads it the first time.
  static var absence: String? { turnbook_gv_load().map { String(cString: $0) } }

  /// The answer of Graphviz as lines of words; nil where it failed.
  /// - Parameter parents: For each cluster the one around it, or -1.
  static func layout(_ dot: [UInt8], clusters parents: [Int32]) -> [[Substring]]? {
    guard absence == nil else { return nil }
    let text = (dot + [0]).withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters -> String? in
        guard let start = characters.baseAddress,
          let answer = turnbook_gv_layout(start, parents, Int32(parents.count))
        else {
          return nil
        }
        defer { turnbook_gv_free(answer) }
        return String(cString: answer)
      }
    }
    return text?.split(separator: "\n").map { $0.split(separator: " ") }
  }
}
