/// What one template includes and which blocks it has.
struct TemplateOutline {
  struct Include {
    let tag: Tag
    let arguments: [(name: String, range: Range<Int>)]
  }

  /// Includes whose name is written in the tag.
  private(set) var includes: [Include] = []
  /// The names of all blocks that can be filled from outside; those given to a parent can be too.
  private(set) var blocks: Set<String> = []
  private(set) var hasDynamicInclude = false

  init(_ nodes: [TemplateNode]) { add(nodes) }

  private mutating func add(_ nodes: [TemplateNode]) {
    for node in nodes {
      switch node {
      case .text, .value: break
      case .section(let section): add(section.children)
      case .block(let block):
        blocks.insert(block.tag.name)
        add(block.children)
      case .include(let include): add(include)
      }
    }
  }

  private mutating func add(_ include: IncludeNode) {
    if include.tag.isDynamic {
      hasDynamicInclude = true
    } else {
      includes.append(
        Include(
          tag: include.tag, arguments: include.arguments.map { ($0.tag.name, $0.tag.range) }))
    }
    for argument in include.arguments {
      blocks.insert(argument.tag.name)
      add(argument.children)
    }
  }
}
