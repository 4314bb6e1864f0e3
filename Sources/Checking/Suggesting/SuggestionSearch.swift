import Diagnostics
import Links
import Markdown
import Pages

/// Looks for what a target that leads nowhere was meant to be.
struct SuggestionSearch {
  /// As written, after Markdown's unescaping.
  let destination: [UInt8]
  /// The path that it names in the source tree, without a slash at its end.
  let path: String
  let link: LinkRecord?
  /// The page that holds it.
  let source: Int
  let guide: Guide

  /// The same path but for the case of its letters.
  var otherCase: Suggestion? {
    guard let candidates = guide.candidates else { return nil }
    for path in [path, path + ".md", path + "/index.md", path + "/README.md"] {
      let found = candidates.alike(path)
      guard let first = found.first else { continue }
      return suggestion(first, isSure: found.count == 1) { "write \"\($0)\"" }
    }
    return nil
  }

  /// The page whose published file the target names.
  var ofOutput: Suggestion? {
    guard let candidates = guide.candidates, path.hasSuffix(".html") else { return nil }
    let stem = String(path.dropLast(".html".count))
    var names = [stem + ".md"]
    if stem.hasSuffix("/index") {
      names.append(String(stem.dropLast("/index".count)) + ".md")
    }
    for name in names {
      let found = candidates.alike(name)
      guard let first = found.first else { continue }
      return suggestion(first, isSure: found.count == 1) {
        "write the page's source, \"\($0)\""
      }
    }
    return nil
  }

  /// The likeliest page or file of another path.
  var best: Suggestion? {
    guard let candidates = guide.candidates else { return nil }
    let former = candidates.formerly(at: path)
    if let page = former.first {
      return suggestion(.page(page), isSure: former.count == 1) {
        "it has moved: write \"\($0)\""
      }
    }
    if let moved = moved(candidates) { return moved }
    if let text = link.flatMap(text(of:)), !text.isEmpty {
      let titled = candidates.titled(text)
      if titled.count == 1, titled[0] != source {
        return suggestion(.page(titled[0]), isSure: false) {
          "\"\($0)\" has the title \"\(text)\": is it meant?"
        }
      }
    }
    return candidates.nearest(to: path).flatMap { target in
      suggestion(target, isSure: false) { "did you mean \"\($0)\"?" }
    }
  }

  /// A page or file of the same name in another folder.
  private func moved(_ candidates: Candidates) -> Suggestion? {
    for name in PagePath.isPage(path) ? [path] : [path, path + ".md"] {
      let found = candidates.named(like: name)
      guard let first = found.first else { continue }
      return suggestion(first, isSure: found.count == 1) {
        found.count == 1
          ? "there is one of that name elsewhere: write \"\($0)\"" : "did you mean \"\($0)\"?"
      }
    }
    return nil
  }

  private func text(of link: LinkRecord) -> String? {
    link.content.map { VisibleText.of(guide.catalog.pages[source].body.html[$0]) }
  }

  /// Sure only where the fragment, if there is one, is right on the page too.
  private func suggestion(
    _ target: Candidates.Target, isSure: Bool, _ help: (String) -> String
  ) -> Suggestion? {
    if link?.kind == .image, case .page = target { return nil }
    let cut = destination.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
    let suffix = Array(destination[(cut ?? destination.endIndex)...])
    let spelling = LinkSpelling.of(
      target, suffix: suffix, from: source, like: destination, in: guide.catalog)
    if spelling.utf8.elementsEqual(destination) { return nil }
    var words = help(spelling)
    var isRight = true
    if case .page(let page) = target, let fragment = Fragment(suffix),
      !fragment.exists(on: page, in: guide.catalog)
    {
      isRight = false
      words += "; it has no anchor \"#\(fragment.written)\" though"
    }
    return Suggestion(spelling: spelling, isSure: isSure && isRight, help: words)
  }
}
