import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A drawing as a parser of XML sees it.
struct DrawnSVG {
  struct Text {
    var text: String
    var x: Double
    var y: Double
    var anchor: String
  }

  struct Shape {
    var x: Double
    var y: Double
    var width: Double
    var height: Double
    var className: String
  }

  private(set) var texts: [Text] = []
  /// Rectangles, circles and ellipses, and the boxes around polygons.
  private(set) var shapes: [Shape] = []
  private(set) var title = ""
  private(set) var description = ""
  private(set) var attributes: [String: String] = [:]
  private(set) var ids: [String] = []
  private(set) var elements: Set<String> = []

  /// Nil where the HTML is no well-formed XML.
  init?(_ html: [UInt8]) {
    let reader = Reader()
    let parser = XMLParser(data: Data(html))
    parser.delegate = reader
    guard parser.parse() else { return nil }
    self = reader.drawing
  }

  private init() {}

  private final class Reader: NSObject, XMLParserDelegate {
    var drawing = DrawnSVG()
    private var groups: [(className: String, anchor: String)] = []
    private var text: String?
    private var place = (0.0, 0.0)
    private var isTitle = false
    private var isDescription = false
    private var depth = 0

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      drawing.elements.insert(name)
      if let id = attributes["id"] { drawing.ids.append(id) }
      func number(_ key: String) -> Double { Double(attributes[key] ?? "") ?? 0 }
      switch name {
      case "svg": drawing.attributes = attributes
      case "title" where groups.isEmpty: isTitle = true
      case "desc": isDescription = true
      case "g":
        groups.append((attributes["class"] ?? "", attributes["text-anchor"] ?? "middle"))
      case "text":
        text = ""
        place = (number("x"), number("y"))
      case "rect":
        add(number("x"), number("y"), number("width"), number("height"))
      case "circle":
        let radius = number("r")
        add(number("cx") - radius, number("cy") - radius, radius * 2, radius * 2)
      case "ellipse":
        let (x, y) = (number("rx"), number("ry"))
        add(number("cx") - x, number("cy") - y, x * 2, y * 2)
      case "path":
        let numbers = (attributes["d"] ?? "").split { !"-.0123456789".contains($0) }
          .compactMap { Double($0) }
        guard numbers.count.isMultiple(of: 2) else { return }
        let xs = stride(from: 0, to: numbers.count, by: 2).map { numbers[$0] }
        let ys = stride(from: 1, to: numbers.count, by: 2).map { numbers[$0] }
        guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let low = ys.max()
        else { return }
        add(left, top, right - left, low - top)
      default: break
      }
    }

    private func add(_ x: Double, _ y: Double, _ width: Double, _ height: Double) {
      drawing.shapes.append(
        Shape(x: x, y: y, width: width, height: height, className: groups.last?.className ?? ""))
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
      if text != nil { text? += string }
      if isTitle { drawing.title += string }
      if isDescription { drawing.description += string }
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
      switch name {
      case "g": groups.removeLast()
      case "title": isTitle = false
      case "desc": isDescription = false
      case "text":
        drawing.texts.append(
          Text(
            text: text ?? "", x: place.0, y: place.1, anchor: groups.last?.anchor ?? "middle"))
        text = nil
      default: break
      }
    }
  }
}
