import Diagnostics
import YAML

/// `repo_url`, `edit_uri` and `edit_uri_template`: where the sources are, and where a page is edited.
extension MkDocsConfigReading {
  mutating func takeEditing(_ root: YAMLNode?) {
    guard let root else { return }
    let repository = root[key: "repo_url"]?.text(as: .webURL)
    config.repository = repository
    // Material shows the way to a page's source where its author asks for it.
    if Self.isMaterial(root[key: "theme"]), !Self.showsEditing(root[key: "theme"]) { return }
    config.editURL = Self.editURL(root, repository)
    guard config.editURL == nil else { return }
    for key in ["edit_uri", "edit_uri_template"] {
      guard let entry = root.entries?.first(where: { $0.key == key }), entry.value.text != nil,
        entry.value.text != ""
      else { continue }
      unused.append(Located(key, entry.keyRange))
    }
  }

  private static func isMaterial(_ theme: YAMLNode?) -> Bool {
    theme?.text == "material" || theme?[key: "name"]?.text == "material"
  }

  private static func showsEditing(_ theme: YAMLNode?) -> Bool {
    (theme?[key: "features"]?.items ?? []).contains { $0.text == "content.action.edit" }
  }

  private static func editURL(_ root: YAMLNode, _ repository: String?) -> String? {
    let base = repository.map { $0.hasSuffix("/") ? $0 : $0 + "/" }
    func address(_ path: String) -> String? {
      let address: String
      if TextFormat.isAddress(path) {
        address = path
      } else if path.hasPrefix("?") || path.hasPrefix("#") {
        guard let base else { return nil }
        address = base.dropLast() + path
      } else {
        guard let base else { return nil }
        address = base + path.drop { $0 == "/" }
      }
      return TextFormat.webURL.problem(address) == nil ? address : nil
    }
    if let template = root[key: "edit_uri_template"]?.text, !template.isEmpty {
      let path = template.split(separator: "{path!q}", omittingEmptySubsequences: false)
        .joined(separator: "{path}")
      return path.contains("{path}") ? address(path) : nil
    }
    if let node = root[key: "edit_uri"] {
      guard let path = node.text, !path.isEmpty else { return nil }
      return address(path.hasSuffix("/") || path.contains("?") ? path : path + "/")
    }
    // What mkdocs does where nobody says anything.
    let host = base?.split(separator: "/").dropFirst().first
    switch host {
    case "github.com", "gitlab.com": return address("edit/master/docs/")
    case "bitbucket.org": return address("src/default/docs/")
    default: return nil
    }
  }
}
