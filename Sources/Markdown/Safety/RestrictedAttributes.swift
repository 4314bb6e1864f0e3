import ByteText
import Diagnostics

/// The start tags of raw HTML on pages that anybody may have written.
extension PageRenderer {
  mutating func write(_ element: SafeElement, _ tag: HTMLTag, _ html: [UInt8]) {
    out.append(UInt8(ascii: "<"))
    out.append(element.name)
    var names: Set<String> = []
    for attribute in tag.attributes {
      let name = String(decoding: html[attribute.name], as: UTF8.self).lowercased()
      // Browsers take the first of several.
      guard names.insert(name).inserted,
        let kind = SafeAttribute.named(name, on: element.name)
      else { continue }
      let raw = attribute.value.map { Array(html[$0]) } ?? []
      let decoded = raw.withUnsafeBufferPointer(HTMLEntities.decoded)
      guard let value = kind.value(decoded) else { continue }
      let lacksAlternative = element.name == "img" && !tag.has("alt", in: html)
      write(name, kind, value, raw: raw, lacksAlternative: lacksAlternative)
    }
    out.append(element.isVoid ? " />" : ">")
  }

  private mutating func write(
    _ name: String, _ kind: SafeAttribute, _ value: [UInt8], raw: [UInt8], lacksAlternative: Bool
  ) {
    let use = kind == .link ? SafeTarget.Use.link : .image
    switch kind {
    case .link, .image:
      let target = Self.trimmed(value)
      guard SafeTarget.isAllowed(target, for: use) else { return }
      begin(name)
      if name == "cite" {
        out.append(escapingURL: target)
      } else {
        writeTarget(target, raw: raw, lacksAlternative: lacksAlternative)
      }
    case .images:
      let candidates = value.split(separator: UInt8(ascii: ",")).map { candidate in
        candidate.split(whereSeparator: Self.isSpace).map(Array.init)
      }
      guard candidates.allSatisfy(Self.isCandidate) else { return }
      begin(name)
      for (index, candidate) in candidates.enumerated() {
        if index > 0 { out.append(", ") }
        writeTarget(candidate[0], raw: candidate[0], lacksAlternative: false)
        if candidate.count > 1 {
          out.append(UInt8(ascii: " "))
          out.append(escaping: candidate[1])
        }
      }
    case .id:
      begin(name)
      out.append(escaping: value)
      raw.withUnsafeBufferPointer { addAnchor($0) }
    case .text, .flag, .classes, .number, .word:
      begin(name)
      out.append(escaping: value)
    }
    out.append(UInt8(ascii: "\""))
  }

  private mutating func begin(_ name: String) {
    out.append(UInt8(ascii: " "))
    out.append(name)
    out.append("=\"")
  }

  private mutating func writeTarget(_ target: [UInt8], raw: [UInt8], lacksAlternative: Bool) {
    let index = page.links.count
    page.links.append(
      LinkRecord(
        kind: .attribute, destination: target, path: lowering.paths[0], range: ByteRange(0, 0),
        lacksAlternative: lacksAlternative))
    if LinkTarget.isInternal(target) {
      page.holes.append(Hole(offset: out.count, link: index))
    } else {
      out.append(escapingURL: target)
    }
    raw.withUnsafeBufferPointer {
      positions.locate(attribute: &page.links[index], raw: $0, in: lowering)
    }
  }

  /// An address that may be shown, and how large the picture is.
  private static func isCandidate(_ words: [[UInt8]]) -> Bool {
    guard let target = words.first, words.count <= 2,
      SafeTarget.isAllowed(target, for: .image)
    else { return false }
    guard let size = words.dropFirst().first else { return true }
    return size.dropLast().allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
      && (size.last == UInt8(ascii: "x") || size.last == UInt8(ascii: "w"))
  }

  private static func trimmed(_ text: [UInt8]) -> [UInt8] {
    let start = text.firstIndex { $0 > 0x20 } ?? text.endIndex
    let end = text.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? start
    return Array(text[start..<end])
  }
}

extension HTMLTag {
  fileprivate func has(_ name: String, in html: [UInt8]) -> Bool {
    attributes.contains {
      String(decoding: html[$0.name], as: UTF8.self).lowercased() == name
    }
  }
}
