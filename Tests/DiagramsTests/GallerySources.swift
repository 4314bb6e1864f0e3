import Diagrams
import Foundation
import Testing

/// A diagram of the gallery.
struct GalleryDiagram: Sendable, CustomTestStringConvertible {
  let kind: String
  let name: String
  let source: String

  var testDescription: String { "\(kind): \(name)" }

  var drawing: DiagramDrawing? { DiagramRenderer.render(Array(source.utf8), id: "dg1").drawing }

  /// The gallery: a file for each kind, whose diagrams begin with a line `=== name`.
  static let all: [GalleryDiagram] = ["flowchart", "sequence", "state", "pie", "mindmap"].flatMap {
    kind in
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Gallery/\(kind).txt")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return ("\n" + text).components(separatedBy: "\n=== ").dropFirst().map { part in
      let name = part.prefix { $0 != "\n" }
      return GalleryDiagram(
        kind: kind, name: String(name), source: String(part.dropFirst(name.count + 1)))
    }
  }
}
