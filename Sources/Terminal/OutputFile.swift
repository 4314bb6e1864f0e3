package import FileTree

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that a person named for the output.
package enum OutputFile {
  /// Takes the place of what is there; a device or a pipe gets the bytes.
  /// - Parameter isPrivate: Whether a file that is not there yet is for its owner alone.
  package static func write(
    _ bytes: [UInt8], to path: String, isPrivate: Bool = false
  ) throws(FileError) {
    try WholeFile.write(bytes, to: path, mode: isPrivate ? 0o600 : 0o644)
  }

  /// Writes behind what is there.
  package static func append(_ bytes: [UInt8], to path: String) throws(FileError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw FileError(.write, path, .system(Errno(code: errno))) }
    var failure = bytes.withUnsafeBufferPointer { StandardStream.written($0, to: descriptor) }
    if close(descriptor) != 0, failure == nil { failure = Errno(code: errno) }
    if let failure { throw FileError(.write, path, .system(failure)) }
  }

  /// Removes a file that is not needed any longer.
  package static func remove(_ path: String) { unlink(path) }
}
