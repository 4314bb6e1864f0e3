import ByteText
import SVG
import Testing

@testable import Diagrams

@Suite("A map of relations")
struct RelationMapTests {
  /// Each is related to some others, by a rule that looks like chance.
  private static func map(_ count: Int, title: (Int) -> String = { "Item number \($0)" })
    -> RelationMap
  {
    var relations: [RelationMap.Relation] = []
    for first in 0..<count {
      for second in (first + 1)..<max(first + 1, count) where (first * 31 + second * 17) % 7 == 0 {
        relations.append(.init(first, second, isMutual: second % 3 > 0))
      }
    }
    return RelationMap(
      items: (0..<count).map { number in
        .init(
          title: title(number), href: "../i\(number)/", id: "i\(number)", group: number * 4 / count,
          isUse: number % 5 == 0, marks: ["a", "b"])
      }, relations: relations)
  }

  private static func boxes(_ map: RelationMap) -> [DrawnSVG.Shape] {
    (DrawnSVG(svg(map))?.shapes ?? []).filter { $0.className != "map-lines" }
  }

  private static func svg(_ map: RelationMap) -> [UInt8] {
    var out = ByteBuffer()
    RelationMapDrawing.write(map, id: "Map", title: "T & t", description: "D", into: &out)
    return out.array
  }

  @Test("is well-formed, and no two boxes lie on each other", arguments: [1, 2, 3, 23, 80, 150])
  func spread(count: Int) throws {
    let drawn = try #require(DrawnSVG(Self.svg(Self.map(count))))
    let boxes = drawn.shapes.filter { $0.className != "map-lines" }
    #expect(boxes.count == count)
    #expect(drawn.title == "T & t" && drawn.description == "D")
    var overlaps = 0
    for (place, box) in boxes.enumerated() {
      #expect(box.x >= 0 && box.y >= 0)
      for other in boxes[(place + 1)...] {
        let isApart =
          box.x + box.width < other.x || other.x + other.width < box.x
          || box.y + box.height < other.y || other.y + other.height < box.y
        if !isApart { overlaps += 1 }
      }
    }
    #expect(overlaps == 0)
  }

  @Test("is nothing but its frame without items")
  func empty() throws {
    let drawn = try #require(DrawnSVG(Self.svg(Self.map(0))))
    #expect(drawn.shapes.isEmpty && drawn.attributes["viewBox"]?.contains("inf") == false)
  }

  @Test("is the same for the same relations, whatever the titles that are as wide")
  func same() {
    #expect(Self.svg(Self.map(40)) == Self.svg(Self.map(40)))
    let places = { (map: RelationMap) in Self.boxes(map).map { [$0.x, $0.y] } }
    #expect(places(Self.map(40) { _ in "one title" }) == places(Self.map(40) { _ in "eno title" }))
  }

  @Test("puts what is related nearer than what is not, and groups together")
  func near() {
    // Two rings that one relation joins.
    let groups = (0..<20).map { $0 / 10 }
    var relations = (0..<20).map { ($0, $0 / 10 * 10 + ($0 + 1) % 10) }
    relations.append((0, 10))
    let places = StressLayout.places(groups: groups, relations: relations)
    func mean(_ pairs: [(Int, Int)]) -> Double {
      pairs.reduce(0) { $0 + (places[$1.0] - places[$1.1]).length } / Double(pairs.count)
    }
    var all: [(Int, Int)] = []
    for first in 0..<20 { for second in (first + 1)..<20 { all.append((first, second)) } }
    #expect(mean(relations) * 2 < mean(all))
    #expect(
      mean(all.filter { groups[$0.0] == groups[$0.1] }) * 1.5
        < mean(all.filter { groups[$0.0] != groups[$0.1] }))
  }

  @Test("has no title as markup, breaks long ones and cuts those that are longer still")
  func titles() {
    let long = String(repeating: "many words ", count: 40)
    let map = Self.map(4) { $0 == 0 ? "<script>\"&\u{1}" : $0 == 1 ? long : "\($0)" }
    let svg = Self.svg(map)
    #expect(Self.boxes(map).count == 4)
    #expect(Self.boxes(map).allSatisfy { $0.width < 220 && $0.height < 100 })
    let text = String(decoding: svg, as: UTF8.self)
    #expect(text.contains("&lt;script"))
    #expect(text.contains("…") && !text.contains("<script"))
    #expect(!text.contains("style="), "a strict policy lets no style attribute pass")
  }
}

@Suite("A neighbourhood")
struct NeighbourhoodTests {
  @Test("is well-formed, leads to each neighbour and stays inside its frame")
  func drawn() throws {
    var out = ByteBuffer()
    let neighbours = (0..<12).map { number in
      NeighbourhoodDrawing.Neighbour(
        title: number == 3 ? String(repeating: "long ", count: 30) : "A & \(number)",
        href: "../n\(number)/")
    }
    NeighbourhoodDrawing.write(
      around: "<Middle>", neighbours, pairs: [(0, 11), (2, 3), (5, 6)], into: &out)
    let drawn = try #require(DrawnSVG(out.array))
    let html = String(decoding: out.array, as: UTF8.self)
    for neighbour in neighbours { #expect(html.contains("href=\"\(neighbour.href)\"")) }
    #expect(html.contains("&lt;Middle") && html.contains("…</text>") && !html.contains("style="))
    let frame = try #require(drawn.attributes["viewBox"]).split(separator: " ").compactMap {
      Double($0)
    }
    for box in drawn.shapes.dropFirst() {
      #expect(box.x >= 0 && box.y >= 0)
      #expect(box.x + box.width <= frame[2] && box.y + box.height <= frame[3])
    }
    for text in drawn.texts {
      #expect(text.x >= 0 && text.x < frame[2] && text.y > 0 && text.y < frame[3])
    }
  }

  @Test("has those side by side that are related to each other")
  func order() {
    let pairs = [(0, 5), (1, 4), (4, 2)]
    let order = NeighbourhoodDrawing.order(of: 6, pairs)
    #expect(order.sorted() == Array(0..<6))
    let rows = order.indices.map { number in order.firstIndex(of: number) ?? -1 }
    #expect(pairs.reduce(0) { $0 + abs(rows[$1.0] - rows[$1.1]) } == 3)
    #expect(NeighbourhoodDrawing.order(of: 3, []) == [0, 1, 2])
    #expect(NeighbourhoodDrawing.order(of: 1, []) == [0])
  }
}
