package import FileTree

/// Why nothing can be served.
package enum ServerFailure: Error, Equatable, Sendable {
  /// libmicrohttpd could not be loaded; the text says why.
  case missingLibrary(String)
  /// The name leads to no address of this machine.
  case unknownHost(String)
  /// None of these ports could be taken.
  case noPort(ClosedRange<Int>, Errno)
  case notStarted
}
