import ByteText

/// The title of a variant: what stands above its block, with what is in parentheses at the end for
/// a description.
struct VariantTitle: Sendable, Hashable {
  var text: String
  var description: String?

  init(_ title: String) {
    text = title.withoutEnds
    guard text.hasSuffix(")"), let open = text.lastIndex(of: "(") else { return }
    let rest = String(text[..<open]).withoutEnds
    let inner = String(text[text.index(after: open)...].dropLast()).withoutEnds
    guard !rest.isEmpty, !inner.isEmpty else { return }
    text = rest
    description = inner
  }

  /// Whether some word of it begins like *fork*.
  var isFork: Bool {
    text.lowercased().split { !$0.isLetter }.contains { $0.hasPrefix("fork") }
  }
}
