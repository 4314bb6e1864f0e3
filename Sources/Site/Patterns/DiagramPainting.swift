import Diagnostics
import Diagrams
import Markdown

extension FencePainting {
  /// Draws diagrams of Mermaid.
  static let diagrams = FencePainting("mermaid") { code, id in
    let (drawing, findings) = DiagramRenderer.render(code, id: id)
    return PaintedFence(
      html: drawing?.html,
      links: (drawing?.links ?? []).map {
        .init(offset: $0.offset, target: $0.target, range: $0.range)
      },
      findings: findings.map {
        Diagnostic($0.code, $0.code.severity, $0.message, range: $0.range, help: $0.help)
      })
  }
}
