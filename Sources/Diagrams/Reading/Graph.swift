/// A diagram of nodes and edges: a flowchart or a state diagram.
struct Graph: Sendable {
  enum Kind: String, Sendable {
    case flowchart = "Flowchart"
    case states = "State diagram"
  }

  enum Direction: String, Sendable {
    case down = "TB"
    case up = "BT"
    case right = "LR"
    case left = "RL"

    var isHorizontal: Bool { self == .left || self == .right }

    init?(_ word: String) {
      switch word {
      case "TB", "TD", "v": self = .down
      case "BT", "^": self = .up
      case "LR", ">": self = .right
      case "RL", "<": self = .left
      default: return nil
      }
    }
  }

  /// What an edge leads from or to.
  enum End: Hashable, Sendable {
    case node(Int)
    case group(Int)
  }

  struct Node: Sendable {
    var id: String
    var label: Label
    var shape = NodeShape.rectangle
    var style = Style.none
    var group: Int?
    var link: Link?
  }

  struct Link: Sendable {
    /// As it was written.
    var target: [UInt8]
    /// Bytes of the source.
    var range: Range<Int>
    var title: String?
  }

  struct Edge: Sendable {
    enum Line: Sendable { case solid, dotted, thick, invisible }
    enum Tip: Sendable { case none, arrow, circle, cross }

    var from: End
    var to: End
    var label = Label()
    var line = Line.solid
    var start = Tip.none
    var end = Tip.arrow
    /// How many ranks it spans at least.
    var length = 1
    var style = Style.none
    /// Whether both ends stand side by side across the direction, as a note and its state.
    var isBeside = false
  }

  /// A box around nodes and other groups.
  struct Group: Sendable {
    var id: String
    var title: Label
    var parent: Int?
    var direction: Direction?
    var style = Style.none
    /// One of several parts of a state that go on side by side.
    var isRegion = false
  }

  var kind: Kind
  var direction = Direction.down
  var nodes: [Node] = []
  var edges: [Edge] = []
  var groups: [Group] = []
  /// Bytes of the source that ask a browser to run something.
  var calls: [Range<Int>] = []

  init(_ kind: Kind) { self.kind = kind }

  /// The groups that a node or group is in, from the inside out.
  func path(from group: Int?) -> [Int] {
    var path: [Int] = []
    var next = group
    while let group = next {
      path.append(group)
      next = groups[group].parent
    }
    return path
  }

  func group(of end: End) -> Int? {
    switch end {
    case .node(let node): nodes[node].group
    case .group(let group): groups[group].parent
    }
  }
}
