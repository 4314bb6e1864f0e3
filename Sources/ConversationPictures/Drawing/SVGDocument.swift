import ByteText
import SVG

/// An SVG file that needs nothing else: its root, what is said of it to those who do not see it, and
/// its style for light and dark.
struct SVGDocument {
  var size: Size
  var title: String
  var description: String
  var style: StaticString

  /// - Parameter body: The elements, already escaped.
  func finished(_ body: borrowing ByteBuffer) -> [UInt8] {
    var out = ByteBuffer(capacity: body.count + 4096)
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
    out.append(tenths: size.width)
    out.append(" ")
    out.append(tenths: size.height)
    out.append("\" width=\"")
    out.append(tenths: size.width)
    out.append("\" height=\"")
    out.append(tenths: size.height)
    // Not an image to a screen reader: its texts are to be read.
    out.append("\" role=\"graphics-document document\" aria-labelledby=\"title\"")
    out.append(" aria-describedby=\"description\" xml:space=\"preserve\"")
    out.append(" font-family=\"system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif\"")
    out.append(" font-size=\"14\"><title id=\"title\">")
    out.append(escaping: title)
    out.append("</title><desc id=\"description\">")
    out.append(escaping: description)
    out.append("</desc><style>\n")
    out.append(style)
    out.append("</style>\n<rect class=\"ground\" width=\"100%\" height=\"100%\"/>\n")
    out.append(body)
    out.append("</svg>\n")
    return out.array
  }
}
