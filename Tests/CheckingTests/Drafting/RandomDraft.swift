/// Makes valid guides of all that may stand in one, the same guide for the same seed.
struct RandomDraft {
  private(set) var draft = Draft()
  private var chance: Chance
  /// Counts what needs a name of its own.
  private var number = 0
  /// Definitions of links for the page that is being written.
  private var definitions: [DraftBlock] = []

  init(seed: UInt64) {
    chance = Chance(seed: seed)
    addPaths()
    for page in draft.pages.indices { addAnchors(to: page) }
    for page in draft.pages.indices { addLinks(to: page) }
  }

  // MARK: Paths

  private static let names = [
    "few-shot", "chain of thought", "Ünder score", "漢字", "a+b", "50% off", "r&d", "it's", "x(y)",
    "why?", "v1.2", "C#", "smile-🙂", "naïve", "under_score_", "tilde~~x~~", "caret^x", "mark==x==",
    "CamelCase", "u\u{308}ber", "a,b;c", "x:y", "[x]", "*x*", "`x`", "{x}", "--x--", "1.", "x|y",
  ]

  private mutating func unique(_ name: String) -> String {
    number += 1
    return "\(name)-\(number)"
  }

  private mutating func addPaths() {
    var folders = [""]
    for _ in 0..<chance.below(4) {
      folders.append(chance.of(folders) + unique(chance.of(Self.names)) + "/")
    }
    draft.pages.append(DraftPage(path: "index.md"))
    for folder in folders.dropFirst() where chance.isOnce(in: 2) {
      draft.pages.append(DraftPage(path: folder + "index.md"))
    }
    for _ in 0...(2 + chance.below(4)) {
      let path = chance.of(folders) + unique(chance.of(Self.names)) + ".md"
      draft.pages.append(DraftPage(path: path))
    }
    for ending in ["png", "svg", "pdf", "tar.gz", "txt"] {
      draft.files.append(chance.of(folders) + unique(chance.of(Self.names)) + "." + ending)
    }
    draft.files.append(chance.of(folders) + "LICENSE")
    for page in draft.pages.indices {
      draft.pages[page].lineEnd = chance.isOnce(in: 5) ? "\r\n" : "\n"
      draft.pages[page].hasMark = chance.isOnce(in: 8)
    }
  }

  // MARK: What can be linked to

  private mutating func addAnchors(to page: Int) {
    number += 1
    var blocks = [DraftBlock(lines: [DraftContainers.line("# Page \(number)")])]
    for _ in 0...(1 + chance.below(4)) {
      number += 1
      let n = number
      switch chance.below(8) {
      case 0: blocks.append(heading("Part \(n)", id: "part-\(n)"))
      case 1: blocks.append(heading("Über uns \(n)", id: "uber-uns-\(n)"))
      case 2: blocks.append(heading("`code` & *what's* new? \(n)", id: "code-whats-new-\(n)"))
      case 3: blocks += explicit("## Title ", "own-\(n)", " {#", "}")
      case 4: blocks += explicit("## Title ", "Ünder-\(n)", " {: .wide #", " }")
      case 5: blocks += explicit("<p id=\"", "raw.\(n)", "", "\">Text.</p>")
      case 6: blocks += explicit("Text <a name='", "ü:\(n)", "", "'></a> text.")
      default:
        blocks.append(
          DraftBlock(
            role: .footnoteReference(label: "n\(n)"),
            lines: [DraftContainers.line("Text.[^n\(n)]")]))
        blocks.append(
          DraftBlock(
            role: .footnote(label: "n\(n)"),
            lines: [[DraftPiece("[^n\(n)]"), DraftPiece(": A note.")]]))
      }
    }
    draft.pages[page].blocks = blocks
  }

  private func heading(_ text: String, id: String) -> DraftBlock {
    DraftBlock(role: .heading(id: id), lines: [DraftContainers.line("## " + text)])
  }

  /// The id stands in a piece of its own.
  private func explicit(
    _ before: String, _ id: String, _ middle: String, _ after: String
  ) -> [DraftBlock] {
    let start = middle.isEmpty ? before : before + id.filter(\.isNumber) + middle
    return [
      DraftBlock(
        role: .explicit(id: id), lines: [[DraftPiece(start), DraftPiece(id), DraftPiece(after)]])
    ]
  }

  // MARK: Links

  private mutating func addLinks(to page: Int) {
    definitions = []
    var blocks: [DraftBlock] = []
    for _ in 0...(1 + chance.below(5)) { blocks.append(block(on: page)) }
    if chance.isOnce(in: 3) { blocks.append(inert) }
    for block in blocks + definitions {
      let place = 1 + chance.below(draft.pages[page].blocks.count)
      draft.pages[page].blocks.insert(block, at: place)
    }
    if chance.isOnce(in: 3) { addRelated(to: page) }
  }

  private mutating func addRelated(to page: Int) {
    let target = chance.below(draft.pages.count)
    guard target != page else { return }
    let path = DraftSpelling.relative(
      draft.pages[target].path, from: draft.pages[page].path, &chance)
    let text = DraftSpelling.encoded(path, &chance, reserved: DraftSpelling.reservedInPath)
    draft.links.append(DraftLink(source: page, target: .page(target), way: .related))
    draft.pages[page].frontMatter = [
      DraftContainers.line("related:"),
      [
        DraftPiece("  - "),
        DraftPiece(text.hasPrefix(".") ? text : "./" + text, link: draft.links.count - 1),
      ],
    ]
  }

  /// One to three lines with links, in up to three containers.
  private mutating func block(on page: Int) -> DraftBlock {
    number += 1
    if chance.isOnce(in: 8) {
      let line = [DraftPiece("## Title \(number) ")] + link(on: page, .none)
      return DraftBlock(
        role: .explicit(id: "with-\(number)"),
        lines: [line + [DraftPiece(" {#"), DraftPiece("with-\(number)"), DraftPiece("}")]])
    }
    if chance.isOnce(in: 10) {
      return DraftBlock(lines: [[DraftPiece("<p>")] + html(on: page) + [DraftPiece("</p>")]])
    }
    let inner = chance.of(DraftContainers.all)
    let count = inner.holdsBlocks ? 1 + chance.below(3) : 1
    var lines: [DraftLine] = []
    for _ in 0..<count { lines.append(sentence(on: page, inner.limit)) }
    lines = inner.wrap(lines, number)
    for depth in 0..<chance.below(3) {
      let outer = chance.of(DraftContainers.all.filter { $0.holdsBlocks && !$0.holdsTextOnly })
      number += 1
      // What begins a block in the middle of another needs a line before it.
      lines = outer.wrap(lines, number + depth)
    }
    return DraftBlock(lines: lines)
  }

  private mutating func sentence(on page: Int, _ limit: DraftContainers.Limit) -> DraftLine {
    var line = [DraftPiece(chance.of(["Words ", "Über ", "Some **bold** ", "`code` ", "A b "]))]
    for _ in 0...chance.below(2) {
      line += link(on: page, limit)
      let more = chance.of(DraftInert.inline)
      line.append(DraftPiece(limit == .quotes && more.contains("\"") ? " and " : more))
    }
    return line + [DraftPiece(chance.of(["more.", "to the end", "*of* it."]))]
  }

  private mutating func html(on page: Int) -> DraftLine {
    let target = target(on: page, isImage: false)
    return [DraftPiece("<a href=\""), target, DraftPiece("\">text</a>")]
  }

  /// A link or image of some form.
  private mutating func link(on page: Int, _ limit: DraftContainers.Limit) -> DraftLine {
    let form = chance.of(DraftForms.all.filter { !($0.hasQuotes && limit == .quotes) })
    var targets: [DraftPiece] = []
    for isImage in form.targets {
      targets.append(target(on: page, isImage: isImage, isBare: form.isBare))
    }
    guard form.isReference else { return form.write(targets) }
    number += 1
    let label = "Ref \(number)"
    definitions.append(definition(of: label, targets[0]))
    return form.write([DraftPiece(chance.isOnce(in: 2) ? label : label.uppercased())])
  }

  /// On one line or over several, at the top or in a container.
  private mutating func definition(of label: String, _ target: DraftPiece) -> DraftBlock {
    let head = [DraftPiece("[\(label)]"), DraftPiece(":")]
    let title = chance.of(["", " \"Title\"", " 'T'", " (T)"])
    var lines: [DraftLine]
    switch chance.below(4) {
    case 0: lines = [head, [DraftPiece("  "), target, DraftPiece(title)]]
    case 1 where !title.isEmpty:
      lines = [head + [DraftPiece("  "), target], [DraftPiece(" " + title)]]
    case 2: lines = [head + [DraftPiece(" <"), target, DraftPiece(">" + title)]]
    default: lines = [head + [DraftPiece(" "), target, DraftPiece(title)]]
    }
    switch chance.below(6) {
    case 0: lines = lines.map { [DraftPiece("> ")] + $0 }
    case 1: lines = DraftContainers.hanging("- ", "  ", lines)
    case 2: lines = [DraftContainers.line("!!! note"), []] + DraftContainers.indented(lines)
    default: break
    }
    return DraftBlock(role: .definition(label: label), lines: lines)
  }

  private mutating func target(on page: Int, isImage: Bool, isBare: Bool = false) -> DraftPiece {
    let isFile = isImage || chance.isOnce(in: 4)
    let way: DraftLink.Way
    var path: String
    var link: DraftLink
    if isFile {
      // Only what has an extension can be told to be no page.
      let file = chance.below(draft.files.count - (isImage ? 1 : 0))
      path = draft.files[file]
      way = .source
      link = DraftLink(source: page, target: .file(file), way: way)
    } else {
      let target = chance.isOnce(in: 5) ? page : chance.below(draft.pages.count)
      path = draft.pages[target].path
      let isIndex = path.hasSuffix("/index.md")
      way =
        target == page && chance.isOnce(in: 2)
        ? .fragment : isIndex && chance.isOnce(in: 2) ? .folder : .source
      link = DraftLink(source: page, target: .page(target), way: way)
      let anchors = draft.pages[target].anchors
      if way == .fragment || chance.isOnce(in: 2) { link.fragment = chance.of(anchors) }
      if way == .folder { path = String(path.dropLast("index.md".count)) }
    }
    link.isImage = isImage
    // A path to a folder above ends in dots, which mean another page in a browser.
    link.isFromRoot = way == .folder || chance.isOnce(in: 5)
    var text = ""
    if way != .fragment {
      let from = draft.pages[page].path
      let written = link.isFromRoot ? "/" + path : DraftSpelling.relative(path, from: from, &chance)
      text = DraftSpelling.encoded(
        written, &chance, reserved: DraftSpelling.reservedInPath + (isBare ? "=" : ""))
      if !isBare, chance.isOnce(in: 8) { text += "?a=1" }
    }
    if let fragment = link.fragment {
      text +=
        "#"
        + DraftSpelling.encoded(fragment, &chance, reserved: DraftSpelling.reservedInFragment)
    } else if !isFile, chance.isOnce(in: 10) {
      text += "#top"
    }
    draft.links.append(link)
    return DraftPiece(text, link: draft.links.count - 1)
  }

  /// A block that looks as if it held links.
  private var inert: DraftBlock {
    mutating get {
      DraftBlock(lines: chance.of(DraftInert.blocks).map(DraftContainers.line))
    }
  }
}
