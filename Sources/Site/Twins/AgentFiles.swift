import ByteText
import Diagnostics
import FileTree
import Links
import Pages

/// What a program reads first: `llms.txt`, the guide's pages with their descriptions in the order of
/// the navigation, and `llms-full.txt`, all of their text (llmstxt.org).
struct AgentFiles {
  static let indexPath = "llms.txt"
  static let fullPath = "llms-full.txt"

  private let site: Site
  private let twins: TwinWriter

  init(_ site: Site, _ twins: TwinWriter) {
    self.site = site
    self.twins = twins
  }

  /// The files that a site will have, to which its pages may link.
  static func paths(_ config: SiteConfig) -> [String] {
    config.hasMarkdownPages ? [indexPath, fullPath] : []
  }

  var index: [UInt8] {
    var output = ByteBuffer()
    writeHead(into: &output)
    let navigation = site.navigation
    // Pages that stand beside the sections come first, as a list without a heading would belong to
    // the introduction.
    let lone = navigation.roots.filter { navigation.nodes[$0].children.isEmpty }
    write("Pages", lone, into: &output)
    for root in navigation.roots where !navigation.nodes[root].children.isEmpty {
      write(navigation.nodes[root].title, [root], into: &output)
    }
    writeOthers(into: &output)
    return output.array
  }

  /// The pages of the text of all pages: those of the navigation in its order, then the others.
  var pages: [Int] {
    let navigation = site.navigation
    return navigation.sequence
      + site.catalog.pages.indices.filter { navigation.placeOfPage[$0] == nil }
  }

  /// What stands in that text before the first page.
  var head: [UInt8] {
    var output = ByteBuffer()
    writeHead(into: &output)
    return output.array
  }

  /// A page of it with its address.
  /// - Parameter twin: The page's Markdown, where it is at hand.
  func text(ofPage index: Int, twin: [UInt8]?) throws(FileError) -> [UInt8] {
    var output = ByteBuffer(capacity: (twin?.count ?? site.catalog.pages[index].size) + 512)
    output.append("\n<!-- ")
    output.append(address(ofPage: index).replacing("--", with: "-%2D"))
    output.append(" -->\n\n")
    if let twin { output.append(twin) } else { try twins.write(index, into: &output) }
    return output.array
  }

  private func writeHead(into output: inout ByteBuffer) {
    let config = site.project.config
    output.append("# ")
    output.append(MarkdownText.escaped(config.name))
    output.append(0x0A)
    if let description = config.description {
      output.append("\n> ")
      output.append(MarkdownText.escaped(description))
      output.append(0x0A)
    }
  }

  /// A section with every page below the nodes.
  private func write(_ title: String, _ nodes: [Int], into output: inout ByteBuffer) {
    var isEmpty = true
    var open = Array(nodes.reversed())
    while let node = open.popLast() {
      let content = site.navigation.nodes[node]
      open += content.children.reversed()
      guard let address = address(of: content.target) else { continue }
      if isEmpty { begin(title, into: &output) }
      isEmpty = false
      var description: String?
      if case .page(let page) = content.target {
        description = site.catalog.pages[page].frontMatter.description?.value
      }
      write(content.title, address, description, into: &output)
    }
  }

  /// Pages that no navigation shows; what a reader can do without.
  private func writeOthers(into output: inout ByteBuffer) {
    let others = site.catalog.pages.indices.filter { site.navigation.placeOfPage[$0] == nil }
    guard !others.isEmpty else { return }
    begin("Optional", into: &output)
    for index in others {
      let page = site.catalog.pages[index]
      write(
        page.title, address(ofPage: index), page.frontMatter.description?.value, into: &output)
    }
  }

  private func begin(_ title: String, into output: inout ByteBuffer) {
    output.append("\n## ")
    output.append(MarkdownText.escaped(title))
    output.append("\n\n")
  }

  private func write(
    _ title: String, _ address: String, _ description: String?, into output: inout ByteBuffer
  ) {
    output.append("- [")
    output.append(MarkdownText.escaped(title))
    output.append("](")
    output.append(address)
    output.append(UInt8(ascii: ")"))
    if let description {
      output.append(": ")
      output.append(MarkdownText.escaped(description))
    }
    output.append(0x0A)
  }

  private func address(of target: Navigation.Target) -> String? {
    switch target {
    case .section: nil
    case .page(let page): address(ofPage: page)
    case .link(let url):
      String(decoding: MarkdownText.target([], suffix: Array(url.utf8)), as: UTF8.self)
    }
  }

  /// The page's Markdown: its whole address where the site has one, else seen from these files.
  private func address(ofPage index: Int) -> String {
    let path = Array(twins.path(of: index).utf8)
    let relative = site.project.config.url == nil ? RelativeURL.path(from: [], to: path) : path
    let text = String(decoding: MarkdownText.target(relative, suffix: []), as: UTF8.self)
    return (site.project.config.url?.text ?? "") + text
  }
}
