import ByteText

/// Where to go on after an included template or an overriding block, and the indentation and blocks
/// in force there.
///
/// A stack of its own: no template can overflow the program's.
struct CallStack {
  static let deepest = 1000

  private struct Call {
    var returnTo: Int
    var indentationStart: Int
    var indentationEnd: Int
    var scope: Int
    var scopeCount: Int
  }

  /// The blocks of one parent tag, and the scope that tag stands in.
  private struct Scope {
    var outer: Int
    var arguments: Int32
  }

  private var calls: [Call] = []
  private var scopes: [Scope] = []
  /// The innermost scope in force; -1 outside of any parent.
  private var scope = -1
  private var indentationBytes: [UInt8] = []
  private var indentationStart = 0

  var isIndented: Bool { indentationStart < indentationBytes.count }
  var isFull: Bool { calls.count >= Self.deepest }

  func appendIndentation(to output: inout ByteBuffer) {
    output.append(indentationBytes.span.extracting(indentationStart..<indentationBytes.count))
  }

  mutating func removeAll() {
    calls.removeAll(keepingCapacity: true)
    scopes.removeAll(keepingCapacity: true)
    indentationBytes.removeAll(keepingCapacity: true)
    indentationStart = 0
    scope = -1
  }

  /// `added` goes after the indentation in force; nil sets all indentation aside, for an include
  /// within a line.
  mutating func push(returningTo instruction: Int, adding added: [UInt8]?) {
    calls.append(
      Call(
        returnTo: instruction, indentationStart: indentationStart,
        indentationEnd: indentationBytes.count, scope: scope, scopeCount: scopes.count))
    if let added {
      indentationBytes += added
    } else {
      indentationStart = indentationBytes.count
    }
  }

  /// The instruction to go on with, or nil at the end of the template that rendering began with.
  mutating func pop() -> Int? {
    guard let call = calls.popLast() else { return nil }
    indentationBytes.removeSubrange(call.indentationEnd...)
    indentationStart = call.indentationStart
    scopes.removeSubrange(call.scopeCount...)
    scope = call.scope
    return call.returnTo
  }

  /// Puts the blocks of a parent tag in force, inside the call just pushed.
  mutating func enter(arguments: Int32) {
    scopes.append(Scope(outer: scope, arguments: arguments))
    scope = scopes.count - 1
  }

  /// What overrides a block: of all parent tags on the way here, the outermost counts.
  func override(of block: Int32, in program: borrowing Program) -> (entry: Int, scope: Int)? {
    var found: (entry: Int, scope: Int)?
    var index = scope
    while index >= 0 {
      for argument in program.arguments[Int(scopes[index].arguments)] where argument.name == block {
        found = (Int(argument.entry), index)
      }
      index = scopes[index].outer
    }
    return found
  }

  /// Overriding content belongs to the template that gave it: blocks in it are overridden only from
  /// outside of that.
  mutating func enterOverride(from index: Int) {
    scope = scopes[index].outer
  }
}
