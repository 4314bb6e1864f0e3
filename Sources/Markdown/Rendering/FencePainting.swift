import ByteText
package import Diagnostics

/// What draws the code of fences of one language in the place of showing it.
package struct FencePainting: Sendable {
  /// The first word after the fence.
  package var language: String
  /// - Parameters:
  ///   - code: The lines of the fence, each ended by LF.
  ///   - id: What the ids in the HTML begin with.
  package var paint: @Sendable (_ code: [UInt8], _ id: String) -> PaintedFence

  package init(
    _ language: String, paint: @escaping @Sendable (_ code: [UInt8], _ id: String) -> PaintedFence
  ) {
    self.language = language
    self.paint = paint
  }
}

/// What became of a fence. Ranges are bytes of its code.
package struct PaintedFence: Sendable {
  package struct Link: Sendable {
    /// Where its target belongs in the HTML, inside quotes.
    package var offset: Int
    package var target: [UInt8]
    package var range: ByteRange

    package init(offset: Int, target: [UInt8], range: ByteRange) {
      self.offset = offset
      self.target = target
      self.range = range
    }
  }

  /// Nil where the code stays.
  package var html: [UInt8]?
  /// In the order of their offsets.
  package var links: [Link]
  /// Findings without a path.
  package var findings: [Diagnostic]

  package init(html: [UInt8]?, links: [Link] = [], findings: [Diagnostic] = []) {
    self.html = html
    self.links = links
    self.findings = findings
  }
}

extension PageRenderer {
  /// Writes what is drawn of a fence. Returns false where its code is to be shown.
  mutating func paintFence(_ node: Node, _ info: UnsafeBufferPointer<UInt8>) -> Bool {
    guard dialect.diagrams, let painting, info.count >= painting.language.utf8.count,
      CodeBlockInfo(info).language.elementsEqual(painting.language.utf8)
    else { return false }
    let lines = codeLines(node).lines
    var code: [UInt8] = []
    for line in lines {
      code.append(contentsOf: line.bytes)
      code.append(0x0A)
    }
    paintedFences += 1
    let painted = painting.paint(code, "dg\(paintedFences)")
    for finding in painted.findings {
      guard let range = finding.range else { continue }
      let place = Self.place(of: range, in: lines)
      var finding = finding
      finding.path = lowering.paths[place.file]
      finding.range = place.range
      page.diagnostics.append(finding)
    }
    guard let html = painted.html else { return false }
    var written = 0
    for link in painted.links {
      out.append(html[written..<link.offset])
      written = link.offset
      let place = Self.place(of: link.range, in: lines)
      if LinkTarget.isInternal(link.target) {
        page.holes.append(Hole(offset: out.count, link: page.links.count))
      } else {
        out.append(escapingURL: link.target)
      }
      page.links.append(
        LinkRecord(
          kind: .attribute, destination: link.target, path: lowering.paths[place.file],
          range: place.range))
    }
    out.append(html[written...])
    return true
  }

  /// Where bytes of a fence's code stand. A range over several lines becomes its part in the first.
  private static func place(
    of range: ByteRange, in lines: [CodeLine]
  ) -> (file: Int, range: ByteRange) {
    var start = 0
    for line in lines {
      let end = start + line.bytes.count
      if range.start <= end {
        let first = line.offset + range.start - start
        return (line.file, ByteRange(first, min(first + range.count, line.offset + end - start)))
      }
      start = end + 1
    }
    guard let last = lines.last else { return (0, ByteRange(0, 0)) }
    let end = last.offset + last.bytes.count
    return (last.file, ByteRange(end, end))
  }
}
