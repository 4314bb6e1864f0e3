import Patterns

/// What a client calls a prompt: the id of a pattern for its main variant, and `id.variant` for
/// any other.
struct PromptName {
  var entry: PatternIndex.Entry
  /// Nil for the main one.
  var variant: String?

  static func text(_ pattern: Pattern, _ variant: Variant) -> String {
    variant.id == pattern.variants.first?.id ? pattern.id : "\(pattern.id).\(variant.id)"
  }

  /// Nil where there is no such prompt, as far as the index knows.
  init?(_ text: String, _ shelf: PatternShelf) throws(ShelfFault) {
    let entries = try shelf.entries()
    for entry in entries where entry.id.utf8.elementsEqual(text.utf8) {
      self.entry = entry
      return
    }
    for entry in entries where text.hasPrefix(entry.id + ".") {
      let rest = text.dropFirst(entry.id.count + 1)
      if let variant = entry.variants.dropFirst().first(where: { $0 == rest }) {
        self.entry = entry
        self.variant = variant
        return
      }
    }
    return nil
  }

  /// The pattern and the variant that a name stands for.
  static func found(
    _ name: String, _ shelf: PatternShelf
  ) throws(RPCError) -> (pattern: Pattern, variant: Variant) {
    let prompt: PromptName?
    let pattern: Pattern?
    do throws(ShelfFault) {
      prompt = try PromptName(name, shelf)
      pattern = try prompt.map { (prompt) throws(ShelfFault) in try shelf.pattern(prompt.entry) }
    } catch {
      throw RPCError(error)
    }
    guard let prompt, let pattern,
      let variant = pattern.variants.first(where: {
        prompt.variant == nil || $0.id == prompt.variant
      })
    else { throw RPCError(.invalidParameters, "there is no prompt \"\(name)\"") }
    return (pattern, variant)
  }
}
