import Foundation
import SVG
import Testing

@testable import Diagrams

@Suite("The gallery of diagrams")
struct GalleryTests {
  @Test("has twenty diagrams of each kind and more")
  func size() {
    for (kind, diagrams) in Dictionary(grouping: GalleryDiagram.all, by: \.kind) {
      #expect(diagrams.count >= 20, "\(kind)")
      #expect(Set(diagrams.map(\.name)).count == diagrams.count, "\(kind)")
    }
    #expect(Set(GalleryDiagram.all.map(\.kind)).count == 5)
  }

  @Test("is drawn as XML that can be read, the same each time", arguments: GalleryDiagram.all)
  func wellFormed(diagram: GalleryDiagram) throws {
    let (drawing, findings) = DiagramRenderer.render(Array(diagram.source.utf8), id: "dg1")
    #expect(findings.isEmpty, "\(findings.map(\.message))")
    let html = try #require(drawing).html
    let svg = try #require(DrawnSVG(html))
    #expect(!svg.title.isEmpty)
    #expect(svg.ids == (svg.description.isEmpty ? ["dg1.t"] : ["dg1.t", "dg1.d"]))
    #expect(svg.attributes["aria-labelledby"] == "dg1.t")
    #expect(diagram.drawing?.html == html)
    // Nothing in it depends on a style, a script or another file.
    let known: Set = [
      "figure", "svg", "title", "desc", "g", "rect", "circle", "ellipse", "path", "text", "tspan",
      "a", "figcaption",
    ]
    #expect(svg.elements.subtracting(known).isEmpty)
    #expect(!String(decoding: html, as: UTF8.self).contains(" style="))
  }

  @Test("keeps every text inside the drawing", arguments: GalleryDiagram.all)
  func inside(diagram: GalleryDiagram) throws {
    let drawing = try #require(diagram.drawing)
    let svg = try #require(DrawnSVG(drawing.html))
    let box = (svg.attributes["viewBox"] ?? "").split(separator: " ").compactMap { Double($0) }
    try #require(box.count == 4)
    for text in svg.texts {
      let width = TextMeasure.width(of: Substring(text.text))
      let left = text.anchor == "start" ? text.x : text.x - width / 2
      #expect(left >= box[0] && left + width <= box[0] + box[2], "\(text.text)")
      #expect(text.y - 10 >= box[1] && text.y + 4 <= box[1] + box[3], "\(text.text)")
    }
    for shape in svg.shapes where shape.className != "de" {
      #expect(shape.x >= box[0] && shape.x + shape.width <= box[0] + box[2])
      #expect(shape.y >= box[1] && shape.y + shape.height <= box[1] + box[3])
    }
  }

  @Test(
    "lays no node over another, and each text into one",
    arguments: GalleryDiagram.all.filter { $0.kind == "flowchart" || $0.kind == "state" })
  func graphs(diagram: GalleryDiagram) throws {
    let preamble = Preamble(Array(diagram.source.utf8))
    let graph =
      diagram.kind == "state"
      ? try StateReader.read(preamble) : try FlowchartReader.read(preamble)
    let placed = try #require(GraphLayout.place(graph))
    #expect(placed.nodes.count == graph.nodes.count)
    #expect(placed.groups.count == graph.groups.count)
    for (first, box) in placed.nodes {
      for (second, other) in placed.nodes where second > first {
        #expect(!box.overlaps(other), "\(graph.nodes[first].id) and \(graph.nodes[second].id)")
      }
      let label = graph.nodes[first].label
      #expect(TextMeasure.width(of: label) <= box.size.width)
      #expect(TextMeasure.height(of: label) <= box.size.height)
      // A node lies inside each group around it, and in no other.
      let around = graph.path(from: graph.nodes[first].group)
      for (group, outside) in placed.groups {
        if around.contains(group) {
          #expect(outside.contains(box), "\(graph.nodes[first].id)")
        } else {
          #expect(!outside.overlaps(box), "\(graph.nodes[first].id)")
        }
      }
    }
    for (index, edge) in graph.edges.enumerated() where edge.line != .invisible {
      #expect((placed.edges[index]?.points.count ?? 0) >= 4, "edge \(index)")
      #expect(edge.label.isEmpty == (placed.edges[index]?.label == nil))
    }
  }

  @Test("says every text of its nodes, in the drawing and to those who do not see it")
  func words() throws {
    let diagram = try #require(GalleryDiagram.all.first { $0.name == "an agent" })
    let drawing = try #require(diagram.drawing)
    let svg = try #require(DrawnSVG(drawing.html))
    let all = svg.texts.map(\.text).joined(separator: " ")
    for word in [
      "Goal", "Make a plan", "Call a tool", "Did it work?", "yes", "no", "Memory", "Long term",
    ] {
      #expect(all.contains(word), "\(word)")
      #expect(svg.description.contains(word), "\(word)")
    }
    #expect(svg.description.contains("Did it work? → More steps?: yes"))
  }
}

extension PlacedGraph.Box {
  func overlaps(_ other: Self) -> Bool {
    origin.x + 0.5 < other.origin.x + other.size.width
      && other.origin.x + 0.5 < origin.x + size.width
      && origin.y + 0.5 < other.origin.y + other.size.height
      && other.origin.y + 0.5 < origin.y + size.height
  }

  func contains(_ other: Self) -> Bool {
    origin.x - 0.5 <= other.origin.x && origin.y - 0.5 <= other.origin.y
      && origin.x + size.width + 0.5 >= other.origin.x + other.size.width
      && origin.y + size.height + 0.5 >= other.origin.y + other.size.height
  }
}
