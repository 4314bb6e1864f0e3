#if os(Linux)
  import Foundation

  /// A program run in which one call of the system does not do what it was asked to; see
  /// Tests/FaultShim.
  struct FailingSystem {
    /// What the call does instead.
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

    let run: Run
    /// The call that failed; nil where there are fewer.
    let call: String?

    private static let library = Run.program.deletingLastPathComponent()
      .appending(path: "libFaultShim.so")

    /// Sanitizers are asked before any library that is loaded early.
    static var isPossible: Bool {
      ProcessInfo.processInfo.environment["TURNBOOK_SANITIZER"] == nil
        && FileManager.default.fileExists(atPath: library.path)
    }

    /// What makes a program see a clock that goes back a day each time it looks.
    static var clockGoingBack: [String: String] {
      ["LD_PRELOAD": library.path, "FAULT_CLOCK": "86400"]
    }

    /// - Parameters:
    ///   - number: Which call fails, from 1.
    ///   - told: The file that is there when it has failed.
    static func environment(
      failing number: Int, with fault: Fault, told: String
    ) -> [String: String] {
      let error: Int32 = if case .error(let number) = fault { number } else { 0 }
      return [
        "LD_PRELOAD": library.path, "FAULT_AT": String(number), "FAULT_ERROR": String(error),
        "FAULT_TOLD": told,
      ]
    }

    /// The environment of a program that cannot load a library, as if it were not installed.
    static func hiding(_ name: String) -> [String: String] {
      ["LD_PRELOAD": library.path, "FAULT_HIDDEN": name]
    }

    /// - Parameter number: Which call fails, from 1.
    init(_ guide: Guide, _ arguments: [String], failing number: Int, with fault: Fault) throws {
      let told = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
      defer { try? FileManager.default.removeItem(at: told) }
      run = try guide.run(
        arguments, environment: Self.environment(failing: number, with: fault, told: told.path))
      call = (try? Data(contentsOf: told)).map { String(decoding: $0, as: UTF8.self) }
    }
  }
#endif
