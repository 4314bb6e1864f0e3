import ByteText
import Markdown

/// The list of a page's headings of the second and third level.
enum ContentsHTML {
  /// Appends the list; nothing when the page has fewer than two such headings.
  static func write(_ headings: [Heading], into buffer: inout ByteBuffer) {
    let shown = headings.filter { $0.level == 2 || $0.level == 3 }
    guard shown.count > 1 else { return }
    var isInner = false
    var isItemOpen = false
    buffer.append("<ul>")
    for heading in shown {
      if heading.level == 3, !isInner, isItemOpen {
        buffer.append("<ul>")
        isInner = true
      } else if isItemOpen {
        buffer.append("</li>")
        if heading.level == 2, isInner {
          buffer.append("</ul></li>")
          isInner = false
        }
      }
      buffer.append("\n<li><a href=\"#")
      buffer.append(escaping: heading.anchor)
      buffer.append("\">")
      buffer.append(heading.html)
      buffer.append("</a>")
      isItemOpen = true
    }
    buffer.append(isInner ? "</li></ul></li></ul>\n" : "</li></ul>\n")
  }
}
