/// The moments of a publication at which a run may end; tests stop or look there.
enum PublishStep: Equatable, Sendable {
  /// Everything is in the staging folder but the manifest.
  case staged
  /// The new tree is whole; nothing else has happened.
  case complete
  /// The new site stands in its place, the old one in the staging folder.
  case exchanged
  /// The journal is written, and the new site decided.
  case decided
  /// A step of the journal is done.
  case carriedOut(Journal.Step)
}
