/// What the elements of HTML are to those who read its text. A name is the number that its bytes
/// make, in lower case.
struct TagNames {
  enum Role: UInt8 {
    /// Ends a word.
    case block
    case inline
    /// Inline, and perhaps the number of a footnote.
    case reference
    case code
    /// Its text is not the page's.
    case unread
  }

  /// Made once: whoever reads a page keeps it at hand.
  static let all = TagNames()
  static let sup = key("sup")

  @inline(__always)
  func role(of name: UInt64) -> Role {
    var place = Self.slot(name)
    while table[place].name != 0 {
      if table[place].name == name { return table[place].role }
      place = (place + 1) & 0xFF
    }
    return .block
  }

  static func end(of name: UInt64) -> StaticString {
    switch name {
    case script: "</script"
    case style: "</style"
    case title: "</title"
    case desc: "</desc"
    case textarea: "</textarea"
    default: "</template"
    }
  }

  private static let script = key("script")
  private static let style = key("style")
  private static let title = key("title")
  private static let desc = key("desc")
  private static let textarea = key("textarea")

  private struct Entry {
    var name: UInt64 = 0
    var role = Role.block
  }

  private var table = [Entry](repeating: Entry(), count: 256)

  private init() {
    add("abbr b bdi bdo cite code del dfn em i ins kbd mark q s samp small span", .inline)
    add("strong sub svg u var wbr", .inline)
    add("a sup", .reference)
    add("pre", .code)
    // The words of a drawing are read once: what describes it says them again.
    add("script style template textarea title desc", .unread)
  }

  private mutating func add(_ names: String, _ role: Role) {
    for name in names.split(separator: " ") {
      let name = Self.key(String(name))
      var place = Self.slot(name)
      while table[place].name != 0 { place = (place + 1) & 0xFF }
      table[place] = Entry(name: name, role: role)
    }
  }

  private static func slot(_ name: UInt64) -> Int {
    Int(truncatingIfNeeded: (name &* 0x9E37_79B9_7F4A_7C15) >> 56)
  }

  private static func key(_ name: String) -> UInt64 {
    name.utf8.prefix(8).reduce(0) { $0 << 8 | UInt64($1 | 0x20) }
  }
}
