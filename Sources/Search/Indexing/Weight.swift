/// How much one word says about one piece of a page, in 16 bits: where it stands, and how often.
struct Weight {
  private(set) var bits: UInt16

  /// Higher for a title of fewer words: 1 to 15; 0 where the word is not in the title.
  private(set) var title: UInt16 {
    get { bits >> 12 }
    set { bits = bits & 0x0FFF | newValue << 12 }
  }
  /// The same of the headings: 1 to 7.
  private(set) var heading: UInt16 {
    get { bits >> 9 & 7 }
    set { bits = bits & 0xF1FF | newValue << 9 }
  }

  mutating func add(titleOf words: Int) { title = max(title, UInt16(max(1, 16 - words))) }
  mutating func add(headingOf words: Int) { heading = max(heading, UInt16(max(1, 8 - words))) }
  /// - Parameter count: Twice the times that the word stands in the text; once for code.
  mutating func add(text count: UInt16) { bits = bits & 0xFE00 | min(0x1FF, bits & 0x1FF + count) }
}

/// How well pieces answer a question for a word. What does not change from piece to piece is worked
/// out once.
struct Scoring {
  private let titles = (0..<16).map { 12 / (1 + 0.2 * Double(15 - $0)) }
  private let headings = (0..<8).map { 3 / (1 + 0.15 * Double(7 - $0)) }

  /// - Parameter damping: of the piece.
  func score(of weight: Weight, damping: Double) -> Double {
    var score = 0.0
    if weight.title > 0 { score += titles[Int(weight.title)] }
    if weight.heading > 0 { score += headings[Int(weight.heading)] }
    let times = Double(weight.bits & 0x1FF) / 2
    // Okapi BM25: each further time counts less, and in a long text a word is there by chance.
    if times > 0 { score += 2.2 * times / (times + damping) }
    return score
  }

  /// - Parameter length: words of a piece, as a part of the mean of all.
  static func damping(length: Double) -> Double { 1.2 * (0.4 + 0.6 * length) }
}

/// Scores as whole numbers from 0 to 31, each a fifth above the one before.
enum Level {
  static let count = 32
  private static let base = 0.12
  private static let step = 1.18
  private static let steps = 24.0

  /// The level of each score in steps of a 24th.
  private static let table: [UInt8] = {
    var table: [UInt8] = []
    var level = 0
    var bound = base * (1 + step) / 2
    for index in 0..<Int(steps * 32) {
      while level < count - 1, Double(index) / steps > bound {
        level += 1
        bound *= step
      }
      table.append(UInt8(level))
    }
    return table
  }()

  static func of(_ score: Double) -> Int {
    Int(table[max(0, min(table.count - 1, Int(score * steps)))])
  }
}
