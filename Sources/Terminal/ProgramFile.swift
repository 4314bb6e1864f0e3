import FileTree

#if canImport(Darwin)
  import Darwin
#endif

/// The file that this program was started from.
package enum ProgramFile {
  /// Its path without links; nil where the system does not tell.
  package static var path: String? {
    #if canImport(Darwin)
      var size: UInt32 = 0
      _ = _NSGetExecutablePath(nil, &size)
      return withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(size)) { buffer in
        guard let base = buffer.baseAddress, _NSGetExecutablePath(base, &size) == 0 else {
          return nil
        }
        return Discovery.realPath(of: String(cString: base))
      }
    #else
      return Discovery.realPath(of: "/proc/self/exe")
    #endif
  }
}
