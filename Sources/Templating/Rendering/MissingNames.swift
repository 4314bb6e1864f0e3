/// What a name that no context has means while rendering. A name that is there with a null value is
/// never missing.
package enum MissingNames: Sendable {
  /// Nothing is printed, as the specification says.
  case empty
  /// Nothing is printed, and the tag is reported: once by each renderer.
  case diagnose
}
