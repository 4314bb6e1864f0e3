import Diagnostics
import Pages

/// A piece of a line: text, or the target of a link.
struct DraftPiece {
  var text: String
  /// The link whose target it is.
  var link: Int?
  /// Whether a finding is expected here.
  var isMarked = false

  init(_ text: String, link: Int? = nil) {
    self.text = text
    self.link = link
  }
}

typealias DraftLine = [DraftPiece]

/// Lines of a page that belong together, and what can be linked to in them.
struct DraftBlock {
  enum Role {
    case text
    /// Goes when its heading is dropped.
    case heading(id: String)
    /// Gives an id that its author chose; it is a piece of text of its own.
    case explicit(id: String)
    /// The text with the reference to a footnote, and the footnote.
    case footnoteReference(label: String)
    case footnote(label: String)
    case definition(label: String)
  }

  var role = Role.text
  var lines: [DraftLine]
}

/// A link of a draft.
struct DraftLink {
  enum Target: Hashable {
    case page(Int)
    case file(Int)
  }

  enum Way {
    /// By the path of the source file.
    case source
    /// By the folder of an index.
    case folder
    /// By a fragment alone.
    case fragment
    /// In `related` of the front matter.
    case related
  }

  /// The page that holds it.
  var source: Int
  var target: Target
  var way: Way
  var fragment: String?
  /// From the content folder rather than from the page.
  var isFromRoot = false
  var isImage = false
}

/// A page of a draft.
struct DraftPage {
  var path: String
  var frontMatter: [DraftLine] = []
  var blocks: [DraftBlock] = []
  var lineEnd = "\n"
  var hasMark = false

  /// The source, and where in it the targets of links and the marked pieces stand.
  func written() -> (
    text: String, places: [(link: Int, range: ByteRange)], marks: [ByteRange]
  ) {
    var text = hasMark ? "\u{FEFF}" : ""
    var places: [(Int, ByteRange)] = []
    var marks: [ByteRange] = []
    let head =
      frontMatter.isEmpty ? [] : [[DraftPiece("---")]] + frontMatter + [[DraftPiece("---")]]
    for line in head + [[]] + blocks.flatMap({ $0.lines + [[]] }) {
      for piece in line {
        let start = text.utf8.count
        text += piece.text
        if let link = piece.link { places.append((link, ByteRange(start, text.utf8.count))) }
        if piece.isMarked { marks.append(ByteRange(start, text.utf8.count)) }
      }
      text += lineEnd
    }
    return (text, places, marks)
  }

  /// The anchors that links may name.
  var anchors: [String] {
    blocks.flatMap { block -> [String] in
      switch block.role {
      case .heading(let id), .explicit(let id): [id]
      case .footnoteReference(let label): ["fnref:" + label]
      case .footnote(let label): ["fn:" + label]
      case .text, .definition: []
      }
    }
  }
}

/// A guide in parts, which can be changed and written again.
struct Draft {
  var pages: [DraftPage] = []
  /// Empty for one that was removed.
  var files: [String] = []
  var links: [DraftLink] = []
  var absent: [String: Catalog.Absence] = [:]

  var fixture: Fixture {
    var fixture = Fixture()
    fixture.pages = Dictionary(uniqueKeysWithValues: published.map { ($0.path, $0.written().text) })
    fixture.files = files.filter { !$0.isEmpty }
    fixture.absent = absent
    return fixture
  }

  /// The pages that are not left out.
  var published: [DraftPage] { pages.filter { absent[$0.path] == nil } }

  /// A place where a link's target stands.
  struct Place {
    var link: Int
    var path: String
    var range: ByteRange
  }

  var places: [Place] {
    published.flatMap { page in
      page.written().places.map { Place(link: $0.link, path: page.path, range: $0.range) }
    }
  }

  /// The whole source, for reading when a test fails.
  var text: String {
    pages.map { "=== \($0.path)\n\($0.written().text)" }.joined() + "=== \(files)"
  }
}
