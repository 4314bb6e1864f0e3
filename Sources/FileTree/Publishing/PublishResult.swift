package import Diagnostics

/// What a publication did.
package struct PublishResult: Hashable, Sendable {
  /// How the new site came into its place.
  package enum Way: Hashable, Sendable {
    /// Every file was as before; nothing was touched.
    case unchanged
    /// There was no output folder; the site was moved there in one step.
    case created
    /// The old and the new site changed places in one step.
    case exchanged
    /// File by file, with a journal, because folders cannot be exchanged there.
    case fileByFile
  }

  package let way: Way
  /// Files that are new or have new content.
  package let written: Int
  /// Files that stay as they were.
  package let unchanged: Int
  /// Files of the old site that the new one no longer has.
  package let removed: Int
  /// Files in the output that no build made, all kept.
  package let foreign: Int
  /// A folder with files that somebody put into the old site in the moment of the exchange; usually
  /// nil.
  package let saved: String?

  /// What a person should know, each a note or a warning.
  package func diagnostics(output: String) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    if way == .fileByFile {
      diagnostics.append(
        Diagnostic(
          .halfPublished, .note, "the site was published file by file, not in one step",
          path: output,
          notes: ["the folder is a mount point, or its file system cannot exchange folders"],
          help: "let the output be a folder below the mount point"))
    }
    if let saved {
      diagnostics.append(
        Diagnostic(
          .foreignFiles, .warning, "files that came while publishing were saved", path: saved,
          help: "move them into the output folder"))
    }
    return diagnostics
  }
}
