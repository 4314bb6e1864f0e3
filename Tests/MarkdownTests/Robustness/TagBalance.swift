/// Whether every tag of HTML is closed where it should be.
enum TagBalance {
  private static let void: Set<String> = ["br", "hr", "img", "input"]

  /// The first tag that is out of place, or nil.
  static func fault(in html: String) -> String? {
    var open: [Substring] = []
    var rest = html[...]
    while let start = rest.firstIndex(of: "<") {
      rest = rest[rest.index(after: start)...]
      guard let end = rest.firstIndex(of: ">") else { return "unfinished tag: \(rest.prefix(40))" }
      let tag = rest[..<end]
      rest = rest[rest.index(after: end)...]
      let name = tag.drop { $0 == "/" }.prefix { $0 != " " && $0 != "/" && $0 != "\n" }
      if tag.first == "/" {
        guard open.popLast() == name else { return "</\(name)> closes nothing" }
      } else if !void.contains(String(name)) {
        open.append(name)
      }
    }
    return open.last.map { "<\($0)> is never closed" }
  }
}
