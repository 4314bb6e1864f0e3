package import Diagnostics

/// One thing that is demanded of a guide; its code says what, why and how it looks right.
package protocol Rule: Sendable {
  static var code: Code { get }
}

/// A rule about one link or image after the other.
protocol LinkRule: Rule {
  static func check(_ link: LinkInPage, in guide: Guide, _ findings: inout [Diagnostic])
}

/// A rule about one page after the other.
protocol PageRule: Rule {
  static func check(_ page: PageInGuide, in guide: Guide, _ findings: inout [Diagnostic])
}

/// A rule about the guide as a whole.
protocol GuideRule: Rule {
  static func check(_ guide: Guide, _ findings: inout [Diagnostic])
}
