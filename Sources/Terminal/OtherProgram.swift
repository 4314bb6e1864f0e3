#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Another program, such as a person's editor, run until it ends.
package enum OtherProgram {
  /// Whether a shell would find a program of that name.
  package static func isThere(_ name: String) -> Bool {
    (Environment.value("PATH") ?? "").split(separator: ":").contains {
      access("\($0)/\(name)", X_OK) == 0
    }
  }

  /// Whether it could be started and ended well.
  /// - Parameters:
  ///   - words: The program, looked for as the shell does, and its arguments.
  ///   - input: What it reads; nil lets it have the terminal.
  package static func run(_ words: [String], input: [UInt8]? = nil) -> Bool {
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    guard let name = words.first else { return false }
    guard let input else { return spawn(name, arguments, nil).map(hasEndedWell) ?? false }
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return false }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let child = spawn(name, arguments, ends[0])
    close(ends[0])
    let failure = input.withUnsafeBufferPointer { StandardStream.written($0, to: ends[1]) }
    close(ends[1])
    return (child.map(hasEndedWell) ?? false) && failure == nil
  }

  /// The same, for one that reads nothing and whose words nobody needs.
  package static func runQuietly(_ words: [String]) -> Bool {
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    guard let name = words.first else { return false }
    let nothing = open("/dev/null", O_RDWR | O_CLOEXEC)
    defer { close(nothing) }
    return spawn(name, arguments, nothing, output: nothing, errors: nothing).map(hasEndedWell)
      ?? false
  }

  /// What it prints on standard output; nil where it could not be started or failed. It reads
  /// nothing, and what it says on standard error is lost.
  package static func output(of words: [String]) -> [UInt8]? {
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    var ends: [Int32] = [-1, -1]
    guard let name = words.first, pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let nothing = open("/dev/null", O_RDWR | O_CLOEXEC)
    let child = spawn(name, arguments, nothing, output: ends[1], errors: nothing)
    close(nothing)
    close(ends[1])
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(ends[0], &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      bytes += chunk[..<count]
    }
    close(ends[0])
    return child.map(hasEndedWell) ?? false ? bytes : nil
  }

  private static func spawn(
    _ name: String, _ arguments: [UnsafeMutablePointer<CChar>?], _ input: Int32?,
    output: Int32? = nil, errors: Int32? = nil
  ) -> pid_t? {
    #if canImport(Glibc)
      var actions = posix_spawn_file_actions_t()
    #else
      var actions: posix_spawn_file_actions_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let streams = [(input, STDIN_FILENO), (output, STDOUT_FILENO), (errors, STDERR_FILENO)]
    for case (let file?, let stream) in streams {
      posix_spawn_file_actions_adddup2(&actions, file, stream)
    }
    var child: pid_t = 0
    let status = posix_spawnp(&child, name, &actions, nil, arguments, environ)
    return status == 0 ? child : nil
  }

  private static func hasEndedWell(_ child: pid_t) -> Bool {
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      guard errno == EINTR else { return false }
    }
    return status == 0
  }
}
