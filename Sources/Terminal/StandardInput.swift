package import FileTree

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Standard input: whole, or line by line from a person.
package struct StandardInput {
  private var pending: [UInt8] = []
  private var isAtEnd = false

  package init() {}

  package static var isTerminal: Bool { isatty(STDIN_FILENO) == 1 }

  /// Everything up to its end.
  package static func contents(limit: Int) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let piece: [UInt8]
      do throws(Errno) { piece = try read() } catch {
        throw FileError(.read, "standard input", .system(error))
      }
      if piece.isEmpty { return bytes }
      bytes += piece
      guard bytes.count <= limit else {
        throw FileError(.read, "standard input", .tooLarge(limit: limit))
      }
    }
  }

  /// The next line without its end; nil after the last one, and when the wish to stop is said, which
  /// takes away what was typed before and not read.
  /// - Parameter isStopped: The wish, which SIGINT says; nil where it ends the program.
  package mutating func line(until isStopped: (() -> Bool)? = nil) -> String? {
    while true {
      if let end = pending.firstIndex(of: 0x0A) {
        var line = pending[..<end]
        if line.last == 0x0D { line.removeLast() }
        let text = String(decoding: line, as: UTF8.self)
        pending.removeSubrange(...end)
        return text
      }
      if let isStopped, !isAtEnd, !Self.waits(until: isStopped) {
        pending = []
        return nil
      }
      let piece = isAtEnd ? [] : (try? Self.read()) ?? []
      if piece.isEmpty {
        // A terminal may be asked again after its end, and would ask the person again.
        isAtEnd = true
        guard !pending.isEmpty else { return nil }
        pending.append(0x0A)
      }
      pending += piece
    }
  }

  /// The next line, which the terminal does not show while it is typed.
  /// - Parameter prompt: Asks for it, once nothing is shown any longer.
  package mutating func hiddenLine(prompt: () -> Void) -> String? {
    var modes = termios()
    guard tcgetattr(STDIN_FILENO, &modes) == 0 else {
      prompt()
      return line()
    }
    let before = modes
    modes.c_lflag &= ~tcflag_t(ECHO)
    tcsetattr(STDIN_FILENO, TCSADRAIN, &modes)
    defer {
      var before = before
      tcsetattr(STDIN_FILENO, TCSADRAIN, &before)
    }
    prompt()
    return line()
  }

  /// Waits until there is something to read; false when it is to stop instead. The signal that says
  /// so is held back between the look at the wish and the waiting, so that none comes unseen.
  private static func waits(until isStopped: () -> Bool) -> Bool {
    var interrupt = sigset_t()
    sigemptyset(&interrupt)
    sigaddset(&interrupt, SIGINT)
    var before = sigset_t()
    pthread_sigmask(SIG_BLOCK, &interrupt, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    while !isStopped() {
      var wanted = fd_set()
      #if canImport(Glibc)
        wanted.__fds_bits.0 = 1 << STDIN_FILENO
      #else
        wanted.fds_bits.0 = 1 << STDIN_FILENO
      #endif
      let count = pselect(STDIN_FILENO + 1, &wanted, nil, nil, nil, &before)
      if count > 0 || count < 0 && errno != EINTR { return true }
    }
    return false
  }

  /// The next bytes, as soon as there are any; none at the end.
  package func piece() throws(FileError) -> [UInt8] {
    do throws(Errno) { return try Self.read() } catch {
      throw FileError(.read, "standard input", .system(error))
    }
  }

  /// The next bytes; none at the end.
  private static func read() throws(Errno) -> [UInt8] {
    var failure: Errno?
    let piece = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, filled in
      while true {
        #if canImport(Glibc)
          let count = Glibc.read(STDIN_FILENO, buffer.baseAddress, buffer.count)
        #else
          let count = Darwin.read(STDIN_FILENO, buffer.baseAddress, buffer.count)
        #endif
        if count < 0, errno == EINTR { continue }
        if count < 0 { failure = Errno(code: errno) }
        filled = max(0, count)
        return
      }
    }
    if let failure { throw failure }
    return piece
  }
}
