import Fetch

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Ctrl-C ends an answer, not the program.
enum Interruption {
  /// What the answer under way heeds.
  static let wish = Cancellation()

  /// From now on Ctrl-C only sets the wish; the second one before it is heeded ends the program.
  static func begin() {
    _ = wish
    signal(SIGINT) { number in
      if Interruption.wish.isCancelled {
        signal(number, SIG_DFL)
        raise(number)
      }
      Interruption.wish.cancel()
    }
    // Who started the program may have held the signal back, and it is inherited.
    var interrupt = sigset_t()
    sigemptyset(&interrupt)
    sigaddset(&interrupt, SIGINT)
    pthread_sigmask(SIG_UNBLOCK, &interrupt, nil)
  }
}
