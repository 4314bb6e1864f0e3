@testable import Diagnostics
@testable import Diagrams

extension Target {
  /// A diagram: drawn or refused, the same each time, and never more than a drawing.
  static let diagrams = Target(name: "diagrams") { input in
    let (drawing, findings) = DiagramRenderer.render(input, id: "dg1")
    for finding in findings {
      require(
        finding.range.start >= 0 && finding.range.end <= input.count,
        "\(finding.code.id) at \(finding.range) of \(input.count)")
    }
    guard let drawing else { return }
    if let fault = HTMLNesting.fault(in: drawing.html) { fatalError(fault) }
    var last = 0
    for link in drawing.links {
      require(link.offset >= last && link.offset <= drawing.html.count, "links out of order")
      last = link.offset
    }
    require(
      DiagramRenderer.render(input, id: "dg1").0?.html == drawing.html, "it is drawn in two ways")
  }
}
