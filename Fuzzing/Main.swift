import FuzzDriver

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Runs one target under libFuzzer: `Fuzzing markdown [options of libFuzzer] [folders of inputs]`.
@main enum Main {
  /// Chosen before the first input; libFuzzer calls a C function, which can hold nothing.
  static let target: Target? = {
    let words = CommandLine.arguments
    return words.count > 1 ? Target.all.first { $0.name == words[1] } : nil
  }()

  static func main() {
    guard target != nil else {
      print(Target.all.map { $0.name }.joined(separator: "\n"))
      // Without a word that is the answer; a misspelt target must not pass for one that held.
      exit(CommandLine.argc > 1 ? 64 : 0)
    }
    // What libFuzzer sees: the program, then everything after the target's name.
    var words = CommandLine.unsafeArgv
    let program = words[0]
    words += 1
    words[0] = program
    var count = CommandLine.argc - 1
    var pointer: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = words
    _ = LLVMFuzzerRunDriver(&count, &pointer) { bytes, size in
      Main.target?.run(Array(UnsafeBufferPointer(start: bytes, count: size)))
      return 0
    }
  }
}
