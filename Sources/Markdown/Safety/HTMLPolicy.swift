/// What becomes of HTML that stands in pages.
package enum HTMLPolicy: String, Sendable, Hashable, CaseIterable {
  /// It stays as written: whoever writes the pages is trusted with the whole site.
  case allow
  /// It is shown as text.
  case escape
  /// What pages of a guide need stays, all else is shown as text.
  case safe

  /// Whether pages may come from anybody: then links, attributes and names are held to lists too.
  var isRestricted: Bool { self != .allow }
}
