import Diagnostics
import Pages
import YAML

/// Rewrites what a guide's configuration says about pages and files: the navigation, the targets of
/// redirects, images, and patterns of paths.
struct ConfigurationMoves {
  let moved: MovedGuide
  /// The keys of redirects that are taken out anyway.
  let goneKeys: Set<ByteRange>

  private var project: Project { moved.guide.project }
  private var path: String { project.configPath }

  func add(to edits: inout ReferenceEdits) {
    guard project.hasConfiguration, let bytes = edits.source(of: path),
      let root = YAMLDocument(parsing: bytes.span).root
    else { return }
    for entry in project.config.navigation ?? [] { rewrite(entry, &edits) }
    for key in ["logo", "favicon"] { rewrite(root[key: "theme"]?[key: key], &edits) }
    for key in ["extra_css", "extra_javascript"] {
      for item in root[key: key]?.items ?? [] { rewrite(item[key: "path"] ?? item, &edits) }
    }
    let patterns =
      (root[key: "exclude"]?.items ?? [])
      + (root[key: "check"]?[key: "ignore"]?.items ?? []).flatMap { $0[key: "paths"]?.items ?? [] }
    for pattern in patterns { rewrite(pattern: pattern, &edits) }
    for entry in RedirectMap(bytes, isMkDocs: project.isMkDocs).entries
    where !goneKeys.contains(entry.keyRange) {
      rewrite(redirect: entry.value, &edits)
    }
  }

  private func rewrite(_ entry: NavigationEntry, _ edits: inout ReferenceEdits) {
    switch entry.target {
    case .section(let children): for child in children { rewrite(child, &edits) }
    case .page(let page):
      guard moved.paths.moves(page) else { return }
      rewrite(moved.paths.new(page), at: entry.range, &edits)
    case .link: break
    }
  }

  private func rewrite(_ node: YAMLNode?, _ edits: inout ReferenceEdits) {
    guard let node, let text = node.text, moved.paths.moves(text) else { return }
    rewrite(moved.paths.new(text), at: node.range, &edits)
  }

  /// A pattern of paths names what it begins with, up to its first sign.
  private func rewrite(pattern node: YAMLNode, _ edits: inout ReferenceEdits) {
    guard let text = node.text else { return }
    let literal = text.prefix { !"*?[".contains($0) }
    if literal.count == text.count { return rewrite(node, &edits) }
    guard moved.paths.isFolder, literal.hasPrefix(moved.paths.from + "/") else { return }
    let rest = text.dropFirst(moved.paths.from.count)
    rewrite(moved.paths.to + rest, at: node.range, &edits)
  }

  /// The target of a redirect is a page by its path or its address.
  private func rewrite(redirect node: YAMLNode, _ edits: inout ReferenceEdits) {
    guard let text = node.text else { return }
    let path = text.prefix { $0 != "#" && $0 != "?" }
    let rest = text[path.endIndex...]
    let plain = path.drop { $0 == "/" }
    let slashes = path.prefix(path.count - plain.count)
    if moved.paths.moves(String(plain)) {
      return rewrite(slashes + moved.paths.new(String(plain)) + rest, at: node.range, &edits)
    }
    let address = plain.hasSuffix("/") || plain.hasSuffix(".html") ? String(plain) : plain + "/"
    guard let page = moved.before.page(atURL: Array(address.utf8)), !plain.isEmpty,
      moved.paths.moves(moved.before.pages[page].path)
    else { return }
    let new = moved.after.urls[moved.places[page]]
    let kept = plain.hasSuffix("/") || !new.hasSuffix("/") ? new : String(new.dropLast())
    rewrite(slashes + kept + rest, at: node.range, &edits)
  }

  private func rewrite(
    _ text: some StringProtocol, at range: ByteRange, _ edits: inout ReferenceEdits
  ) {
    guard let written = edits.bytes(at: range, in: path),
      let scalar = YAMLText.scalar(String(text), like: written)
    else {
      edits.refuse(
        "this entry of the configuration cannot be rewritten where it stands", path, range,
        help: "write it on one line, as text, and run again")
      return
    }
    edits.want(scalar, at: range, in: path, for: path)
  }
}

extension Project {
  /// Whether the guide is one of mkdocs.
  var isMkDocs: Bool { configPath.hasSuffix("mkdocs.yml") }
}
