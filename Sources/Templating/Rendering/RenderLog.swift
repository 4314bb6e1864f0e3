import Diagnostics

/// What rendering found, each finding once for a tag.
struct RenderLog {
  /// The kinds of finding that are counted apart.
  struct Kind: OptionSet {
    let rawValue: UInt8
    static let name = Kind(rawValue: 1)
    static let value = Kind(rawValue: 2)
    static let template = Kind(rawValue: 4)
  }

  private(set) var diagnostics: [Diagnostic] = []
  private let isSilent: Bool
  /// By used name.
  private var reported: [Kind]
  private var hasReportedDepth = false

  init(_ program: Program, _ missing: MissingNames) {
    isSilent = missing == .empty
    reported = Array(repeating: [], count: program.names.count)
  }

  mutating func take() -> [Diagnostic] {
    defer { diagnostics.removeAll() }
    return diagnostics
  }

  /// `finding` is worked out only the first time.
  mutating func add(_ name: Int32, _ kind: Kind, _ finding: () -> Diagnostic) {
    guard !isSilent, reported[Int(name)].insert(kind).inserted else { return }
    diagnostics.append(finding())
  }

  /// Never silent: the output is cut off.
  mutating func addDepth(_ finding: () -> Diagnostic) {
    if hasReportedDepth { return }
    hasReportedDepth = true
    diagnostics.append(finding())
  }
}
