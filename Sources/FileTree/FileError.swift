package import Diagnostics

/// A file or folder that could not be used: what was tried, on which path, and why it failed.
package struct FileError: Error, Hashable, Sendable {
  package enum Operation: String, Sendable {
    case read, list, write, replace, remove, lock
  }

  package enum Reason: Error, Hashable, Sendable {
    /// The operating system refused.
    case system(Errno)
    /// The file is larger than the caller allows, in bytes.
    case tooLarge(limit: Int)
    /// The path holds something else, such as a pipe or a device.
    case notRegular
    /// The path holds a NUL, or parts that leave its folder.
    case badPath
    /// Links lead to a place outside of the folder that may be written to.
    case outside(target: String)
    /// The file is no longer what it was when it was read.
    case changed
  }

  package let operation: Operation
  package let path: String
  package let reason: Reason

  package init(_ operation: Operation, _ path: String, _ reason: Reason) {
    self.operation = operation
    self.path = path
    self.reason = reason
  }

  /// The finding for a report; `path` as it is to be printed, where that is not the path used.
  package func diagnostic(path printed: String? = nil) -> Diagnostic {
    let path = printed ?? path
    return switch reason {
    case .tooLarge(let limit):
      Diagnostic(
        .fileTooLarge, .error,
        "the file is larger than \(limit >= 1 << 20 ? "\(limit >> 20) MiB" : "\(limit) bytes")",
        path: path,
        help: "split the file, or leave it out with a name that begins with \"_\"")
    case .notRegular:
      Diagnostic(
        .notAFile, .error, "it is neither a file nor a folder", path: path,
        help: "put a regular file there, or remove it")
    case .badPath:
      Diagnostic(
        .badOutputPath, .error, "the path is not one inside its folder", path: path,
        help: "use a relative path without empty, \".\" or \"..\" parts")
    case .outside(let target):
      Diagnostic(
        .linkLeavesFolder, .error, "the file lies outside of the folder, at \"\(target)\"",
        path: path, help: "change the file there by hand")
    case .changed:
      Diagnostic(
        .changedMeanwhile, .error, "the file has changed since it was read", path: path,
        help: "run again")
    case .system(let failure):
      Diagnostic(
        operation == .read || operation == .list ? .unreadable : .unwritable, .error,
        "cannot \(operation.rawValue) it: \(failure.words)", path: path, help: help(after: failure))
    }
  }

  private func help(after failure: Errno) -> String {
    switch failure {
    case .notFound: "check the path's spelling"
    case .notFolder: "name a folder; this is, or leads through, a file"
    case .isFolder: "name a file; this is a folder"
    case .alreadyExists: "choose another name, or move what is there out of the way"
    case .diskFull: "free some space and run again"
    case .tooManyOpen: "raise the limit with \"ulimit -n\" and run again"
    case .readOnly: "choose a place that can be written to"
    case .denied, .notPermitted: "check who owns it and its permissions"
    case .linkLoop: "let the link lead to a file or folder"
    case .pathTooLong: "use shorter names or fewer folders"
    default: "check that the disk is there and sound, then run again"
    }
  }
}
