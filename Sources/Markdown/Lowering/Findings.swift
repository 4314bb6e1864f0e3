import Diagnostics

/// Recording what is found on the way.
extension Lowering {
  /// Records a finding about bytes of the current file.
  mutating func report(
    _ code: Code, _ severity: Severity, _ message: String, _ start: Int, _ end: Int,
    help: String? = nil, fix: Fix? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        code, severity, message, path: paths[currentFile], range: ByteRange(start, end), help: help,
        fix: fix))
  }

  /// A fence that nothing closes swallows the rest of the page; one that its container ends stops
  /// there, as CommonMark has it, and is only likely to be a mistake.
  mutating func reportUnclosedFence(endedByContainer: Bool) {
    guard let fence = fenceStart else { return }
    fenceStart = nil
    diagnostics.append(
      Diagnostic(
        .unclosedFence, endedByContainer ? .warning : .error,
        endedByContainer
          ? "this code fence is closed only by the end of the block around it"
          : "this code fence is never closed", path: paths[fence.file],
        range: ByteRange(fence.start, fence.end),
        help: "end the block with a line of the same fence characters"))
  }
}
