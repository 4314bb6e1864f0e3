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

  /// A name for a slot that nobody has yet.
  static func name(
    of label: String, item: Int?, position: Int, besides taken: Set<String>
  ) -> String {
    var base = name(of: label)
    if base.isEmpty { base = "slot_\(position)" }
    var wanted = base
    if let item { wanted = numbered(base, item) }
    var number = 2
    let first = wanted
    while taken.contains(wanted) {
      wanted = numbered(first, number)
      number += 1
    }
    return wanted
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
