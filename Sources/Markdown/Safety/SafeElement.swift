/// An element that pages from anybody may hold.
///
/// The list is of what holds text and its order: nothing that runs, asks, embeds another document
/// or belongs to the frame of the page.
struct SafeElement {
  let name: String
  /// Whether it may stand inside a paragraph.
  var isPhrasing = false
  /// Whether it has no content and no end tag.
  var isVoid = false
  /// The elements that it must stand right in; empty where it may stand anywhere.
  var parents: [String] = []
  /// Whether its end tag may be left out where one like it or its parent's end follows.
  var endsByItself = false

  /// - Parameter name: in lower case.
  static func named(_ name: String) -> SafeElement? {
    switch name {
    case "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "i", "ins",
      "kbd", "mark", "picture", "q", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup",
      "time", "tt", "u", "var":
      SafeElement(name: name, isPhrasing: true)
    case "br", "img", "wbr": SafeElement(name: name, isPhrasing: true, isVoid: true)
    case "source": SafeElement(name: name, isPhrasing: true, isVoid: true, parents: ["picture"])
    case "rt", "rp":
      SafeElement(name: name, isPhrasing: true, parents: ["ruby"], endsByItself: true)
    case "address", "blockquote", "center", "details", "div", "dl", "figure", "h1", "h2", "h3",
      "h4", "h5", "h6", "ol", "pre", "table", "ul":
      SafeElement(name: name)
    case "hr": SafeElement(name: name, isVoid: true)
    case "p": SafeElement(name: name, endsByItself: true)
    case "li": SafeElement(name: name, parents: ["ul", "ol"], endsByItself: true)
    case "dt", "dd": SafeElement(name: name, parents: ["dl"], endsByItself: true)
    case "summary": SafeElement(name: name, parents: ["details"])
    case "figcaption": SafeElement(name: name, parents: ["figure"])
    case "caption", "colgroup", "thead", "tbody", "tfoot":
      SafeElement(name: name, parents: ["table"], endsByItself: true)
    case "col": SafeElement(name: name, isVoid: true, parents: ["colgroup", "table"])
    case "tr":
      SafeElement(name: name, parents: ["thead", "tbody", "tfoot", "table"], endsByItself: true)
    case "td", "th": SafeElement(name: name, parents: ["tr"], endsByItself: true)
    default: nil
    }
  }
}
