#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The process that an answer comes in through. A number alone would not do: they are given again.
package struct Writer: Sendable, Hashable {
  package var process: Int64
  /// When it started, in whatever the system counts; empty where that cannot be known.
  package var start: String

  package init(process: Int64, start: String) {
    self.process = process
    self.start = start
  }

  /// This process.
  package static var current: Writer {
    let process = getpid()
    return Writer(process: Int64(process), start: Self.start(of: process) ?? "")
  }

  /// Whether the same process still runs on this machine.
  package var isAlive: Bool {
    guard let process = pid_t(exactly: process), process > 0 else { return false }
    guard !start.isEmpty else { return kill(process, 0) == 0 || errno == EPERM }
    return Self.start(of: process) == start
  }

  #if canImport(Darwin)
    private static func start(of process: pid_t) -> String? {
      var query: [CInt] = [CTL_KERN, KERN_PROC, KERN_PROC_PID, process]
      var answer = kinfo_proc()
      var size = MemoryLayout<kinfo_proc>.stride
      let code = sysctl(&query, u_int(query.count), &answer, &size, nil, 0)
      guard code == 0, size > 0, CInt(answer.kp_proc.p_stat) != SZOMB else { return nil }
      let time = answer.kp_proc.p_starttime
      return "\(time.tv_sec).\(time.tv_usec)"
    }
  #else
    /// The boot and the clock ticks from there to the start: `proc(5)`, field 22. Its second field
    /// is the program's name in parentheses, and may hold anything.
    private static func start(of process: pid_t) -> String? {
      guard let line = read("/proc/\(process)/stat"), let end = line.lastIndex(of: ")") else {
        return nil
      }
      let fields = line[end...].split(separator: " ").dropFirst()
      guard fields.count > 19, let state = fields.first, state != "Z", state != "X" else {
        return nil
      }
      let boot = read("/proc/sys/kernel/random/boot_id")?.prefix { $0 != "\n" } ?? ""
      return boot + "/" + fields[fields.startIndex + 19]
    }

    private static func read(_ path: String) -> String? {
      let file = open(path, O_RDONLY | O_CLOEXEC)
      guard file >= 0 else { return nil }
      defer { close(file) }
      return withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 1) { buffer in
        let count = Glibc.read(file, buffer.baseAddress, buffer.count)
        return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : nil
      }
    }
  #endif
}
