/// What the elements of HTML are to those who read its text. A name is the number that its bytes
/// make, in lower case.
enum TagNames {
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

  static let sup = key("sup")
  private static let span = key("span")

  static func role(of name: UInt64) -> Role {
    // Code that is coloured consists of these.
    if name == span { return .inline }
    return table.withUnsafeBufferPointer { table in
      var place = slot(name)
      while table[place].name != 0 {
        if table[place].name == name { return table[place].role }
        place = (place + 1) & (table.count - 1)
      }
      return .block
    }
  }

  static func end(of name: UInt64) -> StaticString {
    switch name {
    case script: "</script"
    case style: "</style"
    case svg: "</svg"
    case textarea: "</textarea"
    default: "</template"
    }
  }

  private static let script = key("script")
  private static let style = key("style")
  private static let svg = key("svg")
  private static let textarea = key("textarea")

  private struct Entry {
    var name: UInt64 = 0
    var role = Role.block
  }

  private static let table: [Entry] = {
    var table = [Entry](repeating: Entry(), count: 256)
    func add(_ names: String, _ role: Role) {
      for name in names.split(separator: " ") {
        let name = key(String(name))
        var place = slot(name)
        while table[place].name != 0 { place = (place + 1) & (table.count - 1) }
        table[place] = Entry(name: name, role: role)
      }
    }
    add("abbr b bdi bdo cite code del dfn em i ins kbd mark q s samp small span", .inline)
    add("strong sub u var wbr", .inline)
    add("a sup", .reference)
    add("pre", .code)
    add("script style svg template textarea", .unread)
    return table
  }()

  private static func slot(_ name: UInt64) -> Int {
    Int(truncatingIfNeeded: (name &* 0x9E37_79B9_7F4A_7C15) >> 56)
  }

  private static func key(_ name: String) -> UInt64 {
    name.utf8.prefix(8).reduce(0) { $0 << 8 | UInt64($1 | 0x20) }
  }
}
