/// The names of slots: what a command line calls them.
enum SlotNaming {
  private static let maximum = 40

  /// Lower case, letters and digits of any script, `_` for everything else; cut at a word. Empty
  /// where nothing remains.
  static func name(of label: String, maximum: Int = maximum) -> String {
    var words: [String] = []
    var word = ""
    for scalar in label.lowercased().unicodeScalars {
      let properties = scalar.properties
      let isKept =
        properties.isAlphabetic || properties.numericType != nil
        || properties.generalCategory == .nonspacingMark
      if isKept {
        word.unicodeScalars.append(scalar)
      } else if !word.isEmpty {
        words.append(word)
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
    var name = ""
    for word in words {
      if name.isEmpty {
        name = String(word.prefix(maximum))
      } else if name.count + 1 + word.count <= maximum {
        name += "_" + word
      } else {
        break
      }
    }
    return name
  }

  /// Names of slots, each given once.
  struct Register {
    private var taken: Set<String>
    /// The number that a name ended in last, by the name that was wanted.
    private var lastNumbers: [String: Int] = [:]

    init(_ taken: some Sequence<String>) { self.taken = Set(taken) }

    /// A name for a slot that nobody has yet.
    mutating func name(of label: String, item: Int?, position: Int) -> String {
      var base = SlotNaming.name(of: label)
      if base.isEmpty { base = "slot_\(position)" }
      let first = item.map { numbered(base, $0) } ?? base
      var wanted = first
      while !taken.insert(wanted).inserted {
        let number = lastNumbers[first, default: 1] + 1
        lastNumbers[first] = number
        wanted = numbered(first, number)
      }
      return wanted
    }
  }

  private static func numbered(_ base: String, _ number: Int) -> String {
    let ending = "_\(number)"
    guard base.count + ending.count > maximum else { return base + ending }
    return name(of: base, maximum: maximum - ending.count) + ending
  }

  /// The words of a text, for comparison; short ones such as *of* say nothing.
  static func words(_ text: String) -> Set<String> {
    Set(
      name(of: text, maximum: .max).split(separator: "_").map(String.init).filter { $0.count > 2 })
  }
}
