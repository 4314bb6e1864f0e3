#if os(Linux)
  import Foundation
  import Testing

  extension Desk {
    /// A run in which one call of the system does not do what it was asked to; see Tests/FaultShim.
    struct FailingRun {
      let run: Run
      /// The call that failed; nil where there are fewer.
      let call: String?
    }

    enum Fault: CustomStringConvertible {
      case error(Int32)
      /// It reads or writes but half.
      case half

      var description: String {
        switch self {
        case .error(let number): String(cString: strerror(number))
        case .half: "half a transfer"
        }
      }
    }

    static let faults: [Fault] = [
      .error(EIO), .error(EMFILE), .error(ENOSPC), .error(EACCES), .error(EINTR), .half,
    ]

    static let shim = program.deletingLastPathComponent().appending(path: "libFaultShim.so")

    /// Sanitizers are asked before any library that is loaded early.
    static var canFail: Bool {
      ProcessInfo.processInfo.environment["TURNBOOK_SANITIZER"] == nil
        && FileManager.default.fileExists(atPath: shim.path)
    }

    /// Every call fails once where the tests run for long; else some of them do.
    static let step = ProcessInfo.processInfo.environment["TURNBOOK_SOAK"] == nil ? 13 : 1

    /// - Parameter number: Which call fails, from 1.
    func run(
      _ arguments: [String], failing number: Int, with fault: Fault
    ) throws -> FailingRun {
      let told = home.appending(path: "told-\(UUID().uuidString)")
      defer { try? FileManager.default.removeItem(at: told) }
      let error: Int32 = if case .error(let number) = fault { number } else { 0 }
      let run = try run(
        arguments,
        environment: [
          "LD_PRELOAD": Self.shim.path, "FAULT_AT": String(number),
          "FAULT_ERROR": String(error), "FAULT_TOLD": told.path,
        ])
      let call = (try? Data(contentsOf: told)).map { String(decoding: $0, as: UTF8.self) }
      return FailingRun(run: run, call: call)
    }

    /// Runs a command again and again, each time with another call that fails, until all have.
    /// - Parameters:
    ///   - begin: Puts everything back before each run.
    ///   - judge: Looks at what a run has left.
    func fail(
      _ arguments: [String], with fault: Fault, begin: () throws -> Void,
      judge: (Run, Comment) throws -> Void
    ) throws {
      var number = 1 + (Self.step > 1 ? "\(fault)".utf8.count % 7 : 0)
      var count = 0
      while true {
        try begin()
        let failing = try run(arguments, failing: number, with: fault)
        guard let call = failing.call else { break }
        let words: Comment =
          "call \(number), \(call): \(failing.run.status) \(failing.run.output) \(failing.run.errors)"
        if failing.run.status != 0 { #expect(!failing.run.errors.isEmpty, words) }
        try judge(failing.run, words)
        number += Self.step
        count += 1
      }
      #expect(count > 0, "no call has failed")
    }
  }
#endif
